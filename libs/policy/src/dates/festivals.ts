import type { HolidayCalendar } from './calendar';
import { addDays, compareDates, type CivilDate } from './civil-date';
import type { Span } from './natural-period';

/** 重大节日 [D per-cadre]: festivals on which somebody may be visited, as the announced calendar names them. */
export const festivals = { 'spring-festival': '春节', 'mid-autumn': '中秋节', 'national-day': '国庆节' } as const;
export type Festival = keyof typeof festivals;

/** Days off in a row that are announced for one festival, or for several that fall together. */
export interface Holiday extends Span {
  /** As announced: 国庆节、中秋节. */
  name: string;
  /** The first of the chosen festivals it is for. */
  festival: Festival;
}

/** The announced holidays of a year that are for one of the festivals chosen, in order; none in a year not announced yet. */
export function holidaysOf({ years }: HolidayCalendar, year: string, chosen: readonly Festival[]): Holiday[] {
  const { rest = [], names = {} } = years[year] ?? {};
  const found: Holiday[] = [];
  for (const day of [...rest].sort(compareDates)) {
    const name = names[day] ?? '';
    const festival = chosen.find((one) => name.includes(festivals[one]));
    const last = found.at(-1);
    if (festival === undefined) continue;
    if (last !== undefined && last.name === name && isNext(last.to, day)) last.to = day;
    else found.push({ name, festival, from: day, to: day });
  }
  return found;
}

const isNext = (day: CivilDate, other: CivilDate): boolean => addDays(day, 1) === other;
