import { isWorkday, type HolidayCalendar } from './calendar';
import { addDays, daysBetween, type CivilDate } from './civil-date';
import { openStandstill, suspensionReasons, type Deadline, type Standstill } from './deadline';
import { lastDayOfPeriod, rollOver } from './period';

/** Neighbouring days that were counted, or skipped, for the same reason. */
export interface DayRun {
  from: CivilDate;
  to: CivilDate;
  days: number;
  counted: boolean;
  why: string;
}

interface Day {
  date: CivilDate;
  counted: boolean;
  why: string;
}

/** RULES 0.days, read aloud: every day from the trigger to the period's end (before rollover), walked one by one and not computed. */
export function countDays(deadline: Deadline, calendar: HolidayCalendar): DayRun[] {
  return runsOf(walk(deadline, calendar));
}

/** The rest days a last day was moved over, from it to the day before the working day reached. */
export function skippedByRollover(from: CivilDate, to: CivilDate, calendar: HolidayCalendar): DayRun[] {
  const step = Math.sign(daysBetween(from, to));
  const dates = Array.from({ length: Math.abs(daysBetween(from, to)) }, (_, i) => addDays(from, i * step));
  return runsOf(dates.sort().map((date) => ({ date, counted: false, why: isWorkday(calendar, date).why ?? '' })));
}

function walk(deadline: Deadline, calendar: HolidayCalendar): Day[] {
  const { standstills = [], extension } = deadline;
  let days = walkPeriod(deadline, calendar);
  let awaited = extension;
  for (const standstill of standstills) {
    if (awaited !== undefined && awaited.grantedOn <= standstill.from) {
      days = walkExtension(days, deadline, calendar);
      awaited = undefined;
    }
    days = standstill.to === undefined ? days : walkStandstill(days, standstill, deadline, calendar);
  }
  return awaited === undefined ? days : walkExtension(days, deadline, calendar);
}

function walkPeriod(deadline: Deadline, calendar: HolidayCalendar): Day[] {
  const { period, trigger } = deadline;
  const start = { date: trigger, counted: false, why: '起算当日不计入' };
  if ('days' in period) return walkOn([start], period.days, period.unit, calendar);
  const length = daysBetween(trigger, lastDayOfPeriod(period, trigger, calendar).date);
  return walkOn([start], length, 'natural', calendar);
}

function walkExtension(days: Day[], deadline: Deadline, calendar: HolidayCalendar): Day[] {
  const { extension, rollover } = deadline;
  const end = endOf(days);
  if (
    extension === undefined ||
    (openStandstill(deadline) === undefined && extension.grantedOn > rollOver(end, rollover, calendar).date)
  )
    return days;
  return [
    ...days,
    ...Array.from({ length: extension.days }, (_, i) => ({ date: addDays(end, i + 1), counted: true, why: '延期' })),
  ];
}

/**
 * A suspension in the list of days: the days counted after it began are removed, those up to the resumption are listed as skipped, and
 * as many as were removed are counted from there.
 */
function walkStandstill(
  days: Day[],
  { from, to = from, reason }: Standstill,
  { period }: Deadline,
  calendar: HolidayCalendar,
): Day[] {
  const isInWorkdays = 'unit' in period && period.unit === 'working';
  const kept = days.filter(({ date }) => date <= from);
  const left = days.filter(
    ({ date, counted }) => counted && date > from && (!isInWorkdays || isWorkday(calendar, date).workday),
  ).length;
  const why = `中止（${suspensionReasons[reason]}）`;
  const skipped = Array.from({ length: daysBetween(endOf(kept), to) }, (_, i) => addDays(endOf(kept), i + 1));
  const stood = skipped.map((date) => ({
    date,
    counted: false,
    why: date > from ? why : (isWorkday(calendar, date).why ?? ''),
  }));
  return walkOn([...kept, ...stood], left, isInWorkdays ? 'working' : 'natural', calendar);
}

function walkOn(days: Day[], count: number, unit: 'natural' | 'working', calendar: HolidayCalendar): Day[] {
  const walked = [...days];
  for (let left = count; left > 0;) {
    const date = addDays(endOf(walked), 1);
    const kind = isWorkday(calendar, date);
    const counted = unit === 'natural' || kind.workday;
    walked.push({ date, counted, why: unit === 'natural' ? '自然日' : (kind.why ?? '工作日') });
    left -= counted ? 1 : 0;
  }
  return walked;
}

const endOf = (days: readonly Day[]): CivilDate => days.at(-1)!.date;

function runsOf(days: readonly Day[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const { date, counted, why } of days) {
    const last = runs.at(-1);
    if (last?.counted === counted && last.why === why) runs.splice(-1, 1, { ...last, to: date, days: last.days + 1 });
    else runs.push({ from: date, to: date, days: 1, counted, why });
  }
  return runs;
}
