import type { Instant } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';
import type { Webhook } from './outbox';

/** Registers a webhook, or changes it. It hears of notices dispatched from now on. */
export async function saveWebhook(
  dataSource: DataSource,
  { id, url, secret, recipient, active }: Webhook,
): Promise<void> {
  await dataSource.query(
    `INSERT INTO webhooks (id, url, secret, recipient, active) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (id) DO UPDATE SET url = EXCLUDED.url, secret = EXCLUDED.secret, recipient = EXCLUDED.recipient, active = EXCLUDED.active`,
    [id, url, secret, recipient, active],
  );
}

/** All webhooks, without their secrets. */
export const webhooksOf = (dataSource: DataSource): Promise<Omit<Webhook, 'secret'>[]> =>
  dataSource.query('SELECT id, url, recipient, active FROM webhooks ORDER BY id');

/** No more notices are dispatched to it; `false` when there is no such webhook. */
export async function stopWebhook(dataSource: DataSource, id: string): Promise<boolean> {
  const [, changed] = await dataSource.query<[unknown, number]>('UPDATE webhooks SET active = false WHERE id = $1', [
    id,
  ]);
  return changed > 0;
}

export interface DeadDelivery {
  id: string;
  notice: string;
  webhook: string;
  attempts: number;
  gaveUpAt: Instant;
  lastError: string;
}

/** Deliveries given up after the last attempt, latest first. */
export const deadDeliveries = (dataSource: DataSource, limit: number): Promise<DeadDelivery[]> =>
  dataSource.query(
    `SELECT id, notice, webhook, attempts, settled_at AS "gaveUpAt", last_error AS "lastError" FROM deliveries WHERE state = 'dead' ORDER BY settled_at DESC, id LIMIT $1`,
    [limit],
  );

/** Tries given-up deliveries of a webhook anew. */
export async function reviveDeliveries(dataSource: DataSource, webhook: string, now: Instant): Promise<void> {
  await dataSource.query(
    `UPDATE deliveries SET state = 'waiting', attempts = 0, next_attempt_at = $2, settled_at = NULL WHERE webhook = $1 AND state = 'dead'`,
    [webhook, now],
  );
}
