import { inDays, reaches, sumOf, timeOf, type CountedTime } from '../../base/training-time';
import { earlierOf, type CivilDate } from '../../dates/civil-date';
import type { DutyRow } from '../../settings/duty-rows';
import type { DutyRecord } from './duty-facts';
import type { DutyLine } from './duty-lines';

/** How much of a line is done, and the day on which it was enough. */
export type Reached = { done: number; reachedOn: CivilDate | null };

/** Days that were marked and days that were entered as a number are the same days: the more counts. */
export function furtherOf(said: Reached, { owed }: DutyLine, marked: readonly CivilDate[]): Reached {
  const days = [said.reachedOn, marked[owed - 1]].flatMap((on) => on ?? []);
  const [first, ...others] = days;
  return {
    done: Math.max(said.done, marked.length),
    reachedOn: first === undefined ? null : earlierOf(first, ...others),
  };
}

export function amountOf(row: DutyRow, { owed }: DutyLine, records: readonly DutyRecord[]): Reached {
  const said: DutyRecord[] = [];
  let reachedOn: CivilDate | null = null;
  let isNothing = false;
  for (const record of records) {
    said.push(record);
    isNothing ||= record.body.nothingToDo === true;
    if (reachedOn === null && (isNothing || isReached(row, owed, said))) reachedOn = record.on;
  }
  return { done: isNothing ? Math.max(owed, doneBy(row, said)) : doneBy(row, said), reachedOn };
}

const isReached = (row: DutyRow, owed: number, records: readonly DutyRecord[]): boolean =>
  row.hoursPerDay === undefined
    ? hundredthsOf(records) >= owed * 100
    : reaches(timeBy(records, row.hoursPerDay), owed, row.hoursPerDay);

/** Times, days or yuan of all of them. */
export const doneBy = ({ hoursPerDay }: DutyRow, records: readonly Pick<DutyRecord, 'body'>[]): number =>
  hoursPerDay === undefined ? hundredthsOf(records) / 100 : inDays(timeBy(records, hoursPerDay), hoursPerDay);

const timeBy = (records: readonly Pick<DutyRecord, 'body'>[], hoursPerDay: number): CountedTime =>
  sumOf(records.map(({ body }) => timeOf(body, hoursPerDay)));

/** In whole fen, where it is money. */
const hundredthsOf = (records: readonly Pick<DutyRecord, 'body'>[]): number =>
  records.reduce(
    (sum, { body: { amount, nothingToDo } }) => sum + (nothingToDo === true ? 0 : Math.round((amount ?? 1) * 100)),
    0,
  );

/** Reached when all visits together cover what the largest count says there is; 0 of 0 only where nobody need be there. */
export function coverageOf({ isNeverEmpty }: DutyRow, records: readonly DutyRecord[]): Reached {
  let covered = 0;
  let of = 0;
  let reachedOn: CivilDate | null = null;
  for (const { body, on } of records) {
    covered += body.covered ?? 0;
    of = Math.max(of, body.of ?? 0);
    const isCovered = covered >= of && (of > 0 || isNeverEmpty !== true);
    reachedOn = isCovered ? (reachedOn ?? on) : null;
  }
  const isNobody = of === 0 && records.length > 0 && isNeverEmpty !== true;
  return { done: of === 0 ? Number(isNobody) : Math.floor((Math.min(covered, of) * 100) / of) / 100, reachedOn };
}

/** Whom the latest entry that is short of all names as not covered yet. */
export const lackingIn = (records: readonly DutyRecord[]): readonly string[] =>
  records.findLast(({ body: { lacking } }) => lacking !== undefined)?.body.lacking ?? [];

/** How many are still to be covered, with this entry. */
export const stillLacking = (records: readonly Pick<DutyRecord, 'body'>[]): number =>
  Math.max(0, ...records.map(({ body }) => body.of ?? 0)) -
  records.reduce((sum, { body }) => sum + (body.covered ?? 0), 0);
