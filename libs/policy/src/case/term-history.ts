import type { Actor } from './case';
import type { CivilDate } from '../dates/civil-date';
import type { DeadlineSpec } from '../dates/deadline';

/** A time limit for rectification (限期整改): the first one, or one set anew. */
export interface Term {
  from: CivilDate;
  due: CivilDate;
  /** The day it was reported done, where that report was not found wrong. */
  metOn?: CivilDate;
  /** The day it was first reported done, right or wrong. */
  reportedOn?: CivilDate;
  /** Replaced by a new date on this day. */
  renewedOn?: CivilDate;
}

/** The rectification of a problem: its time limits, the reports that it is done, and their verification by somebody else. */
export interface TermHistory {
  terms: readonly [Term, ...Term[]];
  reports: readonly Report[];
  /** The days on which it was found not done. */
  failures: readonly CivilDate[];
  /** Verifications owed: each from the day of a report until the day of its verification. */
  verifications: readonly Verification[];
  /** The day it was found done. */
  closedOn?: CivilDate;
}

export interface Verification {
  reportedOn: CivilDate;
  /** The day it was verified, with whatever result. */
  doneOn?: CivilDate;
  passed?: boolean;
}

export interface Report {
  on: CivilDate;
  by: Actor;
}

/** What is said of it, in the order of dates. */
export type Said = { on: CivilDate } & (
  { kind: 'report'; by: Actor } | { kind: 'verified' } | { kind: 'failed' } | { kind: 'renewed'; due: CivilDate }
);

/** Reads a history from its first date and what was said since. */
export function readTerms(first: Pick<Term, 'from' | 'due'>, said: readonly Said[]): TermHistory {
  const terms: [Term, ...Term[]] = [{ ...first }];
  const reports: Report[] = [];
  const failures: CivilDate[] = [];
  const verifications: Verification[] = [];
  let closedOn: CivilDate | undefined;
  for (const one of said) {
    const term = terms.at(-1) as Term;
    switch (one.kind) {
      case 'report':
        reports.push({ on: one.on, by: one.by });
        term.metOn ??= one.on;
        term.reportedOn ??= one.on;
        if (waitingIn(verifications) === undefined) verifications.push({ reportedOn: one.on });
        break;
      case 'verified':
        closedOn ??= one.on;
        markVerified(verifications, one.on, true);
        break;
      case 'failed':
        failures.push(one.on);
        markVerified(verifications, one.on, false);
        delete term.metOn;
        break;
      case 'renewed':
        term.renewedOn = one.on;
        terms.push({ from: one.on, due: one.due });
    }
  }
  return { terms, reports, failures, verifications, ...(closedOn !== undefined && { closedOn }) };
}

function markVerified(verifications: readonly Verification[], on: CivilDate, passed: boolean): void {
  const waiting = waitingIn(verifications);
  if (waiting !== undefined) Object.assign(waiting, { doneOn: on, passed });
}

/** The report that waits to be verified, if there is one. */
const waitingIn = (verifications: readonly Verification[]): Verification | undefined =>
  verifications.find(({ doneOn }) => doneOn === undefined);

export const lastTerm = ({ terms }: TermHistory): Term => terms.at(-1) ?? terms[0];

/** Its day passes without a report dated in time, and nobody replaced it before. */
export const isMissable = ({ due, reportedOn, renewedOn }: Term): boolean =>
  (reportedOn === undefined || reportedOn > due) && (renewedOn === undefined || renewedOn > due);

/** A failed verification of one report; whoever fails the same report again adds nothing. */
export const failedVerifications = ({ verifications }: TermHistory): CivilDate[] =>
  verifications.flatMap(({ doneOn, passed }) => (doneOn !== undefined && passed === false ? [doneOn] : []));

/** Each date is a deadline of its own; a missed one stays as it was. */
export const termDeadlines = (
  { terms, closedOn }: TermHistory,
  id: string,
  spec: Omit<DeadlineSpec, 'id' | 'trigger' | 'period' | 'rollover' | 'metOn' | 'dropped'>,
): DeadlineSpec[] =>
  terms.map((term, index) => {
    const { from, due, metOn, renewedOn } = term;
    const met = metOn ?? (index === terms.length - 1 ? closedOn : undefined);
    return {
      ...spec,
      id: index === 0 ? id : `${id}:${index + 1}`,
      trigger: from,
      triggerWhat: index === 0 ? spec.triggerWhat : '重新限期',
      period: { until: due },
      rollover: 'none',
      ...(met !== undefined
        ? { metOn: met }
        : renewedOn !== undefined && { dropped: { on: renewedOn, reason: renewalWords(term) } }),
    };
  });

const renewalWords = (term: Term): string => {
  if (isMissable(term)) return '未按期完成，已重新限期';
  return term.reportedOn === undefined ? '期满之前已重新限期' : '核查不通过，已重新限期';
};
