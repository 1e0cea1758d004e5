import fc from 'fast-check';
import { chinaCalendar } from '../../dates/china-calendar';
import { addDays } from '../../dates/civil-date';
import { allowanceOf } from './allowance';
import type { AttendanceMark, MarkedDay } from './attendance';
import type { RosterEntry } from './roster';

const entry: RosterEntry = {
  cadre: 'C001',
  postingCase: 'posting:140423100:C001:1',
  township: '140423100',
  village: '140423100204',
  unit: 'dispatching-unit:14:U01',
  role: 'member',
  from: '2025-06-01',
  to: null,
};
const marks = (mark: AttendanceMark, ...days: string[]): MarkedDay[] => days.map((on) => ({ on, mark, night: false }));
const november = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `2026-11-${String(first + index).padStart(2, '0')}`);
const of = (
  marked: readonly MarkedDay[],
  more: { entry?: Partial<RosterEntry>; absent?: string[]; excused?: string[]; businessCounts?: boolean } = {},
) =>
  allowanceOf(
    { ...entry, ...more.entry },
    {
      marked,
      absences: [
        ...(more.absent ?? []).map((on) => ({ on, isExcused: false })),
        ...(more.excused ?? []).map((on) => ({ on, isExcused: true })),
      ],
    },
    '2026-11',
    {
      settings: { allowanceYuanPerDay: 50, businessCounts: more.businessCounts ?? true },
      calendar: chinaCalendar,
      until: '2026-12-31',
    },
  );

describe('C-3.6: the allowance of a month', () => {
  it('is paid for days marked between posting and recall, both days counted', () => {
    const all = marks('on-post', ...november(1, 30));
    expect(of(all)).toMatchObject({ posted: 30, days: 30, yuan: 1500, unmarked: [] });
    expect(of(all, { entry: { from: '2026-11-28' } })).toMatchObject({ posted: 3, days: 3, yuan: 150 });
    expect(of(all, { entry: { to: '2026-11-01' } })).toMatchObject({ posted: 1, days: 1 });
    expect(of(all, { entry: { to: '2026-10-31' } })).toMatchObject({ posted: 0, days: 0, yuan: 0, unmarked: [] });
  });

  it('is not paid for a day marked and also entered as an absence, nor for one at rest', () => {
    const all = marks('on-post', ...november(2, 6));
    expect(of(all, { absent: ['2026-11-03'] })).toMatchObject({ days: 4, absent: 1 });
    expect(of([...all, ...marks('rest', '2026-11-07')])).toMatchObject({ days: 5 });
  });

  it('an absence for which leave was approved afterwards is leave, and is not paid either', () => {
    const all = marks('on-post', ...november(2, 6));
    expect(of(all, { absent: ['2026-11-20'], excused: ['2026-11-12'] })).toMatchObject({
      leave: 1,
      absent: 1,
      days: 5,
    });
  });

  it('names no day that is still to come', () => {
    const until = '2026-11-04';
    const terms = { settings: { allowanceYuanPerDay: 50, businessCounts: true }, calendar: chinaCalendar, until };
    expect(allowanceOf(entry, { marked: [], absences: [] }, '2026-11', terms).unmarked).toEqual(november(2, 4));
  });

  it('is never of fewer than no days, nor of more than the days posted, nor of more than were marked', () =>
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.array(fc.tuple(fc.nat(40), fc.nat(20)), { maxLength: 4 }),
        fc.uniqueArray(fc.nat(60), { maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 6 }),
        (start, length, leaves, marked, absent) => {
          const from = addDays('2026-10-15', start);
          const given = leaves.map(([at, days]) => ({
            from: addDays('2026-10-25', at),
            to: addDays('2026-10-25', at + days),
          }));
          const { days, posted, unmarked, onPost, business } = of(
            marks('on-post', ...marked.map((at) => addDays('2026-10-15', at))),
            {
              entry: { from, to: addDays(from, length), leaves: given },
              absent: absent.map((at) => addDays('2026-10-25', at)),
            },
          );
          expect(days).toBe(onPost + business);
          expect(days >= 0 && days <= posted && days <= marked.length).toBe(true);
          expect(days + unmarked.length).toBeLessThanOrEqual(posted);
        },
      ),
    ));
});

const weekdays = november(2, 30).filter((on) => ![6, 0].includes(new Date(`${on}T00:00:00Z`).getUTCDay()));

describe('case 41 (C-3.6.h, D9): marked on post Monday to Friday throughout November 2026', () => {
  it('21 days, not 30; at 50 yuan a day 1,050', () =>
    expect(of(marks('on-post', ...weekdays))).toMatchObject({ posted: 30, days: 21, yuan: 1050, unmarked: [] }));

  it('with no marks at all: 0 days, and the secretary is named for each day', () => {
    const secretary = 'village-party-secretary:140423100204';
    expect(of([])).toMatchObject({ days: 0, yuan: 0, unmarked: weekdays, secretary });
  });
});

describe('case 42 (C-3.6.h, D9): 18 days on post, 2 days of county training, 1 of approved leave', () => {
  const [on, trained, leave] = [weekdays.slice(0, 18), weekdays.slice(18, 20), weekdays.slice(20)];
  const leaves = [{ from: leave[0] ?? '', to: leave[0] ?? '' }];
  const marked = [...marks('on-post', ...on), ...marks('training', ...trained)];

  it('20 days', () =>
    expect(of(marked, { entry: { leaves } })).toMatchObject({
      onPost: 18,
      business: 2,
      leave: 1,
      days: 20,
      unmarked: [],
    }));
  it('one Saturday on post besides: 21', () =>
    expect(of([...marked, ...marks('on-post', '2026-11-07')], { entry: { leaves } })).toMatchObject({ days: 21 }));
  it('18 where the office does not count business and training', () =>
    expect(of(marked, { entry: { leaves }, businessCounts: false })).toMatchObject({ days: 18, unmarked: [] }));
});

describe('case 43 (C-3.6.h, D9): 3 working days of November unmarked', () => {
  it('are not paid and are named, and are no absence', () =>
    expect(of(marks('on-post', ...weekdays.slice(3)))).toMatchObject({
      days: 18,
      absent: 0,
      unmarked: ['2026-11-02', '2026-11-03', '2026-11-04'],
    }));
});
