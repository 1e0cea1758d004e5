import { allowanceList } from '@duban/contracts/answers/rankings';
import { officeName } from '@duban/contracts/divisions';
import { citation } from '@duban/policy/base/clauses/clauses';
import { Controller, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CLOCK, todayOf, type Clock } from '../clock';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf } from '../cases/visibility';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { daysOfMonth } from './days-of-month';

/** C-3.6: 以实际在岗天数发放驻村补贴: each cadre's days and money of a month. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class AllowancesController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(allowanceList)
  async list(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory, month } = parseQuery(query, allowanceList.query);
    const scope = scopeOf(caller, territory);
    const asked = { territory: scope.territory, month, today: todayOf(this.clock) };
    const days = await daysOfMonth(this.dataSource, asked, scope);
    return {
      month,
      citation: citation('C-3.6'),
      items: days.map(({ allowance }) => ({
        ...allowance,
        unmarked: [...allowance.unmarked],
        unitName: officeName(allowance.unit),
        secretaryName: officeName(allowance.secretary),
      })),
    };
  }
}
