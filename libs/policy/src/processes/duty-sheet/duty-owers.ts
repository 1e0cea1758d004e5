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
import { departmentOffice } from '../../base/departments';
import type { CivilDate } from '../../dates/civil-date';
import { joined, lengthOf, type NaturalPeriod, type Span } from '../../dates/natural-period';
import { visitedOnFestivals, type DutyBound } from '../../settings/duty-bound';
import type { DutyRow } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';
import { onPostWithin, type RosterEntry, type UnitOnRoster } from '../cadre-posting/roster';
import { daysAtHandIn, daysCovered, daysOnPostIn, isKeptBy, presenceOf, type CadrePresence } from './cadre-presence';
import type { HouseholdOnList, LeaderOnList, Misfortune } from './duty-acts';
import type { Presence } from './duty-figure';
import type { OwedPeriod } from './duty-occasions';

/** Who is there to owe something. */
export interface People {
  cadres: readonly RosterEntry[];
  units: readonly UnitOnRoster[];
  households: readonly HouseholdOnList[];
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
  const { cadres, units, households } = people;
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
        ...(covers !== undefined && { toCover: monitoredIn(households, ower, due) }),
      }));
    case 'leader':
      return leadersOwing(people.leaders, owing);
    case 'office': {
      const owner = officeId(bound.kind, territory);
      if (bound.each === 'cadre') return forEachCadre(owner, cadres, due);
      const toCover = listedFor(row, owing, people);
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

/** Clause C-2.3: the village's monitored households on the last day of the period. */
const monitoredIn = (households: readonly HouseholdOnList[], village: Territory, on: CivilDate): string[] =>
  households
    .filter((one) => one.village === village && one.from <= on && (one.to === null || on <= one.to))
    .map(({ household }) => household);

/** The offices, or the places, that a row of an office is to cover. */
function listedFor({ covers }: DutyRow, { territory, dispatchLeads }: Owing, { places }: People) {
  if (covers === 'lead-departments') return leadsAt(territory, dispatchLeads);
  return covers === 'places' ? places : undefined;
}

/** the offices of the level's lead departments. */
const leadsAt = (territory: Territory, leads: Settings['dispatchLeads']): OfficeId[] =>
  [...new Set(Object.values(leads).flat())].map((department) => departmentOffice(department, territory));

/** For everybody who is on post on the last day. */
const forEachCadre = (owner: OfficeId, cadres: readonly RosterEntry[], due: CivilDate): Ower[] =>
  [...grouped(cadres, ({ cadre }) => cadre)]
    .filter(([, own]) => own.some(({ from, to }) => from <= due && (to === null || due <= to)))
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
    const isThere = (day: CivilDate): boolean => own.some(({ from, to }) => from <= day && (to === null || day <= to));
    const isOwed =
      misfortune === undefined ? isThere(joinedBy) && isThere(due) : own.some((entry) => isStruck(entry, misfortune));
    if (!isOwed) return [];
    return [{ ...ower, ...(covers === 'cadre-and-family' && { toCover: Object.keys(visitedOnFestivals) }) }];
  });
}

/** Clause C-3.6: on post on the day, and sent by the unit that says so. */
export const isStruck = (
  { cadre, unit, from, to }: RosterEntry,
  misfortune: Pick<Misfortune, 'cadre' | 'on' | 'by'>,
): boolean =>
  cadre === misfortune.cadre &&
  from <= misfortune.on &&
  (to === null || misfortune.on <= to) &&
  (kindOf(misfortune.by) !== 'dispatching-unit' || misfortune.by === unit);

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
