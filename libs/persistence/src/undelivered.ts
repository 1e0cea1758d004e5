import type { OfficeId } from '@duban/policy/base/office';
import type { Instant } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';

/** A notice to an office the directory does not know: it stands in nobody's inbox. */
export interface StrandedNotice {
  id: string;
  caseId: string;
  to: OfficeId;
  title: string;
  clause: string;
  at: Instant;
}

/** A notice that a webhook has not taken so far. */
export interface FailedDelivery {
  id: string;
  /** `<office>/<name>`. */
  webhook: string;
  url: string;
  caseId: string;
  to: OfficeId;
  title: string;
  state: 'waiting' | 'dead';
  attempts: number;
  lastError: string | null;
  /** `null` when it is tried no more. */
  nextTryAt: Instant | null;
  gaveUpAt: Instant | null;
}

/** Latest first. */
export const strandedNotices = (dataSource: DataSource, limit: number): Promise<StrandedNotice[]> =>
  dataSource.query(
    `SELECT id, case_id AS "caseId", recipient AS "to", title, clause, at FROM notices n
      WHERE NOT EXISTS (SELECT FROM offices o WHERE o.id = n.recipient) ORDER BY at DESC, id LIMIT $1`,
    [limit],
  );

/** Given up ones first, then those tried again soonest. */
export const failedDeliveries = (dataSource: DataSource, limit: number): Promise<FailedDelivery[]> =>
  dataSource.query(
    `SELECT d.id, d.webhook, w.url, n.case_id AS "caseId", n.recipient AS "to", n.title, d.state, d.attempts, d.last_error AS "lastError",
        CASE WHEN d.state = 'waiting' THEN d.next_attempt_at END AS "nextTryAt", d.settled_at AS "gaveUpAt"
       FROM deliveries d JOIN webhooks w ON w.id = d.webhook JOIN notices n ON n.id = d.notice
      WHERE d.state = 'dead' OR (d.state = 'waiting' AND d.last_error IS NOT NULL) ORDER BY d.state, d.next_attempt_at, d.id LIMIT $1`,
    [limit],
  );

/** How the database is: its version and how large it is. */
export async function databaseStanding(dataSource: DataSource): Promise<{ version: string; bytes: number }> {
  const [row] = await dataSource.query<{ version: string; bytes: number }[]>(
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes`,
  );
  return row as { version: string; bytes: number };
}
