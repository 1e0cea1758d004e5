import type { ProcessName } from '@duban/policy/case/case';
import type { DeadlineState } from '@duban/policy/dates/deadline';
import { levelOf, type Territory } from '@duban/policy/case/office';
import type { DataSource } from 'typeorm';
import { allOf, when, within } from './conditions';
import { stateOn, type DayOfReading } from './deadlines';

/** How many cases and deadlines there are in each part of a territory; what belongs to the whole is counted under its own code. */
export interface AreaStatistics {
  cases: { area: Territory; process: ProcessName; stage: string; stageName: string; ended: boolean; count: number }[];
  deadlines: { area: Territory; process: ProcessName; state: DeadlineState; count: number }[];
}

/** Counts by the next level's territories. */
export async function statisticsByArea(dataSource: DataSource, territory: Territory, day: DayOfReading, process?: ProcessName): Promise<AreaStatistics> {
  const area = `left(d.territory, ${partLength(territory)})`;
  const { sql, values } = allOf(
    within('d.territory', territory),
    when(process, (name) => ['d.process = ?', name]),
  );
  const [cases, deadlines] = await Promise.all([
    dataSource.query<AreaStatistics['cases']>(
      `SELECT ${area} AS area, d.process, d.stage, d.stage_name AS "stageName", d.ended_on IS NOT NULL AS ended, count(*) AS count
         FROM cases d WHERE ${sql} GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 5`,
      values,
    ),
    dataSource.query<AreaStatistics['deadlines']>(
      `SELECT ${area} AS area, d.process, ${stateOn(day)} AS state, count(*) AS count FROM deadlines d WHERE ${sql} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      values,
    ),
  ]);
  return { cases, deadlines };
}

function partLength(territory: Territory): number {
  switch (levelOf(territory)) {
    case 'province':
      return 4;
    case 'city':
      return 6;
    case 'county':
      return 9;
    default:
      return 12;
  }
}
