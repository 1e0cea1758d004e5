import type { KeptAct } from './case';

/** RULES 0.dates: facts count in the order of their dates; on the same day, in the order of recording. */
export const inDateOrder = <A extends KeptAct>(acts: readonly A[]): A[] =>
  [...acts].sort(
    (a, b) => (a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn)) || a.sequence - b.sequence,
  );

/** The acts of some operations, by date; each is of the kind its name says. */
export const actsOf = <A extends KeptAct, Name extends A['operation']>(
  acts: readonly A[],
  ...operations: readonly Name[]
): Extract<A, { operation: Name }>[] =>
  inDateOrder(acts).filter((act): act is Extract<A, { operation: Name }> =>
    operations.some((name) => name === act.operation),
  );
