import type { ProcessName } from '@duban/policy/case/case';
import type { DeadlineState } from '@duban/policy/dates/deadline';
import type { Territory } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import { areaColumn, partLength } from './areas';
import { allOf, when, within, type Condition } from './conditions';
import { stateOn, type DayOfReading } from './deadlines';
import { isOfSeenCase, isSeenDeadline, type Part } from './seen-rows';

/** How many cases and deadlines there are in each part of a territory; what belongs to the whole is counted under its own code. */
export interface AreaStatistics {
  cases: { area: Territory; process: ProcessName; stage: string; stageName: string; ended: boolean; count: number }[];
  deadlines: { area: Territory; process: ProcessName; state: DeadlineState; count: number }[];
}

/** Which cases or deadlines are counted, and by areas of what size. */
export interface AreaFilter {
  territory: Territory;
  /** Length of the areas' codes; default: the next level's. */
  length?: number;
  process?: ProcessName | undefined;
}

/** Counts by the next level's territories. */
export async function statisticsByArea(
  dataSource: DataSource,
  { part = {}, ...filter }: AreaFilter & { part?: Part },
  day: DayOfReading,
): Promise<AreaStatistics> {
  const [ofCases, ofDeadlines] = [
    countedIn(filter, isOfSeenCase(part, 'd')),
    countedIn(filter, isSeenDeadline(part, 'd')),
  ];
  const [cases, deadlines] = await Promise.all([
    dataSource.query<AreaStatistics['cases']>(
      `SELECT ${ofCases.area} AS area, d.process, d.stage, d.stage_name AS "stageName", d.ended_on IS NOT NULL AS ended, count(*) AS count
         FROM cases d WHERE ${ofCases.sql} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 5`,
      ofCases.values,
    ),
    dataSource.query<AreaStatistics['deadlines']>(
      `SELECT ${ofDeadlines.area} AS area, d.process, ${stateOn(day)} AS state, count(*) AS count
         FROM deadlines d WHERE ${ofDeadlines.sql} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      ofDeadlines.values,
    ),
  ]);
  return { cases, deadlines };
}

/** How many cases run in each area. */
export function runningCasesByArea(
  dataSource: DataSource,
  filter: AreaFilter,
): Promise<{ area: Territory; count: number }[]> {
  const { sql, values, area } = countedIn(filter, ['d.ended_on IS NULL']);
  return dataSource.query(
    `SELECT ${area} AS area, count(*) AS count FROM cases d WHERE ${sql} GROUP BY 1 ORDER BY 1`,
    values,
  );
}

/** How many deadlines are owed in each area, and how many of them are overdue. */
export function owedByArea(
  dataSource: DataSource,
  filter: AreaFilter,
  day: DayOfReading,
): Promise<{ area: Territory; owed: number; overdue: number }[]> {
  const { sql, values, area } = countedIn(filter, ['d.met_on IS NULL']);
  return dataSource.query(
    `SELECT area, sum(count)::integer AS owed, coalesce(sum(count) FILTER (WHERE state = 'overdue'), 0)::integer AS overdue
       FROM (SELECT ${area} AS area, ${stateOn(day)} AS state, count(*) AS count FROM deadlines d WHERE ${sql} GROUP BY 1, 2) AS counted
      WHERE state <> 'dropped' GROUP BY 1 ORDER BY 1`,
    values,
  );
}

function countedIn(
  { territory, length = partLength(territory), process }: AreaFilter,
  ...more: (Condition | undefined)[]
) {
  const where = allOf(
    within('d.territory', territory),
    when(process, (name) => ['d.process = ?', name]),
    ...more,
  );
  return { ...where, area: areaColumn('d.territory', length) };
}
