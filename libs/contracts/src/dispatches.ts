import { departments } from '@duban/policy/base/departments';
import {
  placeStates,
  type CorrectReturnBody,
  type PlaceReturn,
  type ReopenDispatchBody,
  type ReturnBody,
  type SuperviseBody,
} from '@duban/policy/processes/dispatch/dispatch-acts';
import { policyAreaNames } from '@duban/policy/base/policy-areas';
import { z } from 'zod';
import { civilDate, description, oneOf, reason, text } from './fields';
import { office, type Operation, type OperationGroup } from './operation';

/** the lead departments; their leading-group office may file for them. */
const leads = [
  office('department'),
  office('revitalization-bureau'),
  office('organization-department'),
  office('leading-group-office'),
];

const department = oneOf(departments);
const area = oneOf(policyAreaNames);
const place = z.string().regex(/^\d{4}(\d{2}(\d{3})?)?$/, '应为市、县或乡镇的行政区划代码');
const count = (least: number) =>
  z.number('应为数字').min(least, `不小于 ${least}`).max(1_000_000_000, '数值过大，请核对');

const placeReturn = z.strictObject({
  place,
  state: oneOf(placeStates),
  figures: z
    .array(z.strictObject({ name: text, done: count(0), of: count(0.01) }))
    .min(1, '至少一项指标')
    .max(30, '不超过 30 项'),
  problems: z
    .array(z.strictObject({ what: description, measure: text.optional() }))
    .max(50, '不超过 50 个')
    .optional(),
}) satisfies z.ZodType<PlaceReturn>;
const filed = {
  area,
  department: department.optional(),
  summary: description,
  places: z.array(placeReturn).min(1, '至少一个地区').max(200, '不超过 200 个地区'),
};

const operations = {
  fileReturn: {
    clause: 'A-3.3',
    summary: '报送本部门牵头政策的半月调度情况（逐地区）',
    by: leads,
    body: z.strictObject(filed) satisfies z.ZodType<ReturnBody>,
  },
  correctReturn: {
    clause: 'A-3.3',
    summary: '更正已报送的调度情况（原报送保留在时间线）',
    by: leads,
    body: z.strictObject({ ...filed, reason }) satisfies z.ZodType<CorrectReturnBody>,
  },
  supervise: {
    clause: 'A-3.3',
    summary: '登记对落后地区采取的针对性督导措施',
    by: leads,
    body: z.strictObject({
      area,
      department: department.optional(),
      place,
      measure: description,
    }) satisfies z.ZodType<SuperviseBody>,
  },
  reopen: {
    clause: 'A-3.3',
    summary: '重开已截止的调度期次（上一级，说明理由）',
    by: [office('leading-group-office'), office('province-group', 'province')],
    body: z.strictObject({ until: civilDate, reason }) satisfies z.ZodType<ReopenDispatchBody>,
  },
} as const satisfies Record<string, Operation>;

/** everything offices can do to a half month's dispatch; it begins with the cycle's book. */
export const dispatches: OperationGroup = {
  process: 'dispatch',
  resource: 'dispatches',
  title: '半月调度',
  operations,
};
