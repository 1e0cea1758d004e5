import type { LedgerRecord } from '@duban/policy/case/case';
import type { PoolClient } from 'pg';
import type { CaseWrite } from './case-rows';
import { upsertRows, type CaseTable } from './upsert';

type TableName = Exclude<LedgerRecord['table'], 'bulletin'>;

/** An older write that arrives late must not bring back what a later one removed. */
const removed = (table: TableName): string =>
  `SELECT FROM removed_records x WHERE x.case_id = $1 AND x.record_table = '${table}' AND x.key = r.key AND x.sequence > $2`;

const tables: Record<TableName, CaseTable> = {
  posting: {
    name: 'postings',
    key: 'key',
    columns: {
      cadre: 'text',
      township: 'text',
      village: 'text',
      unit: 'text',
      role: 'text',
      starts_on: 'date',
      ends_on: 'date',
    },
    unless: removed('posting'),
  },
  score: {
    name: 'scores',
    key: 'key',
    columns: { month: 'text', township: 'text', cadre: 'text', task: 'numeric', presence: 'numeric', total: 'numeric' },
    unless: removed('score'),
  },
  rank: {
    name: 'rankings',
    key: 'key',
    columns: { month: 'text', scope: 'text', cadre: 'text', total: 'numeric', rank: 'integer', low: 'boolean' },
    unless: removed('rank'),
  },
  leave: {
    name: 'leaves',
    key: 'key',
    columns: { cadre: 'text', starts_on: 'date', ends_on: 'date' },
    unless: removed('leave'),
  },
  duty: {
    name: 'duties',
    key: 'key',
    columns: {
      ...({
        duty: 'text',
        period: 'text',
        cadence: 'text',
        territory: 'text',
        owner: 'text',
        starts_on: 'date',
        due: 'date',
      } as const),
      ...({
        owed: 'integer',
        fulfilled: 'integer',
        late: 'integer',
        excused: 'integer',
        missing: 'integer',
        lines: 'jsonb',
      } as const),
    },
    unless: removed('duty'),
  },
  register: {
    name: 'register_rows',
    key: 'key',
    columns: {
      kind: 'text',
      territory: 'text',
      period: 'text',
      owner: 'text',
      on_day: 'date',
      state: 'text',
      body: 'jsonb',
    },
    unless: removed('register'),
  },
  household: {
    name: 'households',
    key: 'key',
    columns: { household: 'text', village: 'text', kind: 'text', settlement: 'boolean', watched: 'boolean' },
    unless: removed('household'),
  },
};

const tableNames = Object.keys(tables) as TableName[];

/** Writes, replaces and removes a case's records; bulletins are only ever added. */
export async function saveRecords(
  client: PoolClient,
  { snapshot: { caseId }, sequence, records, removedRecords }: CaseWrite,
): Promise<void> {
  for (const table of tableNames) {
    const rows = records.filter((record) => record.table === table).map(rowOf);
    await upsertRows(client, tables[table], { caseId, sequence, rows });
    const keys = removedRecords.filter((record) => record.table === table).map(({ key }) => key);
    if (keys.length > 0) await removeRows(client, table, [caseId, sequence, keys]);
  }
  const bulletins = records.filter((record) => record.table === 'bulletin').map(rowOf);
  if (bulletins.length > 0)
    await client.query({
      name: 'add bulletins',
      text: addBulletins,
      values: [caseId, sequence, JSON.stringify(bulletins)],
    });
}

function rowOf(record: LedgerRecord): object {
  switch (record.table) {
    case 'posting':
    case 'leave':
      return { key: record.key, ...record.row, starts_on: record.row.from, ends_on: record.row.to };
    case 'duty':
      return { key: record.key, ...record.row, starts_on: record.row.from };
    case 'register':
      return { key: record.key, ...record.row, on_day: record.row.on };
    case 'bulletin':
      return { key: record.key, ...record.row, issued_on: record.row.issuedOn };
    case 'score':
    case 'rank':
    case 'household':
      return { key: record.key, ...record.row };
  }
}

async function removeRows(
  client: PoolClient,
  table: TableName,
  [caseId, sequence, keys]: [string, number, string[]],
): Promise<void> {
  const text = `
    WITH gone AS (
      INSERT INTO removed_records (case_id, record_table, key, sequence) SELECT $1, '${table}', k, $2 FROM unnest($3::text[]) AS k
      ON CONFLICT (case_id, record_table, key) DO UPDATE SET sequence = EXCLUDED.sequence WHERE removed_records.sequence < EXCLUDED.sequence
    )
    DELETE FROM ${tables[table].name} WHERE case_id = $1 AND key = ANY ($3) AND sequence < $2`;
  await client.query({ name: `remove ${table}`, text, values: [caseId, sequence, keys] });
}

const addBulletins = `
  INSERT INTO bulletins (case_id, sequence, key, number, month, scope, issued_on, corrects, title, text)
  SELECT $1, $2, r.key, r.number, r.month, r.scope, r.issued_on, r.corrects, r.title, r.text
    FROM json_to_recordset($3::json) AS r (key text, number text, month text, scope text, issued_on date, corrects text, title text, text text)
  ON CONFLICT DO NOTHING`;
