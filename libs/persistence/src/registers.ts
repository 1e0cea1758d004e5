import type { OfficeId, Territory } from '@duban/policy/base/office';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { Span } from '@duban/policy/dates/natural-period';
import type { GroundRef } from '@duban/policy/case/named-ground';
import type { AbsentDay } from '@duban/policy/processes/cadre-posting/allowance';
import type { LeaderOnList } from '@duban/policy/processes/duty-sheet/duty-acts';
import type { RegisterRow } from '@duban/policy/case/register-kinds';
import type { WrittenOffReadBody } from '@duban/policy/processes/problem/problem-acts';
import type { LinesReadBody } from '@duban/policy/processes/dispatch/dispatch-acts';
import type { DataSource } from 'typeorm';
import { allOf, when, within, type Condition } from './conditions';
import { readPage, type Page, type PageRequest } from './page';
import { isSeenRow, type Part } from './seen-rows';

/** A row of a register with the case it comes from. */
export interface StoredRegisterRow extends Omit<RegisterRow, 'kind'> {
  kind: string;
  caseId: string;
  key: string;
}

export interface RegisterFilter {
  kind: string;
  territory?: Territory | undefined;
  owner?: OfficeId | undefined;
  period?: string | undefined;
  state?: string | undefined;
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
  /** Only what is a village's, or a unit's, to see. */
  part?: Part;
}

/** What the rows of a register are counted by. */
export const registerGroupings = {
  area: 'r.territory',
  period: 'r.period',
  owner: 'r.owner',
  state: 'r.state',
} as const;
export type RegisterGrouping = keyof typeof registerGroupings;

const columns =
  'r.case_id AS "caseId", r.key, r.kind, r.territory, r.period, r.owner, r.on_day AS "on", r.state, r.body';

/** Rows of one register, latest first. */
export const registerRowsOf = (
  dataSource: DataSource,
  filter: RegisterFilter,
  page: PageRequest,
): Promise<Page<StoredRegisterRow>> =>
  readPage(
    dataSource,
    {
      select: columns,
      from: 'register_rows r',
      conditions: conditionsOf(filter),
      order: { 'r.on_day': 'day', 'r.case_id': 'text', 'r.key': 'text' },
      descending: true,
      position: (row: StoredRegisterRow) => [row.on, row.caseId, row.key],
    },
    page,
  );

/** All rows a rule looks at together, oldest first. */
export function allRegisterRowsOf(dataSource: DataSource, filter: RegisterFilter): Promise<StoredRegisterRow[]> {
  const { sql, values } = allOf(...conditionsOf(filter));
  return dataSource.query(
    `SELECT ${columns} FROM register_rows r WHERE ${sql} ORDER BY r.on_day, r.case_id, r.key`,
    values,
  );
}

/** How many rows of each state a register holds. */
export function registerCountsOf(
  dataSource: DataSource,
  by: RegisterGrouping,
  filter: RegisterFilter,
): Promise<{ of: string | null; state: string; rows: number }[]> {
  const { sql, values } = allOf(...conditionsOf(filter));
  return dataSource.query(
    `SELECT ${registerGroupings[by]} AS of, r.state, count(*)::integer AS rows FROM register_rows r WHERE ${sql} GROUP BY 1, 2 ORDER BY 1, 2`,
    values,
  );
}

/** A place's year of dispatches, as the annual assessment reads it. */
export interface DispatchYear {
  place: Territory;
  /** Policy area, or `overall`. */
  area: string;
  /** Closed half months it stood in. */
  periods: number;
  /** Mean of its progress in per cent, one decimal; `null` where it was never reported. */
  progress: number | null;
  first: number;
  lagging: number;
  missing: number;
}

/** 台账反映的各地政策落实情况作为年度考核的重要依据; closed periods only. */
export function dispatchYearOf(
  dataSource: DataSource,
  year: string,
  { territory, part = {} }: { territory: Territory; part?: Part },
): Promise<DispatchYear[]> {
  const { sql, values } = allOf(
    ["r.kind = 'dispatch' AND (r.body ->> 'closed')::boolean AND r.period LIKE ?", `${year}-%`],
    within('r.territory', territory),
    isSeenRow(part, 'r'),
  );
  return dataSource.query(
    `SELECT territory AS place, body ->> 'area' AS area, count(*)::integer AS periods, round(avg((body ->> 'progress')::numeric), 1)::double precision AS progress,
        (count(*) FILTER (WHERE body ->> 'rank' = '1'))::integer AS first, (count(*) FILTER (WHERE state = 'lagging'))::integer AS lagging,
        (count(*) FILTER (WHERE state = 'missing'))::integer AS missing
       FROM register_rows r WHERE ${sql} GROUP BY 1, 2 ORDER BY 2, 4 DESC NULLS LAST, 1`,
    values,
  );
}

/** Grounds proposed for listing a county that no listing has confirmed and the province has not declined, latest first. */
export function proposedGroundsOf(
  dataSource: DataSource,
  territory: Territory,
  part: Part = {},
): Promise<StoredRegisterRow[]> {
  const { sql, values } = allOf(
    ["r.kind = 'ground' AND c.key IS NULL AND d.key IS NULL"],
    within('r.territory', territory),
    isSeenRow(part, 'r'),
  );
  return dataSource.query(
    `SELECT ${columns} FROM ${groundsWithFate} WHERE ${sql} ORDER BY r.territory, r.on_day DESC, r.case_id, r.key`,
    values,
  );
}

/** Why the province does not list a county for a ground: the entry of the register, by whom and when. */
export interface Decline {
  id: string;
  on: CivilDate;
  office: OfficeId;
  why: string;
}

/** Grounds the province has declined, the latest decline first. */
export function declinedGroundsOf(
  dataSource: DataSource,
  territory: Territory,
  part: Part = {},
): Promise<(StoredRegisterRow & { declined: Decline })[]> {
  const { sql, values } = allOf(
    ["r.kind = 'ground' AND c.key IS NULL AND d.key IS NOT NULL"],
    within('r.territory', territory),
    isSeenRow(part, 'r'),
  );
  return dataSource.query(
    `SELECT ${columns}, jsonb_build_object('id', d.key, 'on', d.on_day, 'office', d.owner, 'why', d.body ->> 'why') AS declined
       FROM ${groundsWithFate} WHERE ${sql} ORDER BY d.on_day DESC, r.territory, r.case_id, r.key`,
    values,
  );
}

/** What became of a proposed ground. */
export interface GroundStanding {
  territory: Territory;
  /** The listing that confirmed it. */
  confirmedBy: string | null;
  declinedOn: CivilDate | null;
}

/** `null`: no such ground is proposed. */
export async function groundStandingOf(
  dataSource: DataSource,
  { caseId, key }: GroundRef,
): Promise<GroundStanding | null> {
  const [row] = await dataSource.query<GroundStanding[]>(
    `SELECT r.territory, c.case_id AS "confirmedBy", d.on_day AS "declinedOn" FROM ${groundsWithFate} WHERE r.kind = 'ground' AND r.case_id = $1 AND r.key = $2`,
    [caseId, key],
  );
  return row ?? null;
}

const fateOf = (name: string, kind: string): string =>
  `LEFT JOIN register_rows ${name} ON ${name}.kind = '${kind}' AND ${name}.territory = r.territory
    AND ${name}.body ->> 'caseId' = r.case_id AND ${name}.body ->> 'key' = r.key`;
const groundsWithFate = `register_rows r ${fateOf('c', 'listing-ground')} ${fateOf('d', 'declined-ground')}`;

/** All register rows one case keeps. */
export const registerRowsOfCase = (dataSource: DataSource, caseId: string): Promise<StoredRegisterRow[]> =>
  dataSource.query(`SELECT ${columns} FROM register_rows r WHERE r.case_id = $1 ORDER BY r.kind, r.key`, [caseId]);

/** The leaders responsible for a county on some day of the span: as registered, and of whom the register says nothing as a listing names them. */
export function leadersOf(dataSource: DataSource, territory: Territory, span: Span): Promise<LeaderOnList[]> {
  const { sql, values } = allOf(
    ["(l.kind = 'liaison-leader' OR l.kind = 'listing-leader' AND NOT l.is_registered)"],
    ['(l.since IS NULL OR l.since <= ?)', span.to],
    ['(l.until IS NULL OR l.until >= ?)', span.from],
    within('l.territory', territory),
  );
  return dataSource.query(
    `SELECT DISTINCT l.leader, l.office, l.since AS "from", l.until AS "to" FROM (${leaders}) l WHERE ${sql} ORDER BY 1, 2, 3`,
    values,
  );
}

const leaders = `SELECT r.kind, r.territory, r.body ->> 'leader' AS leader, r.body ->> 'from' AS since, r.body ->> 'to' AS until,
    CASE WHEN r.kind = 'listing-leader' THEN r.owner
         ELSE 'party-committee:' || left(r.territory, CASE r.body ->> 'level' WHEN 'province' THEN 2 WHEN 'city' THEN 4 ELSE 6 END) END AS office,
    EXISTS (SELECT FROM register_rows o WHERE o.kind = 'liaison-leader' AND o.territory = r.territory
      AND o.body ->> 'leader' = r.body ->> 'leader') AS is_registered
  FROM register_rows r WHERE r.kind IN ('liaison-leader', 'listing-leader')`;

/** Days off post in a territory and span, by posting case (C-3.6). */
export async function absencesOf(
  dataSource: DataSource,
  territory: Territory,
  { from, to }: Span,
): Promise<Map<string, AbsentDay[]>> {
  const rows = await allRegisterRowsOf(dataSource, { kind: 'absence', territory, from, to });
  const days = new Map<string, AbsentDay[]>();
  for (const { caseId, on, state } of rows)
    days.set(caseId, [...(days.get(caseId) ?? []), { on, isExcused: state === 'excused' }]);
  return days;
}

/** Ids drawn by samples of inspections of exactly this territory within the span, sorted; units above or below it do not count. */
export async function drawnOf(dataSource: DataSource, territory: Territory, { from, to }: Span): Promise<string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT DISTINCT jsonb_array_elements_text(body -> 'drawn') AS id FROM register_rows
      WHERE kind = 'inspection-sample' AND state = 'drawn' AND territory = $1 AND on_day BETWEEN $2 AND $3 ORDER BY id`,
    [territory, from, to],
  );
  return rows.map(({ id }) => id);
}

/** The policies of the departments' ledgers of exactly this territory, as the half month that ends in the span left them (A-3.3). */
export const policyLinesOf = (
  dataSource: DataSource,
  territory: Territory,
  { from, to }: Span,
): Promise<LinesReadBody> =>
  dataSource
    .query<{ line: LinesReadBody[number] }[]>(
      `SELECT jsonb_strip_nulls(jsonb_build_object('policy', body -> 'policy', 'department', body -> 'department',
          'of', body -> 'of', 'done', body -> 'done', 'none', body -> 'none')) AS line
         FROM register_rows WHERE kind = 'policy-line' AND territory = $1 AND on_day BETWEEN $2 AND $3 ORDER BY key`,
      [territory, from, to],
    )
    .then((rows) => rows.map(({ line }) => line));

/** Problems of exactly this place that stand as written off, and were in the span. */
export const writtenOffOf = (
  dataSource: DataSource,
  place: Territory,
  { from, to }: Span,
): Promise<WrittenOffReadBody> =>
  dataSource.query(
    `SELECT case_id AS "caseId", body ->> 'list' AS list, body ->> 'writtenOffOn' AS "on"
       FROM register_rows WHERE kind = 'problem' AND state = 'written-off' AND territory = $1 AND body ->> 'writtenOffOn' BETWEEN $2 AND $3
      ORDER BY 3, 1`,
    [place, from, to],
  );

const conditionsOf = ({
  kind,
  territory,
  owner,
  period,
  state,
  from,
  to,
  part = {},
}: RegisterFilter): (Condition | undefined)[] => [
  ['r.kind = ?', kind],
  within('r.territory', territory),
  when(owner, (office) => ['r.owner = ?', office]),
  when(period, (id) => ['r.period = ?', id]),
  when(state, (name) => ['r.state = ?', name]),
  when(from, (day) => ['r.on_day >= ?', day]),
  when(to, (day) => ['r.on_day <= ?', day]),
  isSeenRow(part, 'r'),
];
