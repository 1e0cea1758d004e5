import { freePort } from '@duban/platform/free-port';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const program = join(__dirname, '..', '..', 'infra', 'launch', 'engine-process.mjs');

/** An engine of its own, on a folder of its own, to be killed and started again. */
export class EngineProcess {
  private readonly answers: AsyncIterator<string>;
  kills = 0;

  private constructor(
    private readonly child: ChildProcess,
    lines: Interface,
    private readonly folder: string,
    readonly address: string,
  ) {
    this.answers = lines[Symbol.asyncIterator]();
  }

  static async start(): Promise<EngineProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'duban-engine-'));
    const port = await freePort();
    const child = spawn(process.execPath, [program, folder, String(port)], { stdio: ['pipe', 'pipe', 'ignore'] });
    if (child.stdout === null) throw new Error('the engine process has no output');
    const engine = new EngineProcess(child, createInterface({ input: child.stdout }), folder, `127.0.0.1:${port}`);
    await engine.answered('started');
    return engine;
  }

  async killAndRestart(): Promise<void> {
    await this.order('kill', 'killed');
    this.kills += 1;
    await this.order('start', 'started');
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.stdin?.end();
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private order(what: string, answer: string): Promise<void> {
    this.child.stdin?.write(`${what}\n`);
    return this.answered(answer);
  }

  private async answered(expected: string): Promise<void> {
    const { value, done } = await this.answers.next();
    if (done === true || value !== expected)
      throw new Error(`the engine should have ${expected}, but said ${String(value)}`);
  }
}
