/**
 * `node with-parent.mjs <command> [arguments…]`: runs a command that must not outlive its launcher. The launcher holds the other
 * end of standard input; when it dies, by whatever signal, the pipe closes and the command is stopped.
 */
import { spawn } from 'node:child_process';

/** A service shares its machine and lives for months: it keeps little memory in reserve. What the environment says comes first. */
const frugal = { MALLOC_ARENA_MAX: '2', NODE_OPTIONS: '--max-semi-space-size=4' };

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...frugal, ...process.env } });
let ending = false;

function end() {
  if (ending) return;
  ending = true;
  child.kill('SIGTERM');
  setTimeout(endAtOnce, 15_000).unref();
}

/** The command with all it has started, and this guard itself: it leads their group. */
function endAtOnce() {
  child.kill('SIGKILL');
  process.kill(-process.pid, 'SIGKILL');
}

process.stdin.on('end', end).on('error', end).resume();
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, end);
process.on('SIGINT', () => undefined);
child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(signal === null ? code : ending ? 0 : 1));
