import { isWorkday, type HolidayCalendar } from '../../dates/calendar';
import { addDays, compareDates, laterOf, weekdayOf, type CivilDate } from '../../dates/civil-date';
import { daysOf, isDayOf, lengthOf, type NaturalPeriod, type Span } from '../../dates/natural-period';
import type { Settings } from '../../settings/policy-set';
import { onPostWithin, type RosterEntry, type Stretch } from '../cadre-posting/roster';

/** A cadre as one township's roster knows him: his entries there, and all his days on post, in whatever township. */
export interface CadrePresence {
  cadre: string;
  own: readonly RosterEntry[];
  stretches: readonly Stretch[];
}

export const presenceOf = (cadre: string, own: readonly RosterEntry[]): CadrePresence => ({
  cadre,
  own,
  stretches: own.flatMap((entry, index) => (isRepeated(own, entry, index) ? [] : (entry.stays ?? [entry]))),
});

/** Several entries of one posting tell the same stays. */
const isRepeated = (own: readonly RosterEntry[], { postingCase, stays }: RosterEntry, index: number): boolean =>
  stays !== undefined && stays !== null && own.findIndex((one) => one.postingCase === postingCase) < index;

/** OBLIGATIONS D3: a week is the township's in which the cadre began it, a month, a quarter or a year that in which he ended it. */
export function isKeptBy({ own, stretches }: CadrePresence, period: NaturalPeriod): boolean {
  const there = stretches.map((stretch) => onPostWithin(stretch, period)).filter((part) => lengthOf(part) > 0);
  const days = there.flatMap(({ from, to }) => (period.cadence === 'week' ? [from] : [to])).sort();
  const day = period.cadence === 'week' ? days[0] : days.at(-1);
  return day !== undefined && own.some((entry) => isDayOf(entry, day));
}

/** Days on post. */
export const daysOnPostIn = ({ stretches }: CadrePresence, span: Span): number => daysCovered(stretches, span);

/** Days of a span that one of several stretches covers. */
export function daysCovered(stretches: readonly Stretch[], span: Span): number {
  const parts = stretches.map((stretch) => onPostWithin(stretch, span)).sort((a, b) => compareDates(a.from, b.from));
  let days = 0;
  let reached = addDays(span.from, -1);
  for (const { from, to } of parts) {
    days += lengthOf({ from: laterOf(from, addDays(reached, 1)), to });
    reached = laterOf(reached, to);
  }
  return days;
}

/** Clause C-3.3: days on post less approved leave. */
export const daysAtHandIn = (presence: CadrePresence, span: Span): number =>
  isNeverAway(presence) ? daysOnPostIn(presence, span) : daysOf(span).filter((day) => isAtHand(presence, day)).length;

/** OBLIGATIONS D9: the working days, by the real calendar with 调休 where the office has not chosen otherwise, on which he is on post and not on leave. */
export const workdaysAtHand = (
  presence: CadrePresence,
  span: Span,
  calendar: HolidayCalendar,
  settings: Pick<Settings, 'stationingHolidays'>,
): number => daysOf(span).filter((day) => isAtHand(presence, day) && isStationingDay(day, calendar, settings)).length;

/** A day on which somebody is expected in the village. */
export const isStationingDay = (
  day: CivilDate,
  calendar: HolidayCalendar,
  { stationingHolidays }: Pick<Settings, 'stationingHolidays'>,
): boolean => (stationingHolidays === 'none' ? weekdayOf(day) <= 5 : isWorkday(calendar, day).workday);

const isNeverAway = ({ own }: CadrePresence): boolean => own.every(({ leaves = [] }) => leaves.length === 0);

const isAtHand = ({ own, stretches }: CadrePresence, day: CivilDate): boolean =>
  stretches.some((stretch) => isDayOf(stretch, day)) &&
  !own.some(({ leaves = [] }) => leaves.some((leave) => isDayOf(leave, day)));
