import {
  problemLists,
  problemSources,
  type PlanBody,
  type ProblemOpening,
  type RecordProblemBody,
  type RectifiedBody,
  type RenewBody,
  type ReportUpwardBody,
  type ReturnedBody,
  type VerifyBody,
  type WarnRiskBody,
} from '@duban/policy/processes/problem/problem-acts';
import { riskOwner } from '@duban/policy/processes/problem/problem-facts';
import { z } from 'zod';
import { civilDate, description, oneOf, reason, surrogateId, text } from './fields';
import { office, type Opening, type Operation, type OperationGroup } from './operation';

/** Who finds, and who looks whether it was put right. */
const supervisors = (
  [
    'stationing-office',
    'leading-group-office',
    'inspection-team',
    'revitalization-bureau',
    'organization-department',
  ] as const
).map((kind) => office(kind));
const departments = [office('department'), office('revitalization-bureau'), office('organization-department')];
const places = (['village-committee', 'village-party-secretary', 'party-committee'] as const).map((kind) =>
  office(kind),
);

const place = z.string().regex(/^\d{4}(\d{2}(\d{3}(\d{3})?)?)?$/, '应为市、县、乡镇或村的行政区划代码');

const record: Opening = {
  clause: 'C-2.end',
  summary: '登记排查发现的问题（分类建立问题台账）',
  by: [...places, ...supervisors, office('department')],
  body: z.strictObject({
    place,
    list: oneOf(problemLists),
    what: description,
    source: oneOf(problemSources),
    reference: text.optional(),
    persons: z.array(surrogateId).max(50, '不超过 50 人').optional(),
    recurs: z.string().max(120).optional(),
  }) satisfies z.ZodType<RecordProblemBody>,
  subject: (body: RecordProblemBody) => ({ territory: body.place, subject: [], numbered: true }),
  opening: (body: RecordProblemBody) =>
    ({
      place: body.place,
      list: body.list,
      what: body.what,
      source: body.source,
      reference: body.reference ?? null,
      persons: body.persons ?? [],
      recurs: body.recurs ?? null,
      yuan: null,
      owner: null,
    }) satisfies ProblemOpening,
};

const warn: Opening = {
  clause: 'C-2.4',
  summary: '向县级党委和政府报告预警产业帮扶项目的风险（财政投资超过 50 万元）',
  by: places,
  body: z.strictObject({
    place,
    project: text,
    yuan: z.number('应为数字').positive('应大于 0').max(10_000_000_000, '数值过大，请核对'),
    risk: description,
  }) satisfies z.ZodType<WarnRiskBody>,
  subject: (body: WarnRiskBody) => ({ territory: body.place, subject: [], numbered: true }),
  opening: (body: WarnRiskBody) =>
    ({
      place: body.place,
      list: 'livelihood',
      what: `${body.project}：${body.risk}`,
      source: 'project-risk',
      reference: null,
      persons: [],
      recurs: null,
      yuan: body.yuan,
      owner: riskOwner(body.place),
    }) satisfies ProblemOpening,
};

const operations = {
  reportUpward: {
    clause: 'C-2.end',
    summary: '村委会书面报告（同步报乡镇党委和县直部门）',
    by: [office('village-committee')],
    body: z.strictObject({
      department: z
        .string()
        .regex(
          /^(department:\d{6}:[a-z-]+|revitalization-bureau:\d{6}|organization-department:\d{6})$/,
          '应为县直部门，如 department:140423:water',
        ),
      report: description,
    }) satisfies z.ZodType<ReportUpwardBody>,
  },
  plan: {
    clause: 'C-2.end',
    summary: '制定整改举措，责任到人，限期整改',
    by: [office('party-committee'), ...departments],
    body: z.strictObject({
      measure: description,
      responsible: surrogateId,
      due: civilDate,
    }) satisfies z.ZodType<PlanBody>,
  },
  rectified: {
    clause: 'C-2.end',
    summary: '登记整改完成（附佐证）',
    by: [...places, ...departments],
    body: z.strictObject({ what: description, evidence: text }) satisfies z.ZodType<RectifiedBody>,
  },
  verify: {
    clause: 'C-2.end',
    summary: '核查整改结果：通过即销账（核查人不得是整改人）',
    by: [...supervisors, office('party-committee')],
    body: z.strictObject({
      passed: z.boolean('应为 true 或 false'),
      note: description,
    }) satisfies z.ZodType<VerifyBody>,
  },
  renew: {
    clause: 'C-2.end',
    summary: '逾期或核查不通过后重新限期（责任单位的上级）',
    by: [...supervisors, office('party-committee')],
    body: z.strictObject({ due: civilDate, reason }) satisfies z.ZodType<RenewBody>,
  },
  returned: {
    clause: 'A-3.7',
    summary: '登记销账后再次出现（屡改屡犯）',
    by: [...supervisors, office('party-committee')],
    body: z.strictObject({ what: description }) satisfies z.ZodType<ReturnedBody>,
  },
} as const satisfies Record<string, Operation>;

/** C-2.end: everything offices can do to a problem of the ledger. */
export const problems: OperationGroup = {
  process: 'problem',
  resource: 'problems',
  title: '问题整改',
  opening: { name: 'record', operation: record },
  operations,
};

/** C-2.4: a project's risk is a problem that begins with the county. */
export const projectRisks: OperationGroup = {
  process: 'problem',
  resource: 'project-risks',
  title: '项目风险预警',
  opening: { name: 'warn', operation: warn },
  operations: {},
};
