import { cityOf, levelOf, officeId, territoryOf, type OfficeId, type Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import { lengthOf, type NaturalPeriod, type Span } from '../../dates/natural-period';
import type { DutyBound, DutyRow } from '../../settings/duty-rows';
import type { RosterEntry, UnitOnRoster } from '../cadre-posting/roster';
import { daysAtHandIn, daysCovered, daysOnPostIn, isKeptBy, presenceOf, type CadrePresence } from './cadre-presence';
import type { HouseholdOnList, RollPart } from './duty-acts';
import type { Presence } from './duty-figure';
import { householdsOn } from './duty-lists';

/** Who is there to owe something. */
export interface People {
  cadres: readonly RosterEntry[];
  units: readonly UnitOnRoster[];
  households: readonly HouseholdOnList[];
  roll: readonly RollPart[];
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
}

/** Everybody who owes a row in a period. */
export function owersOf(
  { bound, covers }: DutyRow,
  { period, due, territory }: { period: NaturalPeriod; due: CivilDate; territory: Territory },
  people: People,
): Ower[] {
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
        ...(covers !== undefined && { toCover: householdsOn(covers, people, { village: ower, on: due }) }),
      }));
    case 'office': {
      const owner = officeId(bound.kind, bound.at === 'city' ? cityOf(territory) : territory);
      return bound.each === 'cadre' ? forEachCadre(owner, cadres, due) : partsOf(owner, bound.parts, lengthOf);
    }
    case 'unit':
      return [...grouped(units, ({ unit }) => unit)]
        .filter(([unit]) => bound.levels.some((level) => level === levelOf(territoryOf(unit))))
        .flatMap(([unit, own]) => owersOfUnit(bound, unit, own));
  }
}

/** For everybody who is on post on the last day. */
const forEachCadre = (owner: OfficeId, cadres: readonly RosterEntry[], due: CivilDate): Ower[] =>
  [...grouped(cadres, ({ cadre }) => cadre)]
    .filter(([, own]) => own.some(({ from, to }) => from <= due && (to === null || due <= to)))
    .map(([ower]) => ({ owner, ower, daysIn: lengthOf }));

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
