import { inspection } from '@duban/policy/processes/inspection/inspection';
import {
  inspectionKinds,
  type InspectionKind,
  type InspectionOpening,
} from '@duban/policy/processes/inspection/inspection-acts';
import type { Inspection } from '@duban/policy/processes/inspection/inspection-facts';
import { inspectionOperations } from '@duban/policy/processes/inspection/inspection-operations';
import { shortestSeed } from '@duban/policy/processes/inspection/sample';
import { problemLists } from '@duban/policy/processes/problem/problem-acts';
import { z } from 'zod';
import {
  civilDate,
  description,
  division,
  line,
  matterId,
  oneOf,
  reason,
  surrogateId,
  territoryCode,
  text,
} from './fields';
import { openingFrom, operationGroup } from './operation';

const kindNames = Object.fromEntries(Object.entries(inspectionKinds).map(([kind, { name }]) => [kind, name])) as Record<
  InspectionKind,
  string
>;
const territory = division(2, 4, 6);
const place = division(4, 6, 9, 12);
const number = line(4, 60, '应为文号');
const id = surrogateId;
const answers = z.strictObject({
  cadre: surrogateId,
  asked: z.int().min(1, '至少 1 题').max(100),
  correct: z.int().min(0, '不小于 0').max(100),
});

const plan = openingFrom({
  name: 'plan',
  body: z.strictObject({
    territory,
    kind: oneOf(kindNames),
    scope: division(2, 4, 6, 9),
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
  }),
  subject: (body) => ({ territory: body.territory, subject: [body.kind] }),
  opening: (body): InspectionOpening => ({
    territory: body.territory,
    kind: body.kind,
    scope: body.scope,
    plannedOn: body.plannedOn,
    note: body.note ?? null,
    sample: body.sample === undefined ? null : { ...body.sample, isListed: true },
    follows: null,
    asksCycles: true,
  }),
});

/** C-3.4, C-2.5: everything offices can do to an inspection. */
export const inspections = operationGroup<Inspection>()({
  rules: inspection,
  rows: inspectionOperations,
  opening: plan,
  bodies: {
    draw: z.strictObject({
      seed: z.string().min(shortestSeed, `不少于 ${shortestSeed} 个字符`).max(200, '不超过 200 个字符'),
      publicValue: z.string().trim().min(1).max(100).optional(),
    }),
    begin: z.strictObject({}),
    find: z.strictObject({
      id,
      place,
      list: oneOf(problemLists),
      what: description,
      persons: z.array(surrogateId).max(50, '不超过 50 人').optional(),
      repeats: matterId.optional(),
      isGround: z.boolean('应为 true 或 false').optional(),
    }),
    recordQuiz: z.strictObject({ results: z.array(answers).min(1, '至少一人').max(200, '不超过 200 人') }),
    conclude: z.strictObject({
      number,
      summary: z.string().trim().min(2, '请填写内容').max(4000, '不超过 4000 字'),
    }),
    withdrawFinding: z.strictObject({ number, finding: id, reason }),
    cancel: z.strictObject({ reason }),
    checkCounty: z.strictObject({
      county: territoryCode(6, '县级'),
      found: z.int().min(0, '不小于 0').max(10_000),
      what: description,
    }),
  },
});
