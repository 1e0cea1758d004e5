import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { dataDir, root } from './places.mjs';
import { startPostgres } from './postgres.mjs';
import { giveUp } from './say.mjs';

/** Brings the ledger's schema up to date without starting anything else. */
async function main() {
  await ensureDependencies();
  await build();
  const postgres = await startPostgres({ folder: dataDir, port: Number(process.env.DUBAN_POSTGRES_PORT ?? 55432) });
  const code = await run(process.execPath, [join(root, 'apps', 'cli', 'dist', 'migrate.js')], {
    env: { ...process.env, DATABASE_URL: postgres.url },
  });
  await postgres.stop();
  process.exit(code);
}

main().catch(giveUp);
