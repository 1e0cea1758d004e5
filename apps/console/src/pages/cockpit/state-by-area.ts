import type { Answered } from '@duban/contracts/answers/routes';
import type { DeadlineState } from '@duban/policy/dates/deadline';

/** Counts of cases and deadlines by area. */
interface Statistics {
  cases: readonly Pick<Answered<'/statistics'>['cases'][number], 'area' | 'ended' | 'count'>[];
  deadlines: readonly Pick<Answered<'/statistics'>['deadlines'][number], 'area' | 'state' | 'count'>[];
}

export type StateCounts = Record<DeadlineState, number>;

export interface AreaRow {
  area: string;
  cases: number;
  states: StateCounts;
}

const none = (): StateCounts => ({
  open: 0,
  near: 0,
  'due-today': 0,
  overdue: 0,
  met: 0,
  'met-late': 0,
  suspended: 0,
  dropped: 0,
});

/** One row for every area that has anything, the most overdue first; and the parts that have nothing. */
export function statesByArea(
  { cases, deadlines }: Statistics,
  parts: readonly string[],
): { rows: AreaRow[]; empty: string[]; total: AreaRow } {
  const rows = new Map<string, AreaRow>();
  const rowOf = (area: string): AreaRow => {
    const row = rows.get(area) ?? { area, cases: 0, states: none() };
    rows.set(area, row);
    return row;
  };
  for (const { area, ended, count } of cases) rowOf(area).cases += ended ? 0 : Number(count);
  for (const { area, state, count } of deadlines) rowOf(area).states[state] += Number(count);
  const shown = [...rows.values()].filter(
    ({ cases: running, states }) => running > 0 || Object.values(states).some((count) => count > 0),
  );
  const total: AreaRow = { area: '', cases: 0, states: none() };
  for (const { cases: running, states } of shown) {
    total.cases += running;
    for (const state of Object.keys(states) as DeadlineState[]) total.states[state] += states[state];
  }
  const known = new Set(shown.map(({ area }) => area));
  return { rows: shown.sort(byNeed), empty: parts.filter((area) => !known.has(area)), total };
}

const byNeed = (one: AreaRow, other: AreaRow): number =>
  other.states.overdue - one.states.overdue ||
  other.states['due-today'] - one.states['due-today'] ||
  other.states.near - one.states.near ||
  (one.area < other.area ? -1 : 1);
