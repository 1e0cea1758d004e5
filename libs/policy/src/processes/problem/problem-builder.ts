import { buildCase, type BuiltCase } from '../../case/case-builder';
import type { CivilDate } from '../../dates/civil-date';
import { problem } from './problem';
import type { ProblemOpening } from './problem-acts';

/** Offices of one village, for examples in specs. */
export const offices = {
  village: 'village-committee:140423100201',
  secretary: 'village-party-secretary:140423100201',
  township: 'party-committee:140423100',
  stationing: 'stationing-office:140423',
  leadingGroup: 'leading-group-office:140423',
  water: 'department:140423:water',
} as const;

export type RunningProblem = BuiltCase<ProblemOpening>;

/** A problem of village V1 where nothing else is said, found on a day. */
export const problemFound = (openedOn: CivilDate, more: Partial<ProblemOpening> = {}): RunningProblem =>
  buildCase(problem, {
    caseId: `problem:${more.place ?? '140423100201'}:1`,
    openedOn,
    opening: {
      place: '140423100201',
      list: 'monitoring-help',
      what: '两户监测户帮扶措施未落实',
      source: 'check',
      reference: null,
      persons: [],
      recurs: null,
      yuan: null,
      owner: null,
      ...more,
    },
  });

/** Days go by: what the case tells itself is said on its day. */
export function untilDay(running: RunningProblem, day: CivilDate): void {
  for (const one of running.view().consequences)
    if (one.kind === 'tell' && one.caseId === running.file().caseId && one.on <= day)
      if (
        !running.file().acts.some(({ key }) => key.includes(JSON.stringify(one.body)) && key.startsWith(one.operation))
      )
        running.say(one.operation, one.on, one.body, { office: 'system' });
}
