import type { FulfilmentRow } from '@duban/contracts/answers/duties';
import { periodWords } from '../../cases/period-words';

export type Grouping = 'office' | 'duty' | 'period' | 'area';

/** 87.5%, or a dash where nothing was owed. */
export const percentWords = (rate: number | null): string => (rate === null ? '—' : `${Math.round(rate * 1000) / 10}%`);

/** The least fulfilled first; what was owed by nobody last. */
export const byRate = (rows: readonly FulfilmentRow[]): FulfilmentRow[] =>
  [...rows].sort(
    (one, other) =>
      (one.rate ?? 2) - (other.rate ?? 2) || other.missing - one.missing || (one.name < other.name ? -1 : 1),
  );

export function groupName(
  by: Grouping,
  { of, name }: Pick<FulfilmentRow, 'of' | 'name'>,
  divisionName: (code: string) => string,
  dutyName: (duty: string) => string | undefined,
): string {
  if (by === 'area') return divisionName(of);
  if (by === 'period') return periodWords(of);
  return by === 'duty' ? (dutyName(of) ?? name) : name;
}
