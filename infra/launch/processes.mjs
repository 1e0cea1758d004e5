import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { say } from './say.mjs';

const everyMs = 20;
const pause = () => new Promise((resolve) => setTimeout(resolve, everyMs));

/** The processes of this machine as `{ pid, parent, group, command }`; one that has ended and only waits to be noticed is none. A command ends with a space. */
export function runningProcesses() {
  if (process.platform !== 'linux')
    return parsed(
      spawnSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,pgid=,stat=,args='], { encoding: 'utf8' }).stdout ?? '',
    );
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(ofKernel);
}

function ofKernel(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if ('ZX'.includes(state)) return [];
    return [
      {
        pid: Number(pid),
        parent: Number(parent),
        group: Number(group),
        command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
      },
    ];
  } catch {
    // It ended while we looked.
    return [];
  }
}

const parsed = (table) =>
  table.split('\n').flatMap((line) => {
    const [, pid, parent, group, state, command] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined || state.startsWith('Z')
      ? []
      : [{ pid: Number(pid), parent: Number(parent), group: Number(group), command: `${command} ` }];
  });

/** A process, its group, and whatever they have started, in groups of their own or not. */
export function familyOf(pid, all = runningProcesses()) {
  const family = new Set(all.filter((one) => one.pid === pid || one.group === pid).map((one) => one.pid));
  for (let size = -1; size !== family.size;) {
    size = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  return [...family];
}

export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone already.
  }
}

/** Ends a whole family at once, and waits until nothing of it is left: only then are its ports and files free. */
export async function endFamily(pid, patienceMs = 30_000) {
  const until = Date.now() + patienceMs;
  const known = new Set();
  do {
    for (const one of familyOf(pid)) known.add(one);
    for (const one of known) signal(one, 'SIGKILL');
    await pause();
    const alive = new Set(runningProcesses().map((one) => one.pid));
    for (const one of known) if (!alive.has(one)) known.delete(one);
  } while ((known.size > 0 || familyOf(pid).length > 0) && Date.now() < until);
}

const guards = /infra\/launch\/(with-parent|postgres-server|sdk-server)\.mjs/;

/**
 * Ends what a launcher left behind that was killed together with its guards: a process that `isOurs` by its command and that no guard
 * holds any more. One that is guarded belongs to a launcher that runs, or is being ended by its guard.
 */
export async function endLeftBehind(what, isOurs) {
  const all = runningProcesses();
  const guarding = new Set(all.filter(({ command }) => guards.test(command)).map(({ pid }) => pid));
  for (const one of all.filter(
    ({ pid, parent, command }) => isOurs(command) && !guarding.has(pid) && !guarding.has(parent),
  )) {
    say(`上次运行留下的${what}还在（进程 ${one.pid}），先把它停掉`);
    await endFamily(one.pid);
  }
}
