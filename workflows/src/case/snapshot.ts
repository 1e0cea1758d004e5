import type { CaseSnapshot } from '@duban/contracts/ledger';
import { numberedProcesses, parseCaseId } from '@duban/policy/case/case-id';
import type { Draft } from './draft';

/** What lists show of the case after a turn. */
export function snapshotOf(draft: Draft): CaseSnapshot {
  const { file } = draft.state;
  const { view } = draft;
  const parts = file.caseId.split(':');
  const number = Number(parts.at(-1));
  const isNumbered = numberedProcesses.has(draft.rules.process) && Number.isInteger(number);
  return {
    caseId: file.caseId,
    process: draft.rules.process,
    territory: parseCaseId(file.caseId)?.territory ?? '',
    subject: isNumbered ? parts.slice(0, -1).join(':') : file.caseId,
    number: isNumbered ? number : 1,
    stage: view.stage,
    stageName: view.stageName,
    policy: { set: file.policy.set, version: file.policy.version },
    openedOn: file.openedOn,
    ended: view.ended ?? null,
    listed: view.listed,
    scope: draft.rules.scope(file),
  };
}
