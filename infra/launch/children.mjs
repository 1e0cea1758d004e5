import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const wrapper = fileURLToPath(new URL('./with-parent.mjs', import.meta.url));

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches only the launcher, and bound to the launcher's life. Resolves
 * `exited` with the exit code; `stop()` asks it to end and waits.
 */
export function startChild(command, args, { env = process.env, output = 'inherit', cwd } = {}) {
  const child = spawn(process.execPath, [wrapper, command, ...args], {
    stdio: ['pipe', output, output],
    env,
    cwd,
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  let hasExited = false;
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => {
      hasExited = true;
      resolve(code ?? 1);
    });
  });
  return {
    exited,
    child,
    isAlive: () => !hasExited,
    async stop() {
      if (hasExited) return;
      child.stdin.end();
      child.kill('SIGTERM');
      await exited;
    },
    kill() {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has gone already.
      }
    },
  };
}

/** Runs a command to its end; resolves with its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
