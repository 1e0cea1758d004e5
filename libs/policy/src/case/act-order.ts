import type { KeptAct } from './case';

/** Rules part 0: facts count in the order of their dates; on the same day, in the order of recording. */
export const inDateOrder = (acts: readonly KeptAct[]): KeptAct[] =>
  [...acts].sort(
    (a, b) => (a.occurredOn < b.occurredOn ? -1 : Number(a.occurredOn > b.occurredOn)) || a.sequence - b.sequence,
  );

/** A kept act with the body its operation carries. */
export type ActOf<Body> = KeptAct<Body>;

/** The acts of one operation, by date. The bodies were checked when they were admitted. */
export const actsOf = <Body>(acts: readonly KeptAct[], ...operations: readonly string[]): ActOf<Body>[] =>
  inDateOrder(acts).filter((act) => operations.includes(act.operation)) as ActOf<Body>[];
