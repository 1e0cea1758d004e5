import { actsOf } from '../../case/act-order';
import type { Actor, KeptActOf } from '../../case/case';
import { officeId, type OfficeId, type Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import type { ListingBodies, ListingOpening, ProblemLine } from './listing-acts';
import type { ListingFile } from './listing-facts';
import { isOfRound, type Round } from './listing-rounds';
import type { Settings } from '../../settings/policy-set';

type ListingAct = KeptActOf<ListingBodies>;

/** RULES 2.grounds: who did the work, and who reported it, which makes nobody the rectifier. */
export interface Rectification {
  on: CivilDate;
  by: OfficeId;
  reportedBy: Actor;
}

/** Clause: a problem of the list with everything said of it, in the order of dates. */
export interface ListedProblem extends ProblemLine {
  county: Territory;
  listedOn: CivilDate;
  rectifications: readonly Rectification[];
  verifications: readonly { on: CivilDate; passed: boolean }[];
}

/** Clause: the problem list of a county; `acts` in the order of their dates. */
export function readProblems(file: ListingFile, acts: readonly ListingAct[]): ListedProblem[] {
  const problems = new Map<string, ProblemLine & { listedOn: CivilDate }>();
  const list = (lines: readonly ProblemLine[], listedOn: CivilDate): void =>
    lines.forEach((line) => problems.has(line.id) || problems.set(line.id, { ...line, listedOn }));
  list(file.opening.problems, file.openedOn);
  for (const act of acts) list(linesOf(act), act.occurredOn);
  return [...problems.values()].map((problem) => ({
    ...problem,
    county: file.opening.county,
    rectifications: rectificationsOf(file.opening, acts, problem.id),
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

function linesOf(act: ListingAct): readonly ProblemLine[] {
  if (act.operation === 'addProblem') return [act.body];
  return act.operation === 'addGround' ? (act.body.problems ?? []) : [];
}

const rectificationsOf = (
  { county }: ListingOpening,
  acts: readonly ListingAct[],
  problem: string,
): readonly Rectification[] =>
  actsOf(acts, 'problemProgress')
    .filter(({ body }) => body.problem === problem && body.rectified)
    .map(({ occurredOn, by, body }) => ({
      on: occurredOn,
      by: body.rectifiedBy ?? officeId('leading-group-office', county),
      reportedBy: by,
    }));

const verificationsOf = (acts: readonly ListingAct[], problem: string): ListedProblem['verifications'] =>
  actsOf(acts, 'verifyProblem')
    .filter(({ body }) => body.problem === problem)
    .map(({ occurredOn, body }) => ({ on: occurredOn, passed: body.passed }));
