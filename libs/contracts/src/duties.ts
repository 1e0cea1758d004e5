import type {
  DutyRecordBody,
  DutyRecordsBody,
  ExcuseDutyBody,
  ReopenSheetBody,
  TakeBackRecordBody,
} from '@duban/policy/processes/duty-sheet/duty-acts';
import { dutyRows, type DutyId } from '@duban/policy/settings/duty-rows';
import { z } from 'zod';
import { civilDate, oneOf, reason, text } from './fields';
import { office, type Grant, type Operation, type OperationGroup } from './operation';

/** Whoever owes or keeps something of part 7; the sheet itself says which duty is whose. */
const everybody: readonly Grant[] = [
  ...(['party-committee', 'village-party-secretary', 'dispatching-unit', 'stationing-office'] as const).map((kind) =>
    office(kind),
  ),
  ...(['leading-group-office', 'province-group', 'inspection-team'] as const).map((kind) => office(kind)),
];
const above: readonly Grant[] = [
  office('stationing-office'),
  office('leading-group-office'),
  office('province-group', 'province'),
];

/** A duty by its id; the refusal names them all. */
export const duty = oneOf(
  Object.fromEntries(Object.entries(dutyRows).map(([id, { what }]) => [id, what])) as Record<DutyId, string>,
);
const ower = z.string().trim().min(1, '不能为空').max(80, '不超过 80 字');
const unit = z
  .string()
  .regex(/^dispatching-unit:\d{2,6}:[A-Za-z0-9_-]{1,40}$/, '应为派出单位编号，如 dispatching-unit:1404:U07');
const period = z.string().regex(/^\d{4}(-[A-Z0-9-]{1,8})?$/, '应为期次，如 2026-W47、2026-11、2026-Q4');
const amount = z.number('应为数字');

const which = { duty, ower: ower.optional(), unit: unit.optional(), period: period.optional() };
const record = z.strictObject({
  ...which,
  amount: amount.positive('应大于 0').max(100_000_000, '不超过 100000000').optional(),
  hours: amount.positive('应大于 0').max(10_000, '不超过 10000').optional(),
  covered: z.int('应为整数').min(0, '不小于 0').max(100_000, '不超过 100000').optional(),
  of: z.int('应为整数').min(0, '不小于 0').max(100_000, '不超过 100000').optional(),
  nothingToDo: z.boolean().optional(),
  note: text.optional(),
  evidence: text.optional(),
}) satisfies z.ZodType<DutyRecordBody>;

const operations = {
  record: { clause: 'C-3.1', summary: '登记一项履职情况（次数、天数、金额或覆盖数）', by: everybody, body: record },
  recordAll: {
    clause: 'C-3.1',
    summary: '一次登记多项履职情况（有一处不符则全部不登记）',
    by: everybody,
    body: z.strictObject({
      records: z.array(record).min(1, '至少一项').max(500, '不超过 500 项'),
    }) satisfies z.ZodType<DutyRecordsBody>,
  },
  takeBack: {
    clause: 'C-3.1',
    summary: '撤回有误的履职登记（原记录保留在时间线）',
    by: everybody,
    body: z.strictObject({
      entry: z.int('应为时间线中的编号').min(1, '应为时间线中的编号'),
      line: z.int().min(0).optional(),
      reason,
    }) satisfies z.ZodType<TakeBackRecordBody>,
  },
  excuse: {
    clause: 'C-3.1',
    summary: '对“原则上”的职责说明理由予以免除（责任单位的上一级）',
    by: above,
    body: z.strictObject({ ...which, reason }) satisfies z.ZodType<ExcuseDutyBody>,
  },
  reopen: {
    clause: 'C-3.1',
    summary: '重开已封账的期次（上级单位，说明理由）',
    by: above,
    body: z.strictObject({ until: civilDate, reason }) satisfies z.ZodType<ReopenSheetBody>,
  },
} as const satisfies Record<string, Operation>;

/** RULES 7: everything offices can do to a sheet of recurring duties. Sheets begin with the cycle. */
export const duties: OperationGroup = { process: 'duty-sheet', resource: 'duties', title: '履职台账', operations };

/** The books behind the sheets are kept by the system alone. */
export const dutyBooks: OperationGroup = {
  process: 'duty-book',
  resource: 'duty-books',
  title: '履职总台账',
  operations: {},
};
