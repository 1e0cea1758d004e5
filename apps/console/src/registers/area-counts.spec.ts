import { countsBelow } from './area-counts';

it('counts are gathered to the places below, none of them left out', () => {
  const counts = countsBelow(
    [
      { of: '140423', rows: 2 },
      { of: '140423100201', rows: 3 },
      { of: '140423100204', rows: 4 },
      { of: '140423999', rows: 1 },
    ],
    '140423',
  );
  expect(counts[0]).toEqual({ territory: '140423', name: '襄垣县（本级）', rows: 2 });
  expect(counts[1]).toMatchObject({ name: '古韩镇', rows: 7 });
  expect(counts.at(-1)).toMatchObject({ name: '名录外地区', rows: 1 });
  expect(counts.filter(({ rows }) => rows === 0).length).toBeGreaterThan(3);
});
