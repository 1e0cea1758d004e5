import { levelOf, type OfficeId, type Territory } from '../../base/office';
import type { HolidayCalendar } from '../../dates/calendar';
import type { CivilDate } from '../../dates/civil-date';
import {
  lengthOf,
  overlapOf,
  periodsWithin,
  type Cadence,
  type NaturalPeriod,
  type Span,
} from '../../dates/natural-period';
import { dutyRows, type DutyId, type DutyRow, type DutyTerms } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';
import { workdaysAtHand } from './cadre-presence';
import { figureOf, stationedFigure, type ShareSettings } from './duty-figure';
import { owersOf, type Ower, type People } from './duty-owers';

/** One duty of one ower in one period: what a sheet is made of. */
export interface DutyLine {
  duty: DutyId;
  period: NaturalPeriod;
  /** The part of the period that binds. */
  span: Span;
  /** From which day on acts count: for a year from its first, whenever the cycle began. */
  since: CivilDate;
  due: CivilDate;
  /** The office that answers for it; for cadres and teams the township party committee. */
  owner: OfficeId;
  /** Cadre, village or part of the office; the office itself when it is not divided. */
  ower: string;
  /** Of the row's measure; for coverage 1. */
  owed: number;
  /** The office's choices by which it is not the clause's own figure. */
  decisions: readonly string[];
  /** Where everybody on a list is to be covered: who. */
  toCover: readonly string[];
}

/** Cadences whose periods are kept in a longer one's sheet, so that a week is no case of its own. */
const keptWith = {
  week: 'month',
  'half-month': 'month',
  month: 'month',
  'two-months': 'two-months',
  quarter: 'quarter',
  year: 'year',
} as const;
export type SheetCadence = (typeof keptWith)[Cadence];
export const sheetCadenceOf = (cadence: Cadence): SheetCadence => keptWith[cadence];

/** Which sheets a territory's duties call for. */
export const sheetCadencesOf = (level: DutyRow['level'], settings: Pick<Settings, 'duties'>): SheetCadence[] => [
  ...new Set(rowsOf(level, settings).map(({ terms }) => keptWith[terms.cadence])),
];

/** The rows of a level that the policy set asks for, each by the terms chosen there. */
export function rowsOf(
  level: DutyRow['level'],
  { duties }: Pick<Settings, 'duties'>,
): { id: DutyId; row: DutyRow; terms: DutyTerms }[] {
  return (Object.keys(dutyRows) as DutyId[])
    .flatMap((id) => (duties[id] === undefined ? [] : [{ id, row: dutyRows[id], terms: duties[id] }]))
    .filter(({ row, terms }) => row.level === level && terms.amount > 0);
}

/** The rows kept on a sheet. */
export const rowsOn = (
  { territory, cadence }: Pick<SheetSpan, 'territory' | 'cadence'>,
  settings: Pick<Settings, 'duties'>,
): ReturnType<typeof rowsOf> =>
  rowsOf(levelOf(territory) as DutyRow['level'], settings).filter(({ terms }) => keptWith[terms.cadence] === cadence);

/** A sheet's natural period, and the days the cycle binds. */
export interface SheetSpan {
  territory: Territory;
  cadence: Cadence;
  period: Span;
  cycle: Span;
}

export type LineSettings = Pick<Settings, 'duties' | 'stationingHolidays'> & ShareSettings;

/** RULES 7: everything owed on a sheet, by duty, period and ower. */
export function linesOf(
  sheet: SheetSpan,
  people: People,
  settings: LineSettings,
  calendar: HolidayCalendar,
): DutyLine[] {
  return rowsOn(sheet, settings).flatMap(({ id, row, terms }) =>
    periodsOf(terms.cadence, sheet).flatMap(({ period, span }) => {
      const due = dueOf(row, period, span);
      return due === undefined
        ? []
        : owersOf(row, { period, due, territory: sheet.territory }, people).flatMap((ower) =>
            lineOf({ id, row, terms, period, span, due }, ower, settings, calendar),
          );
    }),
  );
}

/** A week belongs to the month it begins in, the cycle's first to the cycle's first month; the cycle cuts the first and the last period. */
function periodsOf(cadence: Cadence, { period: kept, cycle }: SheetSpan): { period: NaturalPeriod; span: Span }[] {
  const bound = overlapOf(kept, cycle);
  if (lengthOf(bound) === 0) return [];
  return periodsWithin(cadence, bound)
    .map((period) => ({ period, span: overlapOf(period, cycle) }))
    .filter(({ span }) => span.from >= kept.from);
}

/** The fixed day of the year, if it has not passed when the duty begins to bind; else the last day of the period. */
function dueOf({ dueOn }: DutyRow, period: NaturalPeriod, span: Span): CivilDate | undefined {
  if (dueOn === undefined) return span.to;
  const day = `${period.from.slice(0, 4)}-${dueOn}`;
  return span.from <= day && day <= span.to ? day : undefined;
}

/** A row in a period, as a sheet asks for it. */
interface Asked {
  id: DutyId;
  row: DutyRow;
  terms: DutyTerms;
  period: NaturalPeriod;
  span: Span;
  due: CivilDate;
}

/** What one ower owes in a period, if anything. */
function lineOf(
  { id, row, terms, period, span, due }: Asked,
  { owner, ower, daysIn, cadre, toCover }: Ower,
  settings: LineSettings,
  calendar: HolidayCalendar,
): DutyLine[] {
  const { owed, decisions } =
    row.stationed !== undefined && cadre !== undefined
      ? stationedFigure(row.stationed, terms.amount, workdaysAtHand(cadre, span, calendar, settings))
      : figureOf(row, terms.amount, { period, span, daysIn }, settings);
  if (toCover?.length === 0 && row.isNeverEmpty !== true) return [];
  const since = period.cadence === 'year' ? period.from : span.from;
  return owed === 0
    ? []
    : [{ duty: id, period, span, since, due, owner, ower, owed, decisions, toCover: toCover ?? [] }];
}
