import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { run } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { giveUp } from './say.mjs';

/** Takes the pictures of every page anew, in both widths, and looks at each page as the tests do. */
async function main() {
  await ensureDependencies();
  const env = { ...process.env, TZ: 'Asia/Shanghai', DUBAN_BROWSER: ensureBrowser(), DUBAN_SCREENSHOTS: 'on' };
  await build();
  process.exit(
    await run('npx', ['jest', '--selectProjects', 'e2e', '--testPathPatterns', 'test/console/pages'], { env }),
  );
}

main().catch(giveUp);
