import { attendanceMarks } from '@duban/policy/processes/cadre-posting/attendance';
import { villageMeetings } from '@duban/policy/processes/duty-sheet/village-day';
import { z } from 'zod';
import { civilDate, division as divisionCode } from '../fields';
import { codeOf, count, day, division, id, itemsOf, words } from './answer-fields';
import { read } from './route';

/** A cadre posted to a village on a day: approved leave, absence without cause, or how the day was marked. */
const cadreOfDay = z.strictObject({
  cadre: id,
  postingCase: id,
  roleName: words,
  onLeave: z.boolean(),
  absent: z.boolean(),
  mark: codeOf(attendanceMarks).nullable(),
  night: z.boolean(),
});

const householdOfDay = z.strictObject({
  household: id,
  isMonitored: z.boolean(),
  isOnRoll: z.boolean(),
  visitedOn: day.nullable(),
});
/** A household of a village, and when it was last visited in the quarter. */
export type HouseholdOfDay = z.output<typeof householdOfDay>;

/** What was said of a village's day. */
const saidOfDay = z.strictObject({
  entry: count,
  by: id,
  byName: words,
  visits: z.array(z.strictObject({ household: id, by: z.array(id) })),
  meetings: z.array(z.strictObject({ kind: codeOf(villageMeetings), attended: z.array(id) })),
  broadcast: z.boolean(),
});

export const villageDayRead = read({
  path: '/village-days',
  operationId: 'villageDays.read',
  tag: 'ledger',
  summary: '一个村的一天：在岗干部及考勤、农户名单及本季走访、当日已登记的工作，和登记用的月度履职台账',
  query: z.strictObject({
    territory: divisionCode(12).describe('村'),
    on: civilDate.optional().describe('日期，默认今天'),
  }),
  answers: z.strictObject({
    village: division,
    on: day,
    today: day,
    sheets: z.array(z.strictObject({ caseId: id, isOpen: z.boolean(), from: day })),
    cadres: z.array(cadreOfDay),
    households: itemsOf(householdOfDay).shape.items,
    said: saidOfDay.nullable(),
  }),
  refuses: ['UNKNOWN_SUBJECT', 'FUTURE_DATE'],
});
