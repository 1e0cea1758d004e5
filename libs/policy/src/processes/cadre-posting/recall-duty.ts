import type { OfficeId } from '../../base/office';
import { compareDates, isAfter, type CivilDate } from '../../dates/civil-date';
import type { AbsenceLadder } from './absence-ladder';
import type { RecallPath } from './posting-acts';
import type { FailedStretch } from './selection-course';

/** Clauses C-2.1 and C-3.7: what a cadre is to be recalled for; other recalls are decided and carried out in one. */
export interface RecallGround {
  path: Exclude<RecallPath, 'other'>;
  /** The day from which the recall is owed. */
  on: CivilDate;
  owner: OfficeId;
  /** Leave approved afterwards, or a grade handed in late, took the ground away. */
  cancelledOn?: CivilDate;
}

/** What the grounds of a recall are read from. */
export interface RecallFacts {
  absence: AbsenceLadder;
  selectionFailed: readonly FailedStretch[];
  recallDecidedOn: CivilDate | null;
  unit: OfficeId;
  /** Clause C-2.1: 同级驻村办. */
  stationingOffice: OfficeId;
}

/** OBLIGATIONS D1: selection, from the failing check; absence, from the notice before it; handling, from the decision. */
export function recallGrounds(facts: RecallFacts): RecallGround[] {
  const { absence, selectionFailed, recallDecidedOn, unit, stationingOffice } = facts;
  const bySelection = selectionFailed.map((stretch): RecallGround => ({
    path: 'selection',
    owner: stationingOffice,
    ...stretch,
  }));
  const byAbsence = absence.recalls.flatMap(({ readyOn, cancelledOn }): RecallGround[] => {
    if (readyOn === null || (cancelledOn !== undefined && cancelledOn < readyOn)) return [];
    return [{ path: 'absence', on: readyOn, owner: unit, ...(cancelledOn !== undefined && { cancelledOn }) }];
  });
  const byHandling: RecallGround[] =
    recallDecidedOn === null ? [] : [{ path: 'handling', on: recallDecidedOn, owner: unit }];
  return [...bySelection, ...byAbsence, ...byHandling].sort((a, b) => compareDates(a.on, b.on));
}

export const standingGrounds = (grounds: readonly RecallGround[]): RecallGround[] =>
  grounds.filter(({ cancelledOn }) => cancelledOn === undefined);

/** OBLIGATIONS D1: of several grounds the earliest stands; one that has fallen away is shown where no other is left. Who has been recalled already is not to be recalled again. */
export function groundOfRecall(grounds: readonly RecallGround[], recalledOn?: CivilDate): RecallGround | undefined {
  const before = grounds.filter(({ on }) => recalledOn === undefined || !isAfter(on, recalledOn));
  return standingGrounds(before)[0] ?? before.at(-1);
}
