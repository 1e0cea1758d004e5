import type { TextOf } from '../base/kind-of-text';

/** A civil date in Asia/Shanghai, `YYYY-MM-DD`. Fixed +08:00: China has no daylight saving time. */
export type CivilDate = TextOf<'civil date'>;
/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = TextOf<'instant'>;
/** A calendar month, `YYYY-MM`. */
export type Month = TextOf<'month'>;

const dayLength = 86_400_000;
const shanghaiOffset = 8 * 3_600_000;
const weekdayNames = '一二三四五六日';

/** Is it a day of the calendar, written `YYYY-MM-DD`? */
export const isCivilDate = (text: unknown): text is CivilDate =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  dateOfDay(dayNumber(text)) === text;

/** Is it a month of the calendar, written `YYYY-MM`? */
export const isMonth = (text: unknown): text is Month =>
  typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The civil date in Shanghai at an instant. */
export const civilDateOf = (instant: Instant): CivilDate =>
  new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 10);

/** The time of day in Shanghai at an instant, `HH:mm`. */
export const timeOf = (instant: Instant): string =>
  new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(11, 16);

/** The instant of a time of day (`HH:mm`, `24:00` included) in Shanghai, written as `toISOString` writes it. */
export function instantOf(date: CivilDate, time: string): Instant {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number);
  return new Date(Date.parse(date) + (hours * 60 + minutes) * 60_000 - shanghaiOffset).toISOString();
}

/** The day `days` natural days later (earlier when negative); the start does not count itself (civil code 201). */
export const addDays = (date: CivilDate, days: number): CivilDate => dateOfDay(dayNumber(date) + days);

/** The corresponding day `months` later, clamped to the month's last day: 31 August + 6 months = 28 or 29 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const last = lastDayOf(addToMonth(monthOf(date), months));
  return earlierOf(last.slice(0, 8) + date.slice(8), last);
}

/** Natural days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

/** The calendar month of a date. */
export const monthOf = (date: CivilDate): Month => date.slice(0, 7);

/** The 1st of a month. */
export const firstDayOf = (month: Month): CivilDate => `${month}-01`;

/** The last day of a month. */
export const lastDayOf = (month: Month): CivilDate => addDays(firstDayOf(addToMonth(month, 1)), -1);

/** The month `months` later (earlier when negative). */
export function addToMonth(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((((count % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** Order of two dates for sorting: negative when `one` is the earlier. */
export const compareDates = (one: CivilDate, other: CivilDate): number => (one < other ? -1 : Number(one > other));

/** Does `one` lie before `other`? */
export const isBefore = (one: CivilDate, other: CivilDate): boolean => one < other;

/** Does `one` lie after `other`? */
export const isAfter = (one: CivilDate, other: CivilDate): boolean => one > other;

/** The earliest of the dates. */
export const earlierOf = (first: CivilDate, ...others: readonly CivilDate[]): CivilDate =>
  others.reduce((a, b) => (b < a ? b : a), first);

/** The latest of the dates. */
export const laterOf = (first: CivilDate, ...others: readonly CivilDate[]): CivilDate =>
  others.reduce((a, b) => (b > a ? b : a), first);

/** Day of the week: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: CivilDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** 周一 … 周日. */
export const chineseWeekday = (date: CivilDate): string => `周${weekdayNames[weekdayOf(date) - 1]}`;

/** Within a year that is named beside it: 7月5日. */
export const shortDate = (date: CivilDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** As documents write it: 2026年7月5日（周日）. */
export const chineseDate = (date: CivilDate): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日（${chineseWeekday(date)}）`;

/** As documents write it: 2026年7月. */
export const chineseMonth = (month: Month): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;

/** Completed years (周岁) on a day; the birthday itself completes the year. Who is born on 29 February completes it on 1 March of a common year. */
export const completedYears = (birth: CivilDate, on: CivilDate): number =>
  Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);

/** Days since 1 January 1970. */
const dayNumber = (date: CivilDate): number => Date.parse(date) / dayLength;

const dateOfDay = (day: number): CivilDate => new Date(day * dayLength).toISOString().slice(0, 10);
