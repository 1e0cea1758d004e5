import { Client, type Connection } from '@temporalio/client';
import { startProcess, type Running } from '../processes';
import { record, touch, type bare } from './bare.workflow';

/** The yardstick's workflows, started and told from here. */
export interface BareSide {
  /** Starts one and waits until it is parked on its timer, with its activity done before when it has one. */
  start(id: string, due: number, withActivity: boolean): Promise<void>;
  touch(id: string): Promise<void>;
  record(id: string): Promise<void>;
  stop(): Promise<void>;
}

const taskQueue = 'bare';

/** Its payloads are plain: the yardstick pays for no encryption. */
export async function startBareSide(
  connection: Connection,
  namespace: string,
  env: Record<string, string>,
): Promise<BareSide> {
  const client = new Client({ connection, namespace });
  const waiting = new Map<string, () => void>();
  const worker: Running = startProcess(
    require.resolve('./bare-worker'),
    { ...env, DUBAN_TASK_QUEUE: taskQueue },
    (line) => {
      const id = line.replace(/^parked /, '');
      waiting.get(id)?.();
      waiting.delete(id);
    },
  );
  await new Promise<void>((ready) => waiting.set('ready', ready));
  return {
    async start(id, due, withActivity) {
      const parked = new Promise<void>((resolve) => waiting.set(id, resolve));
      await client.workflow.start<typeof bare>('bare', {
        workflowId: id,
        taskQueue,
        args: [{ id, due, withActivity }],
      });
      await parked;
    },
    touch: async (id) => void (await client.workflow.getHandle(id).executeUpdate(touch)),
    record: async (id) => void (await client.workflow.getHandle(id).executeUpdate(record)),
    stop: () => worker.stop(),
  };
}
