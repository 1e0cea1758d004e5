import type { TimelineEntry } from '@duban/contracts/answers/cases';
import {
  addDays,
  chineseDate,
  firstDayOf,
  lastDayOf,
  weekdayOf,
  type CivilDate,
  type Month,
} from '@duban/policy/dates/civil-date';

/** One day of the attendance calendar: what is on record of it, in words. */
export interface AttendanceDay {
  date: CivilDate;
  day: number;
  kind: 'off-post' | 'absent' | 'excused' | 'leave' | 'noted' | 'plain';
  words: string[];
}

interface DayFact {
  kind: Exclude<AttendanceDay['kind'], 'off-post' | 'plain'>;
  words: string;
}

interface Span {
  from: CivilDate;
  to: CivilDate;
}

type Body = Partial<Span> & { absenceOn?: CivilDate; days?: number; hours?: number };

export const bodyOfAct = ({ detail }: TimelineEntry): Body => (detail as { body?: Body } | null)?.body ?? {};
export const actsNamed = (entries: readonly TimelineEntry[], name: string): TimelineEntry[] =>
  entries.filter((entry) => entry.kind === 'act' && entry.name === name);

const noted: Readonly<Record<string, string>> = { training: '培训', visit: '走访、督导', meeting: '参加会议' };

/** What is on record of each day (C-3.3, C-3.7): leave, absence without cause, what became of it, training and visits. */
export function dayFacts(entries: readonly TimelineEntry[]): Map<CivilDate, DayFact[]> {
  const facts = new Map<CivilDate, DayFact[]>();
  const add = (on: CivilDate | undefined, fact: DayFact): void => {
    if (on !== undefined && !facts.get(on)?.some(({ words }) => words === fact.words))
      facts.set(on, [...(facts.get(on) ?? []), fact]);
  };
  const excused = new Set(actsNamed(entries, 'approveLeaveAfterwards').map((act) => bodyOfAct(act).absenceOn));
  for (const { occurredOn } of actsNamed(entries, 'absence')) {
    add(
      occurredOn,
      excused.has(occurredOn) ? { kind: 'excused', words: '脱岗，已补假' } : { kind: 'absent', words: '无故脱岗' },
    );
  }
  for (const act of actsNamed(entries, 'leave')) {
    const { from, to } = bodyOfAct(act);
    if (from !== undefined && to !== undefined)
      for (const day of daysOf({ from, to })) add(day, { kind: 'leave', words: '请假' });
  }
  for (const { occurredOn } of actsNamed(entries, 'recordReminder'))
    add(occurredOn, { kind: 'noted', words: '乡镇提醒' });
  for (const [name, words] of Object.entries(noted))
    for (const { occurredOn } of actsNamed(entries, name)) add(occurredOn, { kind: 'noted', words });
  return facts;
}

const weight: readonly AttendanceDay['kind'][] = ['plain', 'noted', 'leave', 'excused', 'absent'];

/** A month's days, from Monday's column on: `before` is how many columns stay empty before the first. */
export function attendanceOf(
  month: Month,
  onPost: { from: CivilDate; to: CivilDate | null },
  facts: ReadonlyMap<CivilDate, readonly DayFact[]>,
) {
  const days = daysOf({ from: firstDayOf(month), to: lastDayOf(month) }).map((date): AttendanceDay => {
    const day = Number(date.slice(8));
    if (date < onPost.from || (onPost.to !== null && date > onPost.to))
      return { date, day, kind: 'off-post', words: ['不在任'] };
    const own = facts.get(date) ?? [];
    const kind = own.reduce<AttendanceDay['kind']>(
      (most, fact) => (weight.indexOf(fact.kind) > weight.indexOf(most) ? fact.kind : most),
      'plain',
    );
    return { date, day, kind, words: own.map(({ words }) => words) };
  });
  return { before: weekdayOf(firstDayOf(month)) - 1, days };
}

/** 请假 3 天，无故脱岗 1 天. */
export function attendanceWords(days: readonly AttendanceDay[]): string {
  const count = (kind: AttendanceDay['kind']): number => days.filter((day) => day.kind === kind).length;
  const told = [`在任 ${days.length - count('off-post')} 天`];
  if (count('leave') > 0) told.push(`请假 ${count('leave')} 天`);
  if (count('absent') > 0) told.push(`无故脱岗 ${count('absent')} 天`);
  if (count('excused') > 0) told.push(`脱岗已补假 ${count('excused')} 天`);
  return told.join('，');
}

/** What a screen reader says of a day. */
export const dayTitle = ({ date, words }: AttendanceDay): string =>
  `${chineseDate(date)}${words.length === 0 ? '' : `：${words.join('、')}`}`;

/** Clause C-2.2: training of county level or higher in a year; 7.5 hours count as a day. */
export function trainingOf(entries: readonly TimelineEntry[], year: string, hoursPerDay: number) {
  const acts = actsNamed(entries, 'training').filter(({ occurredOn }) => occurredOn.startsWith(year));
  const counted = acts
    .map((act) => bodyOfAct(act) as Body & { level?: string })
    .filter(({ level }) => level !== 'township');
  const days = counted.reduce((sum, body) => sum + (body.days ?? 0), 0);
  const hours = counted.reduce((sum, body) => sum + (body.hours ?? 0), 0);
  return { times: acts.length, days, hours, asDays: Math.round((days + hours / hoursPerDay) * 10) / 10 };
}

function daysOf({ from, to }: Span): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to && days.length < 400; day = addDays(day, 1)) days.push(day);
  return days;
}
