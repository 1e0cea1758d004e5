import { createHash } from 'node:crypto';
import type { Instant } from '@duban/policy/dates/civil-date';
import type { OfficeId } from '@duban/policy/base/office';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { storableText } from '@duban/policy/base/plain-text';
import { inTransaction } from './transaction';

/** What a case wanted: its turn in the ledger, a message to another case, an answer. */
export type SetAsideKind = 'write' | 'message' | 'question';

/** Something that was refused for what it contains and is not tried again; kept whole, so that somebody can put it right. */
export interface SetAside {
  caseId: string;
  sequence: number;
  kind: SetAsideKind;
  /** In Chinese, without quoting what was refused. */
  reason: string;
  content: unknown;
}

export interface SetAsideRow {
  id: string;
  caseId: string;
  sequence: number;
  kind: SetAsideKind;
  reason: string;
  at: Instant;
}

/** As JSON, whose escapes name what no text of PostgreSQL may hold; so it can always be stored. */
export const contentOf = ({ content }: Pick<SetAside, 'content'>): string => JSON.stringify(content);

export const sealOf = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex');

/** Keeps it, once, and asks the office that runs the system to put it right. */
export async function keepAside(client: PoolClient, given: SetAside): Promise<void> {
  const content = contentOf(given);
  const [caseId, reason] = [storableText(given.caseId), storableText(given.reason).slice(0, 1_000)];
  const hash = sealOf(content);
  const id = sealOf(JSON.stringify([caseId, given.kind, hash])).slice(0, 32);
  await client.query(keep, [id, caseId, given.sequence, given.kind, reason, content, hash]);
  // Once per case and reason: a case whose every write is refused for the same does not fill the inbox.
  const key = `set-aside/${given.kind}/${sealOf(reason).slice(0, 12)}`;
  await client.query(askForRepair, [
    ...[sealOf(JSON.stringify([caseId, key])).slice(0, 32), caseId, key, operatorOf(caseId)],
    `案件 ${caseId} 的${kindNames[given.kind]}无法${given.kind === 'write' ? '写入台账' : '办理'}：${reason}。原内容已另存，不再自动重试，案件照常办理；请在“系统”页查看并修复。`,
  ]);
}

/** Outside of any write. */
export const setAside = (dataSource: DataSource, given: SetAside): Promise<void> =>
  inTransaction(dataSource, (client) => keepAside(client, given));

const kindNames: Readonly<Record<SetAsideKind, string>> = { write: '登记', message: '消息', question: '查询' };

/** The office that runs the system: its province's leading-group office. */
const operatorOf = (caseId: string): OfficeId => `leading-group-office:${caseId.split(':')[1]?.slice(0, 2) ?? ''}`;

const keep = `
  INSERT INTO set_aside_writes (id, case_id, sequence, kind, reason, content, content_hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;

const askForRepair = `
  INSERT INTO notices (id, case_id, key, recipient, kind, clause, title, text, at, deliver_at)
  VALUES ($1, $2, $3, $4, 'repair', 'A-0', '有内容无法保存，待修复', $5, now(), now()) ON CONFLICT DO NOTHING`;

/** Those nobody has put right yet, oldest first, and how many there are. */
export async function openSetAside(
  dataSource: DataSource,
  limit: number,
): Promise<{ count: number; items: SetAsideRow[] }> {
  const [items, [counted]] = await Promise.all([
    dataSource.query<SetAsideRow[]>(
      `SELECT id, case_id AS "caseId", sequence, kind, reason, at FROM set_aside_writes WHERE settled_at IS NULL ORDER BY at, id LIMIT $1`,
      [limit],
    ),
    dataSource.query<{ count: number }[]>('SELECT count(*) AS count FROM set_aside_writes WHERE settled_at IS NULL'),
  ]);
  return { count: counted?.count ?? 0, items };
}

/** How many there have been, and how many are left; for the figures. */
export async function setAsideFigures(dataSource: DataSource): Promise<{ ever: number; open: number }> {
  const [row] = await dataSource.query<{ ever: number; open: number }[]>(
    'SELECT count(*) AS ever, count(*) FILTER (WHERE settled_at IS NULL) AS open FROM set_aside_writes',
  );
  return row ?? { ever: 0, open: 0 };
}

/** Says that it was put right, by whom and how. `false`: there is no such one, or it was settled before. */
export async function settleSetAside(
  dataSource: DataSource,
  { id, by, note, at }: { id: string; by: OfficeId; note: string; at: Instant },
): Promise<boolean> {
  const [rows] = await dataSource.query<[unknown[], number]>(
    'UPDATE set_aside_writes SET settled_at = $2, settled_by = $3, settled_note = $4 WHERE id = $1 AND settled_at IS NULL RETURNING id',
    [id, at, by, note],
  );
  return rows.length > 0;
}
