import { villageDayRead } from '@duban/contracts/answers/village-days';
import { villageDayOf, type SaidDay } from '@duban/persistence/village-days';
import { officeName } from '@duban/contracts/divisions';
import { chineseDate } from '@duban/policy/dates/civil-date';
import { postingRoles, type PostingRole } from '@duban/policy/processes/cadre-posting/selection-check';
import { Controller, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf } from '../cases/visibility';
import { CLOCK, todayOf, type Clock } from '../clock';
import { RefusedRequest } from '../refusals/refused-request';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { householdsOfDay } from './households-of-day';

/** A village's day, as its office fills it in. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class VillageDaysController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(villageDayRead)
  async read(@FromCaller() caller: Caller, @Query() query: unknown) {
    const today = todayOf(this.clock);
    const { territory: village, on = today } = parseQuery(query, villageDayRead.query);
    ensureOwn(caller, village);
    if (on > today)
      throw new RefusedRequest(
        'FUTURE_DATE',
        `日期应不晚于今天（${chineseDate(today)}），收到的是${chineseDate(on)}。`,
        {
          field: 'on',
        },
      );
    const { cadres, days, monitored, roll, sheets } = await villageDayOf(this.dataSource, village, on);
    const said = days.find((day) => day.on === on) ?? null;
    return {
      ...{ village, on, today, sheets },
      cadres: cadres.map(({ role, ...cadre }) => ({
        ...cadre,
        roleName: postingRoles[role as PostingRole] ?? role,
      })),
      households: householdsOfDay({ village, on }, { monitored, roll, days }),
      said: said === null ? null : { ...partOfRow(said), byName: officeName(said.by) },
    };
  }
}

const partOfRow = ({ on: _, ...said }: SaidDay) => said;

/** A village's day is its own, and of the offices above it; a dispatching unit reads what it owes itself elsewhere. */
function ensureOwn(caller: Caller, village: string): void {
  const { village: own = village, unit } = scopeOf(caller, village);
  if (own !== village || unit !== undefined)
    throw new RefusedRequest('UNKNOWN_SUBJECT', `应为本单位的村，收到的是 ${village}。`, { field: 'territory' });
}
