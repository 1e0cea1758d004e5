import { actsOf } from '../../case/act-order';
import type { KeptActOf } from '../../case/case';
import { folded } from '../../case/fold';
import { addDays, earlierOf, type CivilDate } from '../../dates/civil-date';
import type { RosterEntry } from '../cadre-posting/roster';
import type { DutySheetBodies } from './duty-acts';
import type { DutySheetFile } from './duty-facts';
import type { People } from './duty-owers';

export type Reading = KeptActOf<
  Pick<DutySheetBodies, 'rosterRead' | 'unitsRead' | 'householdsRead' | 'leadersRead' | 'coversRead' | 'placesRead'>
>;
type Befallen = KeptActOf<Pick<DutySheetBodies, 'misfortune' | 'takeBack'>>;

/** What says who is there: an answer of the ledger, or what has befallen somebody. */
export type Said = Reading | Befallen;

/** The answers of the ledger; the latest stands. */
export const readings = (file: DutySheetFile): Reading[] =>
  actsOf(file.acts, 'rosterRead', 'unitsRead', 'householdsRead', 'leadersRead', 'coversRead', 'placesRead').sort(
    bySequence,
  );

/** The answers, the misfortunes, and which of them were taken back. */
export function saidOfPeople(file: DutySheetFile): Said[] {
  const misfortunes = actsOf(file.acts, 'misfortune');
  if (misfortunes.length === 0) return readings(file);
  const isOfOne = ({ body: { entry } }: KeptActOf<Pick<DutySheetBodies, 'takeBack'>>): boolean =>
    misfortunes.some(({ sequence }) => sequence === entry);
  const takenBack = actsOf(file.acts, 'takeBack').filter(isOfOne);
  return [...readings(file), ...misfortunes, ...takenBack].sort(bySequence);
}

const bySequence = (one: Said, other: Said): number => one.sequence - other.sequence;

/** Who is there, as the latest answers say it. */
export const peopleOf = (file: DutySheetFile): People => peopleBy(saidOfPeople(file));

/** Who was there by each answer, the latest included. */
export function peopleByAnswer(file: DutySheetFile): People[] {
  let people = nobody;
  return saidOfPeople(file).map((said) => (people = afterSaid(people, said)));
}

const nobody: People = { cadres: [], units: [], households: [], leaders: [], misfortunes: [], places: [] };

const peopleBy = folded<Said, People>({
  whole: (all) => all.reduce(afterSaid, nobody),
  step: afterSaid,
});

function afterSaid(people: People, said: Said): People {
  switch (said.operation) {
    case 'rosterRead':
      return { ...people, cadres: cadresAfter(people.cadres, said) };
    case 'unitsRead':
      return { ...people, units: said.body };
    case 'householdsRead':
      return { ...people, households: said.body };
    case 'leadersRead':
      return { ...people, leaders: said.body };
    case 'placesRead':
      return { ...people, places: said.body.map(({ place }) => place) };
    case 'coversRead':
      return people;
    case 'misfortune': {
      const befallen = { cadre: said.body.cadre, entry: said.sequence, on: said.occurredOn, by: said.by.office };
      return { ...people, misfortunes: [...people.misfortunes, befallen] };
    }
    case 'takeBack':
      return { ...people, misfortunes: people.misfortunes.filter(({ entry }) => entry !== said.body.entry) };
  }
}

/** OBLIGATIONS D3: who stood on an earlier answer and is gone from the next was there until then; what he owed and did stays. */
function cadresAfter(
  known: readonly RosterEntry[],
  { body: cadres, occurredOn }: Extract<Reading, { operation: 'rosterRead' }>,
): RosterEntry[] {
  const until = addDays(occurredOn, -1);
  const isThere = (gone: RosterEntry): boolean =>
    cadres.some(({ postingCase, village }) => postingCase === gone.postingCase && village === gone.village);
  const gone = known.filter((entry) => !isThere(entry)).map((entry) => leftBy(entry, until));
  return [...cadres, ...gone.filter(({ from, to }) => to !== null && from <= to)];
}

const leftBy = (entry: RosterEntry, until: CivilDate): RosterEntry => ({
  ...entry,
  to: entry.to === null ? until : earlierOf(entry.to, until),
});
