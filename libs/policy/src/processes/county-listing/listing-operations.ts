import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { NamedGround } from '../../case/named-ground';
import { office, operations, type Saying } from '../../case/operation';
import { chineseDate } from '../../dates/civil-date';
import { acceptanceOfRound } from './listing-acceptance';
import type { ListingGround, ProblemLine } from './listing-acts';
import { hasAcceptance, judgeCorrection } from './listing-correction';
import type { Listing, ListingFacts } from './listing-facts';
import { isOfCountyOrAbove, refuseTerm } from './listing-leaders';
import { bySomebodyElse, judgeProgress, judgeVerification, ofProblem } from './listing-rectification';

const clause = 'A-3.7';

export const province = [office('leading-group-office', 'province'), office('province-group', 'province')];
const city = office('leading-group-office', 'city');
const inspection = office('inspection-team');
/** The county puts it right, with its departments; where the city does the work, the city and its departments. */
const rectifiers = [
  office('leading-group-office', 'county'),
  office('party-committee', 'county'),
  office('department', 'county'),
  city,
  office('department', 'city'),
];

/** Clause: what is said to a listing, by offices and by its accountability procedure. */
export const listingOperations = operations<Listing>()({
  addGround: {
    clause,
    title: '挂牌期间增列挂牌依据（可同时增列问题，不另起周期）',
    by: province,
    judge: judgeGround,
    confirms: ({ confirms }) => namedGround(confirms, 'confirms'),
  },
  addProblem: {
    clause,
    title: '问题清单增列问题',
    by: [...province, inspection, city],
    judge: ({ facts, body }) => refuseListed(facts, [body], 'id') ?? admit(),
  },
  problemProgress: {
    clause,
    title: '登记问题整改进展；整改完成的写明实施单位并提交佐证',
    by: rectifiers,
    ...ofProblem,
    judge: judgeProgress,
    ledgerOnly: ['note', 'evidence'],
  },
  verifyProblem: {
    clause,
    title: '核查问题整改（不得由实施整改的单位核查）',
    by: [city, office('leading-group-office', 'province'), office('inspection-team', 'province')],
    own: [bySomebodyElse],
    ...ofProblem,
    judge: judgeVerification,
    ledgerOnly: ['note'],
  },
  policyFinding: { clause, title: '认定政策落实情况', by: [...province, inspection], ledgerOnly: ['note'] },
  nameLeader: {
    clause,
    title: '登记包联领导及其起止日期（同一人再次登记的，以后一次为准）',
    by: province,
    judge: judgeLeader,
  },
  acceptance: {
    clause,
    title: '摘牌验收：通过的摘牌，未通过的再次挂牌',
    by: province,
    ...acceptanceOfRound,
    meets: ['acceptance'],
    ledgerOnly: ['note'],
  },
  correctAcceptance: {
    clause,
    title: '更正摘牌验收的结论或日期，此后各项重新推算',
    by: province,
    when: [hasAcceptance],
    judge: judgeCorrection,
    ledgerOnly: ['reason'],
  },
  accountabilityEnded: { by: 'system' },
});

/** the proposed ground of the register that is confirmed by listing for it. */
export const namedGround = (confirms: ListingGround['confirms'], field: string): NamedGround[] =>
  confirms === undefined || confirms === null ? [] : [{ ground: confirms, field }];

/** Clause: a problem list names each problem once. */
export function refuseRepeatedIds(problems: readonly ProblemLine[], field: string): FieldRefusal | undefined {
  const repeated = problems.findIndex(({ id }, index) => problems.findIndex((other) => other.id === id) !== index);
  return repeated < 0
    ? undefined
    : refuse(
        'INVALID_INPUT',
        clause,
        `问题编号应不重复，${problems[repeated]?.id}出现了不止一次。`,
        `${field}.${repeated}.id`,
      );
}

function judgeGround({ facts, body }: Saying<Listing, 'addGround'>): Admission | FieldRefusal {
  const problems = body.problems ?? [];
  const refusal = refuseRepeatedIds(problems, 'problems') ?? refuseListed(facts, problems, 'problems');
  if (refusal !== undefined) return refusal;
  const known = facts.grounds.find(({ kind, what }) => kind === body.kind && what === body.what);
  if (known === undefined || problems.length > 0) return admit();
  return admit({ keep: false, told: `该依据已于${chineseDate(known.on)}登记，本次登记作为补充记录。` });
}

/** [D liaison-leaders]: of the county or a level above it; who was not named before, with the first day. */
function judgeLeader({ file, facts, body }: Saying<Listing, 'nameLeader'>): Admission | FieldRefusal {
  const { county } = file.opening;
  if (!isOfCountyOrAbove(body.office, county))
    return refuse(
      'INVALID_INPUT',
      clause,
      `包联领导应是该县或其所在市、省的领导，所在单位应为其党委，收到的是${body.office}。`,
      'office',
    );
  const before = facts.leaders.find(({ person }) => person === body.leader);
  if (before === undefined && body.from === undefined)
    return refuse('INVALID_INPUT', clause, '新任包联领导应写明开始日期，未收到。', 'from');
  const from = body.from ?? before?.from;
  return refuseTerm({ from, to: body.to }, 'to') ?? admit();
}

function refuseListed(facts: ListingFacts, problems: readonly ProblemLine[], field: string): FieldRefusal | undefined {
  const listed = problems
    .map(({ id }) => facts.problems.find((problem) => problem.id === id))
    .find((problem) => problem !== undefined);
  if (listed === undefined) return undefined;
  return refuse(
    'ALREADY_DONE',
    clause,
    `问题${listed.id}已于${chineseDate(listed.listedOn)}列入问题清单，应使用未用过的编号。`,
    field,
  );
}
