import { divisionName, divisionPath, officeName } from '@duban/contracts/divisions';
import {
  declinedGroundsOf,
  dispatchYearOf,
  proposedGroundsOf,
  registerCountsOf,
  registerRowsOfCase,
  registerRowsOf,
  type RegisterFilter,
  type StoredRegisterRow,
} from '@duban/persistence/registers';
import { sampleTimesOf } from '@duban/persistence/sample-commitments';
import { citation } from '@duban/policy/base/clauses/clauses';
import { isWithin } from '@duban/policy/base/office';
import { policyAreaNames, type PolicyArea } from '@duban/policy/base/policy-areas';
import { handRegister, handRegisters } from '@duban/policy/registers/hand-registers';
import type { HandRegister } from '@duban/policy/registers/register-rules';
import { registerKinds, type RegisterKindTerms } from '@duban/policy/case/register-kinds';
import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { unknownCase } from '../acts/acts.service';
import { RefusedRequest } from '../refusals/refused-request';
import { pageOf } from './cases.controller';
import { dispatchYearQuery, groundsQuery, parseQuery, registerCountsQuery, registersQuery } from './query';
import { scopeOf } from './visibility';

/** Registers (台账): lists that cases keep, or offices by hand, with their counts. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class RegistersController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('registers')
  catalogue() {
    return {
      items: Object.entries(known).map(([kind, { title, clause, states }]) => {
        const register = handRegister(kind);
        const byHand = register && {
          keptBy: register.keptBy,
          keptAt: register.keptAt ?? null,
          levels: register.levels,
          fields: register.fields,
        };
        return { kind, title, citation: citation(clause), states, byHand: byHand ?? null };
      }),
    };
  }

  @Get('registers/:kind')
  async list(@FromCaller() caller: Caller, @Param('kind') name: string, @Query() query: unknown) {
    const kind = kindOr404(name);
    const { limit, after, ...filter } = parseQuery(query, registersQuery);
    const page = await registerRowsOf(this.dataSource, ownOf(caller, { ...filter, kind }), pageOf(limit, after));
    return { ...page, items: page.items.map(shown) };
  }

  @Get('registers/:kind/counts')
  async counts(@FromCaller() caller: Caller, @Param('kind') name: string, @Query() query: unknown) {
    const kind = kindOr404(name);
    const { by, ...filter } = parseQuery(query, registerCountsQuery);
    const rows = await registerCountsOf(this.dataSource, by, ownOf(caller, { ...filter, kind }));
    return { by, items: rows.map((row) => ({ ...row, stateName: stateName(kind, row.state) })) };
  }

  @Get('dispatches/yearly')
  async dispatchYear(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { year, territory } = parseQuery(query, dispatchYearQuery);
    const rows = await dispatchYearOf(this.dataSource, year, scopeOf(caller, territory).territory);
    return {
      year,
      items: rows.map((row) => ({
        ...row,
        name: divisionName(row.place),
        areaName: areaNames[row.area as PolicyArea] ?? '综合',
      })),
    };
  }

  /** what other processes propose for listing; the province confirms by listing for it, or declines it in the register. */
  @Get('listings/grounds')
  async grounds(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { county, state } = parseQuery(query, groundsQuery);
    const { territory } = scopeOf(caller, county);
    if (state === 'proposed') return { items: (await proposedGroundsOf(this.dataSource, territory)).map(shownGround) };
    const rows = await declinedGroundsOf(this.dataSource, territory);
    return {
      items: rows.map((row) => ({
        ...shownGround(row),
        declined: { ...row.declined, officeName: officeName(row.declined.office) },
      })),
    };
  }

  /** the record of a sample; for everybody once the inspection's bulletin is out, before it for the inspecting level alone. */
  @Get('inspections/:caseId/sample')
  async sample(@FromCaller() caller: Caller, @Param('caseId') caseId: string) {
    const rows = await registerRowsOfCase(this.dataSource, caseId);
    const record = rows.find(({ kind }) => kind === 'inspection-sample');
    const isPublished = rows.some(
      ({ kind, state }) => kind === 'inspection' && (state === 'concluded' || state === 'settled'),
    );
    if (record === undefined || !(isPublished || isOfLevel(caller, record.territory))) throw unknownCase(caseId);
    return { caseId, ...(await sampleTimesOf(this.dataSource, caseId)), ...record.body };
  }
}

/** Of the inspecting level; a dispatching unit of the county may be the one inspected. */
const isOfLevel = (caller: Caller, territory: string): boolean =>
  caller.kind !== 'dispatching-unit' && isWithin(territory, caller.territory);

const areaNames: Partial<Record<string, string>> = policyAreaNames;

/** Registers that cases keep, and those kept by hand. */
const known: Readonly<Record<string, RegisterKindTerms>> = {
  ...registerKinds,
  ...Object.fromEntries(
    Object.entries(handRegisters as Record<string, HandRegister>).map(([kind, { title, clause }]) => [
      kind,
      { title, clause, states: { standing: '有效' } },
    ]),
  ),
};

function kindOr404(name: string): string {
  if (Object.hasOwn(known, name)) return name;
  throw new RefusedRequest(
    'NOT_FOUND',
    `没有“${name}”这一台账；现有：${Object.entries(known)
      .map(([kind, { title }]) => `${kind}（${title}）`)
      .join('、')}。`,
  );
}

/** A dispatching unit sees its own rows, in whatever county. */
function ownOf(caller: Caller, filter: RegisterFilter): RegisterFilter {
  return {
    ...filter,
    territory: scopeOf(caller, filter.territory).territory,
    owner: caller.kind === 'dispatching-unit' ? caller.office : filter.owner,
  };
}

const stateName = (kind: string, state: string): string => known[kind]?.states[state] ?? state;

const shown = (row: StoredRegisterRow) => ({
  ...row,
  stateName: stateName(row.kind, row.state),
  ownerName: row.owner === null ? null : officeName(row.owner),
});

const shownGround = (row: StoredRegisterRow) => ({
  ...shown(row),
  countyName: divisionPath(row.territory),
  confirms: { caseId: row.caseId, key: row.key },
});
