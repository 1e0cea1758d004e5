import { levelOf } from '../../base/office';
import type { Consequence, QuestionName } from '../../case/case';
import type { Message } from '../../case/messages';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { beginningsAfter, lengthOf, type Span } from '../../dates/natural-period';
import type { CoveredList, Covering } from '../../settings/duty-bound';
import { dutyRows, type DutyRow } from '../../settings/duty-rows';
import type { DutySheetFile, SheetFacts } from './duty-facts';
import { rowsOn } from './duty-lines';
import { daysWithUnknown } from './duty-lists';
import { takesDays } from './village-day';

/** What a sheet asks of the ledger: who is on post, which units have somebody there, and who leads for the county. */
type Question = 'roster' | 'units' | 'leaders';
const answers = { roster: 'rosterRead', units: 'unitsRead', leaders: 'leadersRead' } as const;

/** Which of them knows who owes a row. */
export const questionOf = ({ bound }: DutyRow): Question => {
  if (bound.who === 'leader') return 'leaders';
  const isOfCadres = 'each' in bound && bound.each === 'cadre';
  return isOfCadres || bound.who === 'cadre' || bound.who === 'team' ? 'roster' : 'units';
};

/** Until which day each of them matters: a county looks at its cadres until the last day on which something is owed for them. */
function questionsOf({ opening }: DutySheetFile, { settings, span }: SheetFacts): [Question, CivilDate][] {
  const { territory, cadence, from } = opening;
  if (levelOf(territory) === 'township') return [['roster', span.to]];
  if (levelOf(territory) !== 'county') return [];
  const ofCadres = rowsOn({ territory, cadence }, settings).filter(({ row }) => questionOf(row) === 'roster');
  const [last] = ofCadres
    .map(({ row }) => row as DutyRow)
    .map(({ dueOn }) => (dueOn === undefined ? span.to : `${from.slice(0, 4)}-${dueOn}`))
    .filter((due) => span.from <= due && due <= span.to)
    .sort()
    .reverse();
  return [['units', span.to], ...(last === undefined ? [] : [['roster', last] satisfies [Question, CivilDate]])];
}

/** Who is there is read at the beginning (the day after again, when the cycle has just begun and people are still being entered), in between, at the end, and when somebody unknown is recorded. */
export function peopleQuestions(file: DutySheetFile, facts: SheetFacts): Consequence[] {
  if (lengthOf(facts.span) === 0) return [];
  return [
    ...questionsOf(file, facts).flatMap(([question, until]) => questionsUntil(file, facts, question, until)),
    ...listQuestions(file, facts),
  ];
}

function questionsUntil(file: DutySheetFile, facts: SheetFacts, question: Question, until: CivilDate): Consequence[] {
  const { openedOn, opening } = file;
  const isMain = question === 'units' || levelOf(opening.territory) === 'township';
  const isHalved = opening.cadence === 'month' && question === 'roster';
  const days = new Set([
    openedOn,
    ...(openedOn === opening.cycle.from ? [addDays(openedOn, 1)] : []),
    ...beginningsAfter(isHalved ? 'half-month' : 'month', openedOn, until),
    addDays(until, 1),
  ]);
  const { span } = facts;
  const body = {
    territory: opening.territory,
    from: opening.cadence === 'year' ? opening.from : span.from,
    to: addDays(span.to, 6),
  };
  const keyed = [...days].map((on) => [isMain ? `people@${on}` : `cadres@${on}`, on] as const);
  return asked({ question, operation: answers[question], clause: 'C-3.1', body }, [
    ...keyed,
    ...unknownIn(facts, question),
  ]);
}

/** The entries of people nobody knows yet, each once, of whom this question may know. */
function unknownIn({ strangers, readAt = 0 }: SheetFacts, question: Question): KeyAndDay[] {
  const own = strangers.filter(({ entry, body }) => entry > readAt && questionOf(dutyRows[body.duty]) === question);
  return [...new Map(own.map(({ entry, on }) => [`people#${entry}`, on]))];
}

type AskSpec = Pick<Extract<Consequence, { kind: 'ask' }>, 'question' | 'operation' | 'clause' | 'body'>;
type KeyAndDay = readonly [key: string, on: CivilDate];

const asked = (spec: AskSpec, days: readonly KeyAndDay[]): Consequence[] =>
  days.map(([key, on]) => ({ ...spec, kind: 'ask', key, on }));

/** What each list is asked for by. */
const listQuestion = {
  'monitored-households': { question: 'households', operation: 'householdsRead' },
  'household-roll': { question: 'roll', operation: 'rollRead' },
} as const satisfies Record<CoveredList, { question: QuestionName; operation: Message }>;
const allLists: CoveredList[] = ['monitored-households', 'household-roll'];

/** What its duties cover; where the villages' days are said, all lists, by which visits are judged. */
const listsReadBy = (opening: DutySheetFile['opening'], rows: readonly DutyRow[]): CoveredList[] =>
  takesDays(opening) ? allLists : allLists.filter((list) => rows.some(({ covers }) => covers === list));

/** Clauses C-2.3 and: who is monitored, who lives in the village, and who leads, is read at the beginning, every Monday, when the period is over, and when somebody visited is on no list. C-3.6: what is insured already, every month. */
function listQuestions({ opening, openedOn }: DutySheetFile, facts: SheetFacts): Consequence[] {
  const { settings, span } = facts;
  const { territory, from } = opening;
  const rows: DutyRow[] = rowsOn(opening, settings).map(({ row }) => row);
  const days = (question: QuestionName, cadence: 'week' | 'month'): KeyAndDay[] =>
    [...new Set([openedOn, ...beginningsAfter(cadence, openedOn, span.to), addDays(span.to, 1)])].map((on) => [
      `${question}@${on}`,
      on,
    ]);
  const body = { territory, from: span.from, to: span.to };
  const leaders: AskSpec = { question: 'leaders', operation: 'leadersRead', clause: 'A-4.1', body };
  const covers: AskSpec = { question: 'covers', operation: 'coversRead', clause: 'C-3.6', body: { ...body, from } };
  const places = { question: 'places', operation: 'placesRead', clause: 'A-4.1' } as const;
  const isCovered = (what: Covering): boolean => rows.some((row) => row.covers === what);
  const areLed = rows.some(({ bound }) => bound.who === 'leader');
  return [
    ...listsReadBy(opening, rows).flatMap((list) => {
      const { question } = listQuestion[list];
      const unknown = daysWithUnknown(facts).map(({ entry, on }): KeyAndDay => [`${question}#${entry}`, on]);
      return asked({ ...listQuestion[list], clause: 'C-2.3', body }, [...days(question, 'week'), ...unknown]);
    }),
    ...(isCovered('places') ? asked({ ...places, body }, atBothEnds(opening, openedOn, span)) : []),
    ...(isCovered('days-on-post') ? asked(covers, days('covers', 'month')) : []),
    ...(areLed ? asked(leaders, [...days('leaders', 'week'), ...unknownIn(facts, 'leaders')]) : []),
  ];
}

/** Which places lie below is read at the beginning (the day after again, while a cycle's people are being entered), and when the period is over. */
function atBothEnds({ cycle }: DutySheetFile['opening'], openedOn: CivilDate, { to }: Span): KeyAndDay[] {
  const days = new Set([openedOn, ...(openedOn === cycle.from ? [addDays(openedOn, 1)] : []), addDays(to, 1)]);
  return [...days].map((on) => [`places@${on}`, on]);
}
