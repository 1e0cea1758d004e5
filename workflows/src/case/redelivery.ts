import type { CaseState } from '@duban/contracts/case-workflow';
import type { CaseView } from '@duban/policy/case/case';

/**
 * Sends the undelivered notices again. Each stays undelivered until the ledger confirms an inbox for it, so that an interview or recall
 * goes on waiting when there is still none. A notice that no longer follows from the facts is dropped.
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
