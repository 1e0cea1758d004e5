import type { Week } from '@duban/contracts/answers/statistics';
import { weeksFigure, weeksSaying, weeksSinceFirst } from './weeks';

const week = (from: string, to: string, figures: Partial<Week>): Week => ({
  from,
  to,
  open: 0,
  overdue: 0,
  due: 0,
  metInTime: 0,
  metLate: 0,
  ...figures,
});
const weeks = [
  week('2026-11-09', '2026-11-15', {}),
  week('2026-11-16', '2026-11-22', { open: 10, overdue: 4, metInTime: 2 }),
  week('2026-11-23', '2026-11-29', { open: 12, overdue: 3, metInTime: 3, metLate: 1 }),
];

it('begins with the first week that has anything', () => {
  expect(weeksSinceFirst(weeks).map(({ from }) => from)).toEqual(['2026-11-16', '2026-11-23']);
  expect(weeksSinceFirst([weeks[0] as Week])).toEqual([]);
});

it('draws owed and overdue as lines, done as bars', () => {
  const { places, series } = weeksFigure(weeksSinceFirst(weeks));
  expect(places[1]).toEqual({ short: '11.23', long: '2026年11月23日—11月29日' });
  expect(series.map(({ name, kind, values }) => [name, kind, values[1]])).toEqual([
    ['未办结', 'line', 12],
    ['逾期', 'line', 3],
    ['本周到期', 'bar', 0],
    ['按期办结', 'bar', 3],
    ['逾期办结', 'bar', 1],
  ]);
});

it('says it in a sentence', () => {
  expect(weeksSaying(weeksSinceFirst(weeks))).toBe(
    '到今天未办结 12 项，其中逾期 3 项，比上周少 1 项；图中 2 周共办结 6 项，其中逾期办结 1 项。',
  );
  expect(weeksSaying([])).toBe('');
});
