import type { CaseRow } from '@duban/persistence/cases';
import { isWithin, townshipOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import { isVisible, unknownCase } from '../acts/acts.service';
import type { Caller } from '../auth/caller';
import { RefusedRequest } from '../refusals/refused-request';

/** What of the ledger a caller's lists may hold. */
export interface Scope {
  territory: Territory;
  /** Of a village: what concerns it alone. */
  village?: Territory;
  /** Of a dispatching unit: the postings it sent. */
  unit?: OfficeId;
}

/** The part of the territory asked for that is the caller's; dispatching units see the postings they sent, villages their own households. */
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

/** A case that is not the caller's to see does not exist for it; a village also sees what is of its own place, and its township's subsidies (B-2.3.4: it takes applications). */
export function visibleOr404(row: CaseRow | null, caseId: string, caller: Caller): CaseRow {
  const { village, unit } = scopeOf(caller);
  const isOfPlace =
    caller.level === 'village' && (row?.territory === caller.territory || row?.process === 'subsidy-campaign');
  const isOwn = isOfPlace || ((village === undefined || row?.listed['village'] === village) && (unit === undefined || row?.listed['unit'] === unit));
  if (row === null || !isOwn || !isVisible(row.territory, caller)) throw unknownCase(caseId);
  return row;
}
