import type { ClauseId } from '../base/clauses/clauses';
import { inDateOrder } from './act-order';
import type { CaseFile, Consequence, KeptAct, KeptActOf } from './case';
import { caseId, parseCaseId } from './case-id';
import type { OfficeId, Territory } from '../base/office';
import type { CivilDate } from '../dates/civil-date';
import { beginningsAfter, periodOf, type Cadence } from '../dates/natural-period';
import type { DutyId } from '../settings/duty-rows';
import { cycleMark } from './cycle-mark';

/** An act of a case that fulfils a recurring duty. */
export interface FulfilledDuty {
  duty: DutyId;
  cadence: Cadence;
  /** Whose duty: the territory of the sheet. */
  territory: Territory;
  on: CivilDate;
  clause: ClauseId;
  key: string;
  /** Whose, and how much, where that is more than one time of the territory's office. */
  about?: { ower?: string; unit?: OfficeId; amount?: number | undefined; hours?: number | undefined };
}

/** In the opening of a case that asks the ledger which cycles run on the day of an act; without it, the sheet of the year's first cycle is told. */
export interface AsksCycles {
  asksCycles?: true | undefined;
}

/** What the ledger answers: the books of the cycles of a day. */
export type CyclesReadBody = string[];
interface HearsCycles {
  cyclesRead: CyclesReadBody;
}

/** an act counts in every cycle it falls in; which those are, the ledger is asked, because nobody knows it when the case begins. */
export function dutyDone<Bodies extends HearsCycles>(
  file: CaseFile<AsksCycles, Bodies>,
  { duty, cadence, territory, on, clause, key, about }: FulfilledDuty,
): Consequence[] {
  const { id } = periodOf(cadence, on);
  const tell = (mark: readonly string[]): Consequence => ({
    kind: 'tell',
    key: [key, ...mark].join(':'),
    clause,
    on,
    caseId: caseId('duty-sheet', territory, id, ...mark),
    operation: 'dutyDone',
    body: { duty, period: id, evidence: file.caseId, ...defined(about) },
  });
  if (file.opening.asksCycles !== true) return [tell([])];
  const asked = askedDays(file, { territory, cadence, on, isOneOfSeveral: about !== undefined });
  return [
    ...asked.map(({ day, key: question }): Consequence => ({
      kind: 'ask',
      question: 'cycles',
      key: question,
      clause,
      on: day,
      operation: 'cyclesRead',
      body: { territory, from: day, to: day },
    })),
    ...(asked.at(-1)?.books ?? []).map((book) => tell(cycleMark(book))),
  ];
}

interface AskedDay {
  day: CivilDate;
  key: string;
  books: CyclesReadBody | undefined;
}

/** OBLIGATIONS D6: the days on which the ledger is asked: the day itself, and for a yearly duty each following month of the year, until some cycle is found. */
function askedDays<Bodies extends HearsCycles>(
  file: CaseFile<AsksCycles, Bodies>,
  {
    territory,
    cadence,
    on,
    isOneOfSeveral,
  }: Pick<FulfilledDuty, 'territory' | 'cadence' | 'on'> & { isOneOfSeveral: boolean },
): AskedDay[] {
  const later = cadence === 'year' ? beginningsAfter('month', on, periodOf(cadence, on).to) : [];
  const asked: AskedDay[] = [];
  for (const day of [on, ...later]) {
    const books = booksOn(file, day, isOneOfSeveral)?.filter((book) => parseCaseId(book)?.territory === territory);
    asked.push({ day, key: isOneOfSeveral ? `cycles@${day}:${territory}` : `cycles@${day}`, books });
    if (books === undefined || books.length > 0) break;
  }
  return asked;
}

/** Are the cycles of the day still to be read? */
export const isAwaitingCycles = <Bodies extends HearsCycles>(
  file: CaseFile<AsksCycles, Bodies>,
  on: CivilDate,
): boolean => file.opening.asksCycles === true && booksOn(file, on) === undefined;

/** The latest answer of a day; where the cycles of several territories are asked for, what all of them name. */
function booksOn<Bodies extends HearsCycles>(
  { acts }: CaseFile<AsksCycles, Bodies>,
  on: CivilDate,
  isOneOfSeveral = false,
): CyclesReadBody | undefined {
  const answers = inDateOrder<KeptAct>(acts)
    .filter(isCyclesRead)
    .filter(({ occurredOn }) => occurredOn === on)
    .map(({ body }) => body);
  return isOneOfSeveral && answers.length > 0 ? [...new Set(answers.flat())] : answers.at(-1);
}

const isCyclesRead = (act: KeptAct): act is KeptActOf<HearsCycles> => act.operation === 'cyclesRead';

/** As on the wire: what is not said is left out. */
const defined = (about: FulfilledDuty['about']): { [field: string]: string | number } =>
  Object.fromEntries(
    Object.entries(about ?? {}).flatMap(([field, said]) => (said === undefined ? [] : [[field, said]])),
  );
