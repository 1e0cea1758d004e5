/** What a series of operations came to. */
export interface Rate {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Works off the items, so many at a time, each slot taking the next when it is done; times in milliseconds. */
export async function workOff<T>(
  items: readonly T[],
  together: number,
  work: (item: T, timed: Timed) => Promise<unknown>,
): Promise<Rate> {
  const waiting = [...items];
  const times: number[] = [];
  const timed: Timed = async (ask) => {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  };
  const slot = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item, timed);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: together }, slot));
  return {
    perSecond: (times.length * 1000) / (performance.now() - began),
    p50: percentile(times, 50),
    p99: percentile(times, 99),
  };
}

export type Timed = (ask: () => Promise<unknown>) => Promise<void>;

/** The value that so many per cent do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 50);

/** The median of each figure over the rounds. */
export const medianRate = (rounds: readonly Rate[]): Rate => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
});
