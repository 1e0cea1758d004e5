import type { CaseState } from '@duban/contracts/case-workflow';
import type { CaseFile, CaseView } from '@duban/policy/case/case';
import { admit, refuse, type Verdict } from '@duban/policy/base/verdict';

/** Clause C-3.7 [D] fairness: there must be something that found no inbox. */
export const judgeRedelivery = (file: CaseFile): Verdict =>
  file.undelivered.length > 0
    ? admit({ keep: false })
    : refuse('ALREADY_DONE', 'C-3.7', '本案没有未送达的通知，无需补送。');

/**
 * Makes the notices that found no inbox due again. They stay undelivered until the ledger's receipt says otherwise, so that
 * nothing follows from a notice that again finds nobody; what the facts no longer call for is no longer owed.
 */
export function resendable(state: CaseState, view: CaseView): CaseState {
  const owed = new Set(view.notices.map(({ key }) => key));
  const undelivered = state.file.undelivered.filter((key) => owed.has(key));
  return {
    ...state,
    file: { ...state.file, undelivered },
    sentNotices: state.sentNotices.filter((key) => !undelivered.includes(key)),
  };
}
