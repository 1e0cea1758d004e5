import type { PlaceLine } from '@duban/policy/processes/dispatch/dispatch-ranking';
import type { DispatchYear, RegisterRow } from '@duban/contracts/answers/registers';

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A place's line as the register keeps it. */
export const lineOf = ({ territory, state, body }: RegisterRow): PlaceLine => ({
  place: territory,
  progress: numberIn(body['progress']),
  rank: numberIn(body['rank']),
  problems: numberIn(body['problems']) ?? 0,
  lagging: state === 'lagging',
});

/** The rows of an area, best mean first; places that never reported last. */
export const yearOf = (rows: readonly DispatchYear[], area: string): DispatchYear[] =>
  rows
    .filter((row) => row.area === area)
    .sort(
      (one, other) =>
        (other.progress ?? -1) - (one.progress ?? -1) ||
        one.missing - other.missing ||
        (one.place < other.place ? -1 : 1),
    );
