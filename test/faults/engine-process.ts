import { freePort } from '@duban/platform/free-port';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ended } from '../setup/ended';
import { Opened } from '../setup/opened';

const program = join(__dirname, '..', '..', 'infra', 'launch', 'engine-process.mjs');

/** An engine of its own, on a folder of its own, to be killed and started again. What it says on standard error is seen at once. */
export class EngineProcess {
  private readonly answers: AsyncIterator<string>;
  kills = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly opened: Opened,
    readonly address: string,
  ) {
    if (child.stdout === null) throw new Error('the engine process has no output');
    this.answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  static async start(): Promise<EngineProcess> {
    const opened = new Opened();
    const folder = await opened.add(mkdtempSync(join(tmpdir(), 'duban-engine-')), (made) =>
      rmSync(made, { recursive: true, force: true }),
    );
    const port = await freePort();
    const child = await opened.add(
      spawn(process.execPath, [program, folder, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] }),
      end,
    );
    const engine = new EngineProcess(child, opened, `127.0.0.1:${port}`);
    await engine.answered('started').catch(async (error: unknown) => {
      await opened.close();
      throw error;
    });
    return engine;
  }

  async killAndRestart(): Promise<void> {
    await this.kill();
    await this.restart();
  }

  async kill(): Promise<void> {
    await this.order('kill', 'killed');
    this.kills += 1;
  }

  restart(): Promise<void> {
    return this.order('start', 'started');
  }

  stop(): Promise<void> {
    return this.opened.close();
  }

  private order(what: string, answer: string): Promise<void> {
    this.child.stdin?.write(`${what}\n`);
    return this.answered(answer);
  }

  private async answered(expected: string): Promise<void> {
    const { value, done } = await this.answers.next();
    if (done === true || value !== expected)
      throw new Error(
        `the engine should have ${expected}, but ${done === true ? 'its process ended' : `said: ${value}`}`,
      );
  }
}

/** The process ends, and its engine with it, when its input does. */
async function end(child: ChildProcess): Promise<void> {
  await ended(child, ({ stdin }) => stdin?.on('error', () => undefined).end());
}
