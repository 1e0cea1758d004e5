import { divisionName } from '@duban/contracts/divisions';
import type { dueCounts } from '@duban/persistence/forecast';
import { processNames } from '@duban/policy/case/case';

type DueCount = Awaited<ReturnType<typeof dueCounts>>[number];

/** Sums of what falls due: in all, and by day, area and process. */
export const totalsOf = (items: readonly DueCount[]) => ({
  all: items.reduce((total, { count }) => total + count, 0),
  byDay: grouped(items, ({ day }) => day).map(([day, count]) => ({ day, count })),
  byArea: grouped(items, ({ area }) => area).map(([area, count]) => ({ area, name: divisionName(area), count })),
  byProcess: grouped(items, ({ process }) => process).map(([process, count]) => ({
    process,
    processName: processNames[process],
    count,
  })),
});

function grouped<Key extends string>(items: readonly DueCount[], keyOf: (item: DueCount) => Key): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + item.count);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
