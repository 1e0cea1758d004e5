import type { RehearsalEventRow } from '@duban/persistence/rehearsal-events';
import { grouped } from '@duban/policy/base/grouped';
import { daysBetween } from '@duban/policy/dates/civil-date';

/** One thing that happens in both rehearsals, but not in the same way. */
export interface Pair {
  left: RehearsalEventRow;
  right: RehearsalEventRow;
  /** How many days later it happens on the right; negative: earlier. */
  days: number;
}

export interface Differences {
  onlyLeft: RehearsalEventRow[];
  onlyRight: RehearsalEventRow[];
  /** On another day. */
  moved: Pair[];
  /** On the same day, with other numbers or to other offices. */
  changed: Pair[];
  same: number;
}

/**
 * What differs between two rehearsals. Two events can be the same event if case, kind, name and words agree once the numbers in them are
 * left out. Among such candidates identical ones are paired first, then the rest in the order of their days; what finds no partner is on one side only.
 */
export function differencesBetween(
  left: readonly RehearsalEventRow[],
  right: readonly RehearsalEventRow[],
): Differences {
  const found: Differences = { onlyLeft: [], onlyRight: [], moved: [], changed: [], same: 0 };
  const rights = grouped(right, kindOf);
  for (const [kind, lefts] of grouped(left, kindOf)) {
    compareKind(lefts, rights.get(kind) ?? [], found);
    rights.delete(kind);
  }
  for (const rest of rights.values()) found.onlyRight.push(...rest);
  for (const list of [found.onlyLeft, found.onlyRight]) list.sort((a, b) => a.line - b.line);
  for (const list of [found.moved, found.changed]) list.sort((a, b) => a.left.line - b.left.line);
  return found;
}

function compareKind(
  lefts: readonly RehearsalEventRow[],
  rights: readonly RehearsalEventRow[],
  found: Differences,
): void {
  const unmatched = grouped(rights, wholeOf);
  const others = lefts.filter((event) => {
    const isMatched = unmatched.get(wholeOf(event))?.shift() !== undefined;
    if (isMatched) found.same += 1;
    return !isMatched;
  });
  const rest = [...unmatched.values()].flat().sort((a, b) => a.line - b.line);
  others.forEach((event, index) => {
    const other = rest[index];
    if (other === undefined) found.onlyLeft.push(event);
    else
      (event.day === other.day ? found.changed : found.moved).push({
        left: event,
        right: other,
        days: daysBetween(event.day, other.day),
      });
  });
  found.onlyRight.push(...rest.slice(others.length));
}

const kindOf = ({ caseId, kind, name, what }: RehearsalEventRow): string =>
  [caseId, kind, name, what.replace(/\d+/g, '#')].join('|');
const wholeOf = ({ day, what, clause, recipients }: RehearsalEventRow): string =>
  [day, clause, recipients.join(), what].join('|');

export interface SideBySide {
  of: string;
  left: number;
  right: number;
  /** Right less left. */
  difference: number;
}

/** Counts of both beside each other, the greatest difference first. */
export function sideBySide(
  left: readonly RehearsalEventRow[],
  right: readonly RehearsalEventRow[],
  by: 'kind' | 'process',
): SideBySide[] {
  const counts = new Map<string, { left: number; right: number }>();
  const add = (event: RehearsalEventRow, side: 'left' | 'right'): void => {
    const count = counts.get(event[by]) ?? { left: 0, right: 0 };
    count[side] += 1;
    counts.set(event[by], count);
  };
  for (const event of left) add(event, 'left');
  for (const event of right) add(event, 'right');
  return [...counts]
    .map(([of, count]) => ({ of, ...count, difference: count.right - count.left }))
    .sort(
      (a, b) =>
        Math.abs(b.difference) - Math.abs(a.difference) ||
        b.left + b.right - a.left - a.right ||
        (a.of < b.of ? -1 : 1),
    );
}
