import type { FulfilmentRow } from '@duban/contracts/answers/duties';
import { byPart, totalOf } from './duties-by-area';

const row = (of: string, owed: number, fulfilled: number, excused = 0): FulfilmentRow => ({
  of,
  name: of,
  owed,
  fulfilled,
  late: 0,
  excused,
  missing: owed - fulfilled - excused,
  rate: null,
});
const rows = [row('14', 4, 1), row('1404', 2, 2), row('140423', 10, 5), row('140423100', 8, 3, 2), row('1401', 0, 0)];

it('puts areas together for the parts of a province, the province’s own apart', () => {
  expect(byPart(rows, '14').map(({ of, owed, fulfilled, rate }) => [of, owed, fulfilled, rate])).toEqual([
    ['14', 4, 1, 0.25],
    ['1404', 20, 10, 10 / 18],
    ['1401', 0, 0, null],
  ]);
});

it('puts them together for a county’s townships', () => {
  expect(byPart(rows.slice(2, 4), '140423').map(({ of }) => of)).toEqual(['140423', '140423100']);
});

it('adds up what is owed and not excused', () => {
  expect(totalOf(rows)).toEqual({ owed: 24, fulfilled: 11, late: 0, excused: 2, missing: 11, rate: 0.5 });
});
