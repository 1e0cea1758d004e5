import { addDays, chineseWeekday, weekdayOf, type CivilDate } from './civil-date';

/** Public holidays and make-up workdays (调休) as published, by year; versioned and passed in. A year that is missing is not published. */
export interface HolidayCalendar {
  version: string;
  years: Readonly<Record<string, HolidayYear>>;
}

/** One year as the General Office of the State Council announced it. */
export interface HolidayYear {
  source: string;
  rest: readonly CivilDate[];
  work: readonly CivilDate[];
  /** The festival that a day of `rest` or `work` belongs to: 国庆节. */
  names?: Readonly<Record<CivilDate, string>>;
}

/** Is the day worked? `why` names what is out of the ordinary: 周六, 国庆节放假, 国庆节调休上班. Unpublished years know only Monday to Friday. */
export interface DayKind {
  workday: boolean;
  published: boolean;
  why?: string;
}

/** A date found on the calendar; unpublished when a day that mattered lies in a year without published holidays. */
export interface FoundDate {
  date: CivilDate;
  published: boolean;
}

/** RULES 0.rest-days: is it a working day by the real calendar with 调休? */
export function isWorkday(calendar: HolidayCalendar, date: CivilDate): DayKind {
  const year = calendar.years[date.slice(0, 4)];
  const published = year !== undefined;
  if (year?.work.includes(date)) return { workday: true, published, why: `${year.names?.[date] ?? ''}调休上班` };
  if (year?.rest.includes(date)) return { workday: false, published, why: `${year.names?.[date] ?? '法定节假日'}放假` };
  return weekdayOf(date) > 5 ? { workday: false, published, why: chineseWeekday(date) } : { workday: true, published };
}

/** RULES 0.rest-days: the `count`-th working day after a date. */
export function addWorkdays(calendar: HolidayCalendar, start: CivilDate, count: number): FoundDate {
  let found: FoundDate = { date: start, published: true };
  for (let left = count; left > 0;) {
    const date = addDays(found.date, 1);
    const day = isWorkday(calendar, date);
    found = { date, published: found.published && day.published };
    if (day.workday) left -= 1;
  }
  return found;
}

/** RULES 0.rest-days: how many working days lie after `from`, up to and with `to`. */
export function workdaysBetween(calendar: HolidayCalendar, from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1))
    count += isWorkday(calendar, date).workday ? 1 : 0;
  return count;
}

/** RULES 0.rest-days: the day itself when it is worked, or else the nearest working day after it (`1`) or before it (`-1`). */
export function nearestWorkday(calendar: HolidayCalendar, date: CivilDate, direction: 1 | -1): FoundDate {
  let found: FoundDate = { date, published: true };
  for (;;) {
    const day = isWorkday(calendar, found.date);
    found = { date: found.date, published: found.published && day.published };
    if (day.workday) return found;
    found = { ...found, date: addDays(found.date, direction) };
  }
}
