import type { LiaisonLeader } from '@duban/policy/processes/accountability/accountability-acts';
import {
  listingGroundKinds,
  type AcceptanceBody,
  type AddGroundBody,
  type CorrectAcceptanceBody,
  type ListBody,
  type ListingGround,
  type ListingOpening,
  type PolicyFindingBody,
  type ProblemLine,
  type ProblemProgressBody,
  type VerifyProblemBody,
} from '@duban/policy/processes/county-listing/listing-acts';
import type { ListingOperation } from '@duban/policy/processes/county-listing/listing-judge';
import { z } from 'zod';
import { civilDate, description, oneOf, reason, surrogateId, territoryCode } from './fields';
import {
  office,
  type NamedGround,
  type Opening,
  type Operation,
  type OperationGroup,
  type PreviousCase,
} from './operation';

const kind = oneOf(listingGroundKinds);

const confirms = z.strictObject({ caseId: z.string().max(120), key: z.string().max(120) });
const ground = z.strictObject({
  kind,
  what: description,
  source: description.optional(),
  confirms: confirms.optional(),
}) satisfies z.ZodType<ListingGround>;
const problem = z.strictObject({
  id: surrogateId,
  what: description,
  area: description.optional(),
}) satisfies z.ZodType<ProblemLine>;
const problems = z.array(problem).max(200, '一次不超过 200 个问题');
const leader = z.strictObject({
  person: surrogateId,
  office: z.string().regex(/^party-committee:\d{4}$/, '应为市级党委，例如 party-committee:1404'),
}) satisfies z.ZodType<LiaisonLeader>;

/** Clauses, B-3.3 and: the county, why it is listed, what it has to put right, and which city leaders answer for it. */
export const listBody = z.strictObject({
  county: territoryCode(6, '县级'),
  grounds: z.array(ground).min(1, '至少一项挂牌依据').max(20, '不超过 20 项'),
  problems,
  liaisonLeaders: z.array(leader).min(1, '至少一名包联领导').max(20, '不超过 20 名'),
}) satisfies z.ZodType<ListBody>;

const province = [office('leading-group-office', 'province'), office('province-group')];
const city = office('leading-group-office', 'city');
const inspection = office('inspection-team');

const list: Opening = {
  clause: 'A-3.7',
  summary: '对县挂牌督办（正在挂牌的县不重复挂牌，请增列依据）',
  by: province,
  body: listBody,
  grounds: ({ grounds }: ListBody) =>
    grounds.flatMap(({ confirms }, index) => namedGround(confirms, `grounds.${index}.confirms`)),
  subject: (body: ListBody) => ({ territory: body.county, subject: [], numbered: true }),
  opening: (body: ListBody, previous) => openingOf(body, previous),
};

const operations: Record<Exclude<ListingOperation, 'accountabilityEnded'>, Operation> = {
  addGround: {
    clause: 'A-3.7',
    summary: '挂牌期间增列挂牌依据（可同时增列问题，不另起周期）',
    by: province,
    body: z.strictObject({ ...ground.shape, problems: problems.optional() }) satisfies z.ZodType<AddGroundBody>,
    grounds: ({ confirms }: AddGroundBody) => namedGround(confirms, 'confirms'),
  },
  addProblem: { clause: 'A-3.7', summary: '问题清单增列问题', by: [...province, inspection, city], body: problem },
  problemProgress: {
    clause: 'A-3.7',
    summary: '登记问题整改进展；整改完成的提交佐证',
    by: [
      office('leading-group-office', 'county'),
      office('party-committee', 'county'),
      office('department', 'county'),
      city,
      office('department', 'city'),
    ],
    body: z.strictObject({
      problem: surrogateId,
      rectified: z.boolean(),
      note: description,
      evidence: description.optional(),
    }) satisfies z.ZodType<ProblemProgressBody>,
  },
  verifyProblem: {
    clause: 'A-3.7',
    summary: '核查问题整改（不得由登记整改的单位核查）',
    by: [city],
    body: z.strictObject({
      problem: surrogateId,
      passed: z.boolean(),
      note: description,
    }) satisfies z.ZodType<VerifyProblemBody>,
  },
  policyFinding: {
    clause: 'A-3.7',
    summary: '认定政策落实情况',
    by: [...province, inspection],
    body: z.strictObject({ positive: z.boolean(), note: description }) satisfies z.ZodType<PolicyFindingBody>,
  },
  acceptance: {
    clause: 'A-3.7',
    summary: '摘牌验收：通过的摘牌，未通过的再次挂牌',
    by: province,
    body: z.strictObject({ passed: z.boolean(), note: description.optional() }) satisfies z.ZodType<AcceptanceBody>,
  },
  correctAcceptance: {
    clause: 'A-3.7',
    summary: '更正摘牌验收的结论或日期，此后各项重新推算',
    by: province,
    body: z.strictObject({
      round: z.int('应为整数').min(1, '至少为 1'),
      passed: z.boolean().optional(),
      correctedDate: civilDate.optional(),
      reason,
    }) satisfies z.ZodType<CorrectAcceptanceBody>,
  },
};

const namedGround = (confirms: ListingGround['confirms'], field: string): NamedGround[] =>
  confirms === undefined || confirms === null ? [] : [{ ground: confirms, field }];

/** Clauses and B-3.3: everything offices can do to a county's listing. */
export const listings: OperationGroup = {
  process: 'county-listing',
  resource: 'listings',
  title: '挂牌督办',
  opening: { name: 'list', operation: list },
  operations,
};

function openingOf(body: ListBody, previous: PreviousCase | null) {
  return {
    county: body.county,
    grounds: body.grounds.map(({ kind, what, source, confirms }) => ({
      kind,
      what,
      source: source ?? null,
      confirms: confirms ?? null,
    })),
    problems: body.problems.map(({ id, what, area }) => ({ id, what, area: area ?? null })),
    liaisonLeaders: body.liaisonLeaders,
    previous: previous === null ? null : { caseId: previous.caseId, delistedOn: previous.endedOn },
  } satisfies ListingOpening;
}
