import type { Instant } from '@duban/policy/dates/civil-date';
import type { OfficeId } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import type { NoticeRow } from './case-rows';
import { when } from './conditions';
import { readPage, type Page, type PageRequest } from './page';

/** A notice in an inbox. */
export interface InboxRow extends NoticeRow {
  id: string;
  caseId: string;
  readAt: Instant | null;
  readBy: string | null;
}

/** Notices delivered to an office by now, latest first; those held back until the morning are not among them. */
export function inboxOf(
  dataSource: DataSource,
  office: OfficeId,
  now: Instant,
  page: PageRequest,
  unread = false,
): Promise<Page<InboxRow>> {
  return readPage(
    dataSource,
    {
      select: noticeColumns,
      from: 'notices',
      conditions: [
        ['recipient = ? AND deliver_at <= ?', office, now],
        when(unread || undefined, () => ['read_at IS NULL']),
      ],
      order: { deliver_at: 'instant', id: 'text' },
      descending: true,
      position: (row: InboxRow) => [row.deliverAt, row.id],
    },
    page,
  );
}

/** All notices of a case, delivered or not, in order. */
export function noticesOf(dataSource: DataSource, caseId: string): Promise<InboxRow[]> {
  return dataSource.query(`SELECT ${noticeColumns} FROM notices WHERE case_id = $1 ORDER BY at, id`, [caseId]);
}

/** Marks notices of the office as read; the first reader stays on record. Answers how many are read now for the first time. */
export async function markRead(
  dataSource: DataSource,
  office: OfficeId,
  ids: readonly string[],
  reading: { at: Instant; by: string | null },
): Promise<number> {
  const marked = await dataSource.query<[unknown[], number]>(
    'UPDATE notices SET read_at = $3, read_by = $4 WHERE recipient = $1 AND id = ANY ($2) AND deliver_at <= $3 AND read_at IS NULL',
    [office, ids, reading.at, reading.by],
  );
  return marked[1];
}

/** How many delivered notices each of the offices has not read. */
export async function unreadOf(
  dataSource: DataSource,
  offices: readonly OfficeId[],
  now: Instant,
): Promise<Map<OfficeId, number>> {
  const rows = await dataSource.query<{ office: OfficeId; unread: number }[]>(
    'SELECT recipient AS office, count(*) AS unread FROM notices WHERE recipient = ANY ($1) AND deliver_at <= $2 AND read_at IS NULL GROUP BY 1',
    [offices, now],
  );
  const found = new Map(rows.map(({ office, unread }) => [office, unread]));
  return new Map(offices.map((office) => [office, found.get(office) ?? 0]));
}

/** Marks all notices delivered to an office up to an instant as read. */
export async function markAllRead(
  dataSource: DataSource,
  office: OfficeId,
  until: Instant,
  reading: { at: Instant; by: string | null },
): Promise<number> {
  const marked = await dataSource.query<[unknown[], number]>(
    'UPDATE notices SET read_at = $3, read_by = $4 WHERE recipient = $1 AND deliver_at <= $2 AND read_at IS NULL',
    [office, until, reading.at, reading.by],
  );
  return marked[1];
}

const noticeColumns =
  'id, case_id AS "caseId", key, recipient AS "to", kind, clause, title, text, at, deliver_at AS "deliverAt", read_at AS "readAt", read_by AS "readBy"';
