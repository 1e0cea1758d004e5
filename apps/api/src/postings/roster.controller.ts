import { postingRoster } from '@duban/contracts/answers/score-sheets';
import { divisionName, officeName } from '@duban/contracts/divisions';
import { onPostOf } from '@duban/persistence/records';
import { postingRoles, type PostingRole } from '@duban/policy/processes/cadre-posting/selection-check';
import { Controller, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf } from '../cases/visibility';
import { CLOCK, todayOf, type Clock } from '../clock';
import { namesFor, PERSONS_KEY } from '../persons/names';
import { askedPage, parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

/** Who is on post on a day. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class RosterController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PERSONS_KEY) private readonly key: Buffer,
  ) {}

  @Serves(postingRoster)
  async roster(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory: asked, on = todayOf(this.clock), ...page } = parseQuery(query, postingRoster.query);
    const scope = scopeOf(caller, asked);
    const found = await onPostOf(this.dataSource, { territory: scope.territory, on, part: scope }, askedPage(page));
    const names = await namesFor(
      this.dataSource,
      this.key,
      caller,
      found.items.map(({ cadre }) => cadre),
    );
    return {
      on,
      ...found,
      items: found.items.map((item) => ({
        ...item,
        name: names.get(item.cadre) ?? null,
        townshipName: divisionName(item.township),
        villageName: divisionName(item.village),
        unitName: officeName(item.unit),
        roleName: postingRoles[item.role as PostingRole] ?? item.role,
      })),
    };
  }
}
