import {
  applicants,
  subsidyKinds,
  type ApplyBody,
  type CorrectPaymentBody,
  type DisentitleBody,
  type EntitleBody,
  type PayBody,
  type ReviewBody,
  type SubsidyKind,
  type SubsidyOpening,
} from '@duban/policy/processes/subsidy-campaign/subsidy-acts';
import { z } from 'zod';
import { oneOf, reason, surrogateId, territoryCode, year } from './fields';
import { office, type Opening, type Operation, type OperationGroup } from './operation';

const near = [
  office('party-committee', 'township'),
  office('village-committee'),
  office('revitalization-bureau', 'county'),
  office('stationing-office', 'county'),
];
const payers = [office('revitalization-bureau', 'county'), office('department', 'county')];

const kind = oneOf(
  Object.fromEntries(Object.entries(subsidyKinds).map(([id, { name }]) => [id, name])) as Record<SubsidyKind, string>,
);
const claim = { worker: surrogateId, kind };
const list = <One extends z.ZodType>(one: One) => z.array(one).min(1, '至少一项').max(500, '不超过 500 项');
const yuan = z.number('应为数字');

const open: Opening = {
  clause: 'B-2.3.4',
  summary: '开展一个乡镇当年的补贴补助受理发放',
  by: [office('party-committee', 'township'), office('revitalization-bureau', 'county')],
  body: z.strictObject({
    township: territoryCode(9, '乡镇'),
    year,
  }) satisfies z.ZodType<SubsidyOpening>,
  subject: (body: SubsidyOpening) => ({ territory: body.township, subject: [body.year], numbered: false }),
  opening: (body: SubsidyOpening) => ({ township: body.township, year: body.year }),
};

const operations = {
  entitle: {
    clause: 'B-2.2.2',
    summary: '列入应享受补贴补助名单',
    by: near,
    body: z.strictObject({
      entitled: list(z.strictObject({ ...claim, household: surrogateId, village: territoryCode(12, '村') })),
    }) satisfies z.ZodType<EntitleBody>,
  },
  disentitle: {
    clause: 'B-2.2.2',
    summary: '从应享受名单撤销（说明理由）',
    by: [office('party-committee', 'township'), office('revitalization-bureau', 'county')],
    body: z.strictObject({ ...claim, reason }) satisfies z.ZodType<DisentitleBody>,
  },
  apply: {
    clause: 'B-2.3.4',
    summary: '受理申请（本人或委托代办，随时受理）',
    by: near,
    body: z.strictObject({
      applications: list(z.strictObject({ ...claim, by: oneOf(applicants), proxy: surrogateId.optional() })),
    }) satisfies z.ZodType<ApplyBody>,
  },
  review: {
    clause: 'B-2.3.4',
    summary: '审核申请（不通过的说明理由）',
    by: payers,
    body: z.strictObject({
      decisions: list(
        z.strictObject({ ...claim, approved: z.boolean('应为 true 或 false'), reason: reason.optional() }),
      ),
    }) satisfies z.ZodType<ReviewBody>,
  },
  pay: {
    clause: 'B-2.3.4',
    summary: '登记发放',
    by: payers,
    body: z.strictObject({ payments: list(z.strictObject({ ...claim, yuan })) }) satisfies z.ZodType<PayBody>,
  },
  correctPayment: {
    clause: 'B-2.3.4',
    summary: '更正发放金额（原登记保留）',
    by: payers,
    body: z.strictObject({ ...claim, yuan, reason }) satisfies z.ZodType<CorrectPaymentBody>,
  },
} as const satisfies Record<string, Operation>;

/** B-2.2.2, B-2.3.4: everything offices can do to a township's subsidies of a year. */
export const subsidies: OperationGroup = {
  process: 'subsidy-campaign',
  resource: 'subsidies',
  title: '补贴补助发放',
  opening: { name: 'open', operation: open },
  operations,
};
