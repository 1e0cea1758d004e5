import { actsOf, inDateOrder } from '../../case/act-order';
import type { Actor, CaseFile } from '../../case/case';
import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import { settingsOf } from '../../settings/policy-set';
import type { ContestBodies, ContestOpening, ContestScore } from './contest-acts';
import { partKey, rankContest, type ContestLine } from './contest-ranking';

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
  lines: readonly ContestLine[];
  publications: readonly ContestPublication[];
  isOver: boolean;
}

/** All that is known of a contest. */
export function readContest(file: ContestFile): ContestFacts {
  const membership = actsOf(file.acts, 'importMembership').at(-1)?.body;
  const keyCounties = membership?.keyCounties ?? file.opening.keyCounties;
  const scores = new Map<string, GivenScore>();
  const publications: ContestPublication[] = [];
  let left: readonly Territory[] = [];
  const linesNow = (): ContestLine[] => {
    const points = new Map([...scores].map(([key, { score }]) => [key, score]));
    const counted = file.opening.counties.filter((county) => !left.includes(county));
    return rankContest(counted, keyCounties, points, settingsOf(file.policy));
  };
  for (const act of inDateOrder(file.acts)) {
    const by = act.by.office;
    const issued = { issuedOn: act.occurredOn, by };
    if (act.operation === 'scoreAll') for (const one of act.body.scores) scores.set(keyOf(one), { ...one, by });
    if (act.operation === 'correct') {
      const { reason, number = '', ...one } = act.body;
      scores.set(keyOf(one), { ...one, by });
      const [first] = publications;
      if (first !== undefined)
        publications.push({ ...issued, number, corrects: first.number, reason, lines: linesNow() });
    }
    if (act.operation === 'publish') {
      left = act.body.without?.counties ?? [];
      publications.push({ ...issued, number: act.body.number, corrects: null, reason: null, lines: linesNow() });
    }
  }
  return {
    keyCounties,
    membershipSource: membership?.source ?? file.opening.membershipSource,
    scores,
    lines: linesNow(),
    publications,
    isOver: file.acts.some(({ operation }) => operation === 'correctionsExpired'),
  };
}

export const keyOf = ({ county, method, content }: Pick<ContestScore, 'county' | 'method' | 'content'>): string =>
  partKey(county, method, content);
