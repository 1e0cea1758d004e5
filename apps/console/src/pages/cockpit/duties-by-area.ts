import type { FulfilmentRow } from '@duban/contracts/answers/duties';

/** Rows by exact area, put together for the parts of a territory; what the territory owes itself stays under its own code. */
export function byPart(rows: readonly FulfilmentRow[], territory: string): FulfilmentRow[] {
  const length = { 2: 4, 4: 6, 6: 9, 9: 12 }[territory.length] ?? 12;
  const parts = new Map<string, FulfilmentRow>();
  for (const row of rows) {
    const of = row.of.slice(0, length);
    const sum = parts.get(of) ?? { of, name: of, owed: 0, fulfilled: 0, late: 0, excused: 0, missing: 0, rate: null };
    parts.set(of, {
      ...sum,
      owed: sum.owed + row.owed,
      fulfilled: sum.fulfilled + row.fulfilled,
      late: sum.late + row.late,
      excused: sum.excused + row.excused,
      missing: sum.missing + row.missing,
    });
  }
  return [...parts.values()].map((row) => ({ ...row, rate: rateOf(row) }));
}

/** Of what was owed and not excused, the share done in time; nothing owed has no rate. */
export const rateOf = ({
  owed,
  excused,
  fulfilled,
}: Pick<FulfilmentRow, 'owed' | 'excused' | 'fulfilled'>): number | null =>
  owed - excused <= 0 ? null : fulfilled / (owed - excused);

export function totalOf(
  rows: readonly FulfilmentRow[],
): Pick<FulfilmentRow, 'owed' | 'fulfilled' | 'late' | 'excused' | 'missing' | 'rate'> {
  const sum = (figure: 'owed' | 'fulfilled' | 'late' | 'excused' | 'missing'): number =>
    rows.reduce((total, row) => total + row[figure], 0);
  const total = {
    owed: sum('owed'),
    fulfilled: sum('fulfilled'),
    late: sum('late'),
    excused: sum('excused'),
    missing: sum('missing'),
  };
  return { ...total, rate: rateOf(total) };
}
