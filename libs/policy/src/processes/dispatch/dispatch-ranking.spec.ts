import fc from 'fast-check';
import { rankOverall, rankPlaces, type PlaceLine } from './dispatch-ranking';
import { placeAt, townships } from './dispatch-builder';

const rule = { dispatchMinimumRanked: 5 };
const ranksOf = (lines: readonly PlaceLine[]): string[] =>
  lines.map(({ place, rank, lagging }) => `${place.slice(-1)}:${rank ?? '未报'}${lagging ? '!' : ''}`);

describe('A-3.3: the ranking of places in one area', () => {
  it('orders by the mean of the figures’ shares, and the last of at least five lags', () => {
    const places = townships.map((place, index) => placeAt(place, 90 - index * 10));
    expect(ranksOf(rankPlaces(townships, places, rule))).toEqual(['0:1', '1:2', '2:3', '3:4', '4:5', '5:6!']);
  });

  it('counts a figure overfulfilled as fulfilled', () =>
    expect(
      rankPlaces(
        ['140423100'],
        [
          placeAt('140423100', 0, {
            figures: [
              { name: '甲', done: 300, of: 100 },
              { name: '乙', done: 0, of: 3 },
            ],
          }),
        ],
        rule,
      )[0],
    ).toMatchObject({
      progress: 50,
    }));

  it('puts the place with fewer problems first among equals, and lets those equal in both share a rank', () => {
    const places = [
      placeAt('140423100', 50, { problems: [{ what: '档案缺失' }] }),
      placeAt('140423101', 50),
      placeAt('140423102', 50),
      placeAt('140423103', 10),
    ];
    expect(ranksOf(rankPlaces(townships.slice(0, 4), places, rule))).toEqual(['1:1', '2:1', '0:3', '3:4']);
  });

  it('keeps a place nobody reported in the table, without a rank', () =>
    expect(ranksOf(rankPlaces(townships.slice(0, 3), [placeAt('140423101', 50)], rule))).toEqual([
      '1:1',
      '0:未报',
      '2:未报',
    ]));

  it('says nobody lags where all are equal, or fewer than five are ranked, unless the department says so', () => {
    const equal = townships.map((place) => placeAt(place, 50));
    expect(rankPlaces(townships, equal, rule).some(({ lagging }) => lagging)).toBe(false);
    const four = townships.slice(0, 4).map((place, index) => placeAt(place, index * 10));
    expect(rankPlaces(townships.slice(0, 4), four, rule).some(({ lagging }) => lagging)).toBe(false);
    expect(ranksOf(rankPlaces(['140423100'], [placeAt('140423100', 99, { state: 'lagging' })], rule))).toEqual([
      '0:1!',
    ]);
  });

  it('puts several departments’ figures of one place together', () =>
    expect(rankPlaces(['140423100'], [placeAt('140423100', 40), placeAt('140423100', 90)], rule)[0]).toMatchObject({
      progress: 65,
      rank: 1,
    }));

  it('is the same in whatever order the returns came', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(townships),
        fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
        (order, values) => {
          const at = (place: string) => placeAt(place, (values[townships.indexOf(place)] ?? 0) * 25);
          const lines = rankPlaces(townships, order.map(at), rule);
          expect(lines).toEqual(rankPlaces(townships, [...order].sort().map(at), rule));
          for (const line of lines) {
            const better = lines.filter(({ progress }) => (progress ?? -1) > (line.progress ?? 101)).length;
            if (line.rank !== null) expect(line.rank).toBe(better + 1);
          }
        },
      ),
    ));
});

describe('A-3.3: the ranking over all areas', () => {
  it('is the mean of the areas, and a place missing in one of them is not ranked', () => {
    const first = rankPlaces(
      townships.slice(0, 3),
      [placeAt('140423100', 40), placeAt('140423101', 60), placeAt('140423102', 100)],
      rule,
    );
    const second = rankPlaces(townships.slice(0, 3), [placeAt('140423100', 60), placeAt('140423101', 20)], rule);
    expect(rankOverall(townships.slice(0, 3), [first, second], rule)).toMatchObject([
      { place: '140423100', progress: 50, rank: 1 },
      { place: '140423101', progress: 40, rank: 2 },
      { place: '140423102', progress: null, rank: null },
    ]);
  });
});
