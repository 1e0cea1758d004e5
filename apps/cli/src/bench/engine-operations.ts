import { temporal } from '@temporalio/proto';
import { workOff } from './rates';
import type { Stage } from './stage';

/** What the engine has done for all cases of a stage. */
export interface Operations {
  /** Each is a write of the engine to its database. */
  transitions: number;
  events: number;
  /** Workflow tasks, updates, signals, timers, activities, local activities. */
  kinds: number[];
}

const { EventType } = temporal.api.enums.v1;
const counted = [
  EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_TIMER_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_MARKER_RECORDED,
];

export async function countOperations({ engine, dataSource }: Stage): Promise<Operations> {
  const sum: Operations = { transitions: 0, events: 0, kinds: counted.map(() => 0) };
  const cases = await dataSource.query<{ id: string }[]>('SELECT case_id AS id FROM cases');
  await workOff(cases, 5, async ({ id }) => {
    const handle = engine.client.workflow.getHandle(id);
    const { raw } = await handle.describe();
    const { events } = await handle.fetchHistory();
    sum.transitions += Number(raw.workflowExecutionInfo?.stateTransitionCount ?? 0);
    sum.events += events?.length ?? 0;
    for (const event of events ?? []) {
      const kind = counted.findIndex((type) => type === event.eventType);
      if (kind >= 0) sum.kinds[kind] = (sum.kinds[kind] ?? 0) + 1;
    }
  });
  return sum;
}

export const operationsBetween = (before: Operations, after: Operations): Operations => ({
  transitions: after.transitions - before.transitions,
  events: after.events - before.events,
  kinds: after.kinds.map((count, kind) => count - (before.kinds[kind] ?? 0)),
});
