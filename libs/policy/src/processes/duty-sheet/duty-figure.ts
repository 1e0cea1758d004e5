import { lengthOf, type NaturalPeriod, type Span } from '../../dates/natural-period';
import type { DutyRow } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';

/** How much is owed, and by which choices of the office where it is not the clause's own figure. */
export interface DutyFigure {
  owed: number;
  decisions: readonly (keyof Settings)[];
}

/** A natural period, the part of it that the cycle binds, and how many days of a stretch somebody is there. */
export interface Presence {
  period: NaturalPeriod;
  span: Span;
  daysIn: (stretch: Span) => number;
}

export type ShareSettings = Pick<Settings, 'dutyShare' | 'joinerShare'>;

/** From so many days of the calendar year on a joiner owes the whole figure. */
const halfYear = 183;

/** OBLIGATIONS D6: what a row asks of somebody who is there on all days of a period, or on some. */
export function figureOf(row: DutyRow, amount: number, presence: Presence, settings: ShareSettings): DutyFigure {
  const whole = row.measure === 'coverage' ? 1 : amount;
  if (presence.daysIn(presence.span) === 0) return { owed: 0, decisions: [] };
  if (row.dueOn !== undefined || row.isPerPerson === true) return { owed: whole, decisions: [] };
  return presence.period.cadence === 'year'
    ? figureOfYear(whole, presence, settings)
    : figureOfPart(whole, presence, settings);
}

/** A year's figure is the text's, whatever part of the year the cycle spans; who joins or leaves owes it whole from half a year on, else by days. */
function figureOfYear(
  whole: number,
  { period, span, daysIn }: Presence,
  { dutyShare, joinerShare }: ShareSettings,
): DutyFigure {
  const counted = dutyShare === 'by-days' ? span : period;
  const [days, there] = [lengthOf(counted), daysIn(counted)];
  const isWhole =
    there >= days || joinerShare === 'whole' || (joinerShare === 'half-year' && daysIn(period) >= halfYear);
  return {
    owed: Math.max(1, shareOf(whole, isWhole ? days : there, period)),
    decisions: [
      ...(days < lengthOf(period) ? (['dutyShare'] as const) : []),
      ...(there < days ? (['joinerShare'] as const) : []),
    ],
  };
}

/** Half a shorter period and more asks for the whole of what is asked once. */
function figureOfPart(whole: number, { period, span, daysIn }: Presence, { joinerShare }: ShareSettings): DutyFigure {
  const days = daysIn(span);
  if (days >= lengthOf(period)) return { owed: whole, decisions: [] };
  return { owed: joinerShare === 'whole' ? whole : shareOf(whole, days, period), decisions: ['joinerShare'] };
}

/** Rounded half up, in whole numbers. */
function shareOf(whole: number, days: number, period: Span): number {
  const all = lengthOf(period);
  return Math.floor((2 * whole * days + all) / (2 * all));
}

/** OBLIGATIONS D9: as many days as the week has working days, at most five; nights one fewer, so at most four. */
export function stationedFigure(what: 'days' | 'nights', most: number, workdays: number): DutyFigure {
  const owed = Math.min(most, Math.max(0, what === 'days' ? workdays : workdays - 1));
  return { owed, decisions: owed < most ? ['stationingHolidays'] : [] };
}
