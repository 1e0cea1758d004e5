import type { KeptAct } from './case';
import { folded } from './fold';

/** RULES 0.dates: facts count in the order of their dates; on the same day, in the order of recording. */
export const inDateOrder = <A extends KeptAct>(acts: readonly A[]): A[] => [...(ordered(acts).all as readonly A[])];

/** The acts of some operations, by date; each is of the kind its name says. */
export function actsOf<A extends KeptAct, Name extends A['operation']>(
  acts: readonly A[],
  ...operations: readonly Name[]
): Extract<A, { operation: Name }>[] {
  const { byName } = ordered(acts);
  const lists = operations.map((name) => byName.get(name) ?? []).filter((list) => list.length > 0);
  const found = lists.length > 1 ? lists.flat().sort(byDate) : [...(lists[0] ?? [])];
  return found as unknown as Extract<A, { operation: Name }>[];
}

const byDate = (a: KeptAct, b: KeptAct): number =>
  (a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn)) || a.sequence - b.sequence;

interface Ordered {
  all: readonly KeptAct[];
  byName: ReadonlyMap<string, readonly KeptAct[]>;
}

/** Kept in order as acts are recorded: a file of ten thousand is not sorted for each. */
const orderedBy = folded<KeptAct, Ordered>({
  whole: (acts) => {
    const all = [...acts].sort(byDate);
    const byName = new Map<string, KeptAct[]>();
    for (const act of all) {
      const own = byName.get(act.operation);
      if (own === undefined) byName.set(act.operation, [act]);
      else own.push(act);
    }
    return { all, byName };
  },
  step: ({ all, byName }, act) => ({
    all: withAct(all, act),
    byName: new Map(byName).set(act.operation, withAct(byName.get(act.operation) ?? [], act)),
  }),
});
const ordered = (acts: readonly KeptAct[]): Ordered => orderedBy(acts);

/** Behind all that are not later. */
function withAct(acts: readonly KeptAct[], act: KeptAct): KeptAct[] {
  let at = acts.length;
  while (at > 0 && byDate(acts[at - 1] as KeptAct, act) > 0) at -= 1;
  return [...acts.slice(0, at), act, ...acts.slice(at)];
}
