import { operationsMeeting } from '@duban/contracts/next-acts';
import type { DeadlineRow } from '@duban/persistence/deadlines';
import { callerOf, isGranted, type Caller } from '../auth/caller';

/** What the caller does next about a deadline. */
export interface NextAct {
  operation: string;
  summary: string;
}

/**
 * The first operation that meets the deadline and is the caller's to do. What the owing office can do itself is for it alone; a step
 * it cannot do (a village's review, the county's approval) is for whoever may. From the tables only: lists are long.
 */
export function nextActOf(
  { process, id, state, deadline: { owner } }: Pick<DeadlineRow, 'process' | 'id' | 'state' | 'deadline'>,
  caller: Caller,
): NextAct | null {
  if (settled.has(state)) return null;
  const owing = callerOf(owner);
  const found = operationsMeeting(process, id).find(
    ({ operation: { by } }) => isGranted(caller, by) && (caller.office === owner || owing === undefined || !isGranted(owing, by)),
  );
  return found === undefined ? null : { operation: found.name, summary: found.operation.summary };
}

const settled: ReadonlySet<DeadlineRow['state']> = new Set(['met', 'met-late', 'dropped']);
