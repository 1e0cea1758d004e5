import { parseCaseId } from '@duban/policy/case/case-id';
import type { Territory } from '@duban/policy/base/office';
import { refuse, type Refusal } from '@duban/policy/base/verdict';
import { chineseDate, type CivilDate } from '@duban/policy/dates/civil-date';
import type { GroundRef, NamedGround } from '@duban/policy/case/named-ground';
import { RefusedRequest } from '../refusals/refused-request';
import type { CaseBook } from './acts.service';

/** A ground of the register, which listing confirmed it, and when the province declined it. */
export interface ProposedGround {
  territory: Territory;
  confirmedBy: string | null;
  declinedOn: CivilDate | null;
}

/** throws unless each ground that a listing names is proposed for its county and open; the same listing may name again what it has confirmed. */
export async function ensureProposed(
  book: Pick<CaseBook, 'groundOf'>,
  confirmed: readonly NamedGround[],
  caseId: string,
): Promise<void> {
  for (const { ground, field } of confirmed) {
    const refusal = refusalOf(ground, await book.groundOf(ground), caseId, field);
    if (refusal !== undefined) throw RefusedRequest.of(refusal);
  }
}

function refusalOf(
  { caseId, key }: GroundRef,
  found: ProposedGround | null,
  listing: string,
  field: string,
): Refusal | undefined {
  const county = parseCaseId(listing)?.territory ?? '';
  if (found === null || found.territory !== county) {
    return refuse(
      'UNKNOWN_SUBJECT',
      'A-3.7',
      `${county}没有这一挂牌依据线索（案件${caseId}，编号${key}），请按待确认线索所列的 confirms 填写，或不填。`,
      field,
    );
  }
  if (found.confirmedBy === listing) return undefined;
  if (found.confirmedBy !== null)
    return refuse(
      'ALREADY_DONE',
      'A-3.7',
      `这一挂牌依据线索已由${found.confirmedBy}确认，一条线索只作一次挂牌依据。`,
      field,
    );
  if (found.declinedOn === null) return undefined;
  const detail = `这一挂牌依据线索已于${chineseDate(found.declinedOn)}登记为不予采纳；确需采纳的，请先撤销该条登记（台账 declined-ground）。`;
  return refuse('CONDITIONS_NOT_MET', 'A-3.7', detail, field);
}
