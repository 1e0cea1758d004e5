import type { ProcessName } from '@duban/policy/case/case';
import type { Territory } from '@duban/policy/base/office';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';
import { areaColumn, partLength } from './areas';
import { allOf, when, within } from './conditions';
import { stateOn } from './deadlines';
import { isSeenDeadline } from './seen-rows';
import type { DeadlineScope } from './weeks';

export interface DueCount {
  area: Territory;
  day: CivilDate;
  process: ProcessName;
  count: number;
}

/** What falls due in each part of a territory from today to `days` days later, both included; met, dropped and suspended deadlines do not. */
export function dueCounts(
  dataSource: DataSource,
  { territory, process, part = {} }: DeadlineScope,
  today: CivilDate,
  days: number,
): Promise<DueCount[]> {
  const { sql, values } = allOf(
    within('d.territory', territory),
    when(process, (name) => ['d.process = ?', name]),
    isSeenDeadline(part, 'd'),
    ['d.met_on IS NULL AND d.due BETWEEN ? AND ?', today, addDays(today, days)],
    [`${stateOn({ today, nearDays: 0 })} IN ('open', 'near', 'due-today')`],
  );
  return dataSource.query(
    `SELECT ${areaColumn('d.territory', partLength(territory))} AS area, d.due AS day, d.process, count(*)::integer AS count
       FROM deadlines d WHERE ${sql} GROUP BY 1, 2, 3 ORDER BY 2, 1, 3`,
    values,
  );
}
