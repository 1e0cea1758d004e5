import { departments } from '@duban/policy/base/departments';
import { policyLineNames } from '@duban/policy/base/policy-lines';
import { policyAreaNames } from '@duban/policy/base/policy-areas';
import { dispatch } from '@duban/policy/processes/dispatch/dispatch';
import { placeStates } from '@duban/policy/processes/dispatch/dispatch-acts';
import type { Dispatch } from '@duban/policy/processes/dispatch/dispatch-facts';
import { dispatchOperations } from '@duban/policy/processes/dispatch/dispatch-operations';
import { z } from 'zod';
import { civilDate, description, division, oneOf, reason, text } from './fields';
import { operationGroup } from './operation';

const department = oneOf(departments);
const area = oneOf(policyAreaNames);
const place = division(4, 6, 9);
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
});
const filed = {
  area,
  department: department.optional(),
  summary: description,
  places: z.array(placeReturn).min(1, '至少一个地区').max(200, '不超过 200 个地区'),
};

const policyLine = z.strictObject({
  policy: oneOf(policyLineNames),
  of: count(0).optional(),
  done: count(0).optional(),
  none: count(0).optional(),
  unchanged: z.boolean().optional(),
  why: description.optional(),
});

/** everything offices can do to a half month's dispatch; it begins with the cycle's book. */
export const dispatches = operationGroup<Dispatch>()({
  rules: dispatch,
  rows: dispatchOperations,
  bodies: {
    fileReturn: z.strictObject(filed),
    correctReturn: z.strictObject({ ...filed, reason }),
    confirmLines: z.strictObject({
      department: department.optional(),
      lines: z.array(policyLine).min(1, '至少一项政策').max(60, '不超过 60 项政策'),
    }),
    supervise: z.strictObject({ area, department: department.optional(), place, measure: description }),
    reopen: z.strictObject({ until: civilDate, reason }),
  },
});
