import { freePort } from '@duban/platform/free-port';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ended } from '../setup/ended';
import { Opened } from '../setup/opened';

const program = join(__dirname, 'supervised.mjs');

export type Part = '台账数据库' | '流程引擎' | '流程工作进程' | '接口服务';

export interface Ports {
  api: number;
  worker: number;
  engine: number;
  postgres: number;
}

/** The system under the supervision of the start launcher, on a folder and ports of its own. */
export class SystemProcess {
  /** What the launcher has said. */
  readonly said: string[] = [];
  private readonly answers: unknown[] = [];
  private heard: () => void = () => undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly opened: Opened,
    readonly ports: Ports,
  ) {
    if (child.stdout === null) throw new Error('the system process has no output');
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => this.hear(line));
    lines.on('close', () => this.hear('answer "ended"'));
  }

  static async start(): Promise<SystemProcess> {
    const opened = new Opened();
    const folder = await opened.add(mkdtempSync(join(tmpdir(), 'duban-system-')), (made) =>
      rmSync(made, { recursive: true, force: true }),
    );
    // PostgreSQL runs as a user of its own where we are root, and must reach its folder.
    chmodSync(folder, 0o755);
    const ports = {
      api: await freePort(),
      worker: await freePort(),
      engine: await freePort(),
      postgres: await freePort(),
    };
    const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, ...env } = process.env;
    const spawned = spawn(process.execPath, [program, folder, JSON.stringify(ports)], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const child = await opened.add(spawned, (one) =>
      ended(one, ({ stdin }) => stdin?.on('error', () => undefined).end(), 60_000),
    );
    const system = new SystemProcess(child, opened, ports);
    const answer = await system.answer();
    if (answer === 'started') return system;
    await opened.close();
    throw new Error(`the system should have started, but: ${String(answer)}`);
  }

  /** Sends a signal to the server of a part, to its guard, or to all that the guard guards; resolves with who got it. */
  async signal(name: NodeJS.Signals, part: Part, whom: 'server' | 'guard' | 'all'): Promise<number[]> {
    this.child.stdin?.write(`${name} ${part} ${whom}\n`);
    const answer = await this.answer();
    if (!Array.isArray(answer)) throw new Error(`${name} for ${part}: ${String(answer)}`);
    return answer as number[];
  }

  /** Who runs a part now. */
  pids(part: Part): Promise<number[]> {
    return this.signal('SIGCONT', part, 'server');
  }

  stop(): Promise<void> {
    return this.opened.close();
  }

  private hear(line: string): void {
    if (line.startsWith('answer ')) this.answers.push(JSON.parse(line.slice('answer '.length)));
    else this.said.push(line);
    this.heard();
  }

  private async answer(): Promise<unknown> {
    while (this.answers.length === 0) await new Promise<void>((resolve) => (this.heard = resolve));
    return this.answers.shift();
  }
}
