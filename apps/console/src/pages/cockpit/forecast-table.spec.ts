import type { DueCount } from '@duban/contracts/answers/statistics';
import { dueByProcess, forecastTable, heatOf, isWeekend, weekdayOf } from './forecast-table';

const due = (area: string, day: string, count: number, processName = '履职台账'): DueCount => ({
  area,
  name: area,
  day,
  count,
  process: 'duty-sheet',
  processName,
});
const items = [
  due('140423100', '2026-11-29', 2),
  due('140423100', '2026-11-29', 1, '约谈'),
  due('140423101', '2026-12-01', 9),
  due('140423', '2026-11-26', 1),
];

it('shows every day as a column, over its end of month', () => {
  const table = forecastTable(items, '2026-11-26', '2026-12-02');
  expect(table.days).toEqual([
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
  ]);
  expect(table.rows.map(({ area, total }) => [area, total])).toEqual([
    ['140423101', 9],
    ['140423100', 3],
    ['140423', 1],
  ]);
  expect(table.perDay).toEqual([1, 0, 0, 3, 0, 9, 0]);
  expect(table.total).toBe(13);
});

it('marks more stronger, and one still', () => {
  expect([0, 1, 10, 100].map((count) => heatOf(count, 100))).toEqual([0, 1, 3, 4]);
  expect(heatOf(1, 1)).toBe(4);
});

it('says what falls due, the most first', () => {
  expect(dueByProcess(items)).toEqual([
    { name: '履职台账', count: 12 },
    { name: '约谈', count: 1 },
  ]);
});

it('knows the days of the week', () => {
  expect(weekdayOf('2026-11-26')).toBe('四');
  expect([isWeekend('2026-11-28'), isWeekend('2026-11-30')]).toEqual([true, false]);
});
