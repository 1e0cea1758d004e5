import { registerCatalogue, registerCounts, registerList } from '@duban/contracts/answers/registers';
import { registerCountsOf, registerRowsOf, type RegisterFilter } from '@duban/persistence/registers';
import { citation } from '@duban/policy/base/clauses/clauses';
import { handRegister } from '@duban/policy/registers/hand-registers';
import { Controller, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf } from '../cases/visibility';
import { RefusedRequest } from '../refusals/refused-request';
import { askedPage, parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { registerTerms, shownRow, stateName } from './shown-row';

/** Registers (台账): lists that cases keep, or offices by hand, with their counts. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class RegistersController {
  constructor(private readonly dataSource: DataSource) {}

  @Serves(registerCatalogue)
  catalogue() {
    return {
      items: Object.entries(registerTerms).map(([kind, { title, clause, states }]) => ({
        kind,
        title,
        citation: citation(clause),
        states,
        byHand: byHandOf(kind),
      })),
    };
  }

  @Serves(registerList)
  async list(@FromCaller() caller: Caller, @Param('kind') name: string, @Query() query: unknown) {
    const kind = kindOr404(name);
    const { limit, after, ...filter } = parseQuery(query, registerList.query);
    const page = await registerRowsOf(this.dataSource, ownOf(caller, { ...filter, kind }), askedPage({ limit, after }));
    return { ...page, items: page.items.map(shownRow) };
  }

  @Serves(registerCounts)
  async counts(@FromCaller() caller: Caller, @Param('kind') name: string, @Query() query: unknown) {
    const kind = kindOr404(name);
    const { by, ...filter } = parseQuery(query, registerCounts.query);
    const rows = await registerCountsOf(this.dataSource, by, ownOf(caller, { ...filter, kind }));
    return { by, items: rows.map((row) => ({ ...row, stateName: stateName(kind, row.state) })) };
  }
}

function byHandOf(kind: string) {
  const register = handRegister(kind);
  if (register === undefined) return null;
  const { keptBy, keptAt = null, levels, fields } = register;
  return { keptBy, keptAt, levels, fields };
}

function kindOr404(name: string): string {
  if (Object.hasOwn(registerTerms, name)) return name;
  const known = Object.entries(registerTerms).map(([kind, { title }]) => `${kind}（${title}）`);
  throw new RefusedRequest('NOT_FOUND', `没有“${name}”这一台账；现有：${known.join('、')}。`);
}

/** A dispatching unit sees its own rows, a village those of its place. */
function ownOf(caller: Caller, filter: RegisterFilter): RegisterFilter {
  const scope = scopeOf(caller, filter.territory);
  return { ...filter, territory: scope.territory, part: scope };
}
