import fc from 'fast-check';
import { addDays } from '../../dates/civil-date';
import { allowanceOf } from './allowance';
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
const rate = { allowanceYuanPerDay: 50 };
const of = (more: Partial<RosterEntry> = {}, absent: string[] = [], excused: string[] = []) =>
  allowanceOf(
    { ...entry, ...more },
    [...absent.map((on) => ({ on, isExcused: false })), ...excused.map((on) => ({ on, isExcused: true }))],
    '2026-11',
    rate,
  );

describe('C-3.6: the allowance of a month', () => {
  it('is paid for every day of a whole month on post', () =>
    expect(of()).toMatchObject({ posted: 30, days: 30, yuan: 1500 }));

  it('begins with the posting and ends with the recall, both days counted', () => {
    expect(of({ from: '2026-11-28' })).toMatchObject({ posted: 3, days: 3, yuan: 150 });
    expect(of({ to: '2026-11-01' })).toMatchObject({ posted: 1, days: 1 });
    expect(of({ to: '2026-10-31' })).toMatchObject({ posted: 0, days: 0, yuan: 0 });
  });

  it('leaves out leave and absence, a day that is both once', () => {
    const leaves = [{ from: '2026-11-10', to: '2026-11-12' }];
    expect(of({ leaves }, ['2026-11-12', '2026-11-20'])).toMatchObject({ leave: 3, absent: 1, days: 26, yuan: 1300 });
    expect(of({ leaves: [...leaves, { from: '2026-11-12', to: '2026-12-03' }] })).toMatchObject({ leave: 21, days: 9 });
  });

  it('an absence for which leave was approved afterwards is leave, and is not paid either', () => {
    expect(of({}, ['2026-11-20'], ['2026-11-12'])).toMatchObject({ leave: 1, absent: 1, days: 28, yuan: 1400 });
    expect(of({}, [], ['2026-10-12'])).toMatchObject({ leave: 0, absent: 0, days: 30 });
  });

  it('is never of fewer than no days, nor of more than the days posted', () =>
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.array(fc.tuple(fc.nat(40), fc.nat(20)), { maxLength: 4 }),
        fc.array(fc.nat(40), { maxLength: 6 }),
        (start, length, leaves, absences) => {
          const from = addDays('2026-10-15', start);
          const given = leaves.map(([at, days]) => ({
            from: addDays('2026-10-25', at),
            to: addDays('2026-10-25', at + days),
          }));
          const { days, posted } = of(
            { from, to: addDays(from, length), leaves: given },
            absences.map((at) => addDays('2026-10-25', at)),
          );
          expect(days).toBeGreaterThanOrEqual(0);
          expect(days).toBeLessThanOrEqual(posted);
        },
      ),
    ));
});
