import { startOptions } from '@duban/platform/start-options';
import {
  confirmOpening,
  recordAct,
  reprojectCase,
  workflowTypes,
  type ActAnswer,
  type ActRequest,
  type CaseStart,
  type Reprojection,
} from '@duban/contracts/case-workflow';
import type { Refusal } from '@duban/policy/case/verdict';
import { isGrpcServiceError, WithStartWorkflowOperation, WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { Problem } from '../problem/problem';

export const ENGINE_GATEWAY = Symbol('engine gateway');

/** What the api asks of the engine. In a rehearsal the clock of the case is brought up to the act first. */
export interface EngineGateway {
  open(start: CaseStart): Promise<ActAnswer>;
  /** `undefined`: no such case runs. */
  act(caseId: string, request: ActRequest): Promise<ActAnswer | undefined>;
  reproject(caseId: string, order: Reprojection): Promise<void>;
  isReady(): Promise<boolean>;
}

const answerWithinMs = 15_000;

export function liveGateway(client: Client, taskQueue: string): EngineGateway {
  const within = <T>(ask: () => Promise<T>): Promise<T> => client.connection.withDeadline(Date.now() + answerWithinMs, ask);
  return {
    open: (start) =>
      within(() =>
        client.workflow.executeUpdateWithStart<(start: CaseStart) => Promise<string>, ActAnswer, [{ key: string; bodyHash: string }]>(confirmOpening, {
          args: [{ key: start.key, bodyHash: start.bodyHash }],
          updateId: start.key,
          startWorkflowOperation: new WithStartWorkflowOperation(workflowTypes[start.process], {
            ...startOptions(start, taskQueue),
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        }),
      ).catch(asProblem),
    act: (caseId, request) => within(() => sendAct(client, caseId, request)).catch(asProblem),
    reproject: (caseId, order) =>
      within(() => client.workflow.getHandle(caseId).signal(reprojectCase, order)).catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }),
    isReady: async () => {
      await client.connection.withDeadline(Date.now() + 2_000, () => client.workflowService.getSystemInfo({}));
      return true;
    },
  };
}

/** One act on a running case; `undefined` when no such case runs. */
export async function sendAct(client: Client, caseId: string, request: ActRequest): Promise<ActAnswer | undefined> {
  try {
    return await client.workflow.getHandle(caseId).executeUpdate<ActAnswer, [ActRequest]>(recordAct, { args: [request], updateId: request.act.key });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** A refusal of the rules comes back as the problem it names; an engine that does not answer as 503. */
export function asProblem(error: unknown): never {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.details?.[0]) throw Problem.of(cause.details[0] as Refusal);
  if (isEngineAway(error)) {
    throw new Problem('ENGINE_AWAY', '流程引擎暂时无法访问，本次登记未确认。请稍后用同一内容重新提交：不会重复登记。', { retryAfterSeconds: 5 });
  }
  throw error;
}

const awayCodes = new Set([1, 4, 14]);

const isEngineAway = (error: unknown): boolean => {
  if (error instanceof Error && /WorkflowUpdateRPCTimeoutOrCancelled|DEADLINE|UNAVAILABLE|Failed to connect/.test(`${error.name} ${error.message}`))
    return true;
  const cause = (error as { cause?: unknown }).cause;
  return (isGrpcServiceError(error) && awayCodes.has(error.code)) || (cause !== undefined && cause !== error && isEngineAway(cause));
};
