import { addWorkdays, isWorkday, nearestWorkday, workdaysBetween } from './calendar';
import { chinaCalendar } from './china-calendar';

describe('working days with 调休', () => {
  test.each([
    ['2026-07-03', { workday: true, published: true }],
    ['2026-07-04', { workday: false, published: true, why: '周六' }],
    ['2026-10-05', { workday: false, published: true, why: '国庆节放假' }],
    ['2026-10-10', { workday: true, published: true, why: '国庆节调休上班' }],
    ['2025-10-06', { workday: false, published: true, why: '国庆节、中秋节放假' }],
    ['2027-10-01', { workday: true, published: false }],
    ['2027-10-02', { workday: false, published: false, why: '周六' }],
  ])('%s', (date, expected) => expect(isWorkday(chinaCalendar, date)).toEqual(expected));

  test('a calendar without names still tells a holiday', () => {
    const bare = { version: 'x', years: { '2026': { source: '', rest: ['2026-10-01'], work: ['2026-10-10'] } } };
    expect(isWorkday(bare, '2026-10-01').why).toBe('法定节假日放假');
    expect(isWorkday(bare, '2026-10-10').why).toBe('调休上班');
  });

  test.each([
    ['2026-09-30', 0, '2026-09-30', true],
    ['2026-09-30', 1, '2026-10-08', true],
    ['2026-09-30', 3, '2026-10-10', true],
    ['2026-09-30', 4, '2026-10-12', true],
    ['2026-12-31', 1, '2027-01-01', false],
  ])('%s and %i working days is %s', (start, count, date, published) =>
    expect(addWorkdays(chinaCalendar, start, count)).toEqual({ date, published }),
  );

  test('working days between leave out the first day and count the last', () => {
    expect(workdaysBetween(chinaCalendar, '2026-09-30', '2026-10-10')).toBe(3);
    expect(workdaysBetween(chinaCalendar, '2026-10-10', '2026-10-10')).toBe(0);
    expect(workdaysBetween(chinaCalendar, '2026-10-10', '2026-09-30')).toBe(0);
  });

  test.each([
    ['2026-10-05', 1, '2026-10-08', true],
    ['2026-10-05', -1, '2026-09-30', true],
    ['2026-10-10', 1, '2026-10-10', true],
    ['2026-12-31', 1, '2026-12-31', true],
    ['2027-01-02', -1, '2027-01-01', false],
    ['2027-01-02', 1, '2027-01-04', false],
  ] as const)('nearest working day to %s in direction %i is %s', (date, direction, found, published) =>
    expect(nearestWorkday(chinaCalendar, date, direction)).toEqual({ date: found, published }),
  );
});
