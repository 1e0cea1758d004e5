import type { RehearsalOrder } from '@duban/contracts/rehearsals';
import type { CivilDate } from '@duban/policy/dates/civil-date';

/** What a runner tells the child that plays one rehearsal. */
export interface PlayOrder {
  id: string;
  stage: string;
  order: RehearsalOrder;
}

/** What the child tells: how far it is, or why it cannot go on, in words for the office that ordered. */
export type ChildWord =
  { kind: 'progress'; day: CivilDate; done: number; total: number } | { kind: 'failed'; failure: string };
