import type { ProcessName } from '@duban/policy/case/case';
import { caseIdPrefixes } from '@duban/policy/case/case-id';
import { firstDayOf, lastDayOf, monthOf, type CivilDate, type Month } from '@duban/policy/dates/civil-date';
import type { Span } from '@duban/policy/dates/natural-period';
import type { CadreAttendance, RosterEntry, UnitOnRoster } from '@duban/policy/processes/cadre-posting/roster';
import type { HouseholdOnList, RollPart } from '@duban/policy/processes/duty-sheet/duty-acts';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import type { CandidateRow } from './case-rows';
import { allOf, when, within, type Condition } from './conditions';
import type { BulletinEntity, HouseholdEntity, RankingEntity, ScoreEntity } from './entities/record.entities';
import { readPage, type Page, type PageRequest } from './page';
import { both, isOwnCadre, isSeenCandidate, isSeenPosting, type Part } from './seen-rows';

/** Rows as they are answered: the columns of their tables, without what only the writing of them needs. */
export type ScoreRow = Omit<ScoreEntity, 'key' | 'sequence'>;
export type RankRow = Omit<RankingEntity, 'key' | 'sequence'>;
export type BulletinRow = Omit<BulletinEntity, 'sequence'>;
export type HouseholdRow = Omit<HouseholdEntity, 'key' | 'sequence'>;

/** Scores of a month in a territory (C-3.5). */
export const scoresOf = (dataSource: DataSource, month: Month, territory: Territory): Promise<ScoreRow[]> =>
  select(dataSource, {
    columns: 'case_id AS "caseId", month, township, cadre, task, presence, total',
    table: 'scores',
    conditions: [['month = ?', month], within('township', territory)],
    order: 'township, cadre',
  });

/** The ranking of a month in exactly this township or county (C-3.5). */
export const rankingOf = (
  dataSource: DataSource,
  month: Month,
  scope: Territory,
  part: Part = {},
): Promise<RankRow[]> =>
  select(dataSource, {
    columns: 'case_id AS "caseId", month, scope, cadre, total, rank, low',
    table: 'rankings',
    conditions: [['month = ? AND scope = ?', month, scope], isOwnCadre(part, 'rankings.cadre', monthSpan(month))],
    order: 'rank, cadre',
  });

/** Bulletins as first published in a territory, latest first. */
export function bulletinsOf(
  dataSource: DataSource,
  filter: {
    territory?: Territory;
    month?: Month | undefined;
    caseId?: string | undefined;
    process?: ProcessName | undefined;
    /** C-3.5: a unit is sent those of the months in which somebody it sent is on post there. */
    unit?: OfficeId | undefined;
  },
): Promise<BulletinRow[]> {
  const { sql, values } = allOf(
    within('scope', filter.territory),
    when(filter.month, (month) => ['month = ?', month]),
    when(filter.caseId, (id) => ['case_id = ?', id]),
    when(filter.process, (process) => ['case_id LIKE ?', `${caseIdPrefixes[process]}:%`]),
    when(filter.unit, isCopied),
  );
  const published = `SELECT DISTINCT ON (case_id, key) * FROM bulletins WHERE ${sql} ORDER BY case_id, key, sequence`;
  return dataSource.query(
    `SELECT case_id AS "caseId", key, number, month, scope, issued_on AS "issuedOn", corrects, title, text
       FROM (${published}) AS b ORDER BY issued_on DESC, case_id, sequence DESC, key`,
    values,
  );
}

const isCopied = (unit: OfficeId): Condition => [
  `EXISTS (SELECT FROM postings p WHERE p.unit = ? AND p.township >= scope AND p.township < scope || ':'
     AND to_char(p.starts_on, 'YYYY-MM') <= month AND (p.ends_on IS NULL OR to_char(p.ends_on, 'YYYY-MM') >= month))`,
  unit,
];

/** Who is on post in a territory on some day of the span, with approved leave (C-3.5, C-3.3). */
export const rosterOf = (
  dataSource: DataSource,
  territory: Territory,
  span: Span,
  part: Part = {},
): Promise<RosterEntry[]> =>
  select(dataSource, {
    columns:
      'cadre, case_id AS "postingCase", township, village, unit, role, starts_on AS "from", ends_on AS "to", ' +
      `${leavesOfPosting}, ${staysOfPosting}`,
    table: 'postings',
    conditions: [within('township', territory), onPost(span), isSeenPosting(part, 'postings')],
    order: 'township, cadre, starts_on',
  });

/** Who is on post in a territory on a day, page by page (C-3.5). */
export const onPostOf = (
  dataSource: DataSource,
  { territory, on, part = {} }: { territory: Territory; on: CivilDate; part?: Part },
  page: PageRequest,
): Promise<Page<Omit<RosterEntry, 'leaves'>>> =>
  readPage(
    dataSource,
    {
      select: 'cadre, case_id AS "postingCase", township, village, unit, role, starts_on AS "from", ends_on AS "to"',
      from: 'postings',
      conditions: [within('township', territory), onPost({ from: on, to: on }), isSeenPosting(part, 'postings')],
      order: { township: 'text', cadre: 'text', case_id: 'text' },
      position: (row: RosterEntry) => [row.township, row.cadre, row.postingCase],
    },
    page,
  );

/** The units that have somebody on post in a territory in the span, village by village (C-3.2, C-2.4). */
export const unitsOf = (dataSource: DataSource, territory: Territory, span: Span): Promise<UnitOnRoster[]> =>
  select(dataSource, {
    columns:
      'unit, village, min(starts_on) AS "from", CASE WHEN bool_or(ends_on IS NULL) THEN NULL ELSE max(ends_on) END AS "to"',
    table: 'postings',
    conditions: [within('township', territory), onPost(span)],
    group: 'unit, village',
    order: 'unit, village',
  });

/** The townships of a territory that have somebody on post in the span (C-3.1). */
export const townshipsOf = (
  dataSource: DataSource,
  territory: Territory,
  span: Span,
): Promise<{ township: Territory }[]> =>
  select(dataSource, {
    columns: 'township',
    table: 'postings',
    conditions: [within('township', territory), onPost(span)],
    group: 'township',
    order: 'township',
  });

const monthSpan = (month: Month): Span => ({ from: firstDayOf(month), to: lastDayOf(month) });

const onPost = ({ from, to }: Span): Condition => ['starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?)', to, from];

const leavesOfPosting = `(SELECT coalesce(json_agg(json_build_object('from', l.starts_on, 'to', l.ends_on) ORDER BY l.starts_on), '[]')
  FROM leaves l WHERE l.case_id = postings.case_id) AS leaves`;

/** OBLIGATIONS D3: where a cadre has moved, all his stays, in whatever township. */
const staysOfPosting = `(SELECT json_agg(json_build_object('from', s.starts_on, 'to', s.ends_on) ORDER BY s.starts_on)
  FROM postings s WHERE s.case_id = postings.case_id HAVING count(*) > 1) AS stays`;

/** The marked days of a span of everybody who was on post in a territory in it, in whatever village; a village sees what was marked in it (C-3.1). */
export function attendanceOf(
  dataSource: DataSource,
  territory: Territory,
  span: Span,
  part: Part = {},
): Promise<CadreAttendance[]> {
  const [posted, ...whose] = both(within('p.township', territory), onPost(span), isSeenPosting(part, 'p'));
  const { sql, values } = allOf(
    ["r.kind = 'attendance' AND r.period BETWEEN ? AND ?", monthOf(span.from), monthOf(span.to)],
    ["d.day ->> 'on' BETWEEN ? AND ?", span.from, span.to],
    within('r.territory', part.village),
    [`EXISTS (SELECT FROM postings p WHERE p.case_id = r.case_id AND ${posted})`, ...whose],
  );
  return dataSource.query(
    `SELECT r.body ->> 'cadre' AS cadre, r.case_id AS "postingCase", json_agg(d.day ORDER BY d.day ->> 'on') AS days
       FROM register_rows r CROSS JOIN LATERAL jsonb_array_elements(r.body -> 'days') AS d (day)
      WHERE ${sql} GROUP BY 1, 2 ORDER BY 1, 2`,
    values,
  );
}

/** The households of a territory that were monitored on some day of the span: from their identification until the episode ended (C-2.3). */
export function monitoredOf(dataSource: DataSource, territory: Territory, span: Span): Promise<HouseholdOnList[]> {
  const { sql, values } = allOf(
    ["process = 'household-monitoring' AND listed ->> 'identifiedOn' <= ?", span.to],
    ['(ended_on IS NULL OR ended_on >= ?)', span.from],
    within('territory', territory),
  );
  return dataSource.query(
    `SELECT split_part(case_id, ':', 3) AS household, listed ->> 'village' AS village, listed ->> 'identifiedOn' AS "from", ended_on AS "to"
       FROM cases WHERE ${sql} ORDER BY 2, 1, 3`,
    values,
  );
}

/** The households on the villages' rolls on some day of the span, those of the same days together (C-2.3). */
export function rollOf(dataSource: DataSource, territory: Territory, span: Span): Promise<RollPart[]> {
  const { sql, values } = allOf(
    ["kind = 'household-roll' AND body ->> 'from' <= ?", span.to],
    ["(body ->> 'to' IS NULL OR body ->> 'to' >= ?)", span.from],
    within('territory', territory),
  );
  return dataSource.query(
    `SELECT territory AS village, body ->> 'from' AS "from", body ->> 'to' AS "to",
        json_agg(body ->> 'household' ORDER BY body ->> 'household') AS households
       FROM register_rows WHERE ${sql} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    values,
  );
}

/** Monitored households of a territory, without any personal data. */
export const householdsOf = (dataSource: DataSource, territory: Territory): Promise<HouseholdRow[]> =>
  select(dataSource, {
    columns: 'case_id AS "caseId", household, village, kind, settlement, watched',
    table: 'households',
    conditions: [within('village', territory)],
    order: 'village, household, case_id',
  });

/** Areas and departments proposed for criticism, withdrawn ones only when asked for. */
export const candidatesOf = (
  dataSource: DataSource,
  filter: { territory?: Territory; from?: CivilDate; until?: CivilDate; withdrawn?: boolean; part?: Part },
): Promise<(CandidateRow & { caseId: string })[]> =>
  select(dataSource, {
    columns: 'case_id AS "caseId", key, area, office, deadline, clause, since, withdrawn_on AS "withdrawnOn"',
    table: 'candidates',
    conditions: [
      within('area', filter.territory),
      when(filter.from, (day) => ['since >= ?', day]),
      when(filter.until, (day) => ['since <= ?', day]),
      isSeenCandidate(filter.part ?? {}, 'candidates'),
      when(filter.withdrawn, (isWithdrawn) => [isWithdrawn ? 'withdrawn_on IS NOT NULL' : 'withdrawn_on IS NULL']),
    ],
    order: 'since, area, case_id, key',
  });

/** Which rows of one table are read, and what of each. */
interface Selection {
  columns: string;
  table: string;
  conditions: readonly (Condition | undefined)[];
  order: string;
  /** What makes several rows one. */
  group?: string;
}

function select<Row>(dataSource: DataSource, { columns, table, conditions, order, group }: Selection): Promise<Row[]> {
  const { sql, values } = allOf(...conditions);
  const grouped = group === undefined ? '' : ` GROUP BY ${group}`;
  return dataSource.query(`SELECT ${columns} FROM ${table} WHERE ${sql}${grouped} ORDER BY ${order}`, values);
}
