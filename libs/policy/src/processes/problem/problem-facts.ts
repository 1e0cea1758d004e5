import { actsOf, inDateOrder } from '../../case/act-order';
import type { Actor, CaseFile, KeptActOf } from '../../case/case';
import { countyOf, levelOf, officeId, townshipOf, type OfficeId } from '../../base/office';
import { addDays, addMonths, type CivilDate } from '../../dates/civil-date';
import {
  failedVerifications,
  isMissable,
  lastTerm,
  readTerms,
  type Said,
  type TermHistory,
} from '../../case/term-history';
import { settingsOf, type Settings } from '../../settings/policy-set';
import { returnedOn } from './problem-return';
import type { ProblemBodies, ProblemOpening } from './problem-acts';

export type ProblemFile = CaseFile<ProblemOpening, ProblemBodies>;
type ProblemAct = KeptActOf<ProblemBodies>;

/** What the rules of a problem are about. */
export interface Problem {
  opening: ProblemOpening;
  facts: ProblemFacts;
  bodies: ProblemBodies;
}

/** From its finding, or its coming back, to the next write-off. */
export interface ProblemRound {
  from: CivilDate;
  upward?: { on: CivilDate; department: OfficeId };
  plan?: { on: CivilDate; by: OfficeId; responsible: string; measure: string };
  history?: TermHistory;
  /** Who did the work, and who reported it, which makes nobody the rectifier. */
  work: readonly Rectification[];
}

/** OBLIGATIONS D8: a report that it is put right. */
export interface Rectification {
  by: OfficeId;
  reportedBy: Actor;
}

/** C-2.end: a problem read in the order of its dates. */
export interface ProblemFacts {
  settings: Settings;
  rounds: readonly [ProblemRound, ...ProblemRound[]];
  current: ProblemRound;
  /** Who has to put it right now. */
  owner: OfficeId;
  /** Dates missed and verifications failed, each by its day. */
  setbacks: readonly CivilDate[];
  /** The day it became 屡次整改不到位. */
  repeatedlyUnrectifiedOn?: CivilDate;
  /** The day it became 屡改屡犯. */
  recurringSince?: CivilDate;
  withdrawnOn?: CivilDate;
  writtenOffOn?: CivilDate;
  /** The day after which a return is a new problem, once it has passed. */
  watchedUntil?: CivilDate;
  isOver: boolean;
}

/** All that is known of a problem. */
export function readProblem(file: ProblemFile): ProblemFacts {
  const settings = settingsOf(file.policy);
  const acts = inDateOrder(file.acts);
  const rounds = roundsOf(file, acts);
  const current = rounds.at(-1) ?? rounds[0];
  const setbacks = setbacksOf(rounds, acts);
  const repeatedlyUnrectifiedOn = setbacks[settings.failedVerificationsForSuggestion - 1];
  const recurringSince = returnedOn(file, settings) ?? rounds[1]?.from;
  const withdrawnOn = acts.find(({ operation }) => operation === 'withdraw')?.occurredOn;
  const writtenOffOn = current.history?.closedOn;
  return {
    settings,
    rounds,
    current,
    owner: ownerOf(file, current),
    setbacks,
    ...(repeatedlyUnrectifiedOn !== undefined && { repeatedlyUnrectifiedOn }),
    ...(recurringSince !== undefined && { recurringSince }),
    ...(withdrawnOn !== undefined && { withdrawnOn }),
    ...(writtenOffOn !== undefined && {
      writtenOffOn,
      watchedUntil: addMonths(writtenOffOn, settings.problemWatchMonths),
    }),
    isOver:
      writtenOffOn !== undefined &&
      acts.some(({ operation, occurredOn }) => operation === 'watchEnded' && occurredOn > writtenOffOn),
  };
}

/** A village's problem is put right under the township; what was reported upward, by the department; any other, by its place's party committee. */
function ownerOf({ opening }: ProblemFile, { upward, plan }: ProblemRound): OfficeId {
  if (plan !== undefined) return plan.by;
  if (upward !== undefined) return upward.department;
  const place = levelOf(opening.place) === 'village' ? townshipOf(opening.place) : opening.place;
  return opening.owner ?? officeId('party-committee', place);
}

function roundsOf(file: ProblemFile, acts: readonly ProblemAct[]): [ProblemRound, ...ProblemRound[]] {
  const starts = acts.flatMap(({ operation, occurredOn }, index) =>
    operation === 'returned' ? [{ index, on: occurredOn }] : [],
  );
  const first = roundOf(file, file.openedOn, acts.slice(0, starts[0]?.index));
  const later = starts.map(({ index, on }, number) => roundOf(file, on, acts.slice(index, starts[number + 1]?.index)));
  return [first, ...later];
}

function roundOf(file: ProblemFile, from: CivilDate, acts: readonly ProblemAct[]): ProblemRound {
  const upward = acts.find((act) => act.operation === 'reportUpward');
  const plan = acts.find((act) => act.operation === 'plan');
  const stated = {
    ...(upward !== undefined && { upward: { on: upward.occurredOn, department: upward.body.department } }),
    ...(plan !== undefined && {
      plan: { on: plan.occurredOn, by: plan.by.office, responsible: plan.body.responsible, measure: plan.body.measure },
      history: readTerms(
        { from: plan.occurredOn, due: plan.body.due },
        acts.flatMap((act) => saidBy(act) ?? []),
      ),
    }),
  };
  const usual = usualRectifier(file, { from, work: [], ...stated });
  const work = actsOf(acts, 'rectified').map(({ by, body }) => ({ by: body.rectifiedBy ?? usual, reportedBy: by }));
  return { from, work, ...stated };
}

/** OBLIGATIONS D8: the village puts its problem right itself; what was reported upward, whoever took it over; any other, who owes it. */
const usualRectifier = (file: ProblemFile, round: ProblemRound): OfficeId =>
  isVillagesOwn(file, round) ? officeId('village-committee', file.opening.place) : ownerOf(file, round);

/** C-2.end: a village's problem that nobody above it has taken over. */
export const isVillagesOwn = ({ opening }: ProblemFile, { upward }: ProblemRound): boolean =>
  levelOf(opening.place) === 'village' && opening.owner === null && upward === undefined;

function saidBy(act: ProblemAct): Said | undefined {
  const on = act.occurredOn;
  switch (act.operation) {
    case 'rectified':
      return { kind: 'report', on, by: act.by };
    case 'verify':
      return { kind: act.body.passed ? 'verified' : 'failed', on };
    case 'renew':
      return { kind: 'renewed', on, due: act.body.due };
    default:
      return undefined;
  }
}

/** RULES 6.setbacks: a date counts as missed once the system has said so and nothing done in time has been recorded since. */
function setbacksOf(rounds: readonly ProblemRound[], acts: readonly ProblemAct[]): CivilDate[] {
  const said = new Set(acts.flatMap((act) => (act.operation === 'deadlineMissed' ? [act.body.due] : [])));
  const histories = rounds.flatMap(({ history }) => history ?? []);
  const missed = histories.flatMap(({ terms }) => terms.filter((term) => said.has(term.due) && isMissable(term)));
  return [...missed.map(({ due }) => addDays(due, 1)), ...histories.flatMap(failedVerifications)].sort();
}

/** The date running now, unless it was met. */
export function openDue({ current }: ProblemFacts): CivilDate | undefined {
  if (current.history === undefined || current.history.closedOn !== undefined) return undefined;
  const { due, metOn } = lastTerm(current.history);
  return metOn === undefined ? due : undefined;
}

/** C-2.4: a project's risk goes to the county's party committee and government. */
export const riskOwner = (place: string): OfficeId => officeId('party-committee', countyOf(place));
