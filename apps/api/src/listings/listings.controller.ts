import { listingGrounds } from '@duban/contracts/answers/registers';
import { listingBoard } from '@duban/contracts/answers/supervision';
import { divisionPath, officeName } from '@duban/contracts/divisions';
import { declinedGroundsOf, proposedGroundsOf, type StoredRegisterRow } from '@duban/persistence/registers';
import { listedCounties } from '@duban/persistence/standings';
import { Controller, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf } from '../cases/visibility';
import { CLOCK, todayOf, type Clock } from '../clock';
import { shownRow } from '../registers/shown-row';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { listedAs } from './listed';

/** listed counties, and what other processes propose for listing. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class ListingsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(listingBoard)
  async board(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory: asked, on = todayOf(this.clock) } = parseQuery(query, listingBoard.query);
    const { territory: place, village: own, unit: sent } = scopeOf(caller, asked);
    const rows = own === undefined && sent === undefined ? await listedCounties(this.dataSource, place) : [];
    return { on, items: rows.map((row) => listedAs(row, on)) };
  }

  /** The province confirms a ground by listing for it, or declines it in the register. */
  @Serves(listingGrounds)
  async grounds(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { county, state } = parseQuery(query, listingGrounds.query);
    const scope = scopeOf(caller, county);
    const { territory } = scope;
    if (state === 'proposed')
      return { items: (await proposedGroundsOf(this.dataSource, territory, scope)).map(shownGround) };
    const rows = await declinedGroundsOf(this.dataSource, territory, scope);
    return {
      items: rows.map((row) => ({
        ...shownGround(row),
        declined: { ...row.declined, officeName: officeName(row.declined.office) },
      })),
    };
  }
}

const shownGround = (row: StoredRegisterRow) => ({
  ...shownRow(row),
  countyName: divisionPath(row.territory),
  confirms: { caseId: row.caseId, key: row.key },
});
