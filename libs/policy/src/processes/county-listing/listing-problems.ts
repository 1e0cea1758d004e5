import type { Actor, CaseFile, KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type {
  AddGroundBody,
  ListingOpening,
  ProblemLine,
  ProblemProgressBody,
  VerifyProblemBody,
} from './listing-acts';
import { isOfRound, type Round } from './listing-rounds';
import type { Settings } from '../../settings/policy-set';

/** Clause: a problem of the list with everything said of it, in the order of dates. */
export interface ListedProblem extends ProblemLine {
  listedOn: CivilDate;
  rectifications: readonly { on: CivilDate; by: Actor }[];
  verifications: readonly { on: CivilDate; passed: boolean }[];
}

/** Clause: the problem list of a county; `acts` in the order of their dates. */
export function readProblems(file: CaseFile<ListingOpening>, acts: readonly KeptAct[]): ListedProblem[] {
  const problems = new Map<string, ProblemLine & { listedOn: CivilDate }>();
  const list = (lines: readonly ProblemLine[], listedOn: CivilDate): void =>
    lines.forEach((line) => problems.has(line.id) || problems.set(line.id, { ...line, listedOn }));
  list(file.opening.problems, file.openedOn);
  for (const act of acts) list(linesOf(act), act.occurredOn);
  return [...problems.values()].map((problem) => ({
    ...problem,
    rectifications: rectificationsOf(acts, problem.id),
    verifications: verificationsOf(acts, problem.id),
  }));
}

export type ProblemFinding = 'verified' | 'unrectified' | 'unexamined';

/**
 * Clause: what is known of a problem on the day of an acceptance: its last verification. One that found it not rectified counts for
 * the round it was made in; without a new one the problem is unexamined in the next round.
 */
export function findingOf(problem: ListedProblem, round: Round, on: CivilDate): ProblemFinding {
  const last = problem.verifications.filter((verification) => verification.on <= on).at(-1);
  if (last === undefined) return 'unexamined';
  if (last.passed) return 'verified';
  return isOfRound(round, last.on) ? 'unrectified' : 'unexamined';
}

/** Clause: not yet verified as rectified. */
export const isOpen = (problem: ListedProblem): boolean => problem.verifications.at(-1)?.passed !== true;

/** Clause: the day a problem became 屡次整改不到位, found unrectified `failedVerificationsForSuggestion` times; `undefined` while it is not. */
export const repeatedlyUnrectifiedOn = (problem: ListedProblem, settings: Settings): CivilDate | undefined =>
  problem.verifications.filter(({ passed }) => !passed)[settings.failedVerificationsForSuggestion - 1]?.on;

function linesOf(act: KeptAct): readonly ProblemLine[] {
  if (act.operation === 'addProblem') return [act.body as ProblemLine];
  return act.operation === 'addGround' ? ((act.body as AddGroundBody).problems ?? []) : [];
}

const rectificationsOf = (acts: readonly KeptAct[], problem: string): ListedProblem['rectifications'] =>
  acts
    .filter(
      ({ operation, body }) =>
        operation === 'problemProgress' &&
        (body as ProblemProgressBody).problem === problem &&
        (body as ProblemProgressBody).rectified,
    )
    .map(({ occurredOn, by }) => ({ on: occurredOn, by }));

const verificationsOf = (acts: readonly KeptAct[], problem: string): ListedProblem['verifications'] =>
  acts
    .filter(({ operation, body }) => operation === 'verifyProblem' && (body as VerifyProblemBody).problem === problem)
    .map(({ occurredOn, body }) => ({ on: occurredOn, passed: (body as VerifyProblemBody).passed }));
