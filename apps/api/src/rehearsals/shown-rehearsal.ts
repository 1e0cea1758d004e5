import { divisionName, divisionPath, officeName } from '@duban/contracts/divisions';
import {
  rehearsalStates,
  rehearsedKinds,
  whatIfs,
  whatIfsOf,
  type RehearsedKind,
  type WhatIf,
  type WhatIfId,
} from '@duban/contracts/rehearsals';
import type { CountOf, RehearsalEventRow } from '@duban/persistence/rehearsal-events';
import type { RehearsalRow } from '@duban/persistence/rehearsals';
import { processNames, type ProcessName } from '@duban/policy/case/case';
import { citation, isClauseId } from '@duban/policy/base/clauses/clauses';
import { daysBetween } from '@duban/policy/dates/civil-date';
import { basePolicy, settingOrigins, settingsOf, type Settings } from '@duban/policy/settings/policy-set';
import { withPlaces } from '../names/in-brackets';

/** A rehearsal as lists show it. */
export const shownRehearsal = (row: RehearsalRow) => {
  const {
    id,
    title,
    county,
    start,
    until,
    months,
    state,
    requestedBy,
    requestedAt,
    startedAt,
    finishedAt,
    summary,
    failure,
  } = row;
  return {
    id,
    title,
    county,
    countyName: divisionName(county),
    countyPath: divisionPath(county),
    start,
    until,
    months,
    state,
    stateName: row.cancelAskedAt !== null && state === 'running' ? '正在取消' : rehearsalStates[state],
    canCancel: state === 'waiting' || (state === 'running' && row.cancelAskedAt === null),
    requestedBy,
    requestedByName: officeName(requestedBy),
    requestedAt,
    startedAt,
    finishedAt,
    progress: { day: row.dayReached, done: row.actsDone, total: row.actsTotal, share: shareOf(row) },
    summary,
    failure,
  };
};

/** How much of its days is over: 0 to 1. */
function shareOf({ state, start, until, dayReached }: RehearsalRow): number {
  if (state === 'done') return 1;
  if (dayReached === null) return 0;
  const share = daysBetween(start, dayReached) / (daysBetween(start, until) + 1);
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
}

/** The order in words: each what-if with its name, what was chosen, and whether that differs from the ordinary. */
export function shownOrder({ whatIfs: stored, policy, county, start, months }: RehearsalRow) {
  const chosen = whatIfsOf(stored);
  return {
    county,
    start,
    months,
    whatIfs: { ...chosen },
    chosen: (Object.entries(whatIfs) as [WhatIfId, WhatIf][])
      .filter(([id]) => id !== 'policyChanges')
      .map(([id, whatIf]) => ({
        id,
        name: whatIf.name,
        value: chosen[id],
        words: wordsOf(whatIf, chosen[id]),
        isOrdinary: chosen[id] === whatIf.default,
      })),
    policy: { set: policy.set, version: policy.version },
    policyChanges: policyChanges(chosen.policyChanges, settingsOf(policy)),
  };
}

function wordsOf(whatIf: WhatIf, value: unknown): string {
  switch (whatIf.form) {
    case 'count':
      return `${String(value)}${whatIf.unit}`;
    case 'share':
      return `${Math.round(Number(value) * 100)}%`;
    case 'choice':
      return whatIf.choices[String(value)] ?? String(value);
    case 'switch':
      return value === true ? '开' : '关';
    case 'settings':
      return JSON.stringify(value);
  }
}

function policyChanges(changes: Record<string, unknown>, before: Settings) {
  const origins = settingOrigins(basePolicy.set);
  return Object.entries(changes).map(([name, to]) => {
    const origin = origins[name as keyof Settings];
    return {
      name,
      title: origin.title,
      clause: origin.clause,
      citation: citation(origin.clause),
      from: before[name as keyof Settings],
      to,
    };
  });
}

export const kindName = (kind: string): string =>
  Object.hasOwn(rehearsedKinds, kind) ? rehearsedKinds[kind as RehearsedKind] : kind;
export const processNameOf = (process: string): string =>
  Object.hasOwn(processNames, process)
    ? processNames[process as ProcessName]
    : process === 'register'
      ? '手工台账'
      : process;
const citationOf = (clause: string): string | null => (isClauseId(clause) ? citation(clause) : null);

export const shownEvent = ({ by, ...event }: RehearsalEventRow) => ({
  ...event,
  what: withPlaces(event.what),
  clause: event.clause === '' ? null : event.clause,
  citation: citationOf(event.clause),
  by,
  byName: officeName(by),
  recipientNames: event.recipients.map(officeName),
  processName: processNameOf(event.process),
  kind: event.kind as RehearsedKind,
  kindName: kindName(event.kind),
});

export const countsByKind = (counts: readonly CountOf[]) =>
  counts.map(({ of, count }) => ({ kind: of as RehearsedKind, name: kindName(of), count }));
export const countsByProcess = (counts: readonly CountOf[]) =>
  counts.map(({ of, count }) => ({ process: of, name: processNameOf(of), count }));
export const countsByClause = (counts: readonly CountOf[]) =>
  counts.map(({ of, count }) => ({ clause: of, citation: citationOf(of), count }));
