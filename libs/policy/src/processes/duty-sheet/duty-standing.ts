import type { KeptActOf } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { dutyRows, type DutyRow } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';
import type { DutySheetBodies } from './duty-acts';
import { coveredBy, coversIn, endingOf, type Cover, type Covered } from './duty-covers';
import type { DutyRecord, LineStanding } from './duty-facts';
import type { DutyLine } from './duty-lines';
import { areSame } from './duty-owed';
import { amountOf, coverageOf, furtherOf, lackingIn, type Reached } from './duty-sums';

/** What a line stands by. */
export interface Said {
  records: readonly DutyRecord[];
  marked: readonly CivilDate[];
  /** Of meetings: those the ower was to be at. */
  held: readonly string[];
  carried: readonly Cover[];
  excuse: KeptActOf<Pick<DutySheetBodies, 'excuse'>> | undefined;
}

/** How a line stood by what had been said; it is the same object while nothing has been said of it. */
const stood = new WeakMap<DutyLine, Said & { standing: LineStanding }>();

export function standingOf(line: DutyLine, said: Said, settings: Settings): LineStanding {
  const before = stood.get(line);
  const isSame =
    before !== undefined &&
    before.excuse === said.excuse &&
    areSame(before.records, said.records) &&
    areSame(before.marked, said.marked) &&
    areSame(before.held, said.held) &&
    areSame(before.carried, said.carried);
  if (isSame) return before.standing;
  const standing = standingBy(said.held.length === 0 ? line : { ...line, toCover: said.held }, said, settings);
  stood.set(line, { ...said, standing });
  return standing;
}

function standingBy(line: DutyLine, said: Said, settings: Settings): LineStanding {
  const { records, marked, carried, excuse } = said;
  const row = dutyRows[line.duty] as DutyRow;
  const covers = line.days.length === 0 ? [] : [...carried, ...coversIn(records)].map((one) => endingOf(one, line));
  const { due, lacking, ...reached } =
    line.days.length === 0 ? reachedByName(line, records) : coveredBy(line, covers, settings);
  const { done, reachedOn } = row.measure === 'days' ? furtherOf(reached, line, daysMarked(records, marked)) : reached;
  const known = { ...line, due, lacking, done, records, covers };
  if (reachedOn !== null)
    return { ...known, state: reachedOn <= known.due ? 'fulfilled' : 'made-up', doneOn: reachedOn };
  if (excuse !== undefined) return { ...known, state: 'excused', doneOn: excuse.occurredOn };
  return { ...known, state: 'open', doneOn: null };
}

/** By times, by number or by name, and who is missing. */
function reachedByName(line: DutyLine, records: readonly DutyRecord[]): Covered {
  const row = dutyRows[line.duty] as DutyRow;
  const reached = reachedBy(line, records);
  return { ...reached, due: line.due, lacking: reached.reachedOn === null ? lackingIn(row, line, records) : [] };
}

/** Days that the secretary marked, and days of a village that were said. */
const daysMarked = (records: readonly DutyRecord[], marked: readonly CivilDate[]): CivilDate[] =>
  [...new Set([...marked, ...records.flatMap(({ isOfDay, on }) => (isOfDay === true ? [on] : []))])].sort();

/** How far a line is, by times, by number or by name; days of a village that were said are days, and not numbers. */
export function reachedBy(line: DutyLine, records: readonly DutyRecord[]): Reached {
  const row = dutyRows[line.duty] as DutyRow;
  if (row.measure === 'coverage') return coverageOf(row, line, records);
  const isTyped = ({ isOfDay }: DutyRecord): boolean => row.measure !== 'days' || isOfDay !== true;
  return amountOf(row, line, records.filter(isTyped));
}
