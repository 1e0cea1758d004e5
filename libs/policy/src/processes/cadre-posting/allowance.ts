import { addDays, firstDayOf, lastDayOf, type CivilDate, type Month } from '../../dates/civil-date';
import { overlapOf, type Span } from '../../dates/natural-period';
import type { Settings } from '../../settings/policy-set';
import { daysOnPost, onPostWithin, type RosterEntry } from './roster';

/** A cadre's allowance of a month (驻村补贴). */
export interface Allowance {
  cadre: string;
  unit: string;
  village: string;
  /** Days from posting to recall that lie in the month. */
  posted: number;
  leave: number;
  absent: number;
  /** 实际在岗天数. */
  days: number;
  yuan: number;
}

/** A day off post that was not asked for before; excused where leave was approved afterwards (补假, C-3.3). */
export interface AbsentDay {
  on: CivilDate;
  isExcused: boolean;
}

/** C-3.6: paid by days actually on post: neither leave nor absence without cause counts; a day that is both counts once. */
export function allowanceOf(
  entry: RosterEntry,
  absences: readonly AbsentDay[],
  month: Month,
  { allowanceYuanPerDay }: Pick<Settings, 'allowanceYuanPerDay'>,
): Allowance {
  const span = { from: firstDayOf(month), to: lastDayOf(month) };
  const there = onPostWithin(entry, span);
  const posted = daysOnPost(entry, span);
  const inside = absences.filter(({ on }) => on >= there.from && on <= there.to);
  const asked = (entry.leaves ?? []).flatMap((leave) => daysOf(overlapOf(leave, there)));
  const onLeave = new Set([...asked, ...inside.filter(({ isExcused }) => isExcused).map(({ on }) => on)]);
  const away = new Set(inside.map(({ on }) => on).filter((day) => !onLeave.has(day)));
  const days = posted - onLeave.size - away.size;
  return {
    cadre: entry.cadre,
    unit: entry.unit,
    village: entry.village,
    posted,
    leave: onLeave.size,
    absent: away.size,
    days,
    yuan: days * allowanceYuanPerDay,
  };
}

function daysOf({ from, to }: Span): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
