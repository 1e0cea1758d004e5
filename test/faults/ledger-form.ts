import { verifyChain } from '@duban/persistence/verify-chain';
import type { DataSource } from 'typeorm';

/** Everything a case left in the ledger, without the instants at which it came there. */
export interface LedgerForm {
  [caseId: string]: {
    entries: unknown[];
    deadlines: unknown[];
    notices: unknown[];
    candidates: unknown[];
    chain: unknown;
  };
}

const queries = {
  entries:
    'SELECT sequence, name, clause, what, detail, recipients, key FROM entries WHERE case_id = $1 ORDER BY sequence',
  deadlines: 'SELECT id, due, met_on, dropped_on, deadline FROM deadlines WHERE case_id = $1 ORDER BY id',
  notices:
    'SELECT key, recipient, kind, count(*) AS times FROM notices WHERE case_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2',
  candidates:
    'SELECT key, area, office, deadline, withdrawn_on IS NULL AS stands FROM candidates WHERE case_id = $1 ORDER BY key',
} as const;

export async function readLedger(dataSource: DataSource, cases: readonly string[]): Promise<LedgerForm> {
  const form: LedgerForm = {};
  for (const caseId of cases) {
    const read = (name: keyof typeof queries): Promise<unknown[]> => dataSource.query(queries[name], [caseId]);
    const verdict = await verifyChain(dataSource, caseId);
    form[caseId] = {
      entries: await read('entries'),
      deadlines: await read('deadlines'),
      notices: await read('notices'),
      candidates: await read('candidates'),
      chain: verdict.intact ? { intact: true, sealed: verdict.sealed, waiting: verdict.waiting } : verdict,
    };
  }
  return form;
}
