import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';
import { insertEvents, type NewRehearsalEvent } from './rehearsal-events';
import { rehearsalColumns, type RehearsalRow, type RehearsalSummary } from './rehearsals';
import { inTransaction } from './transaction';

/** A running rehearsal and the stage (schema and namespace) of the runner that has it. */
export interface Held {
  id: string;
  /** A runner that takes it over sets its own stage, and updates by the former runner then match no row. */
  stage: string;
}

const attemptsAllowed = 3;

/** The one that has waited longest is the runner's from now on; several runners never take the same. */
export const takeNext = (dataSource: DataSource, stage: string): Promise<RehearsalRow | null> =>
  inTransaction(dataSource, async (client) => {
    const { rows } = await client.query<RehearsalRow>(
      `UPDATE rehearsals SET state = 'running', stage = $1, attempts = attempts + 1, started_at = now(), seen_at = now(), day_reached = NULL, acts_done = 0
       WHERE id = (SELECT id FROM rehearsals WHERE state = 'waiting' ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING ${rehearsalColumns}`,
      [stage],
    );
    return rows[0] ?? null;
  });

/** Rehearsals whose runner has not been alive for some seconds. */
export const lostRehearsals = (dataSource: DataSource, silentSeconds: number): Promise<Held[]> =>
  dataSource.query(
    `SELECT id, stage FROM rehearsals WHERE state = 'running' AND seen_at < now() - make_interval(secs => $1)`,
    [silentSeconds],
  );

/**
 * Puts an interrupted rehearsal back into the queue, or ends it where it was to be cancelled or has been interrupted too often.
 * `isPlanned`: the runner was asked to stop, which does not count as an interruption.
 */
export const giveBack = (dataSource: DataSource, { id, stage }: Held, isPlanned: boolean): Promise<void> =>
  inTransaction(dataSource, async (client) => {
    if (isPlanned)
      await client.query('UPDATE rehearsals SET attempts = attempts - 1 WHERE id = $1 AND stage = $2', [id, stage]);
    await client.query(
      `UPDATE rehearsals SET
         state = CASE WHEN cancel_asked_at IS NOT NULL THEN 'cancelled' WHEN attempts >= ${attemptsAllowed} THEN 'failed' ELSE 'waiting' END,
         failure = CASE WHEN cancel_asked_at IS NULL AND attempts >= ${attemptsAllowed} THEN '推演${attemptsAllowed}次被打断（系统重启或进程中止），不再自动重来；请重新发起。' END,
         finished_at = CASE WHEN cancel_asked_at IS NOT NULL OR attempts >= ${attemptsAllowed} THEN now() END,
         day_reached = NULL, acts_done = 0
       WHERE id = $1 AND stage = $2 AND state = 'running'`,
      [id, stage],
    );
  });

export interface HowFar {
  day: CivilDate | null;
  done: number;
  total: number;
}

/** Notes how far it is and that its runner is alive; says what the runner has to do next. */
export const reportProgress = (
  dataSource: DataSource,
  { id, stage }: Held,
  { day, done, total }: HowFar,
): Promise<'go-on' | 'cancel' | 'taken-over'> =>
  inTransaction(dataSource, async (client) => {
    const { rows } = await client.query<{ cancelled: boolean }>(
      `UPDATE rehearsals SET seen_at = now(), day_reached = $3, acts_done = $4, acts_total = $5
       WHERE id = $1 AND stage = $2 AND state = 'running' RETURNING cancel_asked_at IS NOT NULL AS cancelled`,
      [id, stage, day, done, total],
    );
    if (rows[0] === undefined) return 'taken-over';
    return rows[0].cancelled ? 'cancel' : 'go-on';
  });

/** Everything that happened and the figures, at once; nothing when it is no longer the runner's. */
export const storeResult = (
  dataSource: DataSource,
  { id, stage }: Held,
  summary: RehearsalSummary,
  events: readonly NewRehearsalEvent[],
): Promise<boolean> =>
  inTransaction(dataSource, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE rehearsals SET state = 'done', summary = $3, day_reached = until_on, finished_at = now() WHERE id = $1 AND stage = $2 AND state = 'running'`,
      [id, stage, JSON.stringify(summary)],
    );
    if (rowCount === 0) return false;
    await insertEvents(client, id, events);
    return true;
  });

/** It ended without a result: by the office's order, or with words saying why. */
export const endWithoutResult = (
  dataSource: DataSource,
  { id, stage }: Held,
  end: { state: 'cancelled' } | { state: 'failed'; failure: string },
): Promise<void> =>
  inTransaction(dataSource, async (client) => {
    await client.query(
      `UPDATE rehearsals SET state = $3, failure = $4, finished_at = now() WHERE id = $1 AND stage = $2 AND state = 'running'`,
      [id, stage, end.state, end.state === 'failed' ? end.failure : null],
    );
  });
