import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { VirtualClocks } from './virtual-clock';

const { FastForwardPollingResult: result } = temporal.api.enums.v1;
const day = 86_400_000;

/** An engine whose clock jumps at once, and which answers a poll only when it is let. */
function engine(): { client: Client; clockMs: () => number; answer: () => void; moves: number[] } {
  let aheadMs = 0;
  const waiting: (() => void)[] = [];
  const moves: number[] = [];
  const workflowService = {
    updateWorkflowExecutionOptions: ({ workflowExecutionOptions: { timeSkippingConfig } }: Moved): Promise<void> => {
      const { seconds, nanos } = timeSkippingConfig.fastForwardConfig.duration;
      moves.push(seconds * 1000 + nanos / 1e6);
      aheadMs += moves.at(-1) ?? 0;
      return Promise.resolve();
    },
    pollWorkflowExecutionTimeSkipping: async (): Promise<unknown> => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return {
        fastForwardPollingResult: result.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED,
        fastForwardInfo: { targetTime: { seconds: Math.floor((Date.now() + aheadMs) / 1000), nanos: 0 } },
      };
    },
  };
  return {
    client: { workflowService } as unknown as Client,
    clockMs: () => Date.now() + aheadMs,
    answer: () => waiting.splice(0).forEach((goOn) => goOn()),
    moves,
  };
}

interface Moved {
  workflowExecutionOptions: {
    timeSkippingConfig: { fastForwardConfig: { duration: { seconds: number; nanos: number } } };
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the clock of a case in a rehearsal', () => {
  it('is not moved twice over the same days when a wake is asked before the start is known to be complete', async () => {
    const { client, clockMs, answer, moves } = engine();
    const clocks = new VirtualClocks(client, 'duban');
    const opening = Date.now() + 1400 * day;
    const due = opening + 16 * day;

    const started = clocks.bringTo('assessment:140427:2030-09', opening);
    const woken = clocks.bringTo('assessment:140427:2030-09', due);
    await settled();
    expect(moves).toHaveLength(1);
    answer();
    await started;
    await settled();
    answer();
    await woken;

    expect(moves).toHaveLength(2);
    expect(clockMs()).toBeGreaterThanOrEqual(due);
    expect(clockMs()).toBeLessThan(due + 60_000);
  });

  it('stays where it is when it has passed the instant already', async () => {
    const { client, answer, moves } = engine();
    const clocks = new VirtualClocks(client, 'duban');
    const moved = clocks.bringTo('case', Date.now() + 2 * day);
    await settled();
    answer();
    await moved;

    await clocks.bringTo('case', Date.now() + day);

    expect(moves).toHaveLength(1);
    expect(clocks.moves).toBe(1);
  });

  it('has nothing to wait for when another case has ended it in the meantime', async () => {
    const gone = Object.assign(new Error('5 NOT_FOUND: workflow execution already completed'), {
      code: 5,
      details: '',
      metadata: {},
    });
    const client = {
      workflowService: { updateWorkflowExecutionOptions: () => Promise.reject(gone) },
    } as unknown as Client;
    const clocks = new VirtualClocks(client, 'duban');

    await clocks.bringTo('scores:140423100:2030-07', Date.now() + day);

    expect(clocks.moves).toBe(0);
  });

  it('does not hide that the engine is away', async () => {
    const away = Object.assign(new Error('14 UNAVAILABLE'), { code: 14, details: '', metadata: {} });
    const client = {
      workflowService: { updateWorkflowExecutionOptions: () => Promise.reject(away) },
    } as unknown as Client;

    await expect(new VirtualClocks(client, 'duban').bringTo('case', Date.now() + day)).rejects.toBe(away);
  });
});
