import { actsOf, inDateOrder } from '../../case/act-order';
import type { Actor, CaseFile } from '../../case/case';
import type { Department } from '../../base/departments';
import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import { settingsOf } from '../../settings/policy-set';
import type {
  ContestBodies,
  ContestOpening,
  ContestScore,
  CorrectContestBody,
  PublishContestBody,
} from './contest-acts';
import { evaluatorOf, evaluatorsAmong, keyOf, pointsOf } from './contest-departments';
import { rankContest, type ContestLine } from './contest-ranking';

export type ContestFile = CaseFile<ContestOpening, ContestBodies>;

/** What the rules of a contest are about. */
export interface Contest {
  opening: ContestOpening;
  facts: ContestFacts;
  bodies: ContestBodies;
}

/** A score, and the office it is from. */
export interface GivenScore extends ContestScore {
  by: Actor['office'];
}

/** A ranking as it was published. */
export interface ContestPublication {
  number: string;
  issuedOn: CivilDate;
  corrects: string | null;
  reason: string | null;
  by: Actor['office'];
  lines: readonly ContestLine[];
}

/** a contest read in the order of its dates. */
export interface ContestFacts {
  keyCounties: readonly Territory[];
  membershipSource: string;
  scores: ReadonlyMap<string, GivenScore>;
  /** Departments whose evaluations stand side by side. */
  evaluators: readonly Department[];
  lines: readonly ContestLine[];
  publications: readonly ContestPublication[];
  isOver: boolean;
}

/** All that is known of a contest. */
export function readContest(file: ContestFile): ContestFacts {
  const { opening } = file;
  const membership = membershipOf(file);
  const scores = new Map<string, GivenScore>();
  const publications: ContestPublication[] = [];
  let without: PublishContestBody['without'];
  const evaluatorsNow = (): Department[] =>
    evaluatorsAmong(opening.departments, scores.values(), without?.departments ?? []);
  const linesNow = (): ContestLine[] => {
    const points = pointsOf(opening.counties, evaluatorsNow(), scores);
    const counted = opening.counties.filter((county) => without?.counties.includes(county) !== true);
    return rankContest(counted, membership.keyCounties, points, settingsOf(file.policy));
  };
  const give = (one: ContestScore, by: Actor['office']): void => {
    const given = { ...one, by, department: evaluatorOf(one, by) };
    scores.set(keyOf(given), given);
  };
  const correct = ({ reason, number = '', ...one }: CorrectContestBody, issued: Issued): void => {
    give({ ...one, department: one.department ?? onlyOf(evaluatorsNow(), issued.by) }, issued.by);
    const [first] = publications;
    if (first !== undefined)
      publications.push({ ...issued, number, corrects: first.number, reason, lines: linesNow() });
  };
  for (const act of inDateOrder(file.acts)) {
    const by = act.by.office;
    const issued = { issuedOn: act.occurredOn, by };
    if (act.operation === 'scoreAll') for (const one of act.body.scores) give(one, by);
    if (act.operation === 'correct') correct(act.body, issued);
    if (act.operation === 'publish') {
      without = act.body.without;
      publications.push({ ...issued, number: act.body.number, corrects: null, reason: null, lines: linesNow() });
    }
  }
  return {
    ...membership,
    scores,
    evaluators: evaluatorsNow(),
    lines: linesNow(),
    publications,
    isOver: file.acts.some(({ operation }) => operation === 'correctionsExpired'),
  };
}

type Issued = Pick<ContestPublication, 'issuedOn' | 'by'>;

/** The key counties as last imported. */
function membershipOf({ opening, acts }: ContestFile): Pick<ContestFacts, 'keyCounties' | 'membershipSource'> {
  const { keyCounties, source } = actsOf(acts, 'importMembership').at(-1)?.body ?? {
    keyCounties: opening.keyCounties,
    source: opening.membershipSource,
  };
  return { keyCounties, membershipSource: source };
}

/** Where one department alone evaluates, it need not be named. */
export const onlyOf = (evaluators: readonly Department[], by: Actor['office']): Department | undefined =>
  evaluatorOf({ method: 'departments' }, by) ?? (evaluators.length === 1 ? evaluators[0] : undefined);
