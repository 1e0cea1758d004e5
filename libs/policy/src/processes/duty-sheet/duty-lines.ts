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
import { dutyRows, type DutyId, type DutyRow, type DutyTerms } from '../../settings/duty-rows';

/** One duty of one ower in one period: what a sheet is made of. */
export interface DutyLine {
  duty: DutyId;
  period: NaturalPeriod;
  /** The part of the period that binds. */
  span: Span;
  due: CivilDate;
  /** The office that answers for it; for cadres and teams the township party committee. */
  owner: OfficeId;
  /** Cadre, village or part of the office; the office itself when it is not divided. */
  ower: string;
  /** Of the row's measure; for coverage 1. */
  owed: number;
  isShared: boolean;
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
  settings: Pick<Settings, 'duties' | 'dutyShare'>,
): DutyLine[] {
  const level = levelOf(sheet.territory) as DutyRow['level'];
  return rowsOf(level, settings)
    .filter(({ terms }) => keptWith[terms.cadence] === sheet.cadence)
    .flatMap(({ id, row, terms }) =>
      periodsOf(terms.cadence, sheet).flatMap(({ period, span }) => {
        const due = dueOf(row, period, span);
        return due === undefined
          ? []
          : owersOf(row, sheet.territory, people, span).flatMap((ower) =>
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
  /** Days it could act on. */
  days: number;
}

function owersOf({ bound }: DutyRow, territory: Territory, { cadres, units }: People, span: Span): Ower[] {
  const township = officeId('party-committee', territory);
  switch (bound.who) {
    case 'cadre':
      return [...byCadre(cadres)].map(([ower, own]) => ({
        owner: township,
        ower,
        days: own.reduce((sum, entry) => sum + daysAtHand(entry, span), 0),
      }));
    case 'team':
      return [...byVillage(cadres)].map(([ower, own]) => ({ owner: township, ower, days: daysCovered(own, span) }));
    case 'office':
      return partsOf(
        officeId(bound.kind, bound.at === 'city' ? cityOf(territory) : territory),
        bound.parts,
        lengthOf(span),
      );
    case 'unit':
      return units
        .filter(({ unit }) => bound.levels.some((level) => level === levelOf(territoryOf(unit))))
        .flatMap((entry) => partsOf(entry.unit, bound.parts, daysOnPost(entry, span)));
  }
}

const partsOf = (owner: OfficeId, parts: Readonly<Record<string, string>> | undefined, days: number): Ower[] =>
  (parts === undefined ? [owner] : Object.keys(parts)).map((ower) => ({ owner, ower, days }));

/** RULES 7: a part of a period asks for its part of the amount, rounded half up; half a period and more asks for the whole of what is asked once. */
function lineOf(
  {
    id,
    row,
    terms,
    period,
    span,
    due,
  }: { id: DutyId; row: DutyRow; terms: DutyTerms; period: NaturalPeriod; span: Span; due: CivilDate },
  { owner, ower, days }: Ower,
  { dutyShare }: Pick<Settings, 'dutyShare'>,
): DutyLine[] {
  if (days === 0) return [];
  const whole = row.measure === 'coverage' ? 1 : terms.amount;
  const isShared = dutyShare === 'by-days' && row.dueOn === undefined && days < lengthOf(period);
  const owed = isShared ? Math.floor((whole * days) / lengthOf(period) + 0.5) : whole;
  return owed === 0 ? [] : [{ duty: id, period, span, due, owner, ower, owed, isShared }];
}

/** Clause C-3.3: days on post less approved leave. */
function daysAtHand(entry: RosterEntry, span: Span): number {
  const onPost = onPostWithin(entry, span);
  const away = (entry.leaves ?? []).reduce((sum, leave) => sum + lengthOf(overlapOf(leave, onPost)), 0);
  return Math.max(0, lengthOf(onPost) - away);
}

/** Days on which somebody of the team is on post. */
function daysCovered(entries: readonly RosterEntry[], span: Span): number {
  const stretches = entries.map((entry) => onPostWithin(entry, span)).sort((a, b) => compareDates(a.from, b.from));
  let days = 0;
  let reached = addDays(span.from, -1);
  for (const { from, to } of stretches) {
    days += lengthOf({ from: laterOf(from, addDays(reached, 1)), to });
    reached = laterOf(reached, to);
  }
  return days;
}

const byCadre = (entries: readonly RosterEntry[]): Map<string, RosterEntry[]> => grouped(entries, ({ cadre }) => cadre);
const byVillage = (entries: readonly RosterEntry[]): Map<string, RosterEntry[]> =>
  grouped(entries, ({ village }) => village);

function grouped(entries: readonly RosterEntry[], keyOf: (entry: RosterEntry) => string): Map<string, RosterEntry[]> {
  const groups = new Map<string, RosterEntry[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}
