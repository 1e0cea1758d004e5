import { condition, defineUpdate, proxyActivities, proxySinks, setHandler, type Sinks } from '@temporalio/workflow';

export interface BareActivities {
  /** Does nothing. */
  note(): Promise<void>;
  /** Writes one row. */
  remind(id: string): Promise<void>;
}

export interface BareStart {
  id: string;
  /** Milliseconds since the epoch. */
  due: number;
  withActivity: boolean;
}

interface BareSinks extends Sinks {
  bench: { parked(id: string): void };
}

/** An update that only answers. */
export const touch = defineUpdate<number, []>('touch');
/** An update that records what it was told by an ordinary activity. */
export const record = defineUpdate<number, []>('record');

const { note, remind } = proxyActivities<BareActivities>({ startToCloseTimeout: '1m' });
const { bench } = proxySinks<BareSinks>();

/** The yardstick: a workflow written the ordinary way, with nothing of ours in it. */
export async function bare({ id, due, withActivity }: BareStart): Promise<void> {
  let touched = 0;
  setHandler(touch, () => (touched += 1));
  setHandler(record, async () => {
    await note();
    return (touched += 1);
  });
  if (withActivity) await note();
  bench.parked(id);
  await condition(() => false, Math.max(1, due - Date.now()));
  await remind(id);
}
