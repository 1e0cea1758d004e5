import type { OfficeId, Territory } from '@duban/policy/base/office';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { PolicyRef } from '@duban/policy/settings/policy-set';
import type { DataSource } from 'typeorm';
import { within } from './conditions';
import { readPage, type Page, type PageRequest } from './page';
import { inTransaction } from './transaction';

/** What an office orders: a county's months from a day on, with what is varied. */
export interface NewRehearsal {
  id: string;
  title: string;
  county: Territory;
  requestedBy: OfficeId;
  requestedPerson: string | null;
  requestedAt: Instant;
  start: CivilDate;
  until: CivilDate;
  months: number;
  whatIfs: object;
  policy: PolicyRef;
  key: string;
  bodyHash: string;
}

export interface RehearsalSummary {
  cases: number;
  events: number;
  /** How often a case's clock was moved forward. */
  moves: number;
  seconds: number;
  /** Acts that were refused. */
  refused: number;
}

export interface RehearsalRow extends NewRehearsal {
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  dayReached: CivilDate | null;
  actsDone: number;
  actsTotal: number;
  summary: RehearsalSummary | null;
  failure: string | null;
  cancelAskedAt: Instant | null;
  startedAt: Instant | null;
  finishedAt: Instant | null;
  attempts: number;
  stage: string | null;
  seenAt: Instant | null;
}

/** Columns under the names of the rows. */
export const rehearsalColumns = `id, title, county, requested_by AS "requestedBy", requested_person AS "requestedPerson", requested_at AS "requestedAt",
  start_on AS start, until_on AS until, months, what_ifs AS "whatIfs", policy, key, body_hash AS "bodyHash", state, day_reached AS "dayReached",
  acts_done AS "actsDone", acts_total AS "actsTotal", summary, failure, cancel_asked_at AS "cancelAskedAt", started_at AS "startedAt",
  finished_at AS "finishedAt", attempts, stage, seen_at AS "seenAt"`;

/** Puts an order into the queue, or finds what was ordered under its key before; `too-many` when the office has as many waiting as it may. */
export const orderRehearsal = (
  dataSource: DataSource,
  order: NewRehearsal,
  mostWaiting: number,
): Promise<RehearsalRow | 'too-many'> =>
  inTransaction(dataSource, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`rehearsals ${order.requestedBy}`]);
    const known = await client.query<RehearsalRow>(`SELECT ${rehearsalColumns} FROM rehearsals WHERE key = $1`, [
      order.key,
    ]);
    if (known.rows[0] !== undefined) return known.rows[0];
    const waiting = await client.query<{ waiting: number }>(
      `SELECT count(*) AS waiting FROM rehearsals WHERE state = 'waiting' AND requested_by = $1`,
      [order.requestedBy],
    );
    if ((waiting.rows[0]?.waiting ?? 0) >= mostWaiting) return 'too-many';
    const {
      id,
      title,
      county,
      requestedBy,
      requestedPerson,
      requestedAt,
      start,
      until,
      months,
      whatIfs,
      policy,
      key,
      bodyHash,
    } = order;
    const { rows } = await client.query<RehearsalRow>(
      `INSERT INTO rehearsals (id, title, county, requested_by, requested_person, requested_at, start_on, until_on, months, what_ifs, policy, key, body_hash,
         state, acts_done, acts_total, attempts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'waiting', 0, 0, 0) RETURNING ${rehearsalColumns}`,
      [
        id,
        title,
        county,
        requestedBy,
        requestedPerson,
        requestedAt,
        start,
        until,
        months,
        JSON.stringify(whatIfs),
        JSON.stringify(policy),
        key,
        bodyHash,
      ],
    );
    return rows[0] as RehearsalRow;
  });

export async function findRehearsal(dataSource: DataSource, id: string): Promise<RehearsalRow | null> {
  const [row] = await dataSource.query<RehearsalRow[]>(`SELECT ${rehearsalColumns} FROM rehearsals WHERE id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** Rehearsals of counties of a territory, latest first. */
export const rehearsalsOf = (
  dataSource: DataSource,
  territory: Territory,
  page: PageRequest,
): Promise<Page<RehearsalRow>> =>
  readPage<RehearsalRow>(
    dataSource,
    {
      select: rehearsalColumns,
      from: 'rehearsals',
      conditions: [within('county', territory)],
      order: { requested_at: 'instant', id: 'text' },
      descending: true,
      position: (row) => [row.requestedAt, row.id],
    },
    page,
  );

/** How many come before it: those under way and those that have waited longer. */
export async function aheadOf(
  dataSource: DataSource,
  { id, requestedAt }: Pick<RehearsalRow, 'id' | 'requestedAt'>,
): Promise<number> {
  const [row] = await dataSource.query<{ ahead: number }[]>(
    `SELECT count(*) AS ahead FROM rehearsals WHERE state = 'running' OR (state = 'waiting' AND (requested_at, id) < ($1, $2))`,
    [requestedAt, id],
  );
  return row?.ahead ?? 0;
}

/** Takes a waiting one out of the queue; one under way is stopped by its runner. The row afterwards, `null` when it had ended before. */
export const askToCancel = (dataSource: DataSource, id: string): Promise<RehearsalRow | null> =>
  inTransaction(dataSource, async (client) => {
    const { rows } = await client.query<RehearsalRow>(
      `UPDATE rehearsals SET cancel_asked_at = coalesce(cancel_asked_at, now()),
         state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END, finished_at = CASE state WHEN 'waiting' THEN now() END
       WHERE id = $1 AND state IN ('waiting', 'running') RETURNING ${rehearsalColumns}`,
      [id],
    );
    return rows[0] ?? null;
  });
