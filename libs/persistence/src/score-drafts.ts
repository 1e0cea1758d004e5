import type { Actor } from '@duban/policy/case/case';
import type { Territory } from '@duban/policy/base/office';
import type { Instant, Month } from '@duban/policy/dates/civil-date';
import type { ScorePart } from '@duban/policy/processes/township-scores/month-score';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { inTransaction } from './transaction';

/** A township's sheet of a month (C-3.5). */
export interface SheetOf {
  township: Territory;
  month: Month;
}

/** A cell as somebody types it; `version` is the one they saw, 0 where the cell was never filled. */
export interface TypedCell {
  cadre: string;
  part: ScorePart;
  /** `null` empties the cell. */
  value: number | null;
  version: number;
}

export interface DraftCell extends TypedCell {
  by: Actor;
  at: Instant;
}

/** Everything typed into a sheet; emptied cells are shown with their versions. */
export async function draftOf(dataSource: DataSource, { township, month }: SheetOf): Promise<DraftCell[]> {
  const rows = await dataSource.query<StoredCell[]>(
    `SELECT ${columns} FROM score_drafts WHERE township = $1 AND month = $2 ORDER BY cadre, part DESC`,
    [township, month],
  );
  return rows.map(cellOf);
}

/**
 * Keeps what was typed, all cells or none. A cell that has changed since the version seen is not overwritten: those cells come back as
 * they stand now. Who sends what stands there already has nothing refused.
 */
export async function saveDraft(
  dataSource: DataSource,
  sheet: SheetOf,
  cells: readonly TypedCell[],
  typing: { by: Actor; at: Instant },
): Promise<DraftCell[]> {
  try {
    await inTransaction(dataSource, async (client) => {
      const changed: DraftCell[] = [];
      for (const cell of inOneOrder(cells)) changed.push(...(await saveCell(client, sheet, cell, typing)));
      if (changed.length > 0) throw new ChangedMeanwhile(changed);
    });
    return [];
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return error.cells;
    throw error;
  }
}

/** Empties the cells that were handed in, unless somebody has typed into them since. */
export async function emptyDraft(
  dataSource: DataSource,
  sheet: SheetOf,
  cells: readonly TypedCell[],
  handing: { by: Actor; at: Instant },
): Promise<void> {
  await dataSource.query(
    `UPDATE score_drafts d SET value = NULL, version = d.version + 1, by_office = $4, by_person = $5, at = $6
       FROM json_to_recordset($3::json) AS r (cadre text, part text, version integer)
      WHERE d.township = $1 AND d.month = $2 AND d.cadre = r.cadre AND d.part = r.part AND d.version = r.version`,
    [sheet.township, sheet.month, JSON.stringify(cells), handing.by.office, handing.by.person ?? null, handing.at],
  );
}

class ChangedMeanwhile extends Error {
  constructor(readonly cells: DraftCell[]) {
    super('cells of the sheet have changed meanwhile');
  }
}

async function saveCell(
  client: PoolClient,
  { township, month }: SheetOf,
  { cadre, part, value, version }: TypedCell,
  { by, at }: { by: Actor; at: Instant },
): Promise<DraftCell[]> {
  const cell = [township, month, cadre, part];
  const saved = await client.query(
    `INSERT INTO score_drafts AS d (township, month, cadre, part, value, version, by_office, by_person, at)
     VALUES ($1, $2, $3, $4, $5, $6 + 1, $7, $8, $9)
     ON CONFLICT (township, month, cadre, part) DO UPDATE
        SET value = EXCLUDED.value, version = EXCLUDED.version, by_office = EXCLUDED.by_office, by_person = EXCLUDED.by_person, at = EXCLUDED.at
      WHERE d.version = $6`,
    [...cell, value, version, by.office, by.person ?? null, at],
  );
  if (saved.rowCount === 1) return [];
  const { rows } = await client.query<StoredCell>(
    `SELECT ${columns} FROM score_drafts WHERE township = $1 AND month = $2 AND cadre = $3 AND part = $4 AND value IS DISTINCT FROM $5::numeric`,
    [...cell, value],
  );
  return rows.map(cellOf);
}

/** Two clerks who save the same cells take them in the same order, and neither waits for the other for ever. */
const inOneOrder = (cells: readonly TypedCell[]): TypedCell[] =>
  [...cells].sort((a, b) => (`${a.cadre}/${a.part}` < `${b.cadre}/${b.part}` ? -1 : 1));

interface StoredCell extends TypedCell {
  byOffice: string;
  byPerson: string | null;
  at: Instant;
}

const columns = 'cadre, part, value, version, by_office AS "byOffice", by_person AS "byPerson", at';

const cellOf = ({ byOffice, byPerson, ...cell }: StoredCell): DraftCell => ({
  ...cell,
  by: byPerson === null ? { office: byOffice } : { office: byOffice, person: byPerson },
});
