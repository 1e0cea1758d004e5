import type { Territory } from '@duban/policy/base/office';
import { addToMonth, firstDayOf, lastDayOf, type CivilDate, type Month } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';
import { allOf, within } from './conditions';

export interface AreaValue {
  area: Territory;
  value: number | null;
  /** Day, month or period the value is of. */
  asOf: string;
}

/** The latest closed dispatch's overall rank of each place whose code has that length. */
export function dispatchRanks(dataSource: DataSource, territory: Territory, length: number): Promise<AreaValue[]> {
  const { sql, values } = allOf(
    [
      "kind = 'dispatch' AND body ->> 'area' = 'overall' AND (body ->> 'closed')::boolean AND length(territory) = ?",
      length,
    ],
    within('territory', territory),
  );
  return dataSource.query(
    `SELECT DISTINCT ON (territory) territory AS area, (body ->> 'rank')::integer AS value, period AS "asOf" FROM register_rows
      WHERE ${sql} ORDER BY territory, on_day DESC`,
    values,
  );
}

/** How many cadres the latest ranking of each county or township says are low (C-3.7). */
export function lowCadres(dataSource: DataSource, territory: Territory, length: number): Promise<AreaValue[]> {
  const { sql, values } = allOf(['length(scope) = ?', length], within('scope', territory));
  return dataSource.query(
    `SELECT scope AS area, month AS "asOf", (count(*) FILTER (WHERE low))::integer AS value FROM rankings r
      WHERE ${sql} AND month = (SELECT max(month) FROM rankings l WHERE l.scope = r.scope) GROUP BY 1, 2 ORDER BY 1`,
    values,
  );
}

/** In which round each listed county is. */
export function listedRounds(dataSource: DataSource, territory: Territory): Promise<Omit<AreaValue, 'asOf'>[]> {
  const { sql, values } = allOf(["process = 'county-listing' AND ended_on IS NULL"], within('territory', territory));
  return dataSource.query(
    `SELECT territory AS area, max((listed ->> 'round')::integer) AS value FROM cases WHERE ${sql} GROUP BY 1 ORDER BY 1`,
    values,
  );
}

/** A cadre's place in a ranking and in that of the month before. */
export interface RankMovement {
  cadre: string;
  total: number;
  rank: number;
  low: boolean;
  lastRank: number | null;
  lastLow: boolean | null;
  postingCase: string | null;
  township: Territory | null;
  village: Territory | null;
  unit: string | null;
  role: string | null;
}

/** The ranking of a month in exactly this township or county, with last month's places and the postings of the month (C-3.5). */
export function rankMovements(dataSource: DataSource, month: Month, scope: Territory): Promise<RankMovement[]> {
  return dataSource.query(
    `SELECT r.cadre, r.total, r.rank, r.low, b.rank AS "lastRank", b.low AS "lastLow",
        p.case_id AS "postingCase", p.township, p.village, p.unit, p.role
       FROM rankings r
       LEFT JOIN rankings b ON b.month = $3 AND b.scope = r.scope AND b.cadre = r.cadre
       LEFT JOIN LATERAL (
         SELECT case_id, township, village, unit, role FROM postings
          WHERE cadre = r.cadre AND township >= $2 AND township < $2 || ':' AND starts_on <= $5 AND (ends_on IS NULL OR ends_on >= $4)
          ORDER BY starts_on DESC, case_id DESC LIMIT 1) p ON TRUE
      WHERE r.month = $1 AND r.scope = $2 ORDER BY r.rank, r.cadre`,
    [month, scope, addToMonth(month, -1), firstDayOf(month), lastDayOf(month)],
  );
}

/** A county under supervision by listing, as its case's listed say, with the latest finding on policy of the round. */
export interface ListedCounty {
  caseId: string;
  county: Territory;
  openedOn: CivilDate;
  listed: Readonly<Record<string, string | number | boolean | null>>;
  policyFinding: { on: CivilDate; positive: boolean } | null;
}

/** Listed counties of a territory. A finding of the day of a failed acceptance still belongs to the round that it closes. */
export function listedCounties(dataSource: DataSource, territory: Territory): Promise<ListedCounty[]> {
  const { sql, values } = allOf(
    ["c.process = 'county-listing' AND c.ended_on IS NULL"],
    within('c.territory', territory),
  );
  return dataSource.query(
    `SELECT c.case_id AS "caseId", c.territory AS county, c.opened_on AS "openedOn", c.listed, f.finding AS "policyFinding"
       FROM cases c LEFT JOIN LATERAL (
         SELECT json_build_object('on', e.occurred_on, 'positive', (e.detail -> 'body' ->> 'positive')::boolean) AS finding FROM entries e
          WHERE e.case_id = c.case_id AND e.kind = 'act' AND e.name = 'policyFinding'
            AND (e.occurred_on > (c.listed ->> 'roundFrom')::date OR c.listed ->> 'round' = '1')
          ORDER BY e.occurred_on DESC, e.sequence DESC LIMIT 1) f ON TRUE
      WHERE ${sql} ORDER BY c.territory, c.case_id`,
    values,
  );
}
