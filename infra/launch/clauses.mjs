import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './places.mjs';
import { giveUp } from './say.mjs';

/** Prints how many obligations are carried out, and which are not; needs neither database nor engine. */
async function main() {
  await ensureDependencies();
  await build();
  process.exit(
    await run(process.execPath, [join(root, 'apps', 'cli', 'dist', 'clauses.js'), ...process.argv.slice(2)]),
  );
}

main().catch(giveUp);
