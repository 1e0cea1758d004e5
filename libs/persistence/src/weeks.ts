import type { ProcessName } from '@duban/policy/case/case';
import type { Territory } from '@duban/policy/base/office';
import { addDays, daysBetween, weekdayOf, type CivilDate } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';
import { allOf, when, within } from './conditions';
import { isSeenDeadline, type Part } from './seen-rows';

export interface DeadlineScope {
  territory: Territory;
  process?: ProcessName | undefined;
  /** Only what is a village's, or a unit's, to see. */
  part?: Part;
}

/** A week from Monday to Sunday; the current one up to today. */
export interface DeadlineWeek {
  from: CivilDate;
  to: CivilDate;
  /** Running at the week's end, overdue ones included. */
  open: number;
  overdue: number;
  due: number;
  metInTime: number;
  metLate: number;
}

/** How deadlines stood week by week, the week of `today` last. */
export async function deadlineWeeks(
  dataSource: DataSource,
  scope: DeadlineScope,
  today: CivilDate,
  weeks: number,
): Promise<DeadlineWeek[]> {
  const base = addDays(today, 1 - weekdayOf(today) - 7 * (weeks - 1));
  const { sql, values } = allOf(
    within('d.territory', scope.territory),
    when(scope.process, (name) => ['d.process = ?', name]),
    isSeenDeadline(scope.part ?? {}, 'd'),
  );
  const last = addDays(base, 7 * weeks - 1);
  const groups = await dataSource.query<Group[]>(
    `SELECT ${weekOf('starts_on', base, today)} AS started, ${weekOf('CASE WHEN stands THEN NULL ELSE due + 1 END', base, today)} AS missed,
        ${weekOf('closed_on', base, today)} AS closed, ${weekOf('due', base, last)} AS due, how, sum(count)::integer AS count
       FROM (${dated} WHERE ${sql} GROUP BY 1, 2, 3, 4, 5) AS d, LATERAL (${ended}) AS e
      WHERE due >= DATE '${base}' OR closed_on IS NULL OR closed_on >= DATE '${base}' GROUP BY 1, 2, 3, 4, 5`,
    values,
  );
  return Array.from({ length: weeks }, (_, week) => {
    const from = addDays(base, 7 * week);
    return { from, to: addDays(from, 6), ...countsOf(groups, week) };
  });
}

/**
 * Deadlines that started, were missed, closed and fell due in the same weeks. Weeks are numbered from 0; -1 is before the first,
 * `never` after the last.
 */
interface Group {
  started: number;
  missed: number;
  closed: number;
  due: number;
  how: 'in-time' | 'late' | 'dropped' | null;
  count: number;
}

const never = 1_000;

/** Grouped by days first: there are few different days, so the week is computed for some hundred groups and not for every deadline. */
const dated = `SELECT starts_on, due, met_on, dropped_on, standing_from IS NOT NULL AND standing_to IS NULL AND met_on IS NULL AS stands, count(*) AS count
  FROM deadlines d`;

const ended = `SELECT least(met_on, dropped_on) AS closed_on, CASE WHEN dropped_on < met_on OR (met_on IS NULL AND dropped_on IS NOT NULL) THEN 'dropped'
  WHEN met_on <= due THEN 'in-time' WHEN met_on > due THEN 'late' END AS how`;

/** SQL for the number of the week a day lies in; a day after `until` has not come yet and counts as `never`. */
function weekOf(day: string, base: CivilDate, until: CivilDate): string {
  if (daysBetween(base, until) < 0) throw new Error(`weeks from ${base} cannot end on ${until}`);
  return `CASE WHEN (${day}) < DATE '${base}' THEN -1 WHEN (${day}) <= DATE '${until}' THEN ((${day}) - DATE '${base}') / 7 ELSE ${never} END`;
}

function countsOf(groups: readonly Group[], week: number): Omit<DeadlineWeek, 'from' | 'to'> {
  const counts = { open: 0, overdue: 0, due: 0, metInTime: 0, metLate: 0 };
  for (const { started, missed, closed, due, how, count } of groups) {
    if (started <= week && closed > week) counts.open += count;
    if (missed <= week && closed > week) counts.overdue += count;
    if (due === week && how !== 'dropped') counts.due += count;
    if (closed === week && how === 'in-time') counts.metInTime += count;
    if (closed === week && how === 'late') counts.metLate += count;
  }
  return counts;
}
