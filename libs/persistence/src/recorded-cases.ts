import type { CaseId } from '@duban/policy/case/process-list';
import type { Territory } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import type { EntryRow } from './case-rows';
import { caseColumns, caseRow, type CaseRow, type StoredCase } from './cases';
import { allOf, within, type Condition } from './conditions';
import { detailBytes, entryOf, type StoredEntry } from './entries';
import { batchesOf, type List } from './page';

/** A case with every act of its record, and the keys of its notices that no inbox has. */
export interface RecordedCaseRow {
  row: CaseRow;
  acts: readonly EntryRow[];
  undelivered: readonly string[];
}

/** The acts of cases, in order. However many there are, they are read some at a time, and others are answered in between. */
export async function recordedCasesOf(dataSource: DataSource, rows: readonly CaseRow[]): Promise<RecordedCaseRow[]> {
  const ids = rows.map(({ caseId }) => caseId);
  const undelivered = await dataSource.query<{ caseId: string; keys: string[] }[]>(readUndelivered, [ids]);
  const actsById = new Map(rows.map(({ caseId }) => [caseId, [] as EntryRow[]]));
  for await (const acts of batchesOf(dataSource, actsIn(ids), actsAtOnce))
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

const actsAtOnce = 500;

type StoredAct = StoredEntry & { case_id: CaseId };
const actsIn = (ids: readonly CaseId[]): List<StoredAct> => ({
  select: `case_id, sequence, kind, name, clause, by_office, by_person, occurred_on, at, '' AS what, detail, '{}'::text[] AS recipients, key`,
  from: 'entries',
  conditions: [["case_id = ANY (?) AND kind = 'act'", ids]],
  order: { case_id: 'text', sequence: 'count' },
  bytes: detailBytes,
  position: ({ case_id, sequence }) => [case_id, sequence],
});

const readUndelivered = `
  SELECT case_id AS "caseId", array_agg(DISTINCT key) AS keys FROM notices
   WHERE case_id = ANY ($1) AND NOT EXISTS (SELECT FROM offices WHERE offices.id = notices.recipient) GROUP BY case_id`;
