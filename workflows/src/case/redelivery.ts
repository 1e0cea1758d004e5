import type { CaseState } from '@duban/contracts/case-workflow';
import type { CaseView } from '@duban/policy/case/case';

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
