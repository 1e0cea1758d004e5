import type { RehearsedKind } from '@duban/contracts/rehearsals';
import type { RehearsalEventRow } from '@duban/persistence/rehearsal-events';
import type { RehearsalRow } from '@duban/persistence/rehearsals';
import { differencesBetween, sideBySide, type Pair } from './event-differences';
import { kindName, processNameOf, shownEvent, shownOrder, shownRehearsal } from './shown-rehearsal';

/** One of two rehearsals to be compared. */
export interface Side {
  row: RehearsalRow;
  events: readonly RehearsalEventRow[];
}

/** Two rehearsals beside each other: figures, what was ordered differently, and the events that differ, at most `limit` of each sort. */
export function comparisonOf(left: Side, right: Side, limit: number) {
  const { onlyLeft, onlyRight, moved, changed, same } = differencesBetween(left.events, right.events);
  const some = <Item, Shown>(items: readonly Item[], shown: (item: Item) => Shown) => ({
    total: items.length,
    items: items.slice(0, limit).map(shown),
  });
  return {
    left: shownRehearsal(left.row),
    right: shownRehearsal(right.row),
    note: noteOf(left.row, right.row),
    orders: ordersOf(left.row, right.row),
    counts: {
      byKind: sideBySide(left.events, right.events, 'kind').map(({ of, ...counts }) => ({
        kind: of as RehearsedKind,
        name: kindName(of),
        ...counts,
      })),
      byProcess: sideBySide(left.events, right.events, 'process').map(({ of, ...counts }) => ({
        process: of,
        name: processNameOf(of),
        ...counts,
      })),
    },
    events: {
      same,
      limit,
      onlyLeft: some(onlyLeft, shownEvent),
      onlyRight: some(onlyRight, shownEvent),
      moved: some(moved, shownPair),
      changed: some(changed, shownPair),
    },
  };
}

const shownPair = ({ left, right, days }: Pair) => ({ left: shownEvent(left), right: shownEvent(right), days });

/** What one of the two assumes and the other does not. */
function ordersOf(left: RehearsalRow, right: RehearsalRow) {
  const [one, other] = [shownOrder(left), shownOrder(right)];
  const whatIfs = one.chosen.flatMap(({ id, name, words }) => {
    const rightWords = other.chosen.find((chosen) => chosen.id === id)?.words ?? '';
    return words === rightWords ? [] : [{ id, name, left: words, right: rightWords }];
  });
  return { whatIfs, policyChanges: { left: one.policyChanges, right: other.policyChanges } };
}

/** What keeps two from being compared event by event. */
function noteOf(left: RehearsalRow, right: RehearsalRow): string | null {
  if (left.county !== right.county) return '两次推演不是同一个县：案件各不相同，请只比较数量。';
  if (left.start !== right.start || left.months !== right.months)
    return '两次推演的起止日期不同：多数事项的日期随之不同，请主要比较数量。';
  return null;
}
