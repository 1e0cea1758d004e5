import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(__dirname, '..', '..', 'apps', 'worker', 'dist', 'main.js');

/** The worker as it runs in live operation, to be killed. */
export class WorkerProcess {
  private child: ChildProcess;
  kills = 0;

  constructor(private readonly settings: Record<string, string>) {
    this.child = this.start();
  }

  /** SIGKILL, then a new one at once. */
  async killAndRestart(): Promise<void> {
    await this.kill();
    this.restart();
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
    this.kills += 1;
  }

  restart(): void {
    this.child = this.start();
  }

  async stop(): Promise<void> {
    await this.end('SIGKILL');
  }

  private start(): ChildProcess {
    const env = {
      ...process.env,
      TZ: 'Asia/Shanghai',
      ...this.settings,
      DUBAN_SPREAD_MINUTES: '0',
      DUBAN_WORKER_PORT: '0',
    };
    return spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
