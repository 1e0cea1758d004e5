import { contestContents, contestMethods, type ContestMethod } from '../../base/contest-parts';
import { departments as departmentNames, type Department } from '../../base/departments';
import {
  isWithin,
  kindOf,
  levelOf,
  officeKindName,
  type OfficeId,
  type OfficeKind,
  type Territory,
} from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, office, operations, type OpeningRow, type Saying, type Situation } from '../../case/operation';
import { chineseDate, laterOf } from '../../dates/civil-date';
import type { ContestOpening, ContestScore } from './contest-acts';
import { evaluatorOf, keyOf, lackingEvaluations, lackingWords, pointsOf } from './contest-departments';
import { onlyOf, type Contest, type ContestFacts, type ContestFile } from './contest-facts';
import { rankContest } from './contest-ranking';
import { settingsOf } from '../../settings/policy-set';

const clause = 'A-3.1';
type Now = Situation<Contest>;
type Judged = Admission | FieldRefusal;

const province = [office('leading-group-office', 'province')];
const departments = ['department', 'revitalization-bureau', 'organization-department'] as const;
const allScorers = [
  ...province,
  ...(['inspection-team', ...departments, 'stationing-office'] as const).map((kind) => office(kind, 'province')),
];

/** Who gives which score: departments their own evaluation, the province office and its inspectors all others. */
export const scorers: Readonly<Record<ContestMethod, readonly OfficeKind[]>> = {
  showcase: ['leading-group-office'],
  'on-site': ['leading-group-office', 'inspection-team'],
  departments,
  daily: ['leading-group-office', 'inspection-team', 'stationing-office'],
};

/** the province begins the contest of the year. */
export const contestOpenings = {
  open: {
    clause,
    title: '开展大比拼（重点帮扶县名单写明来源）',
    by: province,
    judge: ({ opening: { province: where, year, counties, keyCounties, departments: named }, openedOn }) => {
      if (levelOf(where) !== 'province')
        return refuse('INVALID_INPUT', clause, `应为2位省级行政区划代码，收到${where}。`, 'province');
      const current = openedOn.slice(0, 4);
      if (current !== year)
        return refuse('OUT_OF_RANGE', clause, `大比拼应在当年（${current}）开展，收到的是${year}年。`, 'year');
      if (new Set(named).size < (named?.length ?? 0))
        return refuse('INVALID_INPUT', clause, '参加评价的省直部门应不重复。', 'departments');
      const stranger = counties.findIndex((county) => levelOf(county) !== 'county' || !isWithin(county, where));
      if (stranger >= 0) {
        const words = `应为本省的县级行政区划代码，收到${counties[stranger]}。`;
        return refuse('UNKNOWN_SUBJECT', clause, words, `counties.${stranger}`);
      }
      if (new Set(counties).size < counties.length)
        return refuse('INVALID_INPUT', clause, '参加的县应不重复。', 'counties');
      const outside = keyCounties.findIndex((county) => !counties.includes(county));
      const words = `重点帮扶县应在参加的县之中，收到${keyCounties[outside]}。`;
      return outside < 0 ? admit() : refuse('UNKNOWN_SUBJECT', clause, words, `keyCounties.${outside}`);
    },
  },
} satisfies Record<string, OpeningRow<ContestOpening>>;

/** After publication only the publishing office corrects. */
const byPublisher = condition<Now>(
  'NOT_ALLOWED',
  ({
    facts: {
      publications: [first],
    },
    by,
  }) =>
    first === undefined || first.by === by.office
      ? undefined
      : `排名已于${chineseDate(first.issuedOn)}公布，更正应由公布单位（${first.by}）办理，当前单位是${officeKindName(by.office)}。`,
);
/** Before, each office its own scores. */
const scoredByItself = condition<Now>('WRONG_STAGE', ({ facts: { scores, publications }, by }) =>
  [...scores.values()].some((one) => publications.length > 0 || one.by === by.office)
    ? undefined
    : '本单位尚未打分，没有可更正的得分，请直接打分。',
);
const notPublished = condition<Now>(
  'ALREADY_DONE',
  ({
    facts: {
      publications: [first],
    },
  }) =>
    first === undefined ? undefined : `排名已于${chineseDate(first.issuedOn)}以${first.number}公布；有误的请更正。`,
);
const stillScoring = condition<Now>('CLOSED_PERIOD', ({ facts: { publications } }) =>
  publications.length === 0 ? undefined : '排名已经公布；得分有误的请更正，并印发更正通报。',
);
const listStillOpen = condition<Now>('WRONG_STAGE', ({ facts: { publications } }) =>
  publications.length === 0 ? undefined : '排名已经公布，不再更换重点帮扶县名单。',
);

/** everything that can be said to a contest. */
export const contestOperations = operations<Contest>()({
  importMembership: {
    clause,
    title: '更换重点帮扶县名单（写明来源和理由）',
    by: province,
    when: [listStillOpen],
    judge: judgeMembership,
    ledgerOnly: ['reason'],
  },
  scoreAll: {
    clause,
    title: '登记得分和依据（有一项不符则全部不登记）',
    by: allScorers,
    when: [stillScoring],
    judge: judgeScores,
    ledgerOnly: ['scores.evidence'],
  },
  correct: {
    clause,
    title: '更正得分（公布后须有更正通报文号）',
    by: allScorers,
    own: [byPublisher],
    when: [scoredByItself],
    since: ({ facts: { publications } }) => {
      const last = publications.at(-1);
      return last === undefined ? undefined : { on: last.issuedOn, what: '上一次公布之日' };
    },
    judge: judgeCorrection,
    ledgerOnly: ['evidence'],
  },
  publish: {
    clause,
    title: '公布排名',
    by: province,
    when: [notPublished],
    since: ({ file: { acts, openedOn } }) => ({
      on: laterOf(openedOn, ...acts.map((act) => act.occurredOn)),
      what: '最后打分之日',
    }),
    meets: ['publish'],
    judge: judgePublication,
    ledgerOnly: ['without.reason'],
  },
  correctionsExpired: { by: 'system' },
});

function judgeMembership({ file: { opening }, facts, body }: Saying<Contest, 'importMembership'>): Judged {
  const { keyCounties } = body;
  const stranger = keyCounties.findIndex((county) => !opening.counties.includes(county));
  if (stranger >= 0) {
    const words = `重点帮扶县应在参加的县之中，收到${keyCounties[stranger]}。`;
    return refuse('UNKNOWN_SUBJECT', clause, words, `keyCounties.${stranger}`);
  }
  const scored = [...facts.scores.values()].find(
    ({ method, county }) => method === 'on-site' && !keyCounties.includes(county),
  );
  const words = `${scored?.county}已有实地核查得分，应保留在重点帮扶县名单中。`;
  return scored === undefined ? admit() : refuse('WRONG_STAGE', clause, words, 'keyCounties');
}

function judgeScores({ file, facts, body: { scores }, by }: Saying<Contest, 'scoreAll'>): Judged {
  const seen = new Set(facts.scores.keys());
  for (const [index, one] of scores.entries()) {
    const path = `scores.${index}.`;
    const refusal =
      refuseScorer(one, by.office, path) ??
      refuseEvaluator(file, { one, by: by.office, path }) ??
      refuseScore(file, facts, { one, path });
    if (refusal !== undefined) return refusal;
    const key = keyOf({ ...one, department: evaluatorOf(one, by.office) });
    if (seen.has(key)) {
      const words = `${named(one)}已有得分，每项只打一次分；有误的请更正并说明理由。`;
      return refuse('DUPLICATE_SCORE', clause, words, `${path}county`);
    }
    seen.add(key);
  }
  return admit({ answer: { scores: scores.length } });
}

function judgeCorrection({ file, facts, body, by }: Saying<Contest, 'correct'>): Judged {
  const last = facts.publications.at(-1);
  const refusal =
    (last === undefined
      ? (refuseScorer(body, by.office, '') ?? refuseEvaluator(file, { one: body, by: by.office, path: '' }))
      : refuseUnnamed(facts, body, by.office)) ?? refuseScore(file, facts, { one: body, path: '' });
  if (refusal !== undefined) return refusal;
  const department = evaluatorOf(body, by.office) ?? onlyOf(facts.evaluators, by.office);
  const known = facts.scores.get(keyOf({ ...body, department }));
  if (known === undefined) return refuse('WRONG_STAGE', clause, `${named(body)}尚无得分，请直接打分。`, 'county');
  if (last === undefined) {
    const words = `${named(body)}由其他单位打分；公布前各单位只更正本单位的得分。`;
    return known.by === by.office ? admit() : refuse('NOT_ALLOWED', clause, words, 'county');
  }
  if (body.number === undefined) {
    const words = `排名已于${chineseDate(last.issuedOn)}公布，更正应写明更正通报的文号（number）。`;
    return refuse('INVALID_INPUT', clause, words, 'number');
  }
  return facts.publications.some(({ number }) => number === body.number)
    ? refuse('INVALID_INPUT', clause, `更正通报应有自己的文号，${body.number}已用过。`, 'number')
    : admit();
}

function refuseScorer({ method }: ContestScore, scorer: string, path: string): FieldRefusal | undefined {
  const words = `“${contestMethods[method]}”不由${officeKindName(scorer)}打分。`;
  return scorers[method].includes(kindOf(scorer)) ? undefined : refuse('NOT_ALLOWED', clause, words, `${path}method`);
}

/** a department evaluates for itself alone, and is one of those the province named. */
function refuseEvaluator(
  { opening }: ContestFile,
  { one, by, path }: { one: ContestScore; by: OfficeId | 'system'; path: string },
): FieldRefusal | undefined {
  const own = evaluatorOf({ method: one.method }, by);
  if (one.department !== undefined && one.department !== own)
    return refuse('NOT_ALLOWED', clause, '各部门只登记本部门的评价，不填其他部门。', `${path}department`);
  const { departments: named } = opening;
  if (one.method === 'departments' && own === undefined)
    return refuse('NOT_ALLOWED', clause, '省直部门评价由各政策牵头部门登记，当前单位不是。', `${path}method`);
  if (own === undefined || named === undefined || named.includes(own)) return undefined;
  const words = `本次由${named.map((department) => departmentNames[department]).join('、')}部门评价，不含本部门。`;
  return refuse('NOT_ALLOWED', clause, words, `${path}method`);
}

/** Of several departments' evaluations it is said which is corrected. */
function refuseUnnamed(
  { evaluators }: ContestFacts,
  body: ContestScore,
  by: OfficeId | 'system',
): FieldRefusal | undefined {
  if (body.method !== 'departments' || body.department !== undefined) return undefined;
  const words = `更正省直部门评价应写明是哪个部门（department）的：${evaluators.map((one) => departmentNames[one]).join('、')}。`;
  return onlyOf(evaluators, by) === undefined ? refuse('INVALID_INPUT', clause, words, 'department') : undefined;
}

function refuseScore(
  { opening }: ContestFile,
  { keyCounties }: ContestFacts,
  { one, path }: { one: ContestScore; path: string },
): FieldRefusal | undefined {
  const { county, method, score } = one;
  if (!opening.counties.includes(county))
    return refuse('UNKNOWN_SUBJECT', clause, `应为参加大比拼的县，收到${county}。`, `${path}county`);
  if (method === 'on-site' && !keyCounties.includes(county)) {
    const words = `实地核查在46个重点帮扶县进行，${county}不在名单中。`;
    return refuse('CONDITIONS_NOT_MET', clause, words, `${path}county`);
  }
  const isSound = score >= 0 && score <= 100 && Math.abs(score * 10 - Math.round(score * 10)) < 1e-9;
  const words = `得分应为0至100、至多一位小数，收到的是${score}。`;
  return isSound ? undefined : refuse('OUT_OF_RANGE', clause, words, `${path}score`);
}

const named = ({ county, method, content }: ContestScore): string =>
  `${county}的“${contestMethods[method]}·${contestContents[content]}”`;

function judgePublication({ file, facts, body }: Saying<Contest, 'publish'>): Judged {
  const { opening } = file;
  const left = body.without?.counties ?? [];
  const stranger = left.findIndex((county) => !opening.counties.includes(county));
  if (stranger >= 0) {
    const words = `应为参加大比拼的县，收到${left[stranger]}。`;
    return refuse('UNKNOWN_SUBJECT', clause, words, `without.counties.${stranger}`);
  }
  const without = body.without?.departments ?? [];
  const evaluators = facts.evaluators.filter((department) => !without.includes(department));
  const counted = opening.counties.filter((county) => !left.includes(county));
  const given = refuseLeavingOut(facts, counted, without);
  if (given !== undefined) return given;
  const missing = rankContest(
    counted,
    facts.keyCounties,
    pointsOf(counted, evaluators, facts.scores),
    settingsOf(file.policy),
  ).filter((line) => line.missing > 0);
  if (missing.length === 0) return admit();
  const list = missing.map(({ county, missing: parts }) => `${county}（缺${parts}项）`).join('、');
  const lacking = lackingEvaluations(counted, evaluators, facts.scores);
  const names = lacking.length === 0 ? '' : `；尚未评价齐的省直部门：${lackingWords(lacking)}`;
  const words = `以下县得分不全，不能公布排名：${list}${names}；确需先行公布的，请列明不参加排名的县、不再等待的部门和理由（without）。`;
  return refuse('CONDITIONS_NOT_MET', clause, words, 'without');
}

/** [D contest-departments] Not waited for is who is missing: what a department has given counts, whatever it is. */
function refuseLeavingOut(
  { evaluators, scores }: ContestFacts,
  counted: readonly Territory[],
  without: readonly Department[],
): FieldRefusal | undefined {
  const lacking = lackingEvaluations(counted, evaluators, scores).map(({ department }) => department);
  const index = without.findIndex((department) => !lacking.includes(department));
  const left = without[index];
  if (left === undefined) return undefined;
  const words = evaluators.includes(left)
    ? `${departmentNames[left]}部门已评价齐全，其评价应当计入；不再等待的应是尚未评价齐的部门。`
    : `${departmentNames[left]}部门不参加本次评价，不必列入不再等待的部门。`;
  return refuse('CONDITIONS_NOT_MET', clause, words, `without.departments.${index}`);
}
