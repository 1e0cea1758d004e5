import type { CalendarDay } from '@duban/contracts/answers/rehearsals';

export interface CalendarMonth {
  month: string;
  /** Weeks of seven, Monday first; nothing where a day is not of the month or not rehearsed. */
  weeks: (CalendarDay | null)[][];
  total: number;
}

/** The months of a rehearsal as grids. */
export function monthsOf(days: readonly CalendarDay[]): CalendarMonth[] {
  const months = new Map<string, CalendarDay[]>();
  for (const day of days) months.set(day.day.slice(0, 7), [...(months.get(day.day.slice(0, 7)) ?? []), day]);
  return [...months].map(([month, list]) => ({
    month,
    weeks: weeksOf(list),
    total: list.reduce((sum, { total }) => sum + total, 0),
  }));
}

function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const lead: null[] = Array.from({ length: (days[0]?.weekday ?? 1) - 1 }, () => null);
  const cells = [...lead, ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => cells[week * 7 + weekday] ?? null),
  );
}

/** The kinds in the order a day tells them, what presses first. */
export const kindColours: Readonly<Record<string, 'red' | 'yellow' | 'green' | 'blue' | 'grey'>> = {
  overdue: 'red',
  refused: 'red',
  'deadline-due': 'yellow',
  reminder: 'yellow',
  'deadline-met': 'green',
  ended: 'green',
  act: 'blue',
  opened: 'blue',
};
export const colourOf = (kind: string): 'red' | 'yellow' | 'green' | 'blue' | 'grey' => kindColours[kind] ?? 'grey';
export const shownAtFirst = ['overdue', 'refused', 'deadline-due', 'deadline-met', 'act'];

/** How a day in a grid calls a kind, where there is little room. */
export const shortNames: Readonly<Record<string, string>> = {
  'deadline-due': '到期',
  reminder: '提醒',
  notice: '告知',
  act: '登记',
  refused: '退回',
  'case-started': '启动',
  'deadline-started': '起算',
  'deadline-met': '办结',
  'deadline-changed': '变更',
  register: '台账',
  message: '关联',
  system: '系统',
};
