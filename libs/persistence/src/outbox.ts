import { createHash } from 'node:crypto';
import type { Instant } from '@duban/policy/dates/civil-date';
import type { OfficeId } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import type { NoticeRow } from './case-rows';
import { inTransaction } from './transaction';

export interface Webhook {
  id: string;
  url: string;
  secret: string;
  /** `null`: the notices of all offices. */
  recipient: OfficeId | null;
  active: boolean;
}

export interface OutgoingNotice extends NoticeRow {
  id: string;
  caseId: string;
}

/** A notice to be posted to a webhook now; `attempt` counts from 1. */
export interface Delivery {
  id: string;
  attempt: number;
  url: string;
  secret: string;
  notice: OutgoingNotice;
}

const batch = 200;

/**
 * Hands each notice whose hour has come to `announce` and to the webhooks that want it; answers how many there were.
 * Each notice is dispatched once; only a failure between announcing and committing announces it again.
 */
export function dispatchDue(
  dataSource: DataSource,
  now: Instant,
  announce: (notice: OutgoingNotice) => void,
): Promise<number> {
  return inTransaction(dataSource, async (client) => {
    const due = await client.query<OutgoingNotice>(
      `SELECT ${noticeColumns} FROM notices n WHERE dispatched_at IS NULL AND deliver_at <= $1 ORDER BY deliver_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      [now],
    );
    if (due.rows.length === 0) return 0;
    const { rows: hooks } = await client.query<Pick<Webhook, 'id' | 'recipient'>>(
      'SELECT id, recipient FROM webhooks WHERE active',
    );
    const deliveries = due.rows.flatMap(({ id, to }) =>
      hooks.filter(({ recipient }) => recipient === null || recipient === to).map((hook) => deliveryOf(id, hook.id)),
    );
    await client.query(
      `INSERT INTO deliveries (id, notice, webhook, attempts, next_attempt_at)
       SELECT id, notice, webhook, 0, $2 FROM json_to_recordset($1::json) AS r (id text, notice text, webhook text) ON CONFLICT DO NOTHING`,
      [JSON.stringify(deliveries), now],
    );
    await client.query('UPDATE notices SET dispatched_at = $2 WHERE id = ANY ($1)', [
      due.rows.map(({ id }) => id),
      now,
    ]);
    due.rows.forEach(announce);
    return due.rows.length;
  });
}

/** Webhooks with something to post now. */
export async function busyWebhooks(dataSource: DataSource, now: Instant): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT id FROM webhooks w WHERE active
        AND EXISTS (SELECT FROM deliveries d WHERE d.webhook = w.id AND d.state = 'waiting' AND d.next_attempt_at <= $1) ORDER BY id`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** Takes deliveries of a webhook for posting; nobody else gets them before `until`, not even when this process dies. */
export async function claimDeliveries(
  dataSource: DataSource,
  webhook: string,
  { now, until, limit }: { now: Instant; until: Instant; limit: number },
): Promise<Delivery[]> {
  const [rows] = await dataSource.query<[ClaimedRow[], number]>(
    `WITH due AS (
       SELECT id FROM deliveries WHERE webhook = $1 AND state = 'waiting' AND next_attempt_at <= $2
        ORDER BY next_attempt_at, id LIMIT $4 FOR UPDATE SKIP LOCKED)
     UPDATE deliveries d SET attempts = attempts + 1, next_attempt_at = $3
       FROM due, webhooks w, (SELECT ${noticeColumns} FROM notices n) AS n
      WHERE d.id = due.id AND w.id = d.webhook AND n.id = d.notice
     RETURNING d.id AS delivery, d.attempts AS attempt, w.url, w.secret, n.*`,
    [webhook, now, until, limit],
  );
  return rows.map(({ delivery, attempt, url, secret, ...notice }) => ({ id: delivery, attempt, url, secret, notice }));
}

type ClaimedRow = OutgoingNotice & Omit<Delivery, 'id' | 'notice'> & { delivery: string };

export type DeliveryOutcome =
  | { kind: 'delivered'; at: Instant }
  | { kind: 'again'; at: Instant; error: string }
  | { kind: 'dead'; at: Instant; error: string };

/** Records how an attempt went; what has been delivered stays so. */
export async function settleDelivery(
  dataSource: DataSource,
  { id, attempt }: Pick<Delivery, 'id' | 'attempt'>,
  outcome: DeliveryOutcome,
): Promise<void> {
  const state = outcome.kind === 'again' ? 'waiting' : outcome.kind;
  const error = outcome.kind === 'delivered' ? null : outcome.error;
  await dataSource.query(
    `UPDATE deliveries SET state = $3, last_error = $4, next_attempt_at = $5, settled_at = CASE WHEN $3 = 'waiting' THEN NULL ELSE $5::timestamptz END
      WHERE id = $1 AND state <> 'delivered' AND ($3 = 'delivered' OR attempts = $2)`,
    [id, attempt, state, error, outcome.at],
  );
}

/** The same notice has the same delivery id at each attempt, so that the receiver can tell a repeat. */
const deliveryOf = (notice: string, webhook: string): { id: string; notice: string; webhook: string } => ({
  id: createHash('sha256')
    .update(JSON.stringify([notice, webhook]))
    .digest('hex')
    .slice(0, 32),
  notice,
  webhook,
});

const noticeColumns =
  'n.id, n.case_id AS "caseId", n.key, n.recipient AS "to", n.kind, n.clause, n.title, n.text, n.at, n.deliver_at AS "deliverAt"';
