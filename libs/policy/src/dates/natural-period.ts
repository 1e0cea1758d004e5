import {
  addDays,
  addToMonth,
  chineseMonth,
  compareDates,
  daysBetween,
  earlierOf,
  firstDayOf,
  lastDayOf,
  laterOf,
  monthOf,
  shortDate,
  weekdayOf,
  type CivilDate,
} from './civil-date';

/** RULES 0.periods: recurring duties run on natural periods; the names as screens show them. */
export const cadences = {
  week: '每周',
  'half-month': '每半月',
  month: '每月',
  'two-months': '每两月',
  quarter: '每季度',
  year: '每年',
} as const;
export type Cadence = keyof typeof cadences;

/** A stretch of days, both ends included. */
export interface Span {
  from: CivilDate;
  to: CivilDate;
}

/** One natural period: ISO week, half month (1st–15th, 16th–end), month, two months (Jan–Feb …), quarter or year. */
export interface NaturalPeriod extends Span {
  /** `2026-W47`, `2026-11-H1`, `2026-11`, `2026-M11-12`, `2026-Q4`, `2026`; unique among all cadences. */
  id: string;
  cadence: Cadence;
  /** 2026年11月上半月. */
  name: string;
}

/** The natural period a day lies in. */
export function periodOf(cadence: Cadence, on: CivilDate): NaturalPeriod {
  switch (cadence) {
    case 'week':
      return weekOf(on);
    case 'half-month':
      return halfMonthOf(on);
    case 'month':
      return monthsOf(cadence, on, 1);
    case 'two-months':
      return monthsOf(cadence, on, 2);
    case 'quarter':
      return monthsOf(cadence, on, 3);
    case 'year':
      return monthsOf(cadence, on, 12);
  }
}

/** The natural periods that have a day in the span, in order. */
export function periodsWithin(cadence: Cadence, { from, to }: Span): NaturalPeriod[] {
  const periods: NaturalPeriod[] = [];
  for (let period = periodOf(cadence, from); period.from <= to; period = periodOf(cadence, addDays(period.to, 1)))
    periods.push(period);
  return periods;
}

/** The first days of the natural periods that begin after a day and up to another. */
export const beginningsAfter = (cadence: Cadence, after: CivilDate, to: CivilDate): CivilDate[] =>
  periodsWithin(cadence, { from: after, to })
    .map(({ from }) => from)
    .filter((from) => from > after);

/** Days of a stretch, both ends included; none when it ends before it begins. */
export const lengthOf = ({ from, to }: Span): number => Math.max(0, daysBetween(from, to) + 1);

/** Is a day one of a stretch, which may still go on? */
export const isDayOf = (
  { from, to }: { from: CivilDate; to?: CivilDate | null | undefined },
  day: CivilDate,
): boolean => from <= day && day <= (to ?? day);

/** Every day of a stretch. */
export function daysOf({ from, to }: Span): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Stretches in order, those that touch or overlap as one. */
export function joined(stretches: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => compareDates(a.from, b.from))) {
    const last = whole.at(-1);
    if (last !== undefined && from <= addDays(last.to, 1)) last.to = laterOf(last.to, to);
    else if (from <= to) whole.push({ from, to });
  }
  return whole;
}

/** What is left of stretches without the days of another. */
export const without = (stretches: readonly Span[], { from, to }: Span): Span[] =>
  stretches
    .flatMap((one) => [
      { from: one.from, to: earlierOf(one.to, addDays(from, -1)) },
      { from: laterOf(one.from, addDays(to, 1)), to: one.to },
    ])
    .filter((part) => part.from <= part.to);

/** 7月1日至7月4日; a single day alone. */
export const chineseSpan = ({ from, to }: Span): string =>
  from === to ? shortDate(from) : `${shortDate(from)}至${shortDate(to)}`;

/** What two stretches share; its length is 0 when they share nothing. */
export const overlapOf = (one: Span, other: Span): Span => ({
  from: laterOf(one.from, other.from),
  to: earlierOf(one.to, other.to),
});

/** What a period is called, from its id and first day. */
export function periodNameOf(id: string, from: CivilDate): string {
  const cadence = (Object.keys(cadences) as Cadence[]).find((one) => periodOf(one, from).id === id);
  return cadence === undefined ? id : periodOf(cadence, from).name;
}

function weekOf(on: CivilDate): NaturalPeriod {
  const from = addDays(on, 1 - weekdayOf(on));
  const year = addDays(from, 3).slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, addDays(from, 3)) / 7) + 1;
  const to = addDays(from, 6);
  return {
    id: `${year}-W${String(week).padStart(2, '0')}`,
    cadence: 'week',
    from,
    to,
    name: `${year}年第${week}周（${shortDate(from)}—${shortDate(to)}）`,
  };
}

function halfMonthOf(on: CivilDate): NaturalPeriod {
  const month = monthOf(on);
  const isFirst = Number(on.slice(8)) <= 15;
  return {
    id: `${month}-H${isFirst ? 1 : 2}`,
    cadence: 'half-month',
    from: isFirst ? firstDayOf(month) : `${month}-16`,
    to: isFirst ? `${month}-15` : lastDayOf(month),
    name: `${chineseMonth(month)}${isFirst ? '上' : '下'}半月`,
  };
}

function monthsOf(cadence: 'month' | 'two-months' | 'quarter' | 'year', on: CivilDate, length: number): NaturalPeriod {
  const year = on.slice(0, 4);
  const index = Math.floor((Number(on.slice(5, 7)) - 1) / length);
  const first = `${year}-${String(index * length + 1).padStart(2, '0')}`;
  const last = addToMonth(first, length - 1);
  const [id, name] = {
    month: [first, chineseMonth(first)],
    'two-months': [
      `${year}-M${first.slice(5)}-${last.slice(5)}`,
      `${chineseMonth(first).replace('月', '')}—${Number(last.slice(5))}月`,
    ],
    quarter: [`${year}-Q${index + 1}`, `${year}年第${index + 1}季度`],
    year: [year, `${year}年`],
  }[cadence] as [string, string];
  return { id, cadence, from: firstDayOf(first), to: lastDayOf(last), name };
}
