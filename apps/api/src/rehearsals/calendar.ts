import { rehearsedKinds, type RehearsedKind } from '@duban/contracts/rehearsals';
import { addDays, weekdayOf, type CivilDate } from '@duban/policy/dates/civil-date';

/** A day of a rehearsal with how many events of each kind it has. */
export interface CalendarDay {
  day: CivilDate;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  total: number;
  counts: Partial<Record<RehearsedKind, number>>;
}

/** Every day from the first to the last, those on which nothing happens too. */
export function calendarOf(
  span: { start: CivilDate; until: CivilDate },
  counts: readonly { day: CivilDate; kind: string; count: number }[],
): CalendarDay[] {
  const days = new Map<CivilDate, CalendarDay>();
  for (let day = span.start; day <= span.until; day = addDays(day, 1))
    days.set(day, { day, weekday: weekdayOf(day), total: 0, counts: {} });
  for (const { day, kind, count } of counts) {
    const found = days.get(day);
    if (found === undefined) continue;
    found.total += count;
    found.counts[kind as RehearsedKind] = count;
  }
  return [...days.values()];
}

export const kindsWithNames = (Object.entries(rehearsedKinds) as [RehearsedKind, string][]).map(([kind, name]) => ({
  kind,
  name,
}));
