import { supervisionCycle } from '@duban/policy/processes/supervision-cycle/supervision-cycle';
import type { CycleOpening } from '@duban/policy/processes/supervision-cycle/supervision-cycle-acts';
import type { SupervisionCycle } from '@duban/policy/processes/supervision-cycle/supervision-cycle-facts';
import { supervisionCycleOperations } from '@duban/policy/processes/supervision-cycle/supervision-cycle-operations';
import { z } from 'zod';
import { civilDate, line, reason, surrogateId, territoryCode, yearNumber } from './fields';
import { openingFrom, operationGroup } from './operation';

/** Clause A-0 (with B-0, C-0): a province's campaign of a year and the counties it begins with. */
export const startCycleBody = z.strictObject({
  province: territoryCode(2, '省级'),
  year: yearNumber,
  title: line(1, 100),
  startsOn: civilDate.optional(),
  counties: z.array(territoryCode(6, '县级')).min(1, '至少一个县（市、区）').max(200, '不超过 200 个县（市、区）'),
  name: surrogateId.optional(),
});
export type StartCycleBody = z.infer<typeof startCycleBody>;

const start = openingFrom({
  name: 'start',
  body: startCycleBody,
  subject: ({ province, year, name }) => ({
    territory: province,
    subject: [String(year), ...(name === undefined ? [] : [name])],
  }),
  opening: ({ province, year, title, startsOn, counties, name }): CycleOpening => ({
    province,
    year,
    title,
    counties: [...new Set(counties)],
    ...(startsOn !== undefined && { startsOn }),
    ...(name !== undefined && { name }),
  }),
});

/** Clause A-0: everything offices can do to a supervision cycle. */
export const cycles = operationGroup<SupervisionCycle>()({
  rules: supervisionCycle,
  rows: supervisionCycleOperations,
  opening: start,
  bodies: {
    addCounty: z.strictObject({ county: territoryCode(6, '县级') }),
    close: z.strictObject({ reason }),
  },
});
