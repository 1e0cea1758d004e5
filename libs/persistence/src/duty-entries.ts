import { levelOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { Span } from '@duban/policy/dates/natural-period';
import type { EntriesReadBody } from '@duban/policy/processes/duty-sheet/duty-acts';
import { dutiesEntered } from '@duban/policy/settings/duty-rows';
import type { DataSource } from 'typeorm';
import { allOf, within } from './conditions';

interface EntryRow {
  register: string;
  territory: Territory;
  subject: string | null;
  on: CivilDate;
  by: OfficeId;
}

/**
 * What the registers kept by hand hold for the duties of a territory's sheet in a span: entries that stand, those of a stated month by
 * it, the others by every day on which they were entered or corrected. Each covers somebody once, on the first such day.
 */
export async function dutyEntriesOf(
  dataSource: DataSource,
  territory: Territory,
  { from, to }: Span,
): Promise<EntriesReadBody> {
  const duties = dutiesEntered(levelOf(territory));
  const { sql, values } = allOf(
    ['r.kind = ANY (?)', [...new Set(duties.map(([, { register }]) => register))]],
    within('r.territory', territory),
    ["e.action <> 'withdraw'"],
    [
      `CASE WHEN r.body ->> 'month' IS NOT NULL THEN r.body ->> 'month' BETWEEN ? AND ? ELSE e.on_day BETWEEN ? AND ? END`,
      ...[from.slice(0, 7), to.slice(0, 7), from, to],
    ],
  );
  const rows = await dataSource.query<EntryRow[]>(
    `SELECT r.kind AS register, r.territory, r.body ->> 'subject' AS subject, e.on_day AS "on", e.by_office AS by
       FROM register_rows r JOIN register_entries e ON e.kind = r.kind AND e.entry_id = r.key AND r.case_id = 'register:' || e.kind
      WHERE ${sql} ORDER BY e.on_day, r.kind, r.territory, 3, e.by_office`,
    values,
  );
  return duties.flatMap(([duty, { register, covers }]) => {
    const first = new Map<string, EntriesReadBody[number]>();
    for (const row of rows.filter((one) => one.register === register)) {
      const covered = covers === 'territory' ? row.territory : (row.subject ?? '');
      if (!first.has(covered)) first.set(covered, { duty, covered, on: row.on, by: row.by });
    }
    return [...first.values()];
  });
}
