import type { ProcessName } from '@duban/policy/case/case';
import type { Instant } from '@duban/policy/dates/civil-date';
import type { Territory } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import type { EntryRow } from './case-rows';
import { when, within, type Condition } from './conditions';
import { detailBytes, entryColumns, entryOf, type StoredEntry } from './entries';
import { readPage, type List, type Page, type PageRequest } from './page';
import type { Part } from './seen-rows';

/** An entry with its place in the chain; `hash` is `null` while a predecessor is missing. */
export interface TimelineRow extends EntryRow {
  caseId: string;
  algorithm: string | null;
  hash: string | null;
}

/** An entry of any case, with what the case is about. */
export interface EventRow extends TimelineRow {
  process: ProcessName;
  subject: string;
  territory: Territory;
}

/** Which entries of a case, and from which end. */
export interface TimelineFilter {
  kind?: EntryRow['kind'] | undefined;
  isNewestFirst?: boolean | undefined;
}

/** All that happened in a case, in order; of a sheet that many share, for who has a part in it: how it began, what its offices did and what they were told. */
export async function timelineOf(
  dataSource: DataSource,
  caseId: string,
  page: PageRequest,
  part: Part = {},
  { kind, isNewestFirst = false }: TimelineFilter = {},
): Promise<Page<TimelineRow>> {
  const list: List<StoredRow> = {
    select: `case_id, ${entryColumns}, algorithm, hash`,
    from: 'entries',
    conditions: [['case_id = ?', caseId], isOwnEntry(part), when(kind, (one) => ['kind = ?', one])],
    descending: isNewestFirst,
    order: { sequence: 'count' },
    bytes: detailBytes,
    position: (row: StoredRow) => [row.sequence],
  };
  const found = await readPage(dataSource, list, page);
  return { ...found, items: found.items.map(timelineRow) };
}

/** All that happened in a territory, in the order of its instants. */
export async function eventsOf(
  dataSource: DataSource,
  filter: { territory?: Territory; from?: Instant; until?: Instant },
  page: PageRequest,
): Promise<Page<EventRow>> {
  const list: List<StoredEvent> = {
    select: `e.case_id, ${entryColumns.replace(/\w+/g, 'e.$&')}, e.algorithm, e.hash, c.process, c.subject, c.territory`,
    from: 'entries e JOIN cases c ON c.case_id = e.case_id',
    conditions: [
      within('c.territory', filter.territory),
      when(filter.from, (instant) => ['e.at >= ?', instant] as const),
      when(filter.until, (instant) => ['e.at <= ?', instant] as const),
    ],
    order: { 'e.at': 'instant', 'e.case_id': 'text', 'e.sequence': 'count' },
    position: (row: StoredEvent) => [row.at, row.case_id, row.sequence],
  };
  const found = await readPage(dataSource, list, page);
  return {
    ...found,
    items: found.items.map((row) => ({
      ...timelineRow(row),
      process: row.process,
      subject: row.subject,
      territory: row.territory,
    })),
  };
}

function isOwnEntry({ village, unit }: Part): Condition | undefined {
  if (unit !== undefined) return ['(sequence = 1 OR by_office = ? OR recipients @> ARRAY[?])', unit, unit];
  return when(village, (place) => [
    `(sequence = 1 OR split_part(by_office, ':', 2) = ? OR EXISTS (SELECT FROM unnest(recipients) AS told WHERE split_part(told, ':', 2) = ?))`,
    place,
    place,
  ]);
}

interface StoredRow extends StoredEntry {
  case_id: string;
  algorithm: string | null;
  hash: string | null;
}
type StoredEvent = StoredRow & Pick<EventRow, 'process' | 'subject' | 'territory'>;

const timelineRow = (row: StoredRow): TimelineRow => ({
  ...entryOf(row),
  caseId: row.case_id,
  algorithm: row.algorithm,
  hash: row.hash,
});
