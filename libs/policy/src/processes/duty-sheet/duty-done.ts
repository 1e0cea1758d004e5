import type { ClauseId } from '../../base/clauses/clauses';
import { inDateOrder } from '../../case/act-order';
import type { CaseFile, Consequence, KeptAct, KeptActOf } from '../../case/case';
import { caseId } from '../../case/case-id';
import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import { periodOf, type Cadence } from '../../dates/natural-period';
import type { DutyId } from '../../settings/duty-rows';
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
}

/** Set in the openings of cases that ask for the cycles of the day; older ones speak to the sheet of the year's first cycle. */
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
  { duty, cadence, territory, on, clause, key }: FulfilledDuty,
): Consequence[] {
  const { id } = periodOf(cadence, on);
  const tell = (mark: readonly string[]): Consequence => ({
    kind: 'tell',
    key: [key, ...mark].join(':'),
    clause,
    on,
    caseId: caseId('duty-sheet', territory, id, ...mark),
    operation: 'dutyDone',
    body: { duty, period: id, evidence: file.caseId },
  });
  if (file.opening.asksCycles !== true) return [tell([])];
  const ask: Consequence = {
    kind: 'ask',
    question: 'cycles',
    key: `cycles@${on}`,
    clause,
    on,
    operation: 'cyclesRead',
    body: { territory, from: on, to: on },
  };
  return [ask, ...(booksOn(file, on) ?? []).map((book) => tell(cycleMark(book)))];
}

/** Are the cycles of the day still to be read? */
export const isAwaitingCycles = <Bodies extends HearsCycles>(
  file: CaseFile<AsksCycles, Bodies>,
  on: CivilDate,
): boolean => file.opening.asksCycles === true && booksOn(file, on) === undefined;

const booksOn = <Bodies extends HearsCycles>(
  { acts }: CaseFile<AsksCycles, Bodies>,
  on: CivilDate,
): CyclesReadBody | undefined =>
  inDateOrder<KeptAct>(acts)
    .filter(isCyclesRead)
    .filter(({ occurredOn }) => occurredOn === on)
    .at(-1)?.body;

const isCyclesRead = (act: KeptAct): act is KeptActOf<HearsCycles> => act.operation === 'cyclesRead';
