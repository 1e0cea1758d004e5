import { lineOf } from './score-line';

const box = { width: 500, height: 120, edge: 20 };
const place = (month: string, total: number) => ({ month, total, rank: 1, of: 9, low: false });

it('draws months from left to right, and a gap where a month has no score', () => {
  const { floor, points, paths } = lineOf(
    ['2026-08', '2026-09', '2026-10', '2026-11'],
    [place('2026-08', 90), place('2026-09', 85), place('2026-11', 100)],
    box,
  );
  expect(floor).toBe(80);
  expect(points.map(({ x }) => x)).toEqual([20, 173.3, 480]);
  expect(points.at(-1)?.y).toBe(20);
  expect(paths).toEqual(['20,60 173.3,80', '480,20']);
});

it('stays in its box whatever the scores', () => {
  for (let total = 0; total <= 100; total += 0.5) {
    const [point] = lineOf(['2026-08'], [place('2026-08', total)], box).points;
    expect(point?.x).toBe(250);
    expect(point?.y).toBeGreaterThanOrEqual(box.edge);
    expect(point?.y).toBeLessThanOrEqual(box.height - box.edge);
  }
});

it('has nothing to draw without scores', () => expect(lineOf([], [], box)).toMatchObject({ points: [], paths: [] }));
