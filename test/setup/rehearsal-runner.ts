import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ended } from './ended';
import type { LiveSystem } from './live-system';
import { testServices } from './services';

const script = join(__dirname, '..', '..', 'apps', 'cli', 'dist', 'serve-rehearsals.js');

/** The service that plays ordered rehearsals, as a process of its own, to be stopped or killed; ends with its system at the latest. */
export class RehearsalRunner {
  private constructor(private readonly child: ChildProcess) {}

  static async start({ dataSource, opened }: LiveSystem): Promise<RehearsalRunner> {
    const { schema } = dataSource.options as { schema: string };
    const env = { ...process.env, ...testServices(), TZ: 'Asia/Shanghai', DUBAN_SCHEMA: schema, NODE_OPTIONS: '' };
    const runner = new RehearsalRunner(
      spawn(process.execPath, [script], { env, stdio: ['ignore', 'inherit', 'inherit'] }),
    );
    return opened.add(runner, () => runner.stop('SIGTERM'));
  }

  stop(signal: NodeJS.Signals): Promise<void> {
    return ended(this.child, (child) => child.kill(signal));
  }
}
