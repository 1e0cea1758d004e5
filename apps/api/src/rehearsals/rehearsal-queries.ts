import { civilDate, territoryCode } from '@duban/contracts/fields';
import { rehearsedKinds, type RehearsedKind } from '@duban/contracts/rehearsals';
import { z } from 'zod';
import { paging } from '../ledger/query';

const kinds = Object.keys(rehearsedKinds) as [RehearsedKind, ...RehearsedKind[]];

export const rehearsalsQuery = z.strictObject({
  ...paging,
  territory: z
    .string()
    .regex(/^\d{2,6}$/, '应为行政区划代码')
    .optional(),
});
export const whatIfsQuery = z.strictObject({ county: territoryCode(6, '县级').optional() });
export const eventsQuery = z.strictObject({
  ...paging,
  from: civilDate.optional(),
  to: civilDate.optional(),
  kind: z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(z.enum(kinds, { error: `应为下列之一：${kinds.join('、')}` })))
    .optional(),
  process: z.string().max(40).optional(),
  clause: z.string().max(20).optional(),
  caseId: z.string().max(120).optional(),
  recipient: z.string().max(80).optional(),
});
const many = '应为 1–500 的整数';
export const compareQuery = z.strictObject({
  left: z.string('必须填写').max(60, '不是推演编号'),
  right: z.string('必须填写').max(60, '不是推演编号'),
  limit: z.coerce.number(many).int(many).min(1, many).max(500, many).default(100),
});
