import { dispatchRanking, movementOf, type DispatchRow } from './dispatch-ranking';

const row = (caseId: string, territory: string, period: string, body: Record<string, unknown>): DispatchRow => ({
  caseId,
  territory,
  period,
  state: 'ranked',
  stateName: '已排队',
  body: { area: 'overall', closed: true, problems: 1, progress: 80, ...body },
});
const rows = [
  row('dispatch:1404:2026-11-H2', '140423', '2026-11-H2', { rank: 1, closed: false }),
  row('dispatch:1404:2026-11-H1', '140423', '2026-11-H1', { rank: 2 }),
  row('dispatch:1404:2026-11-H1', '140425', '2026-11-H1', { rank: 1 }),
  row('dispatch:1404:2026-11-H1', '140426', '2026-11-H1', { rank: null }),
  row('dispatch:1404:2026-11-H1', '140423', '2026-11-H1', { rank: 9, area: 'industry' }),
  row('dispatch:1404:2026-11-H1:P1', '140423', '2026-11-H1', { rank: 7 }),
  row('dispatch:140423:2026-11-H1', '140423100', '2026-11-H1', { rank: 1 }),
  row('dispatch:1404:2026-10-H2', '140423', '2026-10-H2', { rank: 1 }),
];

it('ranks the parts of a territory by its latest closed dispatch, with the movement since the one before', () => {
  const year = [
    {
      place: '140423',
      name: '襄垣县',
      area: 'overall',
      areaName: '综合',
      periods: 5,
      progress: 70.5,
      first: 1,
      lagging: 0,
      missing: 2,
    },
  ];
  const { period, lines } = dispatchRanking(rows, '1404', year);
  expect(period).toBe('2026-11-H1');
  expect(lines.map(({ place, rank, lastRank }) => [place, rank, lastRank])).toEqual([
    ['140425', 1, null],
    ['140423', 2, 1],
    ['140426', null, null],
  ]);
  expect(lines[1]?.year).toEqual(year[0]);
});

it('has nothing to rank where no dispatch is closed', () => {
  expect(dispatchRanking(rows, '14', [])).toEqual({ period: null, lines: [] });
});

it.each([
  [2, 1, '降 1 位', 'down'],
  [1, 4, '升 3 位', 'up'],
  [3, 3, '持平', 'same'],
  [3, null, '上期未排', 'none'],
  [null, 3, '本期未排', 'none'],
])('says of rank %s after %s: %s', (rank, lastRank, words, kind) => {
  expect(movementOf(rank, lastRank)).toEqual({ words, kind });
});
