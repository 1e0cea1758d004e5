import { addWorkdays, workdaysBetween, type FoundDate, type HolidayCalendar } from './calendar';
import { addDays, compareDates, daysBetween, earlierOf, laterOf, type CivilDate } from './civil-date';
import type { DeadlineSpec, Extension, Standstill, Suspension } from './deadline';
import { lastDayOfPeriod, rollOver } from './period';

/** Where a deadline's clock points before the rollover, and how it stood still on the way. */
export interface Clock {
  due: CivilDate;
  /** Do all the days that mattered lie in published years? */
  published: boolean;
  /** Was the extension granted before expiry, so that its days run? */
  extended: boolean;
  standstills: readonly Standstill[];
}

/** RULES 0.extension: the period from its trigger, then suspensions (remainder kept) and the extension in the order of their dates. */
export function runClock(spec: DeadlineSpec, calendar: HolidayCalendar): Clock {
  const end = lastDayOfPeriod(spec.period, spec.trigger, calendar);
  const start: Clock = { due: end.date, published: end.published, extended: false, standstills: [] };
  return changesOf(spec, calendar).reduce((clock, change) => change.apply(clock), start);
}

/** Does the clock stand, with no resumption so far? */
export const isStanding = (clock: Clock): boolean =>
  clock.standstills.some((standstill) => standstill.to === undefined);

interface Change {
  on: CivilDate;
  apply: (clock: Clock) => Clock;
}

function changesOf(spec: DeadlineSpec, calendar: HolidayCalendar): Change[] {
  const { extension, suspensions = [] } = spec;
  const extensions =
    extension === undefined
      ? []
      : [{ on: extension.grantedOn, apply: (clock: Clock) => extend(clock, extension, spec, calendar) }];
  const pauses = suspensions.map((suspension) => ({
    on: suspension.from,
    apply: (clock: Clock) => suspend(clock, suspension, spec, calendar),
  }));
  return [...extensions, ...pauses].sort((one, other) => compareDates(one.on, other.on));
}

function extend(clock: Clock, extension: Extension, spec: DeadlineSpec, calendar: HolidayCalendar): Clock {
  const isExpired = !isStanding(clock) && extension.grantedOn > rollOver(clock.due, spec.rollover, calendar).date;
  return isExpired ? clock : { ...clock, due: addDays(clock.due, extension.days), extended: true };
}

function suspend(clock: Clock, suspension: Suspension, spec: DeadlineSpec, calendar: HolidayCalendar): Clock {
  const from = laterOf(suspension.from, clock.standstills.at(-1)?.to ?? spec.trigger);
  const to = endOfStandstill(suspension, spec);
  const isExpired = from > rollOver(clock.due, spec.rollover, calendar).date;
  if (isStanding(clock) || isExpired || (to !== undefined && to <= from)) return clock;
  const remainder = remainderOf(clock.due, from, spec, calendar);
  const standstill = { from, ...(to !== undefined && { to }), reason: suspension.reason, remainder };
  const next = to === undefined ? { date: clock.due, published: true } : runOn(to, remainder, spec, calendar);
  return {
    ...clock,
    due: next.date,
    published: clock.published && next.published,
    standstills: [...clock.standstills, standstill],
  };
}

/** The last day of a suspension: the day of resumption, or that on which the deadline was met or dropped before. */
function endOfStandstill({ resumedOn }: Suspension, { metOn, dropped }: DeadlineSpec): CivilDate | undefined {
  const [first, ...others] = [resumedOn, metOn, dropped?.on].filter((date) => date !== undefined);
  return first === undefined ? undefined : earlierOf(first, ...others);
}

const isInWorkdays = ({ period }: DeadlineSpec): boolean => 'unit' in period && period.unit === 'working';

const remainderOf = (due: CivilDate, from: CivilDate, spec: DeadlineSpec, calendar: HolidayCalendar): number =>
  Math.max(0, isInWorkdays(spec) ? workdaysBetween(calendar, from, due) : daysBetween(from, due));

const runOn = (resumedOn: CivilDate, remainder: number, spec: DeadlineSpec, calendar: HolidayCalendar): FoundDate =>
  isInWorkdays(spec)
    ? addWorkdays(calendar, resumedOn, remainder)
    : { date: addDays(resumedOn, remainder), published: true };
