import { rankingList, rankingMovement } from '@duban/contracts/answers/rankings';
import { divisionName, officeName } from '@duban/contracts/divisions';
import { rankingOf } from '@duban/persistence/records';
import { rankMovements } from '@duban/persistence/standings';
import { postingRoles, type PostingRole } from '@duban/policy/processes/cadre-posting/selection-check';
import { Controller, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf, seesPart } from '../cases/visibility';
import { namesFor, PERSONS_KEY } from '../persons/names';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

/** How cadres rank in a month (C-3.5), and how ranks have moved. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class RankingsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PERSONS_KEY) private readonly key: Buffer,
  ) {}

  @Serves(rankingList)
  async rankings(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { scope, month } = parseQuery(query, rankingList.query);
    const seen = scopeOf(caller, scope);
    const rows = await rankingOf(this.dataSource, month, scope, seen);
    return { scope, month, items: rows.map((row) => (seesPart(caller) ? { ...row, caseId: null } : row)) };
  }

  @Serves(rankingMovement)
  async movement(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { scope, month } = parseQuery(query, rankingMovement.query);
    const seen = scopeOf(caller, scope);
    const rows = await rankMovements(this.dataSource, month, scope);
    const own = rows.filter(
      ({ unit, village }) => (seen.unit ?? unit) === unit && (seen.village ?? village) === village,
    );
    const cadres = own.map(({ cadre }) => cadre);
    const names = await namesFor(this.dataSource, this.key, caller, cadres);
    return {
      scope,
      scopeName: divisionName(scope),
      month,
      items: own.map((row) => ({
        ...row,
        name: names.get(row.cadre) ?? null,
        movement: row.lastRank === null ? null : row.lastRank - row.rank,
        townshipName: row.township && divisionName(row.township),
        villageName: row.village && divisionName(row.village),
        unitName: row.unit && officeName(row.unit),
        roleName: row.role && (postingRoles[row.role as PostingRole] ?? row.role),
      })),
    };
  }
}
