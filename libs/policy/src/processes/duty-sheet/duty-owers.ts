import {
  cityOf,
  kindOf,
  levelOf,
  officeId,
  territoryOf,
  type Level,
  type OfficeId,
  type Territory,
} from '../../base/office';
import { grouped } from '../../base/grouped';
import { departmentOffice } from '../../base/departments';
import type { CivilDate } from '../../dates/civil-date';
import { isDayOf, joined, lengthOf, type NaturalPeriod, type Span } from '../../dates/natural-period';
import { isCoveredList, visitedOnFestivals, type DutyBound } from '../../settings/duty-bound';
import type { DutyRow } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';
import { onPostWithin, type RosterEntry, type UnitOnRoster } from '../cadre-posting/roster';
import { daysAtHandIn, daysCovered, daysOnPostIn, isKeptBy, presenceOf, type CadrePresence } from './cadre-presence';
import type { HouseholdOnList, LeaderOnList, Misfortune, RollPart } from './duty-acts';
import type { Presence } from './duty-figure';
import { householdsOn } from './duty-lists';
import type { OwedPeriod } from './duty-occasions';

/** Who is there to owe something. */
export interface People {
  cadres: readonly RosterEntry[];
  units: readonly UnitOnRoster[];
  households: readonly HouseholdOnList[];
  roll: readonly RollPart[];
  leaders: readonly LeaderOnList[];
  misfortunes: readonly Misfortune[];
  /** Directly below. */
  places: readonly Territory[];
}

/** Who owes something. */
export interface Ower {
  owner: OfficeId;
  ower: string;
  /** Days of a stretch it could act on. */
  daysIn: Presence['daysIn'];
  /** Where it is a cadre. */
  cadre?: CadrePresence;
  /** Where everybody on a list is to be covered: who. */
  toCover?: readonly string[];
  /** Where all days on post are to be covered: which. */
  days?: readonly Span[];
}

/** A row's period on the sheet of a territory, and which departments lead there. */
type Owing = OwedPeriod & { territory: Territory } & Pick<Settings, 'dispatchLeads'>;

/** Everybody who owes a row in a period. */
export function owersOf(row: DutyRow, owing: Owing, people: People): Ower[] {
  const { bound, covers } = row;
  const { period, due, territory } = owing;
  const { cadres, units } = people;
  const township = officeId('party-committee', territory);
  switch (bound.who) {
    case 'cadre':
      return cadresOwing(cadres, period).map((cadre) => ({
        owner: township,
        ower: cadre.cadre,
        cadre,
        daysIn: (stretch) => (period.cadence === 'year' ? daysOnPostIn : daysAtHandIn)(cadre, stretch),
      }));
    case 'team':
      return [...grouped(cadres, ({ village }) => village)].map(([ower, own]) => ({
        owner: township,
        ower,
        daysIn: (stretch: Span) => daysCovered(own, stretch),
        ...(isCoveredList(covers) && { toCover: householdsOn(covers, people, { village: ower, on: due }) }),
      }));
    case 'leader':
      return leadersOwing(people.leaders, owing);
    case 'office': {
      const owner = officeId(bound.kind, territory);
      if (bound.each === 'cadre') return forEachCadre(owner, cadres, due);
      const toCover = coveredByOffice(covers, owing, people);
      return partsOf(owner, bound.parts, lengthOf).map((ower) => ({
        ...ower,
        ...(toCover !== undefined && { toCover }),
      }));
    }
    case 'unit':
      return bound.each === 'cadre'
        ? forEachSent(row, owing, sentFrom(cadres, bound.levels))
        : [...grouped(units, ({ unit }) => unit)]
            .filter(([unit]) => isOfLevels(unit, bound.levels))
            .flatMap(([unit, own]) => owersOfUnit(bound, unit, own));
  }
}

const isOfLevels = (unit: OfficeId, levels: readonly Level[]): boolean =>
  levels.some((level) => level === levelOf(territoryOf(unit)));

/** OBLIGATIONS D21: who leads on the last day; where nobody does, it is the city's. */
function leadersOwing(leaders: readonly LeaderOnList[], { due, territory }: Owing): Ower[] {
  const own = leaders
    .filter(({ from, to }) => (from === null || from <= due) && (to === null || due <= to))
    .map(({ leader, office }) => ({ owner: office, ower: leader, daysIn: lengthOf }));
  return own.length === 0
    ? partsOf(officeId('party-committee', cityOf(territory)), undefined, lengthOf)
    : [...new Map(own.map((one) => [`${one.owner}/${one.ower}`, one])).values()];
}

/** Where an office is to leave out none of a list: who is on it. */
function coveredByOffice(
  covers: DutyRow['covers'],
  { territory, dispatchLeads }: Pick<Owing, 'territory' | 'dispatchLeads'>,
  { places }: People,
): readonly string[] | undefined {
  if (covers === 'places') return places;
  return covers === 'lead-departments' ? leadsAt(territory, dispatchLeads) : undefined;
}

/** the offices of the level's lead departments. */
const leadsAt = (territory: Territory, leads: Settings['dispatchLeads']): OfficeId[] =>
  [...new Set(Object.values(leads).flat())].map((department) => departmentOffice(department, territory));

/** For everybody who is on post on the last day. */
const forEachCadre = (owner: OfficeId, cadres: readonly RosterEntry[], due: CivilDate): Ower[] =>
  [...grouped(cadres, ({ cadre }) => cadre)]
    .filter(([, own]) => own.some((entry) => isDayOf(entry, due)))
    .map(([ower]) => ({ owner, ower, daysIn: lengthOf }));

/** Everybody on post, by the unit that sent him. */
const sentFrom = (cadres: readonly RosterEntry[], levels: readonly Level[]): RosterEntry[][] => [
  ...grouped(
    cadres.filter(({ unit }) => isOfLevels(unit, levels)),
    ({ unit, cadre }) => `${unit}/${cadre}`,
  ).values(),
];

/** OBLIGATIONS D22: for each cadre it has sent: who is on post on some day where all days count, whom it befell, or who came in time and is still there. */
function forEachSent({ covers }: DutyRow, owing: Owing, sent: readonly (readonly RosterEntry[])[]): Ower[] {
  const { period, span, due, joinedBy, misfortune } = owing;
  return sent.flatMap((own): Ower[] => {
    const [first] = own;
    if (first === undefined) return [];
    const ower = { owner: first.unit, ower: first.cadre, daysIn: lengthOf };
    if (covers === 'days-on-post') {
      const days = joined(own.map((entry) => onPostWithin(entry, { from: period.from, to: span.to })));
      return [{ ...ower, days, daysIn: (stretch: Span) => daysCovered(own, stretch) }];
    }
    const isThere = (day: CivilDate): boolean => own.some((entry) => isDayOf(entry, day));
    const isOwed =
      misfortune === undefined ? isThere(joinedBy) && isThere(due) : own.some((entry) => isStruck(entry, misfortune));
    if (!isOwed) return [];
    return [{ ...ower, ...(covers === 'cadre-and-family' && { toCover: Object.keys(visitedOnFestivals) }) }];
  });
}

/** Clause C-3.6: on post on the day, and sent by the unit that says so. */
export const isStruck = (entry: RosterEntry, { cadre, on, by }: Pick<Misfortune, 'cadre' | 'on' | 'by'>): boolean =>
  entry.cadre === cadre && isDayOf(entry, on) && (kindOf(by) !== 'dispatching-unit' || by === entry.unit);

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

const cadresOwing = (entries: readonly RosterEntry[], period: NaturalPeriod): CadrePresence[] =>
  [...grouped(entries, ({ cadre }) => cadre)]
    .map(([cadre, own]) => presenceOf(cadre, own))
    .filter((presence) => isKeptBy(presence, period));
