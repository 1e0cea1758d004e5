import fc from 'fast-check';
import { isWorkday } from '../../dates/calendar';
import { chinaCalendar } from '../../dates/china-calendar';
import { addDays } from '../../dates/civil-date';
import { daysOf, periodOf } from '../../dates/natural-period';
import type { MarkedDay } from '../cadre-posting/attendance';
import type { RosterEntry } from '../cadre-posting/roster';
import { builtSheet, record, rowOf, system, threeCadres, type Sheet } from './duty-builder';

const [first, second, third] = threeCadres() as [RosterEntry, RosterEntry, RosterEntry];
interface Line {
  ower: string;
  owed: number;
  done: number;
  state: string;
  doneOn: string | null;
}
const linesOf = (sheet: Sheet, id: string) => (rowOf(sheet, id)?.lines ?? []) as unknown as Line[];
/** Days and nights owed in the week of a day. */
const owedIn = (on: string, more: Parameters<typeof builtSheet>[0] = {}) => {
  const week = periodOf('week', on);
  const sheet = builtSheet({ on: week.from, roster: [first], ...more });
  const owed = (duty: string) => linesOf(sheet, `${duty}@${week.id}`)[0]?.owed ?? 0;
  return [owed('five-days'), owed('four-nights')];
};
const marksOf = (days: readonly string[], nights: readonly string[]): MarkedDay[] =>
  days.map((on) => ({ on, mark: 'on-post', night: nights.includes(on) }));
const read = (sheet: Sheet, on: string, days: MarkedDay[], cadre = 'C01') =>
  sheet.say(
    'attendanceRead',
    on,
    { from: '2026-11-02', to: '2026-12-06', cadres: [{ cadre, postingCase: first.postingCase, days }] },
    system,
  );

describe('case 44 (C-3.3.f, g, D9)', () => {
  it('week 14–20 Sep 2026 (Sun 20 Sep is worked): 5 days, 4 nights', () =>
    expect(owedIn('2026-09-14')).toEqual([5, 4]));
  it('week 21–27 Sep (holiday from Fri 25): 4 days, 3 nights', () => expect(owedIn('2026-09-21')).toEqual([4, 3]));
});

describe('case 45 (C-3.3.f, g, D9)', () => {
  it('week 28 Sep–4 Oct 2026: 3 days, 2 nights', () => expect(owedIn('2026-09-28')).toEqual([3, 2]));
  it('week 5–11 Oct (worked 8, 9 and Sat 10): 3 days, 2 nights', () => expect(owedIn('2026-10-05')).toEqual([3, 2]));
  it('week 16–22 Feb 2026: nothing owed', () => expect(owedIn('2026-02-16')).toEqual([0, 0]));

  it('five days and four nights where the office takes no holidays off', () =>
    expect(owedIn('2026-02-16', { changes: { stationingHolidays: 'none' } })).toEqual([5, 4]));
  it('a year not yet published: Monday to Friday', () =>
    expect(owedIn('2027-02-15', { cycle: { from: '2027-01-01', to: '2027-12-31' } })).toEqual([5, 4]));
  it('says that the calendar is the office’s decision where it lowers the figure', () => {
    expect(builtSheet({ on: '2026-09-28' }).deadline('five-days@2026-W40')?.decisions).toEqual(['stationingHolidays']);
    expect(builtSheet().deadline('five-days@2026-W45')?.decisions).toBeUndefined();
  });
});

describe('case 46 (C-3.3.g): 5 days and 3 nights marked in W45', () => {
  const sheet = builtSheet({ roster: [first] });
  const week = daysOf({ from: '2026-11-02', to: '2026-11-06' });
  read(sheet, '2026-11-09', marksOf(week, week.slice(0, 3)));

  it('the days’ line is done, on the day of the fifth', () =>
    expect(linesOf(sheet, 'five-days@2026-W45')).toMatchObject([
      { owed: 5, done: 5, state: 'fulfilled', doneOn: '2026-11-06' },
    ]));
  it('the nights’ line is short of one', () =>
    expect(linesOf(sheet, 'four-nights@2026-W45')).toMatchObject([{ owed: 4, done: 3, state: 'open' }]));
  it('a fourth night makes it whole; what was marked wrongly and taken out does not count', () => {
    read(sheet, '2026-11-10', marksOf(week, week.slice(0, 4)));
    expect(linesOf(sheet, 'four-nights@2026-W45')).toMatchObject([{ done: 4, state: 'fulfilled' }]);
    read(sheet, '2026-11-11', marksOf(week.slice(1), week.slice(1, 4)));
    expect(linesOf(sheet, 'four-nights@2026-W45')).toMatchObject([{ done: 3, state: 'open' }]);
    expect(linesOf(sheet, 'five-days@2026-W45')).toMatchObject([{ done: 4, state: 'open' }]);
  });
});

describe('case 47 (C-3.3.d, f): approved leave on Wed 4 and Thu 5 Nov 2026', () => {
  const leaves = [{ from: '2026-11-04', to: '2026-11-05' }];

  it('W45 owes 3 days, 2 nights', () =>
    expect(owedIn('2026-11-02', { roster: [{ ...first, leaves }] })).toEqual([3, 2]));
  it('leave that is asked for and not approved does not lower it; once approved it does', () => {
    const sheet = builtSheet({ roster: [first] });
    expect(linesOf(sheet, 'five-days@2026-W45')).toMatchObject([{ owed: 5 }]);
    sheet.say('rosterRead', '2026-11-09', [{ ...first, leaves }], system);
    expect(linesOf(sheet, 'five-days@2026-W45')).toMatchObject([{ owed: 3 }]);
  });
});

describe('case 43 (C-3.6.h, D9): working days of November unmarked', () => {
  const sheet = builtSheet({ roster: [first, second] });
  const worked = (from: string, to: string) =>
    daysOf({ from, to }).filter((day) => isWorkday(chinaCalendar, day).workday);
  const all = worked('2026-11-02', '2026-12-06');
  sheet.say('attendanceRead', '2026-12-07', {
    ...{ from: '2026-11-02', to: '2026-12-06' },
    cadres: [
      { cadre: 'C01', postingCase: first.postingCase, days: marksOf(all.slice(3), all) },
      { cadre: 'C02', postingCase: second.postingCase, days: marksOf(all, all) },
    ],
  });
  const notices = sheet.view().notices.filter(({ key }) => key.startsWith('unmarked'));

  it('are named to the secretary and to T1, on the day after the last week was read', () => {
    expect(notices.map(({ to, on }) => [to, on])).toEqual([
      ['village-party-secretary:140423100201', '2026-12-08'],
      ['party-committee:140423100', '2026-12-08'],
    ]);
    for (const { text } of notices) {
      expect(text).toContain('〔C01〕3天：2026年11月2日（周一）、2026年11月3日（周二）、2026年11月4日（周三）');
      expect(text).not.toContain('〔C02〕');
    }
  });

  it('are asked for every Monday, and once more before the sheet closes', () =>
    expect(
      sheet.view().consequences.flatMap((one) => (one.kind === 'ask' && one.question === 'attendance' ? [one.on] : [])),
    ).toEqual(['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-20']));

  it('are not asked for again where the township entered the week as a number', () => {
    const entered = builtSheet({ roster: [first] });
    for (const week of ['W45', 'W46', 'W47', 'W48', 'W49'])
      record(entered, '2026-12-06', { duty: 'five-days', ower: 'C01', amount: 5, period: `2026-${week}` });
    expect(entered.view().notices.filter(({ key }) => key.startsWith('unmarked'))).toEqual([]);
  });
});

describe('case 14 (C-3.3.f, D3): five days recorded, and the roster is read again without him', () => {
  const sheet = builtSheet();
  record(sheet, '2026-11-08', { duty: 'five-days', ower: 'C03', amount: 5 });
  sheet.say('rosterRead', '2026-11-16', [first, second], system);

  it('his W45 line stands on T1’s sheet with 5 done', () =>
    expect(linesOf(sheet, 'five-days@2026-W45').find(({ ower }) => ower === 'C03')).toMatchObject({
      done: 5,
      state: 'fulfilled',
    }));
  it('he owes no week that begins once he is gone, and nobody is troubled for him', () => {
    expect(linesOf(sheet, 'five-days@2026-W46').map(({ ower }) => ower)).toContain('C03');
    expect(linesOf(sheet, 'five-days@2026-W47').map(({ ower }) => ower)).not.toContain('C03');
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
  });
});

describe('case 15 (C-3.3.f, D3): a move on Wed 18 Nov 2026', () => {
  const stays = [
    { from: '2025-06-01', to: '2026-11-17' },
    { from: '2026-11-18', to: null },
  ];
  const before = { ...first, to: '2026-11-17', stays };
  const after = { ...first, township: '140423101', village: '140423101201', from: '2026-11-18', stays };
  const sheetOf = (territory: string, entry: RosterEntry) => {
    const sheet = builtSheet({ territory, roster: [entry] });
    read(sheet, '2026-11-23', marksOf(daysOf({ from: '2026-11-16', to: '2026-11-20' }), []));
    return sheet;
  };

  it('the line of W47 stands with T1 and has 5 days done, from both villages', () => {
    expect(linesOf(sheetOf('140423100', before), 'five-days@2026-W47')).toMatchObject([
      { ower: 'C01', owed: 5, done: 5, state: 'fulfilled' },
    ]);
    expect(rowOf(sheetOf('140423101', after), 'five-days@2026-W47')).toBeUndefined();
  });
  it('W48 is T2’s', () => {
    expect(rowOf(sheetOf('140423100', before), 'five-days@2026-W48')).toBeUndefined();
    expect(linesOf(sheetOf('140423101', after), 'five-days@2026-W48')).toMatchObject([{ owed: 5 }]);
  });
  it('the month’s line is T2’s, the year’s goes with the cadre, whole', () => {
    expect(rowOf(sheetOf('140423100', before), 'village-meetings@2026-11')).toBeUndefined();
    expect(linesOf(sheetOf('140423101', after), 'village-meetings@2026-11')).toMatchObject([{ ower: 'C01' }]);
    const year = (territory: string, entry: RosterEntry) =>
      builtSheet({ territory, cadence: 'year', on: '2026-01-01', roster: [entry] });
    expect(rowOf(year('140423100', before), 'training@2026')).toBeUndefined();
    expect(linesOf(year('140423101', after), 'training@2026')).toMatchObject([{ owed: 12 }]);
  });
});

describe('OBLIGATIONS D9: 五天四夜 of any week', () => {
  const day = fc.integer({ min: 0, max: 350 }).map((at) => addDays('2026-01-05', at));

  it('owes as many days as are worked and not on leave, at most five, and one night fewer', () =>
    fc.assert(
      fc.property(day, fc.nat(6), fc.nat(4), (on, at, length) => {
        const week = periodOf('week', on);
        const leave = { from: addDays(week.from, at), to: addDays(week.from, at + length) };
        const worked = daysOf(week).filter(
          (one) => isWorkday(chinaCalendar, one).workday && (one < leave.from || one > leave.to),
        ).length;
        const cycle = { from: '2025-12-01', to: '2027-01-31' };
        const expected = [Math.min(5, worked), Math.max(0, Math.min(5, worked) - 1)];
        expect(owedIn(week.from, { roster: [{ ...first, leaves: [leave] }], cycle })).toEqual(expected);
      }),
      { numRuns: 60 },
    ));

  it('wherever he moves and whenever, exactly one township keeps the week, and both together his days', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 34 }), (at) => {
        const moved = addDays('2026-11-02', at);
        const stays = [
          { from: '2025-06-01', to: addDays(moved, -1) },
          { from: moved, to: null },
        ];
        const here = builtSheet({ roster: [{ ...third, to: addDays(moved, -1), stays }] });
        const there = builtSheet({ territory: '140423101', roster: [{ ...third, from: moved, stays }] });
        for (const week of ['W45', 'W46', 'W47', 'W48', 'W49']) {
          const kept = [here, there].flatMap((sheet) => linesOf(sheet, `five-days@2026-${week}`));
          expect(kept).toMatchObject([{ ower: 'C03', owed: 5 }]);
        }
      }),
      { numRuns: 34 },
    ));
});
