import fc from 'fast-check';
import { lowPlaces, rankCadres, totalOf } from './ranking';

const weights = { taskWeight: 0.6, presenceWeight: 0.4 };
const rule = { lowRankShare: 0.1, minimumRanked: 5 };
const entriesOf = (totals: readonly number[]) =>
  totals.map((total, index) => ({ cadre: `C${String(index).padStart(3, '0')}`, total }));
const ranksOf = (totals: readonly number[]) => rankCadres(entriesOf(totals), rule).ranked.map(({ rank }) => rank);
const lowOf = (totals: readonly number[], share = 0.1) =>
  rankCadres(entriesOf(totals), { ...rule, lowRankShare: share })
    .ranked.filter(({ low }) => low)
    .map(({ total }) => total);

const tenths = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10);
const totals = fc.array(tenths, { minLength: 1, maxLength: 60 });

describe('clause C-3.5: the total of a month', () => {
  it.each([
    [100, 100, 100],
    [0, 0, 0],
    [90, 80, 86],
    [85.5, 90.5, 87.5],
    // 60.06 and 60.04 to one decimal
    [60.1, 60, 60.1],
    [60, 60.1, 60],
  ])('makes %d and %d into %d', (task, presence, total) => {
    expect(totalOf({ task, presence }, weights)).toBe(total);
  });

  it('rounds an exact half away from zero, where binary fractions would fall short', () => {
    const halves = { taskWeight: 0.5, presenceWeight: 0.5 };
    expect(totalOf({ task: 1.1, presence: 1 }, halves)).toBe(1.1);
    expect(totalOf({ task: 8.3, presence: 8.2 }, halves)).toBe(8.3);
    expect(totalOf({ task: 99.9, presence: 100 }, halves)).toBe(100);
  });

  it('is always a number of one decimal between the two scores', () => {
    fc.assert(
      fc.property(tenths, tenths, (task, presence) => {
        const total = totalOf({ task, presence }, weights);
        expect(Number(total.toFixed(1))).toBe(total);
        expect(total).toBeGreaterThanOrEqual(Math.min(task, presence));
        expect(total).toBeLessThanOrEqual(Math.max(task, presence));
        expect(Math.abs(total - (task * 0.6 + presence * 0.4))).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });
});

describe('clause C-3.5 [D low-ranks]: ranks', () => {
  it('shares a rank among equals: 1, 2, 2, 4', () => {
    expect(ranksOf([90, 95, 90, 80])).toEqual([1, 2, 2, 4]);
  });

  it('gives each the number of better totals plus one, whatever the order they come in', () => {
    fc.assert(
      fc.property(totals, fc.infiniteStream(fc.nat()), (values, shuffle) => {
        const entries = entriesOf(values);
        const keys = new Map(entries.map(({ cadre }) => [cadre, shuffle.next().value as number]));
        const shuffled = [...entries].sort((a, b) => (keys.get(a.cadre) ?? 0) - (keys.get(b.cadre) ?? 0));
        const { ranked } = rankCadres(entries, rule);
        expect(rankCadres(shuffled, rule).ranked).toEqual(ranked);
        for (const { rank, total } of ranked) expect(rank).toBe(values.filter((other) => other > total).length + 1);
      }),
    );
  });
});

describe('clause C-3.7 [D low-ranks]: low ranks', () => {
  it.each([
    [5, 1],
    [10, 1],
    [19, 1],
    [20, 2],
    [30, 3],
    [120, 12],
  ])('of %d ranked, k is %d', (ranked, k) => expect(lowPlaces(ranked, 0.1)).toBe(k));

  it('takes shares as exact decimals: 29 % of 100 is 29', () => expect(lowPlaces(100, 0.29)).toBe(29));

  it('makes the last of five low, and nobody of four', () => {
    expect(lowOf([90, 80, 70, 60, 50])).toEqual([50]);
    expect(rankCadres(entriesOf([90, 80, 70, 60]), rule)).toMatchObject({ neutral: true });
    expect(lowOf([90, 80, 70, 60])).toEqual([]);
  });

  it('counts everybody tied at the boundary: two share the last place of five', () => {
    expect(lowOf([90, 80, 70, 50, 50])).toEqual([50, 50]);
  });

  it('goes by who scores strictly lower: with k = 2 a tie of the last two leaves the next one out', () => {
    expect(lowOf([90, 80, 70, 60, 55, 54, 53, 52, 50, 50], 0.2)).toEqual([50, 50]);
    expect(lowOf([90, 80, 70, 60, 55, 54, 53, 51, 51, 50], 0.2)).toEqual([51, 51, 50]);
  });

  it('makes nobody low when all are equal, for nobody is below the best', () => {
    expect(lowOf([80, 80, 80, 80, 80, 80])).toEqual([]);
    expect(rankCadres(entriesOf([80, 80, 80, 80, 80]), rule).neutral).toBe(false);
  });

  it('follows the rule word for word', () => {
    fc.assert(
      fc.property(totals, (values) => {
        const { ranked, neutral } = rankCadres(entriesOf(values), rule);
        const k = Math.max(1, Math.floor(values.length / 10));
        expect(neutral).toBe(values.length < 5);
        for (const { total, low } of ranked) {
          const lower = values.filter((other) => other < total).length;
          expect(low).toBe(values.length >= 5 && lower < k && total < Math.max(...values));
        }
      }),
    );
  });
});
