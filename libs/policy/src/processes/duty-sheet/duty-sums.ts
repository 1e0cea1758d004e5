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

/** By number: all visits together cover what the largest count, or the list, says there is; 0 of 0 only where nobody need be there. By name: everybody on the list was visited. */
export function coverageOf({ isNeverEmpty }: DutyRow, { toCover }: DutyLine, records: readonly DutyRecord[]): Reached {
  let covered = 0;
  let of = toCover.length;
  let reachedOn: CivilDate | null = null;
  const visited = new Set<string>();
  for (const { body, on } of records) {
    covered += body.covered ?? 0;
    of = Math.max(of, body.of ?? 0);
    for (const one of body.visited ?? []) if (toCover.includes(one)) visited.add(one);
    const isByNumber = covered >= of && (of > 0 || isNeverEmpty !== true);
    const isByName = toCover.length > 0 && visited.size === toCover.length;
    reachedOn = isByNumber || isByName ? (reachedOn ?? on) : null;
  }
  if (reachedOn !== null) return { done: 1, reachedOn };
  const byName = toCover.length === 0 ? 0 : Math.floor((visited.size * 100) / toCover.length) / 100;
  return { done: of === 0 ? 0 : Math.max(byName, Math.floor((covered * 100) / of) / 100), reachedOn };
}

/** Who is on the list and was not visited by name; without a list, whom the latest entry that is short of all names. */
export function lackingIn({ toCover }: DutyLine, records: readonly DutyRecord[]): readonly string[] {
  const named = records.findLast(({ body: { lacking } }) => lacking !== undefined)?.body.lacking;
  if (toCover.length === 0 || named !== undefined) return named ?? [];
  const visited = new Set(records.flatMap(({ body }) => body.visited ?? []));
  return toCover.filter((one) => !visited.has(one));
}

/** How many are still to be covered, with this entry. */
export const stillLacking = (records: readonly Pick<DutyRecord, 'body'>[]): number =>
  Math.max(0, ...records.map(({ body }) => body.of ?? 0)) -
  records.reduce((sum, { body }) => sum + (body.covered ?? 0), 0);
