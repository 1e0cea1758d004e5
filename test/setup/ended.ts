import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Asks a process to end, and waits until it is gone; at the end of its patience it is killed. */
export async function ended(
  child: ChildProcess,
  ask: (child: ChildProcess) => unknown,
  patienceMs = 20_000,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  ask(child);
  const tooLate = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await gone;
  clearTimeout(tooLate);
}
