import type { HolidayCalendar } from '../../dates/calendar';
import { addDays, laterOf, lastDayOf, shortDate, type CivilDate } from '../../dates/civil-date';
import { festivals, holidaysOf, type Festival } from '../../dates/festivals';
import {
  isDayOf,
  lengthOf,
  overlapOf,
  periodNameOf,
  periodsWithin,
  type Cadence,
  type NaturalPeriod,
  type Span,
} from '../../dates/natural-period';
import type { DutyRow } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';
import type { Misfortune } from './duty-acts';

/** A period in which a row is owed: a natural one, or that of a festival or a misfortune. */
export interface OwedPeriod {
  period: NaturalPeriod;
  /** The part of it that binds. */
  span: Span;
  due: CivilDate;
  /** Where it is owed for each cadre on post: the day by which he must have come. */
  joinedBy: CivilDate;
  /** Whom it befell, where it is owed for one cadre alone. */
  misfortune?: Misfortune;
}

/** The days of a sheet: its natural period, and those the cycle binds. */
export interface SheetDays {
  period: Span;
  cycle: Span;
}

export type OccasionSettings = Pick<
  Settings,
  'festivals' | 'festivalVisitDays' | 'misfortuneVisitDays' | 'healthCheckLastMonth'
>;

/** What the periods of a row hang on, beside the sheet's days. */
interface Known {
  settings: OccasionSettings;
  calendar: HolidayCalendar;
  misfortunes: readonly Misfortune[];
}

/** The periods of a row on a sheet. */
export function owedPeriodsOf(row: DutyRow, cadence: Cadence, sheet: SheetDays, known: Known): OwedPeriod[] {
  switch (row.occasions) {
    case 'festivals':
      return festivalsOn(sheet, known);
    case 'misfortunes':
      return known.misfortunes
        .filter(({ on }) => isBound(sheet, on))
        .map((one) => afterMisfortune(one, known.settings));
    case undefined:
      return naturalPeriodsOf(row, cadence, sheet, known.settings);
  }
}

/** Once for each announced holiday, by its last day. */
const festivalsOn = (sheet: SheetDays, { settings, calendar }: Known): OwedPeriod[] =>
  holidaysOf(calendar, sheet.period.from.slice(0, 4), settings.festivals)
    .filter(({ to }) => isBound(sheet, to))
    .map(({ name, festival, from: firstDayOff, to }) => {
      const year = to.slice(0, 4);
      const from = addDays(firstDayOff, -settings.festivalVisitDays);
      const id = `${year}-${festivalMarks[festival]}`;
      return {
        period: { id, cadence: 'year', from, to, name: `${year}年${name}` },
        span: { from: laterOf(from, sheet.cycle.from), to },
        due: to,
        joinedBy: firstDayOff,
      };
    });

const festivalMarks = {
  'spring-festival': 'SPRING',
  'mid-autumn': 'AUTUMN',
  'national-day': 'NATIONAL',
} as const satisfies Record<Festival, string>;

function afterMisfortune(misfortune: Misfortune, { misfortuneVisitDays }: OccasionSettings): OwedPeriod {
  const { entry, on } = misfortune;
  const span = { from: on, to: addDays(on, misfortuneVisitDays) };
  const period = { ...span, id: `${on.slice(0, 4)}-E${entry}`, cadence: 'year' as const, name: misfortuneName(on) };
  return { period, span, due: span.to, joinedBy: on, misfortune };
}

const misfortuneName = (on: CivilDate): string => `${on.slice(0, 4)}年${shortDate(on)}变故`;

const isBound = ({ period, cycle }: SheetDays, day: CivilDate): boolean => isDayOf(overlapOf(period, cycle), day);

/** A week belongs to the month it begins in, the cycle's first to the cycle's first month; the cycle cuts the first and the last period. */
function naturalPeriodsOf(
  row: DutyRow,
  cadence: Cadence,
  { period: kept, cycle }: SheetDays,
  { healthCheckLastMonth }: OccasionSettings,
): OwedPeriod[] {
  const bound = overlapOf(kept, cycle);
  if (lengthOf(bound) === 0) return [];
  return periodsWithin(cadence, bound)
    .map((period) => ({ period, span: overlapOf(period, cycle) }))
    .filter(({ span }) => span.from >= kept.from)
    .flatMap(({ period, span }) => {
      const due = dueOf(row, period, span);
      if (due === undefined) return [];
      const lastMonth = `${due.slice(0, 4)}-${String(healthCheckLastMonth).padStart(2, '0')}`;
      return { period, span, due, joinedBy: row.leavesOutLateJoiners === true ? lastDayOf(lastMonth) : due };
    });
}

/** The fixed day of the year, if it has not passed when the duty begins to bind; else the last day of the period. */
function dueOf({ dueOn }: DutyRow, period: NaturalPeriod, span: Span): CivilDate | undefined {
  if (dueOn === undefined) return span.to;
  const day = `${period.from.slice(0, 4)}-${dueOn}`;
  return isDayOf(span, day) ? day : undefined;
}

/** What the period of an occasion is called, from its id: 2026年中秋节, 2026年变故（第12号登记）; of a natural period nothing. */
export function occasionName(id: string): string | undefined {
  const [year = '', mark = ''] = id.split('-');
  const festival = (Object.keys(festivalMarks) as Festival[]).find((one) => festivalMarks[one] === mark);
  if (festival !== undefined) return `${year}年${festivals[festival]}`;
  return isMisfortune(mark) ? `${year}年变故（第${mark.slice(1)}号登记）` : undefined;
}

const isMisfortune = (mark: string): boolean => /^E\d+$/.test(mark);

/** The same, with the first day at hand: 2026年11月10日变故; natural periods by their own names. */
export const owedPeriodName = (id: string, from: CivilDate): string =>
  isMisfortune(id.slice(5)) ? misfortuneName(from) : (occasionName(id) ?? periodNameOf(id, from));
