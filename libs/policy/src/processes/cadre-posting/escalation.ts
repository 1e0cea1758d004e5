import type { AbsenceLadder } from './absence-ladder';
import type { CivilDate } from '../../dates/civil-date';
import type { RankingLadder } from './ranking-ladder';
import type { Settings } from '../../settings/policy-set';

/** Clause C-3.7: the steps of both ladders in one order. */
export const escalationRungs = { none: '无', reminder: '提醒', interview: '约谈', recall: '召回／组织处理' } as const;
export type EscalationRung = keyof typeof escalationRungs;

/** One step that the facts have reached: called for, waiting for the notice before it, or done. */
export interface EscalationStep {
  rung: Exclude<EscalationRung, 'none'>;
  path: 'absence' | 'ranking' | 'selection' | 'decision';
  /** The day it was called for. */
  since: CivilDate;
  state: 'called-for' | 'waiting' | 'done';
  doneOn: CivilDate | null;
}

/** Clause C-3.7: one view 提醒 → 约谈 → 召回／组织处理 with the counters of both ladders; no step the text lacks. */
export interface Escalation {
  rung: EscalationRung;
  rungName: string;
  absences: { count: number; forRecall: number };
  ranking: {
    lowRun: number;
    lowForInterview: number;
    named: number;
    namedForInterview: number;
    held: number;
    heldForHandling: number;
  };
  steps: EscalationStep[];
}

export interface EscalationFacts {
  absence: AbsenceLadder;
  ranking: RankingLadder;
  /** Clause C-2.1: the selection check failed on this day. */
  selectionFailedOn: CivilDate | null;
  recallDecidedOn: CivilDate | null;
  recalledOn: CivilDate | null;
}

/** Clauses C-2.1 and C-3.7: where a cadre stands on both ladders. */
export function escalationOf(facts: EscalationFacts, settings: Settings): Escalation {
  const steps = [...reminderSteps(facts), ...interviewSteps(facts), ...recallSteps(facts)].sort((a, b) =>
    a.since < b.since ? -1 : Number(a.since > b.since),
  );
  const rung = highestOf(steps);
  const { ranking, absence } = facts;
  return {
    rung,
    rungName: escalationRungs[rung],
    absences: { count: absence.counted.length, forRecall: settings.absencesForRecall },
    ranking: {
      lowRun: ranking.lowRun,
      lowForInterview: settings.lowMonthsForInterview,
      named: ranking.freeMatters.length,
      namedForInterview: settings.superiorBulletinsForInterview,
      held: ranking.interviewsHeld,
      heldForHandling: settings.interviewsForHandling,
    },
    steps,
  };
}

function highestOf(steps: readonly EscalationStep[]): EscalationRung {
  const order = Object.keys(escalationRungs) as EscalationRung[];
  return steps.reduce<EscalationRung>(
    (highest, { rung }) => (order.indexOf(rung) > order.indexOf(highest) ? rung : highest),
    'none',
  );
}

const step = (
  rung: EscalationStep['rung'],
  path: EscalationStep['path'],
  since: CivilDate,
  doneOn: CivilDate | null,
  waits = false,
): EscalationStep => ({
  rung,
  path,
  since,
  state: doneOn !== null ? 'done' : waits ? 'waiting' : 'called-for',
  doneOn,
});

const reminderSteps = ({ absence }: EscalationFacts): EscalationStep[] =>
  absence.reminders
    .filter(({ excusedOn }) => excusedOn === undefined)
    .map(({ since, remindedOn }) => step('reminder', 'absence', since, remindedOn ?? null));

const interviewSteps = ({ ranking }: EscalationFacts): EscalationStep[] =>
  ranking.interviews.map(({ formedOn, heldOn, orderedOn }) =>
    step('interview', 'ranking', formedOn, heldOn ?? null, orderedOn === null),
  );

function recallSteps({
  absence,
  ranking,
  selectionFailedOn,
  recallDecidedOn,
  recalledOn,
}: EscalationFacts): EscalationStep[] {
  const byAbsence = absence.recalls
    .filter(({ cancelledOn }) => cancelledOn === undefined)
    .map(({ absenceOn, readyOn }) => step('recall', 'absence', absenceOn, recalledOn, readyOn === null));
  const byInterviews = ranking.rounds.map(({ calledOn, handledOn }) =>
    step('recall', 'ranking', calledOn, handledOn ?? null),
  );
  const bySelection = selectionFailedOn === null ? [] : [step('recall', 'selection', selectionFailedOn, recalledOn)];
  const others = [recallDecidedOn ?? recalledOn].flatMap((day) =>
    day === null ? [] : [step('recall', 'decision', day, recalledOn)],
  );
  const isExplained = byAbsence.length + bySelection.length > 0 && recallDecidedOn === null;
  return [...byAbsence, ...byInterviews, ...bySelection, ...(isExplained ? [] : others)];
}
