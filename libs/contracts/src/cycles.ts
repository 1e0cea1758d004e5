import type {
  AddCountyBody,
  CloseBody,
  CycleOpening,
} from '@duban/policy/processes/supervision-cycle/supervision-cycle';
import { z } from 'zod';
import { civilDate, line, reason, surrogateId, territoryCode, yearNumber } from './fields';
import { office, type Grant, type Opening, type Operation, type OperationGroup } from './operation';

const provinceOffices: readonly Grant[] = [
  office('province-group', 'province'),
  office('leading-group-office', 'province'),
  office('stationing-office', 'province'),
];

/** Clause A-0 (with B-0, C-0): a province's campaign of a year and the counties it begins with. */
export const startCycleBody = z.strictObject({
  province: territoryCode(2, '省级'),
  year: yearNumber,
  title: line(1, 100),
  startsOn: civilDate.optional(),
  counties: z.array(territoryCode(6, '县级')).min(1, '至少一个县（市、区）').max(200, '不超过 200 个县（市、区）'),
  name: surrogateId.optional(),
}) satisfies z.ZodType<CycleOpening>;
export type StartCycleBody = z.infer<typeof startCycleBody>;

const start: Opening = {
  clause: 'A-0',
  summary: '启动督办周期（专项行动），至当年12月31日结束',
  by: provinceOffices,
  body: startCycleBody,
  subject: ({ province, year, name }: StartCycleBody) => ({
    territory: province,
    subject: [String(year), ...(name === undefined ? [] : [name])],
    numbered: false,
  }),
  opening: ({ province, year, title, startsOn, counties, name }: StartCycleBody) => ({
    province,
    year,
    title,
    counties: [...new Set(counties)],
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(name === undefined ? {} : { name }),
  }),
};

const operations = {
  addCounty: {
    clause: 'A-0',
    summary: '县（市、区）加入督办周期',
    by: provinceOffices,
    body: z.strictObject({ county: territoryCode(6, '县级') }) satisfies z.ZodType<AddCountyBody>,
  },
  close: {
    clause: 'A-0',
    summary: '提前结束督办周期（停止周期性任务，已开展的继续办理）',
    by: provinceOffices,
    body: z.strictObject({ reason }) satisfies z.ZodType<CloseBody>,
  },
} as const satisfies Record<string, Operation>;

/** Clause A-0: everything offices can do to a supervision cycle. */
export const cycles: OperationGroup = {
  process: 'supervision-cycle',
  resource: 'cycles',
  title: '督办周期',
  opening: { name: 'start', operation: start },
  operations,
};
