import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from './engine.mjs';
import { ensureKey } from './keys.mjs';
import { freePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';

/** PostgreSQL and the engine on free ports in a folder of their own, for tests, rehearsals and benchmarks; nothing stays behind. */
export async function startServices() {
  const folder = mkdtempSync(join(tmpdir(), 'duban-services-'));
  // PostgreSQL runs as a user of its own where we are root, and must reach its folder.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ folder, port: await freePort(), setting: 'any' });
  let engine;
  try {
    engine = await startEngine({ folder: join(folder, 'engine'), port: await freePort(), setting: 'any' });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return {
    env: {
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: engine.address,
      DUBAN_KEY_FILE: ensureKey(join(folder, 'payload.key')),
    },
    testEnv: { DUBAN_TEST_DATABASE_URL: postgres.url, DUBAN_TEST_TEMPORAL_ADDRESS: engine.address },
    async stop() {
      await engine.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
