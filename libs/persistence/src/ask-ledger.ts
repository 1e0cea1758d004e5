import type { Pool, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Fails unless the ledger answers within the time. The connection that got no answer is given up: the questions asked of a database that
 * hangs must not fill the pool.
 */
export async function askLedger(dataSource: DataSource, withinMs: number): Promise<void> {
  const { master } = dataSource.driver as unknown as { master?: Pool };
  if (master === undefined) throw new Error('the ledger has not been reached yet');
  await master.query({ text: 'SELECT 1', query_timeout: withinMs } as QueryConfig);
}
