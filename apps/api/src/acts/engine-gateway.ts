import { startOptions } from '@duban/platform/start-options';
import {
  confirmOpening,
  recordAct,
  reprojectCase,
  workflowTypeOf,
  type ActAnswer,
  type ActRequest,
  type CaseStart,
  type Reprojection,
} from '@duban/contracts/case-workflow';
import type { Refusal } from '@duban/policy/base/verdict';
import {
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { RefusedRequest } from '../refusals/refused-request';

export const ENGINE_GATEWAY = Symbol('engine gateway');

/** What the api asks of the engine. In a rehearsal the clock of the case is brought up to the act first. */
export interface EngineGateway {
  open(start: CaseStart): Promise<ActAnswer>;
  /** `undefined`: no such case runs. */
  act(caseId: string, request: ActRequest): Promise<ActAnswer | undefined>;
  reproject(caseId: string, order: Reprojection): Promise<void>;
}

/** How long somebody waits for an answer before being asked to come back: the engine, or the worker, may be away. */
const defaultAnswerWithinMs = 15_000;

export function liveGateway(client: Client, taskQueue: string, answerWithinMs = defaultAnswerWithinMs): EngineGateway {
  const isReady = async (): Promise<boolean> => {
    await client.connection.withDeadline(Date.now() + 2_000, () => client.workflowService.getSystemInfo({}));
    return true;
  };
  const answered = <T>(ask: () => Promise<T>): Promise<T> => {
    const until = Date.now() + answerWithinMs;
    return client.connection
      .withDeadline(until, () => repeatedly(ask, until))
      .catch((error: unknown) => unanswered(error, isReady));
  };
  return {
    open: (start) =>
      answered(() =>
        client.workflow.executeUpdateWithStart<
          (start: CaseStart) => Promise<string>,
          ActAnswer,
          [{ key: string; bodyHash: string }]
        >(confirmOpening, {
          args: [{ key: start.key, bodyHash: start.bodyHash }],
          updateId: start.key,
          startWorkflowOperation: new WithStartWorkflowOperation(workflowTypeOf(start.process), {
            ...startOptions(start, taskQueue),
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        }),
      ),
    act: (caseId, request) => answered(() => sendAct(client, caseId, request)),
    reproject: (caseId, order) =>
      answered(() => client.workflow.getHandle(caseId).signal(reprojectCase, order)).catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }),
  };
}

/** One act on a running case; `undefined` when no such case runs. */
export async function sendAct(client: Client, caseId: string, request: ActRequest): Promise<ActAnswer | undefined> {
  try {
    return await client.workflow
      .getHandle(caseId)
      .executeUpdate<ActAnswer, [ActRequest]>(recordAct, { args: [request], updateId: request.act.key });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** A refusal of the rules comes back as the problem it names; an engine that does not answer as 503. */
export function throwRefused(error: unknown): never {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.details?.[0]) throw RefusedRequest.of(cause.details[0] as Refusal);
  if (isEngineAway(error)) {
    throw new RefusedRequest(
      'ENGINE_AWAY',
      '流程引擎暂时无法访问，本次登记未确认。请稍后用同一内容重新提交：不会重复登记。',
      {
        retryAfterSeconds: 5,
      },
    );
  }
  throw error;
}

/** The engine is there and nobody carries its tasks out, or the engine itself is away. */
async function unanswered(error: unknown, isReady: () => Promise<boolean>): Promise<never> {
  if (isInterrupted(error) || (isTimedOut(error) && (await isReady().catch(() => false)))) {
    throw new RefusedRequest(
      'WORKER_AWAY',
      '办理程序暂未响应，本次登记未确认。请稍后用同一内容重新提交：不会重复登记。',
      {
        retryAfterSeconds: 5,
      },
    );
  }
  return throwRefused(error);
}

/** A worker killed in the middle of an act leaves it undone; asked again under the same update id the act has one effect. */
async function repeatedly<T>(ask: () => Promise<T>, until: number): Promise<T> {
  for (let pause = 100; ; pause = Math.min(2 * pause, 1_000)) {
    try {
      return await ask();
    } catch (error) {
      if (!isInterrupted(error) || Date.now() + pause >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

const code = { cancelled: 1, deadlineExceeded: 4, failedPrecondition: 9, unavailable: 14 };
const awayCodes = new Set([code.cancelled, code.deadlineExceeded, code.unavailable]);

/**
 * “Unable to perform workflow execution update due to unexpected workflow task failure” or “… due to Workflow Task in failed state”; or, where many offices speak to one case at
 * once, an act the engine gave to a task that ended without it (`UnprocessedUpdate`). Either way it has not been done.
 */
const isInterrupted = (error: unknown): boolean =>
  reasons(error).some(
    (reason) =>
      (isGrpcServiceError(reason) &&
        reason.code === code.failedPrecondition &&
        /workflow task (failure|in failed state)/i.test(reason.details)) ||
      (reason instanceof ApplicationFailure && reason.type === 'UnprocessedUpdate'),
  );

const isTimedOut = (error: unknown): boolean =>
  reasons(error).some(
    (reason) =>
      reason instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
      (isGrpcServiceError(reason) && reason.code === code.deadlineExceeded),
  );

const isEngineAway = (error: unknown): boolean =>
  reasons(error).some(
    (reason) =>
      (isGrpcServiceError(reason) && awayCodes.has(reason.code)) ||
      (reason instanceof Error &&
        /WorkflowUpdateRPCTimeoutOrCancelled|DEADLINE|UNAVAILABLE|Failed to connect/.test(
          `${reason.name} ${reason.message}`,
        )),
  );

/** An error and what caused it. */
function reasons(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (
    let reason = error;
    reason !== undefined && reason !== null && !found.includes(reason);
    reason = (reason as { cause?: unknown }).cause
  )
    found.push(reason);
  return found;
}
