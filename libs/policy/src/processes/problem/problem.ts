import type { CaseView, Consequence, LedgerRecord } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { countyOf } from '../../base/office';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { isMissable, lastTerm } from '../../case/term-history';
import type { DeadlineSpec } from '../../dates/deadline';
import { deadlinesOf } from './problem-deadlines';
import { openDue, readProblem, type Problem, type ProblemFacts, type ProblemFile } from './problem-facts';
import { noticesOf } from './problem-notices';
import { noReturnNotices, returnQuestion } from './problem-return';
import { problemOpenings, problemOperations } from './problem-operations';

/** Stages of a problem. */
export const problemStages = {
  found: '待研究整改',
  upward: '已书面上报',
  rectifying: '整改中',
  reported: '待核查',
  'written-off': '已销账',
  withdrawn: '已撤销',
} as const;
export type ProblemStage = keyof typeof problemStages;

/** C-2.end (问题台账，挂账销账), C-2.4 for a project's risk: from the finding to the write-off, and what follows when it is not put right. */
export const problem = processOf<Problem, CaseView>({
  process: 'problem',
  openings: problemOpenings,
  operations: problemOperations,
  read: readProblem,
  scope: ({ opening }) => scopeOfPlace(opening.place),
  view,
});

function view(file: ProblemFile, facts: ProblemFacts): CaseView {
  const stage = stageOf(facts);
  const { opening } = file;
  return {
    stage,
    stageName: problemStages[stage],
    deadlines:
      facts.withdrawnOn === undefined
        ? deadlinesOf(file, facts)
        : deadlinesOf(file, facts).map((spec) => withdrawn(spec, facts.withdrawnOn as CivilDate)),
    consequences: [...returnQuestion(file, facts), ...consequencesOf(file, facts)],
    notices: [...noticesOf(file, facts), ...noReturnNotices(file, facts)],
    records: [problemRow(file, facts, stage), ...groundRow(file, facts)],
    listed: {
      list: opening.list,
      source: opening.source,
      owner: facts.owner,
      due: openDue(facts) ?? null,
      setbacks: facts.setbacks.length,
      rounds: facts.rounds.length,
      repeatedlyUnrectified: facts.repeatedlyUnrectifiedOn !== undefined,
      recurring: facts.recurringSince !== undefined,
      yuan: opening.yuan,
    },
    ...endOf(facts),
  };
}

const withdrawn = (spec: DeadlineSpec, on: CivilDate): DeadlineSpec =>
  spec.metOn === undefined ? { ...spec, dropped: { on, reason: '问题已更正撤销' } } : spec;

function endOf({ withdrawnOn, isOver, watchedUntil }: ProblemFacts): Pick<CaseView, 'ended'> {
  if (withdrawnOn !== undefined)
    return { ended: { on: withdrawnOn, outcome: 'withdrawn', outcomeName: problemStages.withdrawn } };
  return isOver && watchedUntil !== undefined
    ? { ended: { on: addDays(watchedUntil, 1), outcome: 'written-off', outcomeName: '已销账，观察期内未反弹' } }
    : {};
}

function stageOf({ withdrawnOn, writtenOffOn, current }: ProblemFacts): ProblemStage {
  if (withdrawnOn !== undefined) return 'withdrawn';
  if (writtenOffOn !== undefined) return 'written-off';
  if (current.history !== undefined) return lastTerm(current.history).metOn === undefined ? 'rectifying' : 'reported';
  return current.upward === undefined ? 'found' : 'upward';
}

function consequencesOf({ caseId }: ProblemFile, facts: ProblemFacts): Consequence[] {
  const self = { kind: 'tell', clause: 'C-2.end', caseId } as const;
  const due = openDue(facts);
  const { watchedUntil } = facts;
  const missed = facts.rounds.flatMap(({ history }) => history?.terms ?? []).filter(isMissable);
  return [
    ...missed
      .filter((term) => term.due === due || term.renewedOn !== undefined || term.metOn !== undefined)
      .map((term): Consequence => ({
        ...self,
        key: `missed@${term.from}/${term.due}`,
        on: addDays(term.due, 1),
        operation: 'deadlineMissed',
        body: { due: term.due },
      })),
    ...(watchedUntil === undefined
      ? []
      : [
          {
            ...self,
            key: `watched@${watchedUntil}`,
            on: addDays(watchedUntil, 1),
            operation: 'watchEnded',
            body: {},
          } as const,
        ]),
  ];
}

const problemRow = ({ opening, openedOn }: ProblemFile, facts: ProblemFacts, stage: ProblemStage): LedgerRecord => ({
  table: 'register',
  key: 'problem',
  row: {
    kind: 'problem',
    territory: opening.place,
    period: openedOn.slice(0, 4),
    owner: facts.owner,
    on: openedOn,
    state: stage,
    body: {
      list: opening.list,
      what: opening.what,
      source: opening.source,
      reference: opening.reference,
      persons: opening.persons,
      due: openDue(facts) ?? null,
      setbacks: facts.setbacks.length,
      repeatedlyUnrectifiedOn: facts.repeatedlyUnrectifiedOn ?? null,
      recurringSince: facts.recurringSince ?? null,
      writtenOffOn: facts.writtenOffOn ?? null,
      yuan: opening.yuan,
    },
  },
});

const groundRow = ({ opening, caseId }: ProblemFile, { recurringSince, withdrawnOn }: ProblemFacts): LedgerRecord[] =>
  recurringSince === undefined || withdrawnOn !== undefined
    ? []
    : [
        {
          table: 'register',
          key: 'ground/recurring',
          row: {
            kind: 'ground',
            territory: countyOf(opening.place),
            period: recurringSince.slice(0, 4),
            owner: null,
            on: recurringSince,
            state: 'proposed',
            body: { kind: 'recurring-problems', what: `问题销账后再次出现：${opening.what}`, source: caseId },
          },
        },
      ];
