import { runningProcesses } from './launch-modules';

/** A program for `node -e` that does nothing, for ever. */
export const sleeping = 'setInterval(() => undefined, 1000)';

export const isAlive = (pid: number): boolean => runningProcesses().some((one) => one.pid === pid);

export async function until<T>(ask: () => T | Promise<T>): Promise<T> {
  for (let left = 500; left > 0; left -= 1) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come');
}
