import type { DataSource } from 'typeorm';
import type { OfficeId } from '@duban/policy/base/office';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { RehearsedEvent } from './timeline';

interface Row {
  at: string;
  occurred_on: string;
  case_id: string;
  process: string;
  name: string;
  clause: string;
  recipients: string[];
  what: string;
  by_office: string;
  detail: unknown;
}

/** Everything that happened, from the ledger of the rehearsal, in the order it happened. */
export async function readEvents(dataSource: DataSource): Promise<RehearsedEvent[]> {
  const rows = await dataSource.query<Row[]>(`
    SELECT e.at, to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS occurred_on, e.case_id, e.process, e.name, e.clause, e.recipients, e.what, e.by_office, e.detail
    FROM (${allEntries}) AS e
    ORDER BY date_trunc('minute', e.at), e.case_id, e.sequence`);
  return rows.map((row) => ({
    at: shanghaiMinute(row.at),
    on: row.occurred_on,
    subject: row.case_id,
    process: row.process,
    kind: row.name,
    clause: row.clause,
    recipients: row.recipients,
    detail: { what: row.what, by: row.by_office, data: row.detail },
  }));
}

/** Entries of cases, and what offices entered in registers by hand. */
const allEntries = `
  SELECT e.at, e.case_id, c.process, e.name, e.clause, e.recipients, e.what, e.by_office, e.detail, e.sequence FROM entries e JOIN cases c USING (case_id)
  UNION ALL
  SELECT r.at, 'register:' || r.kind, 'register', r.action, '', '{}', coalesce(r.reason, r.body::text), r.by_office, r.body, r.line FROM register_entries r`;

const shanghaiMinute = (at: string): string =>
  `${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16)}+08:00`;

/** A deadline that fell due, and how it stood at the end. */
export interface DueDate {
  caseId: string;
  process: string;
  clause: string;
  what: string;
  owner: OfficeId;
  due: CivilDate;
  metOn: CivilDate | null;
}

/** Every deadline that fell due within the days rehearsed and was still required then. */
export const readDueDates = (
  dataSource: DataSource,
  { start, until }: { start: CivilDate; until: CivilDate },
): Promise<DueDate[]> =>
  dataSource.query(
    `SELECT case_id AS "caseId", process, clause, what, owner, due, met_on AS "metOn" FROM deadlines
     WHERE due BETWEEN $1 AND $2 AND (dropped_on IS NULL OR dropped_on > due) ORDER BY due, case_id, id`,
    [start, until],
  );
