import type { CaseRow } from '@duban/persistence/cases';
import type { Seen } from '@duban/persistence/conditions';
import type { Part } from '@duban/persistence/seen-rows';
import { isWithin, townshipOf, type Territory } from '@duban/policy/base/office';
import { isInScope } from '@duban/policy/case/scope';
import { rulesOf } from '@duban/policy/manifest/processes';
import { unknownCase } from '../acts/acts.service';
import type { Caller } from '../auth/caller';
import { RefusedRequest } from '../refusals/refused-request';

/** What of the ledger a caller's lists may hold. */
export type Scope = Seen & { territory: Territory };

/** The part of the territory asked for that is the caller's; dispatching units and villages see what is their own in it. */
export function scopeOf(caller: Caller, requested?: Territory): Scope {
  const own = caller.level === 'village' ? townshipOf(caller.territory) : caller.territory;
  if (requested !== undefined && !isWithin(requested, own)) {
    throw new RefusedRequest('UNKNOWN_SUBJECT', `地区 ${requested} 不在本单位辖区（${own}）内，请核对。`, {
      field: 'territory',
    });
  }
  const territory = requested ?? own;
  if (caller.kind === 'dispatching-unit') return { territory, unit: caller.office };
  return caller.level === 'village' ? { territory, village: caller.territory } : { territory };
}

/** Does the caller see what is its own in its territory, and nothing of others beside it? */
export const seesPart = ({ kind, level }: Pick<Caller, 'kind' | 'level'>): boolean =>
  kind === 'dispatching-unit' || level === 'village';

/** Of a sheet that many share, such a caller sees its own part; of any other case that is its to see, all. */
export const seesPartOf = ({ process }: Pick<CaseRow, 'process'>, caller: Caller): boolean =>
  seesPart(caller) && rulesOf(process).isShared;

/** What of the case's rows the caller sees. */
export const partOf = (row: Pick<CaseRow, 'process'>, caller: Caller): Part =>
  seesPartOf(row, caller) ? scopeOf(caller) : {};

/** A case that is not the caller's to see does not exist for it. */
export function visibleOr404(row: CaseRow | null, caseId: string, caller: Caller): CaseRow {
  if (row === null || !isInScope(row.scope, caller.office)) throw unknownCase(caseId);
  return row;
}
