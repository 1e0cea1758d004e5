import type { PlaceLine } from '@duban/policy/processes/dispatch/dispatch-ranking';
import type { RegisterRow } from '../../registers/register-types';

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A place's line as the register keeps it. */
export const lineOf = ({ territory, state, body }: RegisterRow): PlaceLine => ({
  place: territory,
  progress: numberIn(body['progress']),
  rank: numberIn(body['rank']),
  problems: numberIn(body['problems']) ?? 0,
  lagging: state === 'lagging',
});

/** One place and area over the year. */
export interface YearRow {
  place: string;
  name: string;
  area: string;
  areaName: string;
  periods: number;
  progress: string | number | null;
  first: number;
  lagging: number;
  missing: number;
}

/** The rows of an area, best mean first; places that never reported last. The mean comes as text from the ledger. */
export const yearOf = (
  rows: readonly YearRow[],
  area: string,
): (Omit<YearRow, 'progress'> & { progress: number | null })[] =>
  rows
    .filter((row) => row.area === area)
    .map((row) => ({ ...row, progress: row.progress === null ? null : Number(row.progress) }))
    .sort(
      (one, other) =>
        (other.progress ?? -1) - (one.progress ?? -1) ||
        one.missing - other.missing ||
        (one.place < other.place ? -1 : 1),
    );
