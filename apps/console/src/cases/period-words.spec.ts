import { periodWords } from './period-words';

it.each([
  ['2026-W48', '2026年第48周'],
  ['2026-11', '2026年11月'],
  ['2026-11-H2', '2026年11月下半月'],
  ['2026-M11-12', '2026年11—12月'],
  ['2026-Q4', '2026年第4季度'],
  ['2026', '2026年'],
  ['2026-AUTUMN', '2026年中秋节'],
  ['2026-E12', '2026年变故（第12号登记）'],
])('the period %s is called %s', (period, name) => expect(periodWords(period)).toBe(name));
