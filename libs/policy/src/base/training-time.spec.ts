import { inDays, isInTenths, reaches, sumOf, timeOf } from './training-time';

describe('OBLIGATIONS D7: days or hours', () => {
  it('reads days from hours and hours from days, and what says both but once', () => {
    expect(timeOf({ amount: 2 }, 7.5)).toEqual({ asDays: 1500, asHours: 1500 });
    expect(timeOf({ hours: 15 }, 7.5)).toEqual({ asDays: 1500, asHours: 1500 });
    expect(timeOf({ amount: 2, hours: 12 }, 7.5)).toEqual({ asDays: 1500, asHours: 1200 });
    expect(timeOf({}, 7.5)).toEqual({ asDays: 0, asHours: 0 });
  });

  it('is reached by either sum, and never looks so before', () => {
    const almost = sumOf([timeOf({ amount: 6 }, 7.5), timeOf({ hours: 44.9 }, 7.5)]);
    expect([reaches(almost, 12, 7.5), inDays(almost, 7.5)]).toEqual([false, 11.98]);
    const reached = sumOf([almost, timeOf({ hours: 0.1 }, 7.5)]);
    expect([reaches(reached, 12, 7.5), inDays(reached, 7.5)]).toEqual([true, 12]);
  });

  it.each([
    [0.1, true],
    [7.3, true],
    [2999.9, true],
    [0.05, false],
    [7.55, false],
  ])('%d is said to a tenth: %s', (said, expected) => expect(isInTenths(said)).toBe(expected));
});
