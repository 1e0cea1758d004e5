import type { DueCount } from '@duban/contracts/answers/statistics';
import { addDays } from '@duban/policy/dates/civil-date';

export interface ForecastRow {
  area: string;
  counts: number[];
  total: number;
}

/** Days as columns, areas as rows; the area with the most due first. Areas in which nothing falls due have no row. */
export function forecastTable(
  items: readonly Pick<DueCount, 'area' | 'day' | 'count'>[],
  from: string,
  to: string,
): { days: string[]; rows: ForecastRow[]; perDay: number[]; total: number } {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  const index = new Map(days.map((day, at) => [day, at]));
  const rows = new Map<string, ForecastRow>();
  for (const { area, day, count } of items) {
    const at = index.get(day);
    if (at === undefined) continue;
    const row = rows.get(area) ?? { area, counts: days.map(() => 0), total: 0 };
    row.counts[at] = (row.counts[at] ?? 0) + count;
    row.total += count;
    rows.set(area, row);
  }
  const sorted = [...rows.values()].sort((one, other) => other.total - one.total || (one.area < other.area ? -1 : 1));
  const perDay = days.map((_, at) => sorted.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  return { days, rows: sorted, perDay, total: perDay.reduce((sum, count) => sum + count, 0) };
}

/** How strongly a number is marked: 0 to 4, against the largest of the table. Few are still seen beside many. */
export const heatOf = (count: number, largest: number): number =>
  count === 0 || largest === 0 ? 0 : Math.max(1, Math.ceil((Math.log(count + 1) / Math.log(largest + 1)) * 4));

/** 履职台账 126 项, 半月调度 150 项: what falls due, the most first. */
export function dueByProcess(
  items: readonly Pick<DueCount, 'processName' | 'count'>[],
): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { processName, count } of items) counts.set(processName, (counts.get(processName) ?? 0) + count);
  return [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}

const weekdays = '日一二三四五六';
export const weekdayOf = (date: string): string => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
export const isWeekend = (date: string): boolean => '日六'.includes(weekdayOf(date));
