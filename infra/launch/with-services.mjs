import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './places.mjs';
import { giveUp } from './say.mjs';
import { startServices } from './services.mjs';

/** Runs an operator's verb of apps/cli on services of its own, and passes on its exit code. */
export async function runVerb(name, more = {}) {
  await ensureDependencies();
  await build();
  const services = await startServices();
  const stop = async (code) => {
    await services.stop();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(130));
  process.on('SIGINT', () => undefined);
  try {
    const env = { ...process.env, TZ: 'Asia/Shanghai', ...services.env, ...more };
    await stop(
      await run(process.execPath, [join(root, 'apps', 'cli', 'dist', `${name}.js`), ...process.argv.slice(2)], { env }),
    );
  } catch (error) {
    await services.stop();
    giveUp(error);
  }
}
