import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cadrePosting } from './cadre-posting';
import { addDays, addToMonth, firstDayOf } from '../../dates/civil-date';
import {
  absence,
  act,
  approval,
  held,
  low,
  moved,
  named,
  neutral,
  notLow,
  postingFile,
  recall,
  reminder,
  type BuiltAct,
} from './posting-builder';

const months = Array.from({ length: 10 }, (_, index) => addToMonth('2026-07', index));
const bulletinDay = (month: string): string => `${addToMonth(month, 1)}-05`;
const aMonth = fc.constantFrom(...months);
const aDay = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-07-01', days));

/** One cadre's months: told low, told neutral, or not told about; some corrected later. */
const monthActs = aMonth.chain((month) =>
  fc.constantFrom<BuiltAct[]>(
    [low(month, bulletinDay(month))],
    [neutral(month, bulletinDay(month))],
    [low(month, bulletinDay(month)), notLow(month, addDays(bulletinDay(month), 9))],
    [
      low(month, bulletinDay(month), false),
      act('copyDelivered', addDays(bulletinDay(month), 4), { bulletin: `B-${month}` }, 'system'),
    ],
    [low(month, bulletinDay(month)), low(addToMonth(month, 1), bulletinDay(addToMonth(month, 1))), heldAfter(month)],
  ),
);
const heldAfter = (month: string): BuiltAct => {
  const second = addToMonth(month, 1);
  return held(addDays(bulletinDay(second), 3), bulletinDay(second), [month, second]);
};
const disciplineActs = aDay.chain((day) =>
  fc.constantFrom<BuiltAct[]>(
    [absence(day)],
    [absence(day), reminder(day, addDays(day, 2))],
    [absence(day), approval(day, addDays(day, 6))],
    [named(`M-${day}`, day)],
    [moved(day, `140423100${day.slice(5, 7)}1`)],
    [recall(day)],
  ),
);
const history = fc
  .tuple(
    fc.uniqueArray(monthActs, { selector: ([first]) => JSON.stringify(first?.body), maxLength: 7 }),
    fc.array(disciplineActs, { maxLength: 6 }),
  )
  .map(([monthly, discipline]) => uniqueByKey([...monthly.flat(), ...discipline.flat()]));
const uniqueByKey = (acts: BuiltAct[]): BuiltAct[] => [...new Map(acts.map((one) => [one.key, one])).values()];

const shuffledHistory = history.chain((acts) =>
  fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length, maxLength: acts.length })),
);

describe('RULES 0.dates: counts go by the day, never by the order of recording', () => {
  it('gives the same view for the same dated facts', () => {
    fc.assert(
      fc.property(shuffledHistory, ([acts, shuffled]) => {
        expect(cadrePosting.view(postingFile(shuffled))).toEqual(cadrePosting.view(postingFile(acts)));
      }),
      { numRuns: 400 },
    );
  });

  it('consumes no month twice, and orders no interview before its grounds were known', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const file = postingFile(acts.filter(({ operation }) => operation !== 'interviewHeld'));
        const interviews = cadrePosting.view(file).consequences.flatMap((one) => (one.kind === 'start' ? [one] : []));
        const used = interviews.flatMap(({ opening }) => (opening as { because: { months: string[] } }).because.months);
        expect(new Set(used).size).toBe(used.length);
        for (const { on, opening } of interviews) {
          for (const month of (opening as { because: { months: string[] } }).because.months)
            expect(on > firstDayOf(addToMonth(month, 1))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every key of notices and consequences unique', () => {
    fc.assert(
      fc.property(history, (acts) => {
        const { notices, consequences, deadlines } = cadrePosting.view(postingFile(acts));
        for (const keys of [
          notices.map(({ key }) => key),
          consequences.map(({ key }) => key),
          deadlines.map(({ id }) => id),
        ]) {
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
