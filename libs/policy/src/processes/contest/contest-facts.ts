import { inDateOrder } from '../../case/act-order';
import type { CaseFile, KeptAct } from '../../case/case';
import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import { settingsOf } from '../../settings/policy-set';
import type {
  ContestOpening,
  ContestScore,
  CorrectContestBody,
  ImportMembershipBody,
  PublishContestBody,
  ScoreContestBody,
} from './contest-acts';
import { partKey, rankContest, type ContestLine } from './contest-ranking';

export type ContestFile = CaseFile<ContestOpening>;

/** A ranking as it was published. */
export interface ContestPublication {
  number: string;
  issuedOn: CivilDate;
  corrects: string | null;
  reason: string | null;
  lines: readonly ContestLine[];
}

/** a contest read in the order of its dates. */
export interface ContestFacts {
  keyCounties: readonly Territory[];
  membershipSource: string;
  scores: ReadonlyMap<string, ContestScore>;
  lines: readonly ContestLine[];
  publications: readonly ContestPublication[];
  isOver: boolean;
}

/** All that is known of a contest. */
export function readContest(file: ContestFile): ContestFacts {
  const acts = inDateOrder(file.acts);
  const membership = acts.filter(({ operation }) => operation === 'importMembership').at(-1) as
    KeptAct<ImportMembershipBody> | undefined;
  const keyCounties = membership?.body.keyCounties ?? file.opening.keyCounties;
  const scores = new Map<string, ContestScore>();
  const publications: ContestPublication[] = [];
  let left: readonly Territory[] = [];
  const linesNow = (): ContestLine[] => {
    const points = new Map([...scores].map(([key, { score }]) => [key, score]));
    const counted = file.opening.counties.filter((county) => !left.includes(county));
    return rankContest(counted, keyCounties, points, settingsOf(file.policy));
  };
  for (const { operation, body, occurredOn } of acts) {
    if (operation === 'scoreAll') for (const one of (body as ScoreContestBody).scores) scores.set(keyOf(one), one);
    if (operation === 'correct') {
      const { reason, number, ...one } = body as CorrectContestBody;
      scores.set(keyOf(one), one);
      const [first] = publications;
      if (first !== undefined)
        publications.push({
          number: number ?? '',
          issuedOn: occurredOn,
          corrects: first.number,
          reason,
          lines: linesNow(),
        });
    }
    if (operation === 'publish') {
      const { number, without } = body as PublishContestBody;
      left = without?.counties ?? [];
      publications.push({ number, issuedOn: occurredOn, corrects: null, reason: null, lines: linesNow() });
    }
  }
  return {
    keyCounties,
    membershipSource: membership?.body.source ?? file.opening.membershipSource,
    scores,
    lines: linesNow(),
    publications,
    isOver: acts.some(({ operation }) => operation === 'correctionsExpired'),
  };
}

export const keyOf = ({ county, method, content }: Pick<ContestScore, 'county' | 'method' | 'content'>): string =>
  partKey(county, method, content);
