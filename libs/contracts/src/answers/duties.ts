import { cadences } from '@duban/policy/dates/natural-period';
import { coverings, occasions } from '@duban/policy/settings/duty-bound';
import { dutyRows, measures, type DutyRow } from '@duban/policy/settings/duty-rows';
import { lineStates } from '@duban/policy/processes/duty-sheet/duty-facts';
import { z } from 'zod';
import { duty } from '../duties';
import { period } from '../fields';
import { codeOf, count, day, division, id, itemsOf, pageOf, words } from './answer-fields';
import { dueDays, owner, paging, truth, within } from './query-fields';
import { read } from './route';

const amount = z.number().min(0);

/** One office's duty of one period, with everybody who owes it. */
const dutyStanding = z.strictObject({
  caseId: id,
  key: words,
  duty: words,
  what: words,
  clause: words.nullable(),
  period: words,
  cadence: words,
  territory: division,
  owner: id,
  ownerName: words,
  from: day,
  due: day,
  owed: count,
  fulfilled: count,
  late: count,
  excused: count,
  missing: count,
  lines: z.array(
    z.strictObject({
      ower: words,
      owerName: words,
      owed: amount,
      done: amount,
      state: codeOf(lineStates),
      stateName: words,
      doneOn: day.nullable(),
      lacking: z.array(id).optional(),
      covers: z.array(z.strictObject({ from: day, to: day.nullable(), on: day })).optional(),
    }),
  ),
});
export type DutyStanding = z.output<typeof dutyStanding>;
export type DutyStandingLine = DutyStanding['lines'][number];

/** What fulfilment is counted by. */
export const dutyGroupings = { office: '单位', duty: '职责', period: '期次', area: '地区' } as const;

const dutyFilter = {
  ...within,
  owner,
  duty: duty.optional().describe('职责'),
  period: period.optional().describe('期次'),
  ...dueDays,
  missing: truth.optional().describe('true 只看未完成'),
};

export const dutyList = read({
  path: '/duties',
  operationId: 'duties.list',
  tag: 'ledger',
  summary: '周期性职责：各单位各期的完成情况，逐人逐项',
  query: z.strictObject({ ...dutyFilter, ...paging }),
  answers: pageOf(dutyStanding),
  refuses: ['UNKNOWN_SUBJECT'],
});

const fulfilment = z.strictObject({
  of: words,
  name: words,
  owed: count,
  fulfilled: count,
  late: count,
  excused: count,
  missing: count,
  rate: z.number().nullable(),
});
export type FulfilmentRow = z.output<typeof fulfilment>;

export const dutyFulfilment = read({
  path: '/duties/fulfilment',
  operationId: 'duties.fulfilment',
  tag: 'ledger',
  summary: '周期性职责完成率，按单位、职责、期次或地区',
  query: z.strictObject({
    ...dutyFilter,
    by: z
      .enum(Object.keys(dutyGroupings) as [keyof typeof dutyGroupings], {
        error: '应为 office（单位）、duty（职责）、period（期次）或 area（地区）',
      })
      .describe('office duty period area'),
  }),
  answers: itemsOf(fulfilment).extend({ by: codeOf(dutyGroupings) }),
  refuses: ['UNKNOWN_SUBJECT'],
});

const catalogued = z.strictObject({
  id: codeOf(dutyRows),
  clause: words,
  citation: words,
  what: words,
  level: z.enum(['province', 'city', 'county', 'township']),
  who: z.enum(['cadre', 'team', 'leader', 'office', 'unit']),
  line: z.enum(['leading-group', 'stationing'] satisfies DutyRow['line'][]),
  measure: codeOf(measures),
  measureName: words,
  cadence: codeOf(cadences),
  cadenceName: words,
  amount,
  isInPrinciple: z.literal(true).optional(),
  dueOn: words.optional(),
  onlyFrom: words.optional(),
  mayBeEmpty: z.literal(true).optional(),
  hoursPerDay: z.number().optional(),
  stationed: z.enum(['days', 'nights']).optional(),
  covers: codeOf(coverings).optional(),
  occasions: codeOf(occasions).optional(),
  leavesOutLateJoiners: z.literal(true).optional(),
  /** Done by entries of a register kept by hand. */
  enteredIn: z.strictObject({ register: words, covers: z.enum(['territory', 'subject']) }).optional(),
  isNeverEmpty: z.literal(true).optional(),
  isPerPerson: z.literal(true).optional(),
  isDecided: z.literal(true).optional(),
});
export type CataloguedDuty = z.output<typeof catalogued>;

export const dutyCatalogue = read({
  path: '/duties/catalogue',
  operationId: 'duties.catalogue',
  tag: 'ledger',
  summary: '周期性职责目录：谁、做什么、多久一次、依据哪条',
  answers: itemsOf(catalogued),
});
