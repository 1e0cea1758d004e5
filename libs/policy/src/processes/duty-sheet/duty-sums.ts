import { inDays, reaches, sumOf, timeOf, type CountedTime } from '../../base/training-time';
import { earlierOf, type CivilDate } from '../../dates/civil-date';
import { visitedOnFestivals } from '../../settings/duty-bound';
import type { DutyRow } from '../../settings/duty-rows';
import type { DutyRecord } from './duty-facts';
import type { DutyLine } from './duty-lines';
import { noRoll } from './duty-lists';

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

/** By name where there is a list: everybody on it was visited. By number where there is none: all entries together cover the largest count, and 0 of 0 only where nobody need be there. */
export function coverageOf(row: DutyRow, { toCover }: DutyLine, records: readonly DutyRecord[]): Reached {
  const isByName = isCoveredByName(row, toCover);
  const said: DutyRecord[] = [];
  let reachedOn: CivilDate | null = null;
  for (const record of records) {
    said.push(record);
    const isAll = isByName ? visitedOf(toCover, said) === toCover.length && toCover.length > 0 : isAllByNumber(said);
    reachedOn = isAll ? (reachedOn ?? record.on) : null;
  }
  if (reachedOn !== null) return { done: 1, reachedOn };
  const { covered, of } = numbersOf(said);
  const done = isByName ? shareOf(visitedOf(toCover, said), toCover.length) : shareOf(covered, of);
  return { done, reachedOn };
}

/** A list that has not been made covers nobody, whatever number is said. */
const isCoveredByName = ({ covers }: DutyRow, toCover: readonly string[]): boolean =>
  covers !== undefined || toCover.length > 0;

function isAllByNumber(records: readonly DutyRecord[]): boolean {
  const { covered, of } = numbersOf(records);
  return covered >= of;
}

const numbersOf = (records: readonly DutyRecord[]): { covered: number; of: number } => ({
  covered: records.reduce((sum, { body }) => sum + (body.covered ?? 0), 0),
  of: records.reduce((most, { body }) => Math.max(most, body.of ?? 0), 0),
});

const visitedOf = (toCover: readonly string[], records: readonly DutyRecord[]): number => {
  const visited = new Set(records.flatMap(({ body }) => body.visited ?? []));
  return toCover.filter((one) => visited.has(one)).length;
};

/** Cut off, so that what falls short never looks like all. */
const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part * 100) / whole) / 100);

/** Who is on the list and was not visited by name; where there is none, whom the latest entry that is short of all names. */
export function lackingIn(row: DutyRow, { toCover }: DutyLine, records: readonly DutyRecord[]): readonly string[] {
  if (!isCoveredByName(row, toCover))
    return records.findLast(({ body: { lacking } }) => lacking !== undefined)?.body.lacking ?? [];
  if (toCover.length === 0) return [noRoll];
  const visited = new Set(records.flatMap(({ body }) => body.visited ?? []));
  return namesOf(
    row,
    toCover.filter((one) => !visited.has(one)),
  );
}

/** Households stay codes; the cadre and his family are said in words. */
export const namesOf = ({ covers }: DutyRow, visited: readonly string[]): readonly string[] =>
  covers === 'cadre-and-family'
    ? visited.map((one) => (isOneOf(visitedOnFestivals, one) ? visitedOnFestivals[one] : one))
    : visited;

const isOneOf = <Key extends string>(table: Readonly<Record<Key, unknown>>, one: string): one is Key =>
  Object.hasOwn(table, one);

/** How many are still to be covered, with this entry. */
export const stillLacking = (records: readonly Pick<DutyRecord, 'body'>[]): number =>
  Math.max(0, ...records.map(({ body }) => body.of ?? 0)) -
  records.reduce((sum, { body }) => sum + (body.covered ?? 0), 0);
