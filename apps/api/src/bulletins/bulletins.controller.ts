import { bulletinList, candidateList } from '@duban/contracts/answers/rankings';
import { getPerson } from '@duban/persistence/persons';
import { bulletinsOf, candidatesOf } from '@duban/persistence/records';
import { Controller, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf } from '../cases/visibility';
import { inBrackets, withPlaces } from '../names/in-brackets';
import { PERSONS_KEY } from '../persons/names';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

/** Bulletins as issued, and who is proposed for criticism in one. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class BulletinsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PERSONS_KEY) private readonly key: Buffer,
  ) {}

  @Serves(bulletinList)
  async bulletins(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { county, ...filter } = parseQuery(query, bulletinList.query);
    const isUnnamed = filter.process === undefined && filter.caseId === undefined;
    const { territory, unit } = scopeOf(caller, county);
    const rows = await bulletinsOf(this.dataSource, {
      ...filter,
      ...(isUnnamed && { process: 'monthly-assessment' }),
      territory: territory.slice(0, 6),
      unit,
    });
    return { items: await Promise.all(rows.map(async (row) => ({ ...row, text: await this.withNames(row.text) }))) };
  }

  @Serves(candidateList)
  async candidates(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory, withdrawn } = parseQuery(query, candidateList.query);
    const scope = scopeOf(caller, territory);
    return {
      items: await candidatesOf(this.dataSource, { territory: scope.territory, withdrawn, part: scope }),
    };
  }

  /** Bulletins are kept with surrogate ids; who may read them reads names. */
  private async withNames(text: string): Promise<string> {
    const names = new Map<string, string>();
    for (const [, id = ''] of text.matchAll(inBrackets)) {
      if (names.has(id)) continue;
      const person = await getPerson(this.dataSource, this.key, id);
      if (person !== null) names.set(id, person.name);
    }
    return withPlaces(text.replaceAll(inBrackets, (whole, id: string) => names.get(id) ?? whole));
  }
}
