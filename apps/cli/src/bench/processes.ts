import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Running {
  stop(): Promise<void>;
}

const withParent = join(__dirname, '..', '..', '..', '..', 'infra', 'launch', 'with-parent.mjs');

/** Starts a Node process that cannot outlive this one; each line it says is passed on. */
export function startProcess(
  main: string,
  env: Record<string, string>,
  hear: (line: string) => void = () => undefined,
): Running {
  const child = spawn(process.execPath, [withParent, process.execPath, main], {
    env: { ...process.env, TZ: 'Asia/Shanghai', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', hear);
  return {
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}

/** Waits until the address answers with 200. */
export async function untilReady(url: string): Promise<void> {
  const patience = Date.now() + 60_000;
  for (;;) {
    const isReady = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    if (Date.now() > patience) throw new Error(`${url} 在 60 秒内没有就绪。`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Resident memory in MiB of whoever listens on a port of this machine; `undefined` where the system does not tell. */
export function memoryOfListener(port: number): number | undefined {
  try {
    const socket = listeningSocket(port);
    const pid = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holds(name, `socket:[${socket}]`));
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}

function listeningSocket(port: number): string | undefined {
  const place = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = ['tcp', 'tcp6'].flatMap((name) => readFileSync(`/proc/net/${name}`, 'utf8').split('\n'));
  const fields = lines.map((line) => line.trim().split(/\s+/));
  return fields.find(([, local, , state]) => local?.endsWith(place) && state === '0A')?.[9];
}

function holds(pid: string, target: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === target);
  } catch {
    return false;
  }
}
