import fc from 'fast-check';
import { addDays, type CivilDate } from './civil-date';
import { cadences, lengthOf, overlapOf, periodOf, periodsWithin, type Cadence } from './natural-period';

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days): CivilDate => addDays('1990-01-01', days));
const anyCadence = fc.constantFrom(...(Object.keys(cadences) as Cadence[]));

describe('RULES 0.periods: natural periods', () => {
  it.each<[Cadence, CivilDate, string, CivilDate, CivilDate, string]>([
    ['week', '2026-11-16', '2026-W47', '2026-11-16', '2026-11-22', '2026年第47周（11月16日—11月22日）'],
    ['week', '2026-12-31', '2026-W53', '2026-12-28', '2027-01-03', '2026年第53周（12月28日—1月3日）'],
    ['week', '2027-01-03', '2026-W53', '2026-12-28', '2027-01-03', '2026年第53周（12月28日—1月3日）'],
    ['week', '2024-12-30', '2025-W01', '2024-12-30', '2025-01-05', '2025年第1周（12月30日—1月5日）'],
    ['half-month', '2026-11-15', '2026-11-H1', '2026-11-01', '2026-11-15', '2026年11月上半月'],
    ['half-month', '2028-02-16', '2028-02-H2', '2028-02-16', '2028-02-29', '2028年2月下半月'],
    ['month', '2026-11-30', '2026-11', '2026-11-01', '2026-11-30', '2026年11月'],
    ['two-months', '2026-11-30', '2026-M11-12', '2026-11-01', '2026-12-31', '2026年11—12月'],
    ['two-months', '2027-02-28', '2027-M01-02', '2027-01-01', '2027-02-28', '2027年1—2月'],
    ['quarter', '2026-10-01', '2026-Q4', '2026-10-01', '2026-12-31', '2026年第4季度'],
    ['year', '2026-07-11', '2026', '2026-01-01', '2026-12-31', '2026年'],
  ])('%s of %s is %s', (cadence, on, id, from, to, name) =>
    expect(periodOf(cadence, on)).toEqual({ id, cadence, from, to, name }),
  );

  it('holds the day, and follows without gap or overlap', () =>
    fc.assert(
      fc.property(anyCadence, anyDay, (cadence, on) => {
        const period = periodOf(cadence, on);
        const next = periodOf(cadence, addDays(period.to, 1));
        expect(period.from <= on && on <= period.to).toBe(true);
        expect(next.from).toBe(addDays(period.to, 1));
        expect(periodOf(cadence, period.from)).toEqual(period);
        expect(periodOf(cadence, period.to)).toEqual(period);
      }),
    ));

  it('covers a span', () =>
    expect(periodsWithin('week', { from: '2026-11-11', to: '2026-11-23' }).map(({ id }) => id)).toEqual([
      '2026-W46',
      '2026-W47',
      '2026-W48',
    ]));

  it('counts both ends, and nothing where stretches do not meet', () => {
    expect(lengthOf({ from: '2026-11-28', to: '2026-11-30' })).toBe(3);
    expect(
      lengthOf(overlapOf({ from: '2026-11-01', to: '2026-11-30' }, { from: '2026-11-28', to: '2026-12-05' })),
    ).toBe(3);
    expect(
      lengthOf(overlapOf({ from: '2026-11-01', to: '2026-11-30' }, { from: '2026-12-01', to: '2026-12-05' })),
    ).toBe(0);
  });
});
