import type { OfficeId } from '@duban/policy/base/office';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { when, type Condition } from './conditions';
import { readPage, type Page, type PageRequest } from './page';

/** One thing that happened in a rehearsal. */
export interface NewRehearsalEvent {
  day: CivilDate;
  at: Instant;
  kind: string;
  name: string;
  process: string;
  caseId: string;
  clause: string;
  by: OfficeId | 'system';
  recipients: OfficeId[];
  what: string;
}

export interface RehearsalEventRow extends NewRehearsalEvent {
  /** Its number in the order of the days. */
  line: number;
}

export interface EventFilter {
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
  kind?: readonly string[] | undefined;
  process?: string | undefined;
  clause?: string | undefined;
  caseId?: string | undefined;
  recipient?: string | undefined;
}

const columns = 'line, day, at, kind, name, process, case_id AS "caseId", clause, by_office AS "by", recipients, what';
const together = 2_000;

export async function insertEvents(
  client: PoolClient,
  id: string,
  events: readonly NewRehearsalEvent[],
): Promise<void> {
  for (let first = 0; first < events.length; first += together) {
    const rows = events.slice(first, first + together).map((event, index) => ({ ...event, line: first + index + 1 }));
    await client.query(
      `INSERT INTO rehearsal_events (rehearsal_id, line, day, at, kind, name, process, case_id, clause, by_office, recipients, what)
       SELECT $1, line, day, at, kind, name, process, "caseId", clause, by, recipients, what
       FROM json_to_recordset($2::json) AS r (line integer, day date, at timestamptz, kind text, name text, process text, "caseId" text, clause text,
         by text, recipients text[], what text)`,
      [id, JSON.stringify(rows)],
    );
  }
}

/** What happened, in the order of the days. */
export const rehearsalEventsOf = (
  dataSource: DataSource,
  id: string,
  filter: EventFilter,
  page: PageRequest,
): Promise<Page<RehearsalEventRow>> =>
  readPage<RehearsalEventRow>(
    dataSource,
    {
      select: columns,
      from: 'rehearsal_events',
      conditions: conditionsOf(id, filter),
      order: { line: 'count' },
      position: (row) => [row.line],
    },
    page,
  );

const conditionsOf = (
  id: string,
  { from, to, kind, process, clause, caseId, recipient }: EventFilter,
): (Condition | undefined)[] => [
  ['rehearsal_id = ?', id],
  when(from, (day) => ['day >= ?', day]),
  when(to, (day) => ['day <= ?', day]),
  when(kind, (kinds) => ['kind = ANY (?)', kinds]),
  when(process, (name) => ['process = ?', name]),
  when(clause, (one) => ['clause = ?', one]),
  when(caseId, (one) => ['case_id = ?', one]),
  when(recipient, (office) => ['? = ANY (recipients)', office]),
];

/** Everything that happened, for comparing. */
export const allRehearsalEvents = (dataSource: DataSource, id: string): Promise<RehearsalEventRow[]> =>
  dataSource.query(`SELECT ${columns} FROM rehearsal_events WHERE rehearsal_id = $1 ORDER BY line`, [id]);

export interface CountOf {
  of: string;
  count: number;
}

/** How many events there are of each kind, process or clause, most first. */
export const countEventsBy = (
  dataSource: DataSource,
  id: string,
  by: 'kind' | 'process' | 'clause',
): Promise<CountOf[]> =>
  dataSource.query(
    `SELECT ${by} AS of, count(*) AS count FROM rehearsal_events WHERE rehearsal_id = $1 AND ${by} <> '' GROUP BY ${by} ORDER BY count DESC, of`,
    [id],
  );

/** How many events of each kind every day has. */
export const countEventsByDay = (
  dataSource: DataSource,
  id: string,
): Promise<{ day: CivilDate; kind: string; count: number }[]> =>
  dataSource.query(
    'SELECT day, kind, count(*) AS count FROM rehearsal_events WHERE rehearsal_id = $1 GROUP BY day, kind ORDER BY day, kind',
    [id],
  );
