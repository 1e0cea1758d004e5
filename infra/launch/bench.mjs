import { ensureBrowser } from './browser.mjs';
import { giveUp } from './say.mjs';
import { runVerb } from './with-services.mjs';

/** A browser is looked for, and installed, only where the console is measured. */
async function main() {
  const at = process.argv.indexOf('--only');
  const isMeasured = at < 0 || (process.argv[at + 1] ?? '').split(',').includes('console');
  await runVerb('bench', isMeasured ? { DUBAN_BROWSER: ensureBrowser() } : {});
}

main().catch(giveUp);
