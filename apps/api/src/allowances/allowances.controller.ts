import { allowanceList } from '@duban/contracts/answers/rankings';
import { officeName } from '@duban/contracts/divisions';
import { policyVersionsOf } from '@duban/persistence/policy-versions';
import { rosterOf } from '@duban/persistence/records';
import { absencesOf } from '@duban/persistence/registers';
import { citation } from '@duban/policy/base/clauses/clauses';
import { firstDayOf, lastDayOf } from '@duban/policy/dates/civil-date';
import { allowanceOf } from '@duban/policy/processes/cadre-posting/allowance';
import { settingsOf } from '@duban/policy/settings/policy-set';
import { Controller, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { currentOf } from '../policy/policy-desk';
import { scopeOf } from '../cases/visibility';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

/** C-3.6: 以实际在岗天数发放驻村补贴: each cadre's days and money of a month. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class AllowancesController {
  constructor(private readonly dataSource: DataSource) {}

  @Serves(allowanceList)
  async list(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory, month } = parseQuery(query, allowanceList.query);
    const scope = scopeOf(caller, territory);
    const span = { from: firstDayOf(month), to: lastDayOf(month) };
    const [roster, absences, versions] = await Promise.all([
      rosterOf(this.dataSource, scope.territory, span, scope),
      absencesOf(this.dataSource, scope.territory, span),
      policyVersionsOf(this.dataSource),
    ]);
    const settings = settingsOf(currentOf(versions));
    const items = roster.map((entry) => allowanceOf(entry, absences.get(entry.postingCase) ?? [], month, settings));
    return {
      month,
      citation: citation('C-3.6'),
      items: items.map((item) => ({ ...item, unitName: officeName(item.unit) })),
    };
  }
}
