import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runningProcesses } from './processes.mjs';

/**
 * Removes the lock of a PostgreSQL that was killed, where its number now belongs to another program or to a process that has ended and
 * that nobody has noticed: PostgreSQL would take either for itself and refuse to start. Its own check of shared memory still
 * keeps two of them from one folder.
 */
export function forgetStaleLock(data) {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n', 1)[0]);
  const holder = runningProcesses().find((one) => one.pid === pid);
  if (!holder?.command.includes(data)) rmSync(lock, { force: true });
}
