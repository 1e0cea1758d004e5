import { officeId, type OfficeId } from '../../base/office';
import { isWorkday, type HolidayCalendar } from '../../dates/calendar';
import { earlierOf, firstDayOf, lastDayOf, type CivilDate, type Month } from '../../dates/civil-date';
import { daysOf, overlapOf } from '../../dates/natural-period';
import type { Settings } from '../../settings/policy-set';
import { countsAsOnPost, type MarkedDay } from './attendance';
import { daysOnPost, onPostWithin, type RosterEntry } from './roster';

/** A cadre's allowance of a month (驻村补贴). */
export interface Allowance {
  cadre: string;
  unit: string;
  village: string;
  /** Days from posting to recall that lie in the month. */
  posted: number;
  /** Marked as on post, and as on ordered business or in training. */
  onPost: number;
  business: number;
  leave: number;
  absent: number;
  /** 实际在岗天数. */
  days: number;
  yuan: number;
  /** Working days that nobody marked, and who should have. */
  unmarked: readonly CivilDate[];
  secretary: OfficeId;
}

/** A day off post that was not asked for before; excused where leave was approved afterwards (补假, C-3.3). */
export interface AbsentDay {
  on: CivilDate;
  isExcused: boolean;
}

/** What is on record of a cadre's days. */
export interface DaysOnRecord {
  marked: readonly MarkedDay[];
  absences: readonly AbsentDay[];
}

/** How the office counts, and up to which day anything can have been marked. */
export interface AllowanceTerms {
  settings: Pick<Settings, 'allowanceYuanPerDay' | 'businessCounts'>;
  calendar: HolidayCalendar;
  until: CivilDate;
}

/** C-3.6, OBLIGATIONS D9: 以实际在岗天数: paid are the days that the village's secretary marked, weekends too; a day that nobody marked is none, and is named. */
export function allowanceOf(
  entry: RosterEntry,
  { marked, absences }: DaysOnRecord,
  month: Month,
  { settings, calendar, until }: AllowanceTerms,
): Allowance {
  const span = { from: firstDayOf(month), to: lastDayOf(month) };
  const there = onPostWithin(entry, span);
  const isInside = ({ on }: { on: CivilDate }): boolean => there.from <= on && on <= there.to;
  const absent = new Map(absences.filter(isInside).map(({ on, isExcused }) => [on, isExcused]));
  const asked = (entry.leaves ?? []).flatMap((leave) => daysOf(overlapOf(leave, there)));
  const known = marked.filter((day) => isInside(day) && !absent.has(day.on));
  const counted = known.filter((day) => countsAsOnPost(day, settings));
  const onPost = counted.filter(({ mark }) => mark === 'on-post').length;
  const paid = new Set(counted.map(({ on }) => on));
  const onLeave = new Set([...asked, ...[...absent].filter(([, isExcused]) => isExcused).map(([on]) => on)]);
  const settled = new Set([...known.map(({ on }) => on), ...onLeave, ...absent.keys()]);
  const past = daysOf({ from: there.from, to: earlierOf(there.to, until) });
  return {
    cadre: entry.cadre,
    unit: entry.unit,
    village: entry.village,
    posted: daysOnPost(entry, span),
    onPost,
    business: counted.length - onPost,
    leave: [...onLeave].filter((on) => !paid.has(on)).length,
    absent: [...absent].filter(([on, isExcused]) => !isExcused && !onLeave.has(on)).length,
    days: paid.size,
    yuan: paid.size * settings.allowanceYuanPerDay,
    unmarked: past.filter((on) => isWorkday(calendar, on).workday && !settled.has(on)),
    secretary: officeId('village-party-secretary', entry.village),
  };
}
