import type { Instant } from '@duban/policy/dates/civil-date';
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { RefusedRequest } from '../refusals/refused-request';

const withinMs = 3_000;
const workflowTasks = 1;
const started = 2;
const notFound = 5;

export interface EngineStanding {
  version: string;
  openExecutions: number;
}

export interface Poller {
  identity: string;
  lastSeenAt: Instant | null;
}

/** Something the engine will have the worker do again. */
export interface PendingActivity {
  activityId: string;
  attempt: number;
  isRunning: boolean;
  nextTryAt: Instant | null;
}

/** The engine is asked for a moment only. */
export const asked = <T>(client: Client, ask: () => Promise<T>): Promise<T> =>
  client.connection.withDeadline(Date.now() + withinMs, ask);

export async function engineStanding(client: Client): Promise<EngineStanding> {
  const namespace = client.options.namespace;
  const [{ serverVersion }, { count }] = await asked(client, () =>
    Promise.all([
      client.workflowService.getSystemInfo({}),
      client.workflowService.countWorkflowExecutions({ namespace, query: `ExecutionStatus = 'Running'` }),
    ]),
  );
  return { version: serverVersion ?? '', openExecutions: Number(count ?? 0) };
}

/** Who has asked for work of the queue in the last minutes. */
export async function pollersOf(client: Client, taskQueue: string): Promise<Poller[]> {
  const request = { namespace: client.options.namespace, taskQueue: { name: taskQueue }, taskQueueType: workflowTasks };
  const { pollers } = await asked(client, () => client.workflowService.describeTaskQueue(request));
  return (pollers ?? []).map(({ identity, lastAccessTime }) => ({
    identity: identity ?? '',
    lastSeenAt: instantOf(lastAccessTime),
  }));
}

/** What of a case is under way at the worker; none where there is no such case. */
export async function pendingOf(client: Client, caseId: string): Promise<PendingActivity[]> {
  try {
    const { raw } = await asked(client, () => client.workflow.getHandle(caseId).describe());
    return (raw.pendingActivities ?? []).map(({ activityId, attempt, state, nextAttemptScheduleTime }) => ({
      activityId: activityId ?? '',
      attempt: attempt ?? 1,
      isRunning: state === started,
      nextTryAt: instantOf(nextAttemptScheduleTime),
    }));
  } catch (error) {
    if ((error as Error).name === 'WorkflowNotFoundError') return [];
    throw error;
  }
}

/** Has an activity that waits for its next try done at once. */
export async function retryNow(client: Client, caseId: string, activityId: string): Promise<void> {
  const found = (await pendingOf(client, caseId)).find((one) => one.activityId === activityId);
  if (found === undefined) throw nothingToRetry(caseId);
  if (found.isRunning) throw new RefusedRequest('ALREADY_DONE', `案件 ${caseId} 的这一步正在办理中，无需重试。`);
  if (found.attempt < 2) throw nothingToRetry(caseId);
  const request = {
    namespace: client.options.namespace,
    execution: { workflowId: caseId },
    id: activityId,
    identity: 'duban-api',
  };
  try {
    await asked(client, () => client.workflowService.resetActivity(request));
  } catch (error) {
    if (isGrpcServiceError(error) && (error.code as number) === notFound) throw nothingToRetry(caseId);
    throw error;
  }
}

const nothingToRetry = (caseId: string): RefusedRequest =>
  new RefusedRequest('CONDITIONS_NOT_MET', `案件 ${caseId} 没有等待重试的这一步：已办成，或从未失败。`);

export function instantOf(time: { seconds?: unknown } | null | undefined): Instant | null {
  const seconds = Number(time?.seconds ?? 0);
  return seconds === 0 ? null : new Date(seconds * 1000).toISOString();
}
