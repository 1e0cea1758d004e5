import type { Week } from '@duban/contracts/answers/statistics';
import type { SeriesFigure } from '../../parts/charts/chart-option';

const monthAndDay = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
const isEmpty = ({ open, due, metInTime, metLate }: Week): boolean => open + due + metInTime + metLate === 0;

/** Weeks from the first that has anything. */
export function weeksSinceFirst(weeks: readonly Week[]): Week[] {
  const first = weeks.findIndex((week) => !isEmpty(week));
  return first < 0 ? [] : weeks.slice(first);
}

/** What is owed and overdue as lines, what was done as bars. */
export const weeksFigure = (weeks: readonly Week[]): SeriesFigure => ({
  axis: '周',
  unit: '项',
  places: weeks.map(({ from, to }) => ({
    short: `${Number(from.slice(5, 7))}.${Number(from.slice(8))}`,
    long: `${from.slice(0, 4)}年${monthAndDay(from)}—${monthAndDay(to)}`,
  })),
  series: [
    { name: '未办结', kind: 'line', colour: 'blue', symbol: 'circle', values: weeks.map(({ open }) => open) },
    {
      name: '逾期',
      kind: 'line',
      colour: 'red',
      dash: 'dashed',
      symbol: 'triangle',
      values: weeks.map(({ overdue }) => overdue),
    },
    { name: '本周到期', kind: 'bar', colour: 'grey', values: weeks.map(({ due }) => due) },
    { name: '按期办结', kind: 'bar', colour: 'green', stack: '办结', values: weeks.map(({ metInTime }) => metInTime) },
    { name: '逾期办结', kind: 'bar', colour: 'yellow', stack: '办结', values: weeks.map(({ metLate }) => metLate) },
  ],
});

/** 本周末（今天）未办结 741 项，其中逾期 325 项，比上周多 16 项…… */
export function weeksSaying(weeks: readonly Week[]): string {
  const last = weeks.at(-1);
  if (last === undefined) return '';
  const before = weeks.at(-2);
  const by = before === undefined ? null : last.overdue - before.overdue;
  const change = by === null ? '' : by === 0 ? '，与上周持平' : `，比上周${by > 0 ? '多' : '少'} ${Math.abs(by)} 项`;
  const done = weeks.reduce((sum, { metInTime, metLate }) => sum + metInTime + metLate, 0);
  const late = weeks.reduce((sum, { metLate }) => sum + metLate, 0);
  return `到今天未办结 ${last.open} 项，其中逾期 ${last.overdue} 项${change}；图中 ${weeks.length} 周共办结 ${done} 项，其中逾期办结 ${late} 项。`;
}
