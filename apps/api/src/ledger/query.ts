import { duty } from '@duban/contracts/duties';
import { civilDate, count, instant, month, period, year } from '@duban/contracts/fields';
import { readInput } from '@duban/contracts/read-input';
import { processNames, type ProcessName } from '@duban/policy/case/case';
import { deadlineStates, type DeadlineState } from '@duban/policy/dates/deadline';
import { dutyGroupings, type DutyGrouping } from '@duban/persistence/duties';
import { registerGroupings, type RegisterGrouping } from '@duban/persistence/registers';
import { z } from 'zod';
import { RefusedRequest } from '../refusals/refused-request';

export const processName = z.enum(Object.keys(processNames) as [ProcessName, ...ProcessName[]], {
  error: `应为下列之一：${Object.keys(processNames).join('、')}`,
});
const states = Object.keys(deadlineStates) as DeadlineState[];
export const territory = z.string().regex(/^\d{2,12}$/, '应为行政区划代码');
const truth = z.enum(['true', 'false'], { error: '应为 true 或 false' }).transform((value) => value === 'true');
export const paging = {
  limit: z.coerce
    .number('应为 1–200 的整数')
    .int('应为 1–200 的整数')
    .min(1, '应为 1–200 的整数')
    .max(200, '应为 1–200 的整数')
    .default(50),
  after: z.string().max(500).optional(),
};

const factWords = '应为“名称=值”';
const fact = z
  .string()
  .max(200, factWords)
  .regex(/^\w+=.+$/, factWords);
const caseIdWords = '应为案件编号，一次至多 200 个';
const caseId = z.string(caseIdWords).max(120, caseIdWords);

export const pageQuery = z.strictObject(paging);
export const casesQuery = z.strictObject({
  ...paging,
  territory: territory.optional(),
  process: processName.optional(),
  stage: z.string().max(60).optional(),
  ended: truth.optional(),
  policyVersion: z.coerce.number('应为整数').pipe(count).optional(),
  caseId: z.union([caseId.transform((one) => [one]), z.array(caseId).max(200)], { error: caseIdWords }).optional(),
  fact: z.union([fact.transform((one) => [one]), z.array(fact).max(10)], { error: factWords }).optional(),
  q: z.string().trim().min(1, '应为编号或地名').max(40, '不超过 40 字').optional(),
  overdue: truth.optional(),
  sort: z.enum(['newest', 'oldest', 'territory'], { error: '应为 newest、oldest 或 territory' }).default('newest'),
});
export const deadlinesQuery = z.strictObject({
  ...paging,
  territory: territory.optional(),
  process: processName.optional(),
  state: z
    .string()
    .transform((value) => value.split(','))
    .pipe(
      z.array(z.enum(states as [DeadlineState, ...DeadlineState[]], { error: `应为下列之一：${states.join('、')}` })),
    )
    .optional(),
  dueFrom: civilDate.optional(),
  dueTo: civilDate.optional(),
  owner: z.string().max(80).optional(),
  judged: truth.optional(),
});
export const inboxQuery = z.strictObject({ ...paging, unread: truth.optional() });
export const readAllBody = z.strictObject({
  until: instant.optional(),
});
export const divisionsQuery = z.strictObject({ parent: territory.optional() });
export const areaQuery = z.strictObject({ territory: territory.optional(), process: processName.optional() });
export const bulletinsQuery = z.strictObject({
  county: territory.optional(),
  month: month.optional(),
  process: processName.optional(),
  caseId: z.string().max(120).optional(),
});
export const dispatchYearQuery = z.strictObject({
  territory: territory.optional(),
  year,
});
export const rankingsQuery = z.strictObject({ scope: territory, month });
const dutyFilter = {
  territory: territory.optional(),
  owner: z.string().max(80).optional(),
  duty: duty.optional(),
  period: period.optional(),
  dueFrom: civilDate.optional(),
  dueTo: civilDate.optional(),
  missing: truth.optional(),
};
export const dutiesQuery = z.strictObject({ ...paging, ...dutyFilter });
export const fulfilmentQuery = z.strictObject({
  ...dutyFilter,
  by: z.enum(Object.keys(dutyGroupings) as [DutyGrouping], {
    error: '应为 office（单位）、duty（职责）、period（期次）或 area（地区）',
  }),
});
export const findingsQuery = z.strictObject({ territory: territory.optional() });
export const totalsQuery = z.strictObject({
  territory: territory.optional(),
  year,
});
export const allowancesQuery = z.strictObject({ territory: territory.optional(), month });
export const groundsQuery = z.strictObject({
  county: territory.optional(),
  state: z
    .enum(['proposed', 'declined'], { error: '应为 proposed（待确认）或 declined（不予采纳）' })
    .default('proposed'),
});
const registerFilter = {
  territory: territory.optional(),
  owner: z.string().max(80).optional(),
  period: period.optional(),
  state: z.string().max(40).optional(),
  from: civilDate.optional(),
  to: civilDate.optional(),
};
export const registersQuery = z.strictObject({ ...paging, ...registerFilter });
export const registerCountsQuery = z.strictObject({
  ...registerFilter,
  by: z.enum(Object.keys(registerGroupings) as [RegisterGrouping], {
    error: '应为 area（地区）、period（期次）、owner（责任单位）或 state（状态）',
  }),
});
export const candidatesQuery = z.strictObject({ territory: territory.optional(), withdrawn: truth.optional() });

/** Reads a query string; every fault is named in Chinese. */
export function parseQuery<Schema extends z.ZodType>(query: unknown, schema: Schema): z.output<Schema> {
  const reading = readInput(schema, query, 'line');
  if (reading.isSound) return reading.value;
  throw RefusedRequest.ofFaults(
    `查询条件有误。${reading.faults.map(({ field, detail }) => `${field}：${detail}`).join('；')}。`,
    reading.faults,
  );
}
