import type { ProcessName } from '@duban/policy/case/case';
import { dutyRows } from '@duban/policy/settings/duty-rows';
import type { Operation } from './operation';
import { operationGroups } from './operation-groups';

/** Which operations, in their order, meet a deadline: by process and by the first word of the deadline's id. */
export const meetingOperations: Readonly<Record<ProcessName, Readonly<Record<string, readonly string[]>>>> = {
  'supervision-cycle': {},
  'household-monitoring': {
    'first-help': ['firstHelp'],
    identification: ['villageReview', 'townshipCheck', 'identify'],
    plan: ['plan'],
    measures: ['measures'],
    review: ['review'],
  },
  'county-listing': { acceptance: ['acceptance'] },
  accountability: {},
  'monthly-assessment': { 'task-list': ['issueTaskList'], bulletin: ['issueBulletin'] },
  'township-scores': { scores: ['scoreAll'] },
  'cadre-posting': {
    reminder: ['recordReminder'],
    'organizational-handling': ['organizationalHandling'],
    replacement: ['candidate'],
  },
  interview: { interview: ['hold'] },
  'duty-book': {},
  'duty-sheet': Object.fromEntries(Object.keys(dutyRows).map((duty) => [duty, ['record']])),
  dispatch: { return: ['fileReturn'], supervise: ['supervise'] },
  'work-bulletin': { 'follow-up': ['followUp'] },
  'area-interview': { interview: ['hold'], commitment: ['reportCommitment'] },
  problem: {
    decision: ['reportUpward', 'plan'],
    takeover: ['plan'],
    rectification: ['rectified'],
    verification: ['verify'],
  },
  inspection: { begin: ['begin'], report: ['conclude'], check: ['checkCounty'] },
  'subsidy-campaign': { review: ['review'], payment: ['pay'], paid: ['pay'] },
  contest: { publish: ['publish'] },
};

/** `verification#2@2026-11-20` → `verification`: what a deadline is about; the rest tells it from others of its kind. */
export const deadlineKind = (id: string): string => /^[^:#@]*/.exec(id)?.[0] ?? id;

/** The operations that meet a deadline, in order. */
export function operationsMeeting(process: ProcessName, deadlineId: string): { name: string; operation: Operation }[] {
  const group = operationGroups.find((one) => one.process === process);
  return (meetingOperations[process][deadlineKind(deadlineId)] ?? []).flatMap((name) => {
    const operation = group?.operations[name];
    return operation === undefined ? [] : [{ name, operation }];
  });
}
