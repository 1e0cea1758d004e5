import { kindOf, territoryOf, type OfficeId, type OfficeKind, type Territory } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import { allOf, when, within } from './conditions';

/** An office that can be written to. */
export interface OfficeRow {
  id: OfficeId;
  name: string;
}

/** Puts offices into the directory; a known one gets the new name. */
export async function upsertOffices(dataSource: DataSource, offices: readonly OfficeRow[]): Promise<void> {
  const rows = offices.map(({ id, name }) => ({ id, name, kind: kindOf(id), territory: territoryOf(id) }));
  await dataSource.query(
    `INSERT INTO offices (id, kind, territory, name)
     SELECT DISTINCT ON (id) id, kind, territory, name FROM json_to_recordset($1::json) AS r (id text, kind text, territory text, name text)
     ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name WHERE offices.name <> EXCLUDED.name`,
    [JSON.stringify(rows)],
  );
}

export async function findOffice(dataSource: DataSource, id: OfficeId): Promise<OfficeRow | null> {
  const [row] = await dataSource.query<OfficeRow[]>('SELECT id, name FROM offices WHERE id = $1', [id]);
  return row ?? null;
}

export function officesOf(
  dataSource: DataSource,
  filter: { territory?: Territory; kind?: OfficeKind },
): Promise<OfficeRow[]> {
  const { sql, values } = allOf(
    within('territory', filter.territory),
    when(filter.kind, (kind) => ['kind = ?', kind]),
  );
  return dataSource.query(`SELECT id, name FROM offices WHERE ${sql} ORDER BY territory, id`, values);
}

/** Places directly below a territory: those whose party committee, or of villages whose committee, the directory knows. */
export function placesBelow(dataSource: DataSource, territory: Territory): Promise<{ place: Territory }[]> {
  const { sql, values } = allOf(
    within('territory', territory),
    ['kind = ?', territory.length === 9 ? 'village-committee' : 'party-committee'],
    ['length(territory) = ?', lengthBelow[territory.length] ?? 0],
  );
  return dataSource.query(`SELECT DISTINCT territory AS place FROM offices WHERE ${sql} ORDER BY territory`, values);
}

const lengthBelow: Readonly<Record<number, number>> = { 2: 4, 4: 6, 6: 9, 9: 12 };
