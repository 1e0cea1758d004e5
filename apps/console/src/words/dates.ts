import { chineseDate, civilDateOf, type CivilDate } from '@duban/policy/dates/civil-date';

export { chineseDate, chineseMonth } from '@duban/policy/dates/civil-date';

/** The civil day in China, by this machine's clock. */
export const today = (): CivilDate => civilDateOf(new Date().toISOString());

/** 2026年7月5日（周日）, or a dash where there is none. */
export const dateOrDash = (date: CivilDate | null | undefined): string =>
  date === null || date === undefined || date === '' ? '—' : chineseDate(date);

/** 2026年7月5日 08:30, in China's time wherever the machine stands. */
export function chineseInstant(instant: string): string {
  const there = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${chineseDate(there.slice(0, 10)).replace(/（.*$/, '')} ${there.slice(11, 16)}`;
}

/** Days written in figures in a text of the system, as they are written elsewhere on the screen; what is part of a number or an id stays. */
export const withChineseDates = (text: string): string =>
  text.replace(/ ?(?<![\w:/-])(\d{4}-\d\d-\d\d)(?![\w:/-]) ?/g, (_, day: string) => chineseDate(day));

/** 还剩 3 天, 今天到期, 已逾期 2 天. */
export const countdown = (daysLeft: number): string =>
  daysLeft > 0 ? `还剩 ${daysLeft} 天` : daysLeft === 0 ? '今天到期' : `已逾期 ${-daysLeft} 天`;

/** The month before or after: 2026-07. */
export function monthAway(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
