import type { PoolClient } from 'pg';

/** A table whose rows belong to a case and are replaced only by a later write of that case. */
export interface CaseTable {
  name: string;
  key: string;
  columns: Readonly<Record<string, 'text' | 'date' | 'integer' | 'numeric' | 'boolean' | 'jsonb'>>;
  /** Extra condition for a row to be written at all. */
  unless?: string;
}

/** Writes many rows in one statement; `rows` carry the column names as keys. */
export async function upsertRows(
  client: PoolClient,
  table: CaseTable,
  write: { caseId: string; sequence: number; rows: readonly object[] },
): Promise<void> {
  if (write.rows.length === 0) return;
  await client.query({
    name: `upsert ${table.name}`,
    text: upsertStatement(table),
    values: [write.caseId, write.sequence, JSON.stringify(write.rows)],
  });
}

function upsertStatement({ name, key, columns, unless }: CaseTable): string {
  const names = [key, ...Object.keys(columns)];
  const typed = [`${key} text`, ...Object.entries(columns).map(([column, type]) => `${column} ${type}`)];
  return `
    INSERT INTO ${name} (case_id, sequence, ${names.join(', ')})
    SELECT $1, $2, ${names.map((column) => `r.${column}`).join(', ')}
      FROM json_to_recordset($3::json) AS r (${typed.join(', ')})
     WHERE ${unless === undefined ? 'TRUE' : `NOT EXISTS (${unless})`}
    ON CONFLICT (case_id, ${key}) DO UPDATE
       SET sequence = EXCLUDED.sequence, ${Object.keys(columns)
         .map((column) => `${column} = EXCLUDED.${column}`)
         .join(', ')}
     WHERE ${name}.sequence < EXCLUDED.sequence`;
}
