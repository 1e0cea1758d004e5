import type { CaseId } from '@duban/policy/case/process-list';
import type { Territory } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import type { EntryRow } from './case-rows';
import { caseColumns, caseRow, type CaseRow, type StoredCase } from './cases';
import { allOf, within, type Condition } from './conditions';
import { entryOf, type StoredEntry } from './entries';

/** A case with every act of its record, and the keys of its notices that no inbox has. */
export interface RecordedCaseRow {
  row: CaseRow;
  acts: readonly EntryRow[];
  undelivered: readonly string[];
}

/** The acts of cases, in order; whatever number of cases, in two readings. */
export async function recordedCasesOf(dataSource: DataSource, rows: readonly CaseRow[]): Promise<RecordedCaseRow[]> {
  const ids = rows.map(({ caseId }) => caseId);
  const [acts, undelivered] = await Promise.all([
    dataSource.query<(StoredEntry & { case_id: CaseId })[]>(readActs, [ids]),
    dataSource.query<{ caseId: string; keys: string[] }[]>(readUndelivered, [ids]),
  ]);
  const actsById = new Map(rows.map(({ caseId }) => [caseId, [] as EntryRow[]]));
  for (const act of acts) actsById.get(act.case_id)?.push(entryOf(act));
  const keysById = new Map(undelivered.map(({ caseId, keys }) => [caseId, keys]));
  return rows.map((row) => ({
    row,
    acts: actsById.get(row.caseId) ?? [],
    undelivered: keysById.get(row.caseId) ?? [],
  }));
}

/** Cases that have not ended, in the order of their ids, after the one named. */
export async function openCasesAfter(
  dataSource: DataSource,
  territory: Territory,
  after: string,
  limit: number,
): Promise<CaseRow[]> {
  const beyond: Condition = ['ended_on IS NULL AND case_id > ?', after];
  const { sql, values } = allOf(within('territory', territory), beyond);
  const rows = await dataSource.query<StoredCase[]>(
    `SELECT ${caseColumns} FROM cases WHERE ${sql} ORDER BY case_id LIMIT ${limit}`,
    values,
  );
  return rows.map(caseRow);
}

const readActs = `
  SELECT case_id, sequence, kind, name, clause, by_office, by_person, occurred_on, at, '' AS what, detail, '{}'::text[] AS recipients, key
    FROM entries WHERE case_id = ANY ($1) AND kind = 'act' ORDER BY case_id, sequence`;

const readUndelivered = `
  SELECT case_id AS "caseId", array_agg(DISTINCT key) AS keys FROM notices
   WHERE case_id = ANY ($1) AND NOT EXISTS (SELECT FROM offices WHERE offices.id = notices.recipient) GROUP BY case_id`;
