import { dutyBook } from '@duban/policy/processes/duty-book/duty-book';
import type { DutyBook } from '@duban/policy/processes/duty-book/duty-book-facts';
import { dutyBookOperations } from '@duban/policy/processes/duty-book/duty-book-operations';
import { trainingLevels } from '@duban/policy/base/training-levels';
import type { DutySheet } from '@duban/policy/processes/duty-sheet/duty-facts';
import { dutySheetOperations } from '@duban/policy/processes/duty-sheet/duty-operations';
import { villageMeetings } from '@duban/policy/processes/duty-sheet/village-day';
import { dutySheet } from '@duban/policy/processes/duty-sheet/duty-sheet';
import { dutyRows, type DutyId } from '@duban/policy/settings/duty-rows';
import { z } from 'zod';
import { civilDate, division, line, officeOf, oneOf, period, reason, surrogateId, text } from './fields';
import { operationGroup } from './operation';

/** A duty by its id; the refusal names them all. */
export const duty = oneOf(
  Object.fromEntries(Object.entries(dutyRows).map(([id, { what }]) => [id, what])) as Record<DutyId, string>,
);
const ower = line(1, 80);
const unit = officeOf(
  /^dispatching-unit:\d{2,6}:[A-Za-z0-9_-]{1,40}$/,
  '应为派出单位编号，如 dispatching-unit:1404:U07',
);
const amount = z.number('应为数字');

const which = { duty, ower: ower.optional(), unit: unit.optional(), period: period.optional() };
const record = z.strictObject({
  ...which,
  amount: amount.positive('应大于 0').max(100_000_000, '不超过 100000000').optional(),
  hours: amount.positive('应大于 0').max(10_000, '不超过 10000').optional(),
  heldBy: oneOf(trainingLevels).optional(),
  covered: z.int('应为整数').min(0, '不小于 0').max(100_000, '不超过 100000').optional(),
  of: z.int('应为整数').min(0, '不小于 0').max(100_000, '不超过 100000').optional(),
  visited: z.array(line(1, 80)).min(1, '至少一户').max(500, '不超过 500 个').optional(),
  lacking: z.array(line(1, 80)).max(500, '不超过 500 个').optional(),
  nothingToDo: z.boolean().optional(),
  from: civilDate.optional(),
  to: civilDate.optional(),
  note: text.optional(),
  evidence: text.optional(),
});

const cadres = z.array(surrogateId);
const villageDay = z.strictObject({
  village: division(12),
  visits: z
    .array(z.strictObject({ household: surrogateId, by: cadres.min(1, '至少一名干部').max(20, '不超过 20 名') }))
    .max(500, '不超过 500 户')
    .optional(),
  meetings: z
    .array(z.strictObject({ kind: oneOf(villageMeetings), attended: cadres.max(50, '不超过 50 名') }))
    .max(10, '不超过 10 次')
    .optional(),
  broadcast: z.boolean().optional(),
});

/** RULES 7: everything offices can do to a sheet of recurring duties. Sheets begin with the cycle. */
export const duties = operationGroup<DutySheet>()({
  rules: dutySheet,
  rows: dutySheetOperations,
  bodies: {
    record,
    recordAll: z.strictObject({ records: z.array(record).min(1, '至少一项').max(500, '不超过 500 项') }),
    villageDay,
    takeBack: z.strictObject({
      entry: z.int('应为时间线中的编号').min(1, '应为时间线中的编号'),
      line: z.int().min(0).optional(),
      reason,
    }),
    excuse: z.strictObject({ ...which, reason }),
    reopen: z.strictObject({ until: civilDate, reason }),
    misfortune: z.strictObject({ cadre: line(1, 80) }),
  },
});

/** The books behind the sheets are kept by the system alone. */
export const dutyBooks = operationGroup<DutyBook>()({
  rules: dutyBook,
  rows: dutyBookOperations,
  bodies: {},
});
