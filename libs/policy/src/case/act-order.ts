import type { KeptAct, KeptActOf } from './case';

/** RULES 0.dates: facts count in the order of their dates; on the same day, in the order of recording. */
export const inDateOrder = <A extends KeptAct>(acts: readonly A[]): A[] =>
  [...acts].sort(
    (a, b) => (a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn)) || a.sequence - b.sequence,
  );

/** The acts of some operations, by date. */
export const actsOf = <Bodies, Name extends keyof Bodies & string>(
  acts: readonly KeptActOf<Bodies>[],
  ...operations: readonly Name[]
): Extract<KeptActOf<Bodies>, { operation: Name }>[] =>
  inDateOrder(acts as readonly (KeptActOf<Bodies> & KeptAct)[]).filter((act): act is never =>
    (operations as readonly string[]).includes(act.operation),
  );
