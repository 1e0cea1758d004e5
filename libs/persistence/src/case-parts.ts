import { withAncestors } from './also-in';
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CaseWrite, NoticeRow } from './case-rows';
import type { ChainHead } from './entry-chain';
import { upsertRows, type CaseTable } from './upsert';

/** Takes the row of the case for this transaction, and replaces the snapshot when this write is the latest so far. */
export async function lockCase(
  client: PoolClient,
  { sequence, snapshot, entries }: CaseWrite,
): Promise<ChainHead & { isLatest: boolean }> {
  const { caseId, process, territory, subject, number, stage, stageName, policy, openedOn, ended, listed, scope } =
    snapshot;
  const changedAt = entries.at(-1)?.at ?? `${openedOn}T00:00:00+08:00`;
  const latest = await client.query<ChainHead>({
    name: 'replace snapshot',
    text: replaceSnapshot,
    values: [
      caseId,
      process,
      territory,
      subject,
      number,
      stage,
      stageName,
      policy.set,
      policy.version,
      openedOn,
      ended?.on ?? null,
      ended?.outcome ?? null,
      ended?.outcomeName ?? null,
      JSON.stringify(listed),
      scope.villages,
      scope.units,
      withAncestors(scope.territories.filter((place) => place !== territory)),
      changedAt,
      sequence,
    ],
  });
  if (latest.rows[0] !== undefined) return { ...latest.rows[0], isLatest: true };
  const text = 'SELECT sealed_sequence AS "sealedSequence", head_hash AS "headHash" FROM cases WHERE case_id = $1';
  const known = await client.query<ChainHead>({ name: 'read chain head', text, values: [caseId] });
  return { ...(known.rows[0] as ChainHead), isLatest: false };
}

const replacedColumns =
  'stage, stage_name, policy_set, policy_version, opened_on, ended_on, outcome, outcome_name, listed, villages, units, also_in, changed_at, sequence'.split(
    ', ',
  );

/** Of an older write the WHERE leaves the row unchanged; ON CONFLICT has locked it all the same, and that is what `lockCase` needs. */
const replaceSnapshot = `
  INSERT INTO cases (case_id, process, territory, subject, number, ${replacedColumns.join(', ')})
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
  ON CONFLICT (case_id) DO UPDATE SET ${replacedColumns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')}
   WHERE cases.sequence < EXCLUDED.sequence
  RETURNING sealed_sequence AS "sealedSequence", head_hash AS "headHash"`;

const deadlineTable: CaseTable = {
  name: 'deadlines',
  key: 'id',
  columns: {
    process: 'text',
    territory: 'text',
    clause: 'text',
    what: 'text',
    owner: 'text',
    starts_on: 'date',
    due: 'date',
    met_on: 'date',
    dropped_on: 'date',
    standing_from: 'date',
    standing_to: 'date',
    deadline: 'jsonb',
  },
};

export async function saveDeadlines(client: PoolClient, { snapshot, sequence, deadlines }: CaseWrite): Promise<void> {
  const { caseId, process, territory } = snapshot;
  const rows = deadlines.map(({ id, deadline }) => {
    const { clause, what, owner, due, metOn, dropped } = deadline;
    const standing = deadline.standstills?.at(-1);
    const days = {
      starts_on: deadline.startedOn ?? deadline.trigger,
      due,
      met_on: metOn,
      dropped_on: dropped?.on,
      standing_from: standing?.from,
      standing_to: standing?.to,
    };
    return { id, process, territory, clause, what, owner, ...days, deadline };
  });
  await upsertRows(client, deadlineTable, { caseId, sequence, rows });
}

const candidateTable: CaseTable = {
  name: 'candidates',
  key: 'key',
  columns: { area: 'text', office: 'text', deadline: 'text', clause: 'text', since: 'date', withdrawn_on: 'date' },
};

export async function saveCandidates(
  client: PoolClient,
  { snapshot: { caseId }, sequence, candidates }: CaseWrite,
): Promise<void> {
  const rows = candidates.map(({ withdrawnOn, ...candidate }) => ({ ...candidate, withdrawn_on: withdrawnOn }));
  await upsertRows(client, candidateTable, { caseId, sequence, rows });
}

export async function saveNotices(client: PoolClient, { snapshot: { caseId }, notices }: CaseWrite): Promise<string[]> {
  if (notices.length === 0) return [];
  const rows = notices.map(({ to, deliverAt, ...notice }) => ({
    ...notice,
    id: noticeId(caseId, { ...notice, to }),
    recipient: to,
    deliver_at: deliverAt,
  }));
  const found = await client.query<{ key: string }>({
    name: 'send notices',
    text: sendNotices,
    values: [caseId, JSON.stringify(rows)],
  });
  return [...new Set(found.rows.map(({ key }) => key))];
}

/** The same notice has the same id wherever it is written. */
const noticeId = (caseId: string, { key, to }: Pick<NoticeRow, 'key' | 'to'>): string =>
  createHash('sha256')
    .update(JSON.stringify([caseId, key, to]))
    .digest('hex')
    .slice(0, 32);

const sendNotices = `
  WITH written AS (
    SELECT * FROM json_to_recordset($2::json) AS r (
      id text, key text, recipient text, kind text, clause text, title text, text text, at timestamptz, deliver_at timestamptz)
  ), sent AS (
    INSERT INTO notices (id, case_id, key, recipient, kind, clause, title, text, at, deliver_at)
    SELECT id, $1, key, recipient, kind, clause, title, text, at, deliver_at FROM written
    ON CONFLICT DO NOTHING
  )
  SELECT key FROM written WHERE NOT EXISTS (SELECT FROM offices WHERE offices.id = written.recipient)`;
