import {
  inspectionKinds,
  type CancelInspectionBody,
  type CheckCountyBody,
  type ConcludeBody,
  type DrawBody,
  type FindBody,
  type InspectionKind,
  type InspectionOpening,
  type PlanInspectionBody,
  type QuizBody,
  type WithdrawFindingBody,
} from '@duban/policy/processes/inspection/inspection-acts';
import { shortestSeed } from '@duban/policy/processes/inspection/sample';
import { problemLists } from '@duban/policy/processes/problem/problem-acts';
import { z } from 'zod';
import { civilDate, description, line, oneOf, reason, surrogateId, territoryCode, text } from './fields';
import { office, type Opening, type Operation, type OperationGroup } from './operation';

const inspectors = [office('inspection-team', 'province'), office('stationing-office')];
const kindNames = Object.fromEntries(Object.entries(inspectionKinds).map(([kind, { name }]) => [kind, name])) as Record<
  InspectionKind,
  string
>;
const territory = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/, '应为省、市或县的行政区划代码');
const place = z.string().regex(/^\d{4}(\d{2}(\d{3}(\d{3})?)?)?$/, '应为市、县、乡镇或村的行政区划代码');
const number = line(4, 60, '应为文号');
const id = surrogateId;

const plan: Opening = {
  clause: 'C-3.4',
  summary: '制定检查计划（四不两直；抽样的，先公布种子的哈希值和名单）',
  by: inspectors,
  body: z.strictObject({
    territory,
    kind: oneOf(kindNames),
    scope: z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/, '应为省、市、县或乡镇的行政区划代码'),
    plannedOn: civilDate,
    note: text.optional(),
    sample: z
      .strictObject({
        seedHash: z.string().regex(/^[0-9a-fA-F]{64}$/, '应为种子的 SHA-256 哈希值（64 位十六进制）'),
        frame: z
          .array(z.strictObject({ id: surrogateId, stratum: text }))
          .min(1, '名单不能为空')
          .max(3000, '不超过 3000 个'),
        size: z.int('应为整数').min(1, '至少 1 个').max(3000, '不超过 3000 个'),
        excludeMonths: z.int('应为整数').min(0, '不小于 0').max(36, '不超过 36 个月'),
      })
      .optional(),
  }) satisfies z.ZodType<PlanInspectionBody>,
  subject: (body: PlanInspectionBody) => ({ territory: body.territory, subject: [body.kind], numbered: true }),
  opening: (body: PlanInspectionBody) =>
    ({
      territory: body.territory,
      kind: body.kind,
      scope: body.scope,
      plannedOn: body.plannedOn,
      note: body.note ?? null,
      sample: body.sample === undefined ? null : { ...body.sample, isListed: true },
      follows: null,
      asksCycles: true,
    }) satisfies InspectionOpening,
};

const operations = {
  draw: {
    clause: 'A-3.6',
    summary: '公布种子，抽取样本（任何人可据公布的记录重新计算）',
    by: inspectors,
    body: z.strictObject({
      seed: z.string().min(shortestSeed, `不少于 ${shortestSeed} 个字符`).max(200, '不超过 200 个字符'),
      publicValue: z.string().trim().min(1).max(100).optional(),
    }) satisfies z.ZodType<DrawBody>,
  },
  begin: { clause: 'A-3.6', summary: '登记检查开始', by: inspectors, body: z.strictObject({}) },
  find: {
    clause: 'C-3.4',
    summary: '登记发现的问题（到事到人；随即列入问题台账）',
    by: inspectors,
    body: z.strictObject({
      id,
      place,
      list: oneOf(problemLists),
      what: description,
      persons: z.array(surrogateId).max(50, '不超过 50 人').optional(),
      isGround: z.boolean('应为 true 或 false').optional(),
    }) satisfies z.ZodType<FindBody>,
  },
  recordQuiz: {
    clause: 'C-2.5',
    summary: '登记“快问快答”答题情况',
    by: inspectors,
    body: z.strictObject({
      results: z
        .array(
          z.strictObject({
            cadre: surrogateId,
            asked: z.int().min(1, '至少 1 题').max(100),
            correct: z.int().min(0, '不小于 0').max(100),
          }),
        )
        .min(1, '至少一人')
        .max(200, '不超过 200 人'),
    }) satisfies z.ZodType<QuizBody>,
  },
  conclude: {
    clause: 'C-3.4',
    summary: '印发检查情况通报（到事到人）',
    by: inspectors,
    body: z.strictObject({
      number,
      summary: z.string().trim().min(2, '请填写内容').max(4000, '不超过 4000 字'),
    }) satisfies z.ZodType<ConcludeBody>,
  },
  withdrawFinding: {
    clause: 'C-3.4',
    summary: '印发更正通报，撤销一个不成立的问题',
    by: inspectors,
    body: z.strictObject({ number, finding: id, reason }) satisfies z.ZodType<WithdrawFindingBody>,
  },
  cancel: {
    clause: 'C-3.4',
    summary: '取消尚未开始的检查（说明理由）',
    by: inspectors,
    body: z.strictObject({ reason }) satisfies z.ZodType<CancelInspectionBody>,
  },
  checkCounty: {
    clause: 'C-3.4',
    summary: '登记对一个县举一反三排查的情况',
    by: [office('stationing-office', 'city')],
    body: z.strictObject({
      county: territoryCode(6, '县级'),
      found: z.int().min(0, '不小于 0').max(10_000),
      what: description,
    }) satisfies z.ZodType<CheckCountyBody>,
  },
} as const satisfies Record<string, Operation>;

/** C-3.4, C-2.5: everything offices can do to an inspection. */
export const inspections: OperationGroup = {
  process: 'inspection',
  resource: 'inspections',
  title: '督导检查',
  opening: { name: 'plan', operation: plan },
  operations,
};
