import { operationsMeeting } from '@duban/contracts/operation-groups';
import type { Operation } from '@duban/contracts/operation';
import type { DeadlineRow } from '@duban/persistence/deadlines';
import { isGranted } from '@duban/policy/case/admission';
import { callerOf, type Caller } from '../auth/caller';

/** What the caller does next about a deadline. */
export interface NextAct {
  operation: string;
  summary: string;
}

/** What it is, and why it is not possible yet: by the tables alone nobody knows, and `notYet` is null. */
export interface NextStep {
  nextAct: NextAct | null;
  notYet: string | null;
}

/** An operation by its name. */
export interface Step {
  name: string;
  operation: Operation;
}

export type MetDeadline = Pick<DeadlineRow, 'process' | 'id' | 'state' | 'deadline'>;

/**
 * The operations that meet the deadline and are the caller's to do, in their order. What the owing office can do itself is for it alone;
 * a step it cannot do (a village's review, the county's approval) is for whoever may.
 */
export function stepsOf({ process, id, state, deadline: { owner } }: MetDeadline, caller: Caller): Step[] {
  if (settled.has(state)) return [];
  const owing = callerOf(owner);
  return operationsMeeting(process, id).filter(
    ({ operation: { by } }) =>
      isGranted(caller.office, by) && (caller.office === owner || owing === undefined || !isGranted(owner, by)),
  );
}

/** The first of them, by the tables only: lists are long. */
export function nextStepOf(row: MetDeadline, caller: Caller): NextStep {
  return stepWith(stepsOf(row, caller)[0], null);
}

export const stepWith = (step: Step | undefined, notYet: string | null): NextStep =>
  step === undefined ? noStep : { nextAct: { operation: step.name, summary: step.operation.title }, notYet };

export const noStep: NextStep = { nextAct: null, notYet: null };

const settled: ReadonlySet<DeadlineRow['state']> = new Set(['met', 'met-late', 'dropped']);
