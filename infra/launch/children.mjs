import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { endFamily, signal } from './processes.mjs';

const wrapper = fileURLToPath(new URL('./with-parent.mjs', import.meta.url));
/** Longer than the wrapper gives its command. */
const stopWithinMs = 20_000;

/**
 * Starts a process in a group of its own, so that Ctrl-C reaches only the launcher, and bound to the launcher's life. `output` is one
 * place for all it says, or two. Resolves `exited` with the exit code; `stop()` asks it to end and waits.
 */
export const startChild = (command, args, { env = process.env, output = 'inherit', cwd } = {}) =>
  startGuarded([wrapper, command, ...args], {
    stdio: ['pipe', ...(Array.isArray(output) ? output : [output, output])],
    env,
    cwd,
  });

/**
 * Starts a program that guards a process for as long as its standard input stays open. When the guard is gone, by whatever signal,
 * what it guarded is ended too: `exited` and `isAlive` speak of all of it, since a server killed just now still holds its port.
 */
export function startGuarded(args, options) {
  const child = spawn(process.execPath, args, { ...options, detached: true });
  child.stdin.on('error', () => undefined);
  let hasExited = false;
  const exited = new Promise((resolve) => {
    child.once('exit', (code) => {
      void endFamily(child.pid).then(() => {
        hasExited = true;
        resolve(code ?? 1);
      });
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
      const tooLate = setTimeout(() => void endFamily(child.pid), stopWithinMs);
      await exited;
      clearTimeout(tooLate);
    },
    kill: () => signal(-child.pid, 'SIGKILL'),
  };
}

/** A part of the system that somebody else runs: nothing here can end it. */
export const ofAnother = {
  exited: new Promise(() => undefined),
  isAlive: () => true,
  stop: async () => undefined,
  kill: () => undefined,
};

/** Runs a command to its end; resolves with its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
