import type { Json, KeptAct } from '@duban/policy/case/case';
import type { DataSource } from 'typeorm';
import { entryColumns, entryOf, type StoredEntry } from './entries';

/** What the ledger holds of a case's opening and acts: enough to read it by its own rules. */
export interface RecordedCase {
  opening: Json;
  acts: KeptAct[];
}

/** A case as it was recorded, or `null`; acts that only supplement the record are among the rest. */
export async function recordedCase(dataSource: DataSource, caseId: string): Promise<RecordedCase | null> {
  const rows = await dataSource.query<StoredEntry[]>(`SELECT ${entryColumns} FROM entries WHERE case_id = $1 AND kind = 'act' ORDER BY sequence`, [caseId]);
  const [opened, ...acts] = rows.map(entryOf);
  if (opened?.name !== 'opened') return null;
  return {
    opening: opened.detail,
    acts: acts.map(({ key, name, occurredOn, by, detail, sequence, at }) => ({
      key: key ?? '',
      operation: name,
      occurredOn,
      by,
      body: (detail as { body?: Json } | null)?.body,
      sequence,
      recordedAt: at,
    })),
  };
}
