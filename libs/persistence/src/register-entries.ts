import type { Territory } from '@duban/policy/base/office';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { RegisterEntry } from '@duban/policy/registers/register-rules';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { allOf, within } from './conditions';
import { isSeenRow, type Part } from './seen-rows';
import { inTransaction } from './transaction';

/** One thing done to a register kept by hand; the log of all of them is only ever added to. */
export interface RegisterAction {
  entry: RegisterEntry;
  action: 'enter' | 'correct' | 'withdraw';
  at: Instant;
  by: { office: string; person: string | null };
  reason: string | null;
  /** Idempotency key, and hash of what was sent under it; actions of one request are told apart by their line. */
  key: string;
  bodyHash: string;
  line: number;
}

/**
 * What was done under the key before, or what `decide` makes of the entries standing. One county at a time; where an entry moves, also
 * the one it comes `from`.
 */
export const changeRegister = (
  dataSource: DataSource,
  scope: { territory: Territory; from?: Territory | undefined; kinds: readonly string[]; key: string },
  decide: (standing: readonly RegisterEntry[]) => readonly RegisterAction[],
): Promise<{ entries: readonly string[]; bodyHash: string }> =>
  inTransaction(dataSource, async (client) => {
    const places = [...new Set([scope.territory, scope.from ?? scope.territory])].sort();
    for (const place of places) await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`register ${place}`]);
    const known = await client.query<{ entry_id: string; body_hash: string }>(
      'SELECT entry_id, body_hash FROM register_entries WHERE key = $1 ORDER BY line',
      [scope.key],
    );
    const [first] = known.rows;
    if (first !== undefined) return { entries: known.rows.map((row) => row.entry_id), bodyHash: first.body_hash };
    const standing: RegisterEntry[] = [];
    for (const place of places) standing.push(...(await standingIn(client, place, scope.kinds)));
    const actions = decide(standing);
    for (const action of actions) await record(client, action);
    return { entries: actions.map(({ entry }) => entry.id), bodyHash: actions[0]?.bodyHash ?? '' };
  });

/** Entries that stand in a territory, oldest first. */
export const standingEntries = (
  dataSource: DataSource,
  territory: Territory,
  kinds: readonly string[],
  part: Part = {},
): Promise<RegisterEntry[]> => inTransaction(dataSource, (client) => standingIn(client, territory, kinds, part));

async function standingIn(
  client: PoolClient,
  territory: Territory,
  kinds: readonly string[],
  part: Part = {},
): Promise<RegisterEntry[]> {
  const { sql, values } = allOf(within('r.territory', territory), ['r.kind = ANY (?)', kinds], isSeenRow(part, 'r'));
  const { rows } = await client.query<RegisterEntry>(
    `SELECT r.key AS id, r.kind, r.territory, r.on_day AS "on", r.body, r.owner AS "madeBy", r.case_id AS "caseId"
       FROM register_rows r WHERE ${sql} ORDER BY r.on_day, r.key`,
    values,
  );
  return rows;
}

async function record(
  client: PoolClient,
  { entry, action, at, by, reason, key, bodyHash, line }: RegisterAction,
): Promise<void> {
  const body = JSON.stringify(entry.body);
  const inserted = await client.query<{ turn: number }>(
    `INSERT INTO register_entries (kind, entry_id, action, territory, on_day, at, by_office, by_person, reason, body, key, body_hash, line, turn)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, count(*) + 1 FROM register_entries e WHERE e.kind = $1 AND e.entry_id = $2
     RETURNING turn`,
    [
      entry.kind,
      entry.id,
      action,
      entry.territory,
      entry.on,
      at,
      by.office,
      by.person,
      reason,
      body,
      key,
      bodyHash,
      line,
    ],
  );
  const caseId = `register:${entry.kind}`;
  if (action === 'withdraw') {
    await client.query('DELETE FROM register_rows WHERE case_id = $1 AND key = $2', [caseId, entry.id]);
    return;
  }
  const year = entry.body['year'];
  await client.query(
    `INSERT INTO register_rows (case_id, key, sequence, kind, territory, period, owner, on_day, state, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'standing', $9)
     ON CONFLICT (case_id, key) DO UPDATE SET sequence = EXCLUDED.sequence, territory = EXCLUDED.territory, period = EXCLUDED.period, on_day = EXCLUDED.on_day, body = EXCLUDED.body`,
    [
      caseId,
      entry.id,
      inserted.rows[0]?.turn ?? 1,
      entry.kind,
      entry.territory,
      typeof year === 'string' ? year : entry.on.slice(0, 4),
      by.office,
      entry.on,
      body,
    ],
  );
}

/** All that was done to one entry, oldest first; empty when there is none of that id. */
export const historyOfEntry = (
  dataSource: DataSource,
  kind: string,
  id: string,
): Promise<
  {
    action: RegisterAction['action'];
    territory: Territory;
    on: CivilDate;
    at: Instant;
    office: string;
    person: string | null;
    reason: string | null;
    body: Record<string, unknown>;
  }[]
> =>
  dataSource.query(
    `SELECT action, territory, on_day AS "on", at, by_office AS office, by_person AS person, reason, body
       FROM register_entries WHERE kind = $1 AND entry_id = $2 ORDER BY turn`,
    [kind, id],
  );
