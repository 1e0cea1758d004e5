import { cityOf, levelOf, officeId, territoryOf, type OfficeId, type Territory } from '../../base/office';
import { addDays, compareDates, laterOf, type CivilDate } from '../../dates/civil-date';
import {
  lengthOf,
  overlapOf,
  periodsWithin,
  type Cadence,
  type NaturalPeriod,
  type Span,
} from '../../dates/natural-period';
import { daysOnPost, onPostWithin, type RosterEntry, type UnitOnRoster } from '../cadre-posting/roster';
import type { Settings } from '../../settings/policy-set';
import { dutyRows, type DutyBound, type DutyId, type DutyRow, type DutyTerms } from '../../settings/duty-rows';
import { figureOf, type Presence, type ShareSettings } from './duty-figure';

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
}

/** Who is there to owe something. */
export interface People {
  cadres: readonly RosterEntry[];
  units: readonly UnitOnRoster[];
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

/** A sheet's natural period, and the days the cycle binds. */
export interface SheetSpan {
  territory: Territory;
  cadence: Cadence;
  period: Span;
  cycle: Span;
}

/** RULES 7: everything owed on a sheet, by duty, period and ower. */
export function linesOf(
  sheet: SheetSpan,
  people: People,
  settings: Pick<Settings, 'duties'> & ShareSettings,
): DutyLine[] {
  const level = levelOf(sheet.territory) as DutyRow['level'];
  return rowsOf(level, settings)
    .filter(({ terms }) => keptWith[terms.cadence] === sheet.cadence)
    .flatMap(({ id, row, terms }) =>
      periodsOf(terms.cadence, sheet).flatMap(({ period, span }) => {
        const due = dueOf(row, period, span);
        return due === undefined
          ? []
          : owersOf(row, terms.cadence, sheet.territory, people).flatMap((ower) =>
              lineOf({ id, row, terms, period, span, due }, ower, settings),
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

interface Ower {
  owner: OfficeId;
  ower: string;
  /** Days of a stretch it could act on. */
  daysIn: Presence['daysIn'];
}

function owersOf({ bound }: DutyRow, cadence: Cadence, territory: Territory, { cadres, units }: People): Ower[] {
  const township = officeId('party-committee', territory);
  const daysOf = cadence === 'year' ? daysOnPost : daysAtHand;
  switch (bound.who) {
    case 'cadre':
      return [...grouped(cadres, ({ cadre }) => cadre)].map(([ower, own]) => ({
        owner: township,
        ower,
        daysIn: (stretch) => own.reduce((sum, entry) => sum + daysOf(entry, stretch), 0),
      }));
    case 'team':
      return [...grouped(cadres, ({ village }) => village)].map(([ower, own]) => ({
        owner: township,
        ower,
        daysIn: (stretch) => daysCovered(own, stretch),
      }));
    case 'office':
      return partsOf(officeId(bound.kind, bound.at === 'city' ? cityOf(territory) : territory), bound.parts, lengthOf);
    case 'unit':
      return [...grouped(units, ({ unit }) => unit)]
        .filter(([unit]) => bound.levels.some((level) => level === levelOf(territoryOf(unit))))
        .flatMap(([unit, own]) => owersOfUnit(bound, unit, own));
  }
}

/** For each village it helps, for each of its parts, or for itself. */
const owersOfUnit = (
  { each, parts }: Extract<DutyBound, { who: 'unit' }>,
  unit: OfficeId,
  own: readonly UnitOnRoster[],
): Ower[] =>
  each === 'village'
    ? [...grouped(own, ({ village }) => village)].map(([ower, there]) => ({
        owner: unit,
        ower,
        daysIn: (stretch) => daysCovered(there, stretch),
      }))
    : partsOf(unit, parts, (stretch) => daysCovered(own, stretch));

const partsOf = (
  owner: OfficeId,
  parts: Readonly<Record<string, string>> | undefined,
  daysIn: Ower['daysIn'],
): Ower[] => (parts === undefined ? [owner] : Object.keys(parts)).map((ower) => ({ owner, ower, daysIn }));

/** What one ower owes in a period, if anything. */
function lineOf(
  {
    id,
    row,
    terms,
    period,
    span,
    due,
  }: { id: DutyId; row: DutyRow; terms: DutyTerms; period: NaturalPeriod; span: Span; due: CivilDate },
  { owner, ower, daysIn }: Ower,
  settings: ShareSettings,
): DutyLine[] {
  const { owed, decisions } = figureOf(row, terms.amount, { period, span, daysIn }, settings);
  const since = period.cadence === 'year' ? period.from : span.from;
  return owed === 0 ? [] : [{ duty: id, period, span, since, due, owner, ower, owed, decisions }];
}

/** Clause C-3.3: days on post less approved leave. */
function daysAtHand(entry: RosterEntry, span: Span): number {
  const onPost = onPostWithin(entry, span);
  const away = (entry.leaves ?? []).reduce((sum, leave) => sum + lengthOf(overlapOf(leave, onPost)), 0);
  return Math.max(0, lengthOf(onPost) - away);
}

/** Days on which somebody of them is on post. */
function daysCovered(entries: readonly Pick<RosterEntry, 'from' | 'to'>[], span: Span): number {
  const stretches = entries.map((entry) => onPostWithin(entry, span)).sort((a, b) => compareDates(a.from, b.from));
  let days = 0;
  let reached = addDays(span.from, -1);
  for (const { from, to } of stretches) {
    days += lengthOf({ from: laterOf(from, addDays(reached, 1)), to });
    reached = laterOf(reached, to);
  }
  return days;
}

function grouped<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [entry]);
    else known.push(entry);
  }
  return groups;
}
