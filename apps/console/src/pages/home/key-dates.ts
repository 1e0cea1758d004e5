import { rollOver, lastDayOfPeriod } from '@duban/policy/dates/period';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import {
  addToMonth,
  chineseMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  type CivilDate,
  type Month,
} from '@duban/policy/dates/civil-date';
import type { Settings } from '@duban/policy/settings/policy-set';
import { partsOfSummary } from '../../acts/act-names';
import type { Session } from '../../api/session';
import type { CaseDeadline } from '@duban/contracts/answers/cases';

export interface KeyDate {
  on: CivilDate;
  what: string;
  clause: string;
  count: number;
}

type MonthSettings = Pick<Settings, 'taskListDay' | 'townshipCutDay' | 'bulletinDay' | 'monthRollover'>;

/** The last day in time of a duty that falls due on a day of a month (C-3.5), rest days considered. */
export function dueOn(month: Month, dayOfMonth: number, { monthRollover }: MonthSettings): CivilDate {
  const last = lastDayOfPeriod({ dayOfMonth, monthsAhead: 0 }, firstDayOf(month), chinaCalendar).date;
  return rollOver(last, monthRollover, chinaCalendar).date;
}

/** What next month will ask of the office for certain, before the ledger has its cases: task list, scores, bulletin, end of the year. */
export function coming(
  today: CivilDate,
  { kind, level }: Pick<Session, 'kind' | 'level'>,
  settings: MonthSettings,
): KeyDate[] {
  const month = monthOf(today);
  const next = addToMonth(month, 1);
  const day = (dayOfMonth: number, what: string): KeyDate => ({
    on: dueOn(next, dayOfMonth, settings),
    what,
    clause: 'C-3.5',
    count: 1,
  });
  const dates: KeyDate[] = [];
  if (kind === 'stationing-office' && level === 'county') {
    dates.push(day(settings.taskListDay, `下发${chineseMonth(next)}驻村第一书记和工作队任务清单`));
    dates.push(day(settings.bulletinDay, `印发${chineseMonth(month)}考核通报并抄送派出单位`));
  }
  if (kind === 'party-committee' && level === 'township')
    dates.push(day(settings.townshipCutDay, `对${chineseMonth(month)}驻村第一书记和工作队员考核打分`));
  if (next.endsWith('-12')) dates.push({ on: lastDayOf(next), what: '本年度专项行动结束', clause: 'A-0', count: 1 });
  return dates;
}

/** Dates the ledger has already and those to come, one line for each day and matter, in order. */
export function merged(ledger: readonly CaseDeadline[], certain: readonly KeyDate[]): KeyDate[] {
  const lines = new Map<string, KeyDate>();
  for (const { due, what, clause } of ledger) {
    const plain = partsOfSummary(what).name;
    const known = lines.get(`${due} ${plain}`);
    lines.set(`${due} ${plain}`, { on: due, what: plain, clause, count: (known?.count ?? 0) + 1 });
  }
  for (const date of certain) if (!lines.has(`${date.on} ${date.what}`)) lines.set(`${date.on} ${date.what}`, date);
  return [...lines.values()].sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

/** The first and last day of the month after this one. */
export const nextMonthOf = (today: CivilDate): { from: CivilDate; to: CivilDate } => {
  const next = addToMonth(monthOf(today), 1);
  return { from: firstDayOf(next), to: lastDayOf(next) };
};
