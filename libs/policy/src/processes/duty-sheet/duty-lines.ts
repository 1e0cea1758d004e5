import { levelOf, type OfficeId, type Territory } from '../../base/office';
import type { HolidayCalendar } from '../../dates/calendar';
import type { CivilDate } from '../../dates/civil-date';
import type { Cadence, NaturalPeriod, Span } from '../../dates/natural-period';
import { dutyRows, type DutyId, type DutyRow, type DutyTerms } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';
import { workdaysAtHand } from './cadre-presence';
import { gapDue } from './duty-covers';
import { figureOf, stationedFigure, type ShareSettings } from './duty-figure';
import { owedPeriodsOf, type OccasionSettings, type OwedPeriod, type SheetDays } from './duty-occasions';
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
  /** Where all days on post are to be covered: which, stretch by stretch. */
  days: readonly Span[];
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
export interface SheetSpan extends SheetDays {
  territory: Territory;
  cadence: Cadence;
}

export type LineSettings = Pick<Settings, 'duties' | 'stationingHolidays' | 'insuranceDays' | 'dispatchLeads'> &
  ShareSettings &
  OccasionSettings;

/** RULES 7: everything owed on a sheet, by duty, period and ower. */
export function linesOf(
  sheet: SheetSpan,
  people: People,
  settings: LineSettings,
  calendar: HolidayCalendar,
): DutyLine[] {
  const known = { settings, calendar, misfortunes: people.misfortunes };
  return rowsOn(sheet, settings).flatMap(({ id, row, terms }) =>
    owedPeriodsOf(row, terms.cadence, sheet, known).flatMap((owed) =>
      owersOf(row, { ...owed, ...settings, territory: sheet.territory }, people).flatMap((ower) =>
        lineOf({ id, row, terms, ...owed }, ower, settings, calendar),
      ),
    ),
  );
}

/** A row in a period, as a sheet asks for it. */
interface Asked extends OwedPeriod {
  id: DutyId;
  row: DutyRow;
  terms: DutyTerms;
}

/** What one ower owes in a period, if anything. */
function lineOf(
  { id, row, terms, period, span, due }: Asked,
  { owner, ower, daysIn, cadre, toCover, days = [] }: Ower,
  settings: LineSettings,
  calendar: HolidayCalendar,
): DutyLine[] {
  const { owed, decisions } =
    row.stationed !== undefined && cadre !== undefined
      ? stationedFigure(row.stationed, terms.amount, workdaysAtHand(cadre, span, calendar, settings))
      : figureOf(row, terms.amount, { period, span, daysIn }, settings);
  if ((toCover?.length === 0 && row.isNeverEmpty !== true) || owed === 0) return [];
  const [first] = days;
  return [
    {
      ...{ duty: id, period, span, owner, ower, owed, days },
      since: period.cadence === 'year' ? period.from : span.from,
      due: first === undefined ? due : gapDue(first.from, span, settings.insuranceDays),
      decisions: [...decisions, ...decidedOf(row)],
      toCover: toCover ?? [],
    },
  ];
}

/** By which of its choices the office has said when, and for whom, a row is owed. */
function decidedOf({ covers, occasions, leavesOutLateJoiners }: DutyRow): (keyof Settings)[] {
  if (leavesOutLateJoiners === true) return ['healthCheckLastMonth'];
  if (covers === 'days-on-post') return ['insuranceDays'];
  if (occasions === 'festivals') return ['festivals', 'festivalVisitDays'];
  return occasions === 'misfortunes' ? ['misfortuneVisitDays'] : [];
}
