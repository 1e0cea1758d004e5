import { levelOf } from '../../base/office';
import { actsOf } from '../../case/act-order';
import type { Consequence, KeptActOf, QuestionName } from '../../case/case';
import type { Message } from '../../case/messages';
import { folded } from '../../case/fold';
import { addDays, earlierOf, type CivilDate } from '../../dates/civil-date';
import { beginningsAfter, lengthOf } from '../../dates/natural-period';
import type { CoveredList, DutyRow } from '../../settings/duty-rows';
import type { RosterEntry } from '../cadre-posting/roster';
import type { DutySheetBodies } from './duty-acts';
import type { DutySheetFile, SheetFacts } from './duty-facts';
import { rowsOn } from './duty-lines';
import { daysWithUnknown } from './duty-lists';
import type { People } from './duty-owers';
import { takesDays } from './village-day';

export type Reading = KeptActOf<Pick<DutySheetBodies, 'rosterRead' | 'unitsRead' | 'householdsRead' | 'rollRead'>>;

/** The answers of the ledger; the latest stands. */
export const readings = (file: DutySheetFile): Reading[] =>
  actsOf(file.acts, 'rosterRead', 'unitsRead', 'householdsRead', 'rollRead').sort((a, b) => a.sequence - b.sequence);

/** Who is there, as the latest answers say it. */
export const peopleOf = (file: DutySheetFile): People => peopleBy(readings(file));

/** Who was there by each answer, the latest included. */
export function peopleByAnswer(file: DutySheetFile): People[] {
  let people = nobody;
  return readings(file).map((reading) => (people = afterAnswer(people, reading)));
}

const nobody: People = { cadres: [], units: [], households: [], roll: [] };

const peopleBy = folded<Reading, People>({
  whole: (all) => all.reduce(afterAnswer, nobody),
  step: afterAnswer,
});

function afterAnswer(people: People, reading: Reading): People {
  switch (reading.operation) {
    case 'rosterRead':
      return { ...people, cadres: cadresAfter(people.cadres, reading) };
    case 'unitsRead':
      return { ...people, units: reading.body };
    case 'householdsRead':
      return { ...people, households: reading.body };
    case 'rollRead':
      return { ...people, roll: reading.body };
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

/** What a sheet asks of the ledger: who is on post, or which units have somebody there. */
type Question = 'roster' | 'units';

/** Until which day each of them matters: a county looks at its cadres until the last day on which they are to be trained. */
function questionsOf({ opening }: DutySheetFile, { settings, span }: SheetFacts): [Question, CivilDate][] {
  const { territory, cadence, from } = opening;
  if (levelOf(territory) === 'township') return [['roster', span.to]];
  if (levelOf(territory) !== 'county') return [];
  const dueDays = rowsOn({ territory, cadence }, settings)
    .map(({ row }) => row as DutyRow)
    .flatMap(({ bound, dueOn }) =>
      'each' in bound && bound.each === 'cadre' && dueOn !== undefined ? [`${from.slice(0, 4)}-${dueOn}`] : [],
    )
    .filter((due) => span.from <= due && due <= span.to);
  return [['units', span.to], ...dueDays.map((due): [Question, CivilDate] => ['roster', due])];
}

/** Who is there is read at the beginning (the day after again, when the cycle has just begun and people are still being entered), in between, at the end, and when somebody unknown is recorded. */
export function peopleQuestions(file: DutySheetFile, facts: SheetFacts): Consequence[] {
  if (lengthOf(facts.span) === 0) return [];
  return [
    ...questionsOf(file, facts).flatMap(([question, until]) => questionsUntil(file, facts, question, until)),
    ...listQuestions(file, facts),
  ];
}

function questionsUntil(
  file: DutySheetFile,
  { span, strangers, readAt = 0 }: SheetFacts,
  question: Question,
  until: CivilDate,
): Consequence[] {
  const { territory, cadence, from } = file.opening;
  const isMain = question === 'units' || levelOf(territory) === 'township';
  const ask = (key: string, on: CivilDate): Consequence => ({
    kind: 'ask',
    question,
    key,
    clause: 'C-3.1',
    on,
    operation: question === 'roster' ? 'rosterRead' : 'unitsRead',
    body: { territory, from: cadence === 'year' ? from : span.from, to: addDays(span.to, 6) },
  });
  const isHalved = cadence === 'month' && question === 'roster';
  const days = new Set([
    file.openedOn,
    ...(file.openedOn === file.opening.cycle.from ? [addDays(file.openedOn, 1)] : []),
    ...beginningsAfter(isHalved ? 'half-month' : 'month', file.openedOn, until),
    addDays(until, 1),
  ]);
  const unknown = new Set(strangers.filter(({ entry }) => entry > readAt).map(({ entry, on }) => `${entry}/${on}`));
  return [
    ...[...days].map((on) => ask(isMain ? `people@${on}` : `cadres@${on}`, on)),
    ...(isMain ? [...unknown] : []).map((one) => {
      const [entry = '', on = ''] = one.split('/');
      return ask(`people#${entry}`, on);
    }),
  ];
}

/** What each list is asked for by. */
const listQuestion = {
  'monitored-households': { question: 'households', operation: 'householdsRead' },
  'household-roll': { question: 'roll', operation: 'rollRead' },
} as const satisfies Record<CoveredList, { question: QuestionName; operation: Message }>;

/** Clause C-2.3: who is monitored, and who lives in the village, is read at the beginning, every Monday, when the period is over, and when somebody visited is on no list. */
function listQuestions({ opening, openedOn }: DutySheetFile, facts: SheetFacts): Consequence[] {
  const { span } = facts;
  const days = new Set([openedOn, ...beginningsAfter('week', openedOn, span.to), addDays(span.to, 1)]);
  const asked = [
    ...[...days].map((on) => ({ mark: `@${on}`, on })),
    ...daysWithUnknown(facts).map(({ entry, on }) => ({ mark: `#${entry}`, on })),
  ];
  return listsReadBy(opening, facts).flatMap((list) =>
    asked.map(({ mark, on }): Consequence => ({
      kind: 'ask',
      ...listQuestion[list],
      key: `${listQuestion[list].question}${mark}`,
      clause: 'C-2.3',
      on,
      body: { territory: opening.territory, from: span.from, to: span.to },
    })),
  );
}

/** What its duties cover; where the villages' days are said, all lists, by which visits are judged. */
const listsReadBy = (opening: DutySheetFile['opening'], { settings }: SheetFacts): CoveredList[] => {
  const covered = rowsOn(opening, settings).flatMap(({ row }) => (row as DutyRow).covers ?? []);
  return takesDays(opening) ? allLists : [...new Set(covered)];
};
const allLists: CoveredList[] = ['monitored-households', 'household-roll'];
