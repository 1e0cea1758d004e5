import { dutyCatalogue, dutyFulfilment, dutyList } from '@duban/contracts/answers/duties';
import { divisionName, officeName } from '@duban/contracts/divisions';
import {
  dutiesOf,
  fulfilmentOf,
  type DutyFilter,
  type DutyGrouping,
  type DutyStanding,
  type Fulfilment,
} from '@duban/persistence/duties';
import { policyVersionsOf } from '@duban/persistence/policy-versions';
import { citation } from '@duban/policy/base/clauses/clauses';
import { cadences } from '@duban/policy/dates/natural-period';
import { lineStates, type LineState } from '@duban/policy/processes/duty-sheet/duty-facts';
import { occasions } from '@duban/policy/settings/duty-bound';
import { dutyRow, dutyRows, measures, type DutyId, type DutyRow } from '@duban/policy/settings/duty-rows';
import { settingsOf } from '@duban/policy/settings/policy-set';
import { Controller, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { currentOf } from '../policy/policy-desk';
import { scopeOf } from '../cases/visibility';
import { askedPage, parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

/** Recurring duties (RULES 7): the rows, how each office stands, and how well they are fulfilled. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class DutiesController {
  constructor(private readonly dataSource: DataSource) {}

  @Serves(dutyList)
  async list(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { limit, after, ...filter } = parseQuery(query, dutyList.query);
    const page = await dutiesOf(
      this.dataSource,
      { ...filter, ...seenBy(caller, filter.territory) },
      askedPage({ limit, after }),
    );
    return { ...page, items: page.items.map(shown) };
  }

  @Serves(dutyFulfilment)
  async fulfilment(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { by, ...filter } = parseQuery(query, dutyFulfilment.query);
    const rows = await fulfilmentOf(this.dataSource, by, {
      ...filter,
      ...seenBy(caller, filter.territory),
    });
    return {
      by,
      items: rows.map((row) => ({ ...row, name: groupName(by, row.of), rate: rateOf(row) })),
    };
  }

  @Serves(dutyCatalogue)
  async catalogue() {
    const { duties } = settingsOf(currentOf(await policyVersionsOf(this.dataSource)));
    return {
      items: (Object.entries(dutyRows) as [DutyId, DutyRow][]).map(([id, { terms, bound, ...row }]) => {
        const chosen = duties[id] ?? { ...terms, amount: 0 };
        return {
          id,
          ...row,
          ...chosen,
          who: bound.who,
          cadenceName: row.occasions === undefined ? cadences[chosen.cadence] : occasions[row.occasions],
          measureName: measures[row.measure],
          citation: citation(row.clause),
        };
      }),
    };
  }
}

/** A dispatching unit sees what it owes itself, a village the lines of its own people. */
function seenBy(caller: Caller, asked: string | undefined): Required<Pick<DutyFilter, 'territory' | 'part'>> {
  const scope = scopeOf(caller, asked);
  return { territory: scope.territory, part: scope };
}

const groupName = (by: DutyGrouping, of: string): string => {
  switch (by) {
    case 'duty':
      return whatOf(of);
    case 'office':
      return officeName(of);
    case 'area':
      return divisionName(of);
    case 'period':
      return of;
  }
};

const whatOf = (duty: string): string => dutyRow(duty)?.what ?? duty;

/** Of what was owed and not excused, the share done in time; two decimals, `null` where nothing was owed. */
const rateOf = ({ owed, excused, fulfilled }: Fulfilment): number | null =>
  owed === excused ? null : Math.round((fulfilled / (owed - excused)) * 100) / 100;

const shown = (row: DutyStanding) => ({
  ...row,
  what: whatOf(row.duty),
  clause: dutyRow(row.duty)?.clause ?? null,
  ownerName: officeName(row.owner),
  lines: row.lines.map((line) => ({
    ...line,
    state: line.state as LineState,
    stateName: lineStates[line.state as LineState],
    owerName: partNameOf(row.duty, line.ower),
  })),
});

/** What a part of an office is called; cadres and villages stay codes. */
function partNameOf(duty: string, ower: string): string {
  const bound = dutyRow(duty)?.bound;
  const part = bound !== undefined && 'parts' in bound ? bound.parts?.[ower] : undefined;
  return part ?? (ower.includes(':') ? officeName(ower) : ower);
}
