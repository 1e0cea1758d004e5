import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ended } from '../setup/ended';

const main = join(__dirname, '..', '..', 'apps', 'worker', 'dist', 'main.js');

/** The worker as it runs in live operation, to be killed. */
export class WorkerProcess {
  private child: ChildProcess;
  private isStopped = false;
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
    await ended(this.child, killed);
    this.kills += 1;
  }

  restart(): void {
    if (this.isStopped) throw new Error('the worker of this stage has been stopped for good');
    this.child = this.start();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await ended(this.child, killed);
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
}

const killed = (child: ChildProcess): boolean => child.kill('SIGKILL');
