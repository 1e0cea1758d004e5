import type { DataSource } from 'typeorm';
import { entryColumns, entryOf, type StoredEntry } from './entries';
import { beginning, hashOf, type ChainHead } from './entry-chain';

/** Is a case's record as it was written? If not, which row is the first that is wrong, and how. */
export type ChainVerdict =
  | { intact: true; sealed: number; waiting: number; headHash: string }
  | {
      intact: false;
      sequence: number;
      fault:
        | 'missing'
        | 'altered'
        | 'wrong predecessor'
        | 'unsealed'
        | 'does not end where the case says'
        | 'set aside altered';
    };

interface SealedEntry extends StoredEntry {
  algorithm: string | null;
  previous_hash: string | null;
  hash: string | null;
}

const pageLength = 1_000;

/** Recomputes the chain of a case from its first entry. */
export async function verifyChain(dataSource: DataSource, caseId: string): Promise<ChainVerdict> {
  const [end] = await dataSource.query<ChainHead[]>(
    'SELECT sealed_sequence AS "sealedSequence", head_hash AS "headHash" FROM cases WHERE case_id = $1',
    [caseId],
  );
  const promised = end ?? beginning;
  let head = beginning;
  while (head.sealedSequence < promised.sealedSequence) {
    const rows = await readSealed(dataSource, caseId, head.sealedSequence, promised.sealedSequence);
    for (const row of rows) {
      const fault = faultOf(caseId, head, row);
      if (fault !== undefined)
        return { intact: false, sequence: fault === 'missing' ? head.sealedSequence + 1 : row.sequence, fault };
      head = { sealedSequence: row.sequence, headHash: row.hash as string };
    }
    if (rows.length === 0) return { intact: false, sequence: head.sealedSequence + 1, fault: 'missing' };
  }
  if (head.headHash !== promised.headHash)
    return { intact: false, sequence: head.sealedSequence, fault: 'does not end where the case says' };
  const changed = await firstChangedAside(dataSource, caseId);
  if (changed !== undefined) return { intact: false, sequence: changed, fault: 'set aside altered' };
  return countWaiting(dataSource, caseId, head);
}

/** An entry of a write that was set aside seals it: what is kept there must still be what was refused. */
async function firstChangedAside(dataSource: DataSource, caseId: string): Promise<number | undefined> {
  const [row] = await dataSource.query<{ sequence: number }[]>(
    `SELECT e.sequence FROM entries e
      WHERE e.case_id = $1 AND e.detail ? 'setAside'
        AND NOT EXISTS (SELECT FROM set_aside_writes s
             WHERE s.case_id = e.case_id AND s.content_hash = e.detail #>> '{setAside,hash}'
               AND encode(sha256(convert_to(s.content, 'UTF8')), 'hex') = s.content_hash)
      ORDER BY e.sequence LIMIT 1`,
    [caseId],
  );
  return row?.sequence;
}

const readSealed = (dataSource: DataSource, caseId: string, after: number, upTo: number): Promise<SealedEntry[]> =>
  dataSource.query(
    `SELECT ${entryColumns}, algorithm, previous_hash, hash FROM entries WHERE case_id = $1 AND sequence > $2 AND sequence <= $3 ORDER BY sequence LIMIT ${pageLength}`,
    [caseId, after, upTo],
  );

function faultOf(
  caseId: string,
  head: ChainHead,
  row: SealedEntry,
): 'missing' | 'altered' | 'wrong predecessor' | 'unsealed' | undefined {
  if (row.sequence !== head.sealedSequence + 1) return 'missing';
  if (row.hash === null || row.algorithm === null) return 'unsealed';
  if (row.previous_hash !== head.headHash) return 'wrong predecessor';
  return hashOf(row.algorithm, head.headHash, caseId, entryOf(row)) === row.hash ? undefined : 'altered';
}

/** Entries beyond the head wait for a predecessor; a sealed one there means that the head was turned back. */
async function countWaiting(dataSource: DataSource, caseId: string, head: ChainHead): Promise<ChainVerdict> {
  const [beyond] = await dataSource.query<{ waiting: number; sealed: number | null }[]>(
    'SELECT count(*) AS waiting, min(sequence) FILTER (WHERE hash IS NOT NULL) AS sealed FROM entries WHERE case_id = $1 AND sequence > $2',
    [caseId, head.sealedSequence],
  );
  if (beyond?.sealed != null)
    return { intact: false, sequence: beyond.sealed, fault: 'does not end where the case says' };
  return { intact: true, sealed: head.sealedSequence, waiting: beyond?.waiting ?? 0, headHash: head.headHash };
}
