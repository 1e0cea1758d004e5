import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import {
  addDays,
  addMonths,
  addToMonth,
  chineseDate,
  civilDateOf,
  compareDates,
  completedYears,
  daysBetween,
  earlierOf,
  firstDayOf,
  instantOf,
  isAfter,
  isBefore,
  isCivilDate,
  isMonth,
  lastDayOf,
  laterOf,
  monthOf,
  weekdayOf,
} from './civil-date';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));

describe('civil dates', () => {
  test.each(['2024-02-29', '2026-12-31', '1949-10-01'])('%s is a date', (text) => expect(isCivilDate(text)).toBe(true));
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', '', 20260101, null, undefined])(
    '%s is none',
    (text) => expect(isCivilDate(text)).toBe(false),
  );
  test.each(['2026-00', '2026-13', '2026-1', '2026-01-01', 1])('%s is no month', (text) =>
    expect(isMonth(text)).toBe(false),
  );
  test('2026-12 is a month', () => expect(isMonth('2026-12')).toBe(true));

  test.each([
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-08-31', 6, '2023-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-07-15', 6, '2027-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  test.each([
    ['2026-07-01', 15, '2026-07-16'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected));

  test('months carry over the year', () => {
    expect(addToMonth('2026-11', 2)).toBe('2027-01');
    expect(addToMonth('2026-01', -1)).toBe('2025-12');
    expect(monthOf('2026-07-05')).toBe('2026-07');
    expect(firstDayOf('2026-07')).toBe('2026-07-01');
    expect(lastDayOf('2024-02')).toBe('2024-02-29');
    expect(lastDayOf('2026-12')).toBe('2026-12-31');
  });

  test('midnight in Shanghai is 16:00 of the day before in UTC', () => {
    expect(civilDateOf('2026-07-16T15:59:59.999Z')).toBe('2026-07-16');
    expect(civilDateOf('2026-07-16T16:00:00.000Z')).toBe('2026-07-17');
    expect(instantOf('2026-07-17', '00:00')).toBe('2026-07-16T16:00:00.000Z');
    expect(instantOf('2026-07-16', '24:00')).toBe('2026-07-16T16:00:00.000Z');
    expect(instantOf('2026-07-17', '08:30')).toBe('2026-07-17T00:30:00.000Z');
  });

  test('weekdays', () => {
    expect(weekdayOf('2026-07-05')).toBe(7);
    expect(weekdayOf('2026-07-06')).toBe(1);
    expect(weekdayOf('1960-01-01')).toBe(5);
    expect(chineseDate('2026-07-05')).toBe('2026年7月5日（周日）');
  });

  test.each([
    ['1970-07-01', '2026-06-30', 55],
    ['1970-07-01', '2026-07-01', 56],
    ['1972-02-29', '2026-02-28', 53],
    ['1972-02-29', '2026-03-01', 54],
    ['1972-02-29', '2024-02-29', 52],
  ])('born %s, on %s: %i completed years', (birth, on, years) => expect(completedYears(birth, on)).toBe(years));

  test('order', () => {
    expect(['2026-02-01', '2025-12-31', '2026-01-01'].sort(compareDates)).toEqual([
      '2025-12-31',
      '2026-01-01',
      '2026-02-01',
    ]);
    expect(compareDates('2026-01-01', '2026-01-01')).toBe(0);
    expect(isBefore('2026-01-01', '2026-01-01') || isAfter('2026-01-01', '2026-01-01')).toBe(false);
    expect(earlierOf('2026-02-01', '2025-12-31', '2026-01-01')).toBe('2025-12-31');
    expect(laterOf('2026-02-01', '2025-12-31', '2026-03-01')).toBe('2026-03-01');
  });

  test('days added are days between', () =>
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5000, max: 5000 }),
        (date, days) => daysBetween(date, addDays(date, days)) === days,
      ),
    ));

  test('months added never leave the wanted month', () =>
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -100, max: 100 }),
        (date, months) =>
          isCivilDate(addMonths(date, months)) &&
          monthOf(addMonths(date, months)) === addToMonth(monthOf(date), months),
      ),
    ));

  test('an instant of a date lies on that date', () =>
    fc.assert(fc.property(anyDay, (date) => civilDateOf(instantOf(date, '23:59')) === date)));
});

describe('policy knows neither the clock nor the zone of its machine', () => {
  const forbidden =
    /new Date\(\)|Date\.now|\.get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(|\.set(FullYear|Month|Date|Hours)\(|toLocale|Intl\.|Math\.random|process\.env/;
  const root = `${__dirname}/..`;
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
  );

  test.each(sources)('%s', (name) => expect(readFileSync(`${root}/${name}`, 'utf8')).not.toMatch(forbidden));
});
