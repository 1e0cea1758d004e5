import type { ActRequest } from '@duban/contracts/case-workflow';
import {
  ApplicationFailure,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { liveGateway } from './engine-gateway';

const request = { act: { key: 'k1' } } as ActRequest;
const answer = { caseId: 'c1' };

function grpc(code: number, details: string): Error {
  return Object.assign(new Error(details), { code, details, metadata: {} });
}
const interrupted = new Error('Workflow Update failed', {
  cause: grpc(9, 'Unable to perform workflow execution update due to unexpected workflow task failure.'),
});

/** An engine that gives these answers to an act, the last one again and again. */
function engineOf(answers: (Error | object)[], isThere = true): { asked: string[]; client: Client } {
  const asked: string[] = [];
  const next = (): Promise<unknown> => {
    const said = answers[Math.min(asked.length, answers.length) - 1];
    return said instanceof Error ? Promise.reject(said) : Promise.resolve(said);
  };
  const client = {
    connection: { withDeadline: (_until: number, ask: () => Promise<unknown>) => ask() },
    workflowService: {
      getSystemInfo: () => (isThere ? Promise.resolve({}) : Promise.reject(grpc(14, 'No connection'))),
    },
    workflow: {
      getHandle: () => ({
        executeUpdate: (_update: unknown, { updateId }: { updateId: string }) => {
          asked.push(updateId);
          return next();
        },
      }),
    },
  };
  return { asked, client: client as unknown as Client };
}

const act = ({ client }: { client: Client }, withinMs = 1_000): Promise<unknown> =>
  liveGateway(client, 'queue', withinMs).act('c1', request);

it('asks again under the same key when a worker died over the act', async () => {
  const engine = engineOf([interrupted, interrupted, answer]);
  await expect(act(engine)).resolves.toBe(answer);
  expect(engine.asked).toEqual(['k1', 'k1', 'k1']);
});

it('asks again when the case’s task has just failed', async () => {
  const failed = new Error('Workflow Update failed', {
    cause: grpc(9, 'Unable to perform workflow execution update due to Workflow Task in failed state.'),
  });
  const engine = engineOf([failed, answer]);
  await expect(act(engine)).resolves.toBe(answer);
});

it('asks again when the engine gave the act to a task that ended without it', async () => {
  const unprocessed = new WorkflowUpdateFailedError(
    'Workflow Update failed',
    ApplicationFailure.nonRetryable('not processed by worker', 'UnprocessedUpdate'),
  );
  const engine = engineOf([unprocessed, answer]);
  await expect(act(engine)).resolves.toBe(answer);
  expect(engine.asked).toEqual(['k1', 'k1']);
});

it.each([
  ['no worker finishes the act in time', engineOf([interrupted]), 'WORKER_AWAY'],
  [
    'the engine is there but nobody answers',
    engineOf([new WorkflowUpdateRPCTimeoutOrCancelledError('too late')]),
    'WORKER_AWAY',
  ],
  ['the engine is away', engineOf([grpc(14, 'No connection established')]), 'ENGINE_AWAY'],
  ['the engine is away and the time is up', engineOf([grpc(4, 'Deadline exceeded')], false), 'ENGINE_AWAY'],
])('%s: come back in a moment', async (_what, engine, code) => {
  await expect(act(engine, 250)).rejects.toMatchObject({ code, status: 503, more: { retryAfterSeconds: 5 } });
});

it('says nothing of a case that does not run', async () => {
  await expect(act(engineOf([new WorkflowNotFoundError('gone', 'c1', undefined)]))).resolves.toBeUndefined();
});

it('passes on what it does not know', async () => {
  const unknown = new Error('a defect');
  await expect(act(engineOf([unknown]))).rejects.toBe(unknown);
});
