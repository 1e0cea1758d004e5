import { addWorkdays, nearestWorkday, type FoundDate, type HolidayCalendar } from './calendar';
import {
  addDays,
  addMonths,
  addToMonth,
  earlierOf,
  firstDayOf,
  lastDayOf,
  monthOf,
  type CivilDate,
} from './civil-date';
import type { Period, Rollover } from './deadline';

/** RULES 0.days: the last day of a period, before rollover. The trigger day itself does not count; months and days of a month are clamped. */
export function lastDayOfPeriod(period: Period, trigger: CivilDate, calendar: HolidayCalendar): FoundDate {
  if ('days' in period && period.unit === 'working') return addWorkdays(calendar, trigger, period.days);
  return { date: lastNaturalDay(period, trigger), published: true };
}

/** RULES 0.rest-days: where the last day falls when it is no working day. */
export function rollOver(date: CivilDate, rollover: Rollover, calendar: HolidayCalendar): FoundDate {
  switch (rollover) {
    case 'none':
      return { date, published: true };
    case 'next-workday':
      return nearestWorkday(calendar, date, 1);
    case 'previous-workday':
      return nearestWorkday(calendar, date, -1);
  }
}

function lastNaturalDay(period: Period, trigger: CivilDate): CivilDate {
  if ('days' in period) return addDays(trigger, period.days);
  if ('months' in period) return addMonths(trigger, period.months);
  if ('until' in period) return period.until;
  const month = addToMonth(monthOf(trigger), period.monthsAhead);
  if ('dayOfMonth' in period) return earlierOf(addDays(firstDayOf(month), period.dayOfMonth - 1), lastDayOf(month));
  return period.half === 'first' ? addDays(firstDayOf(month), 14) : lastDayOf(month);
}
