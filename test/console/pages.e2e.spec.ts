import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  axeFindings,
  bareDaysLeft,
  englishLeft,
  officeWindows,
  overflowOf,
  settled,
  widths,
  type Width,
} from './console-browser';
import { startConsoleWorld, type ConsoleWorld } from './console-world';
import { pagesNow } from './pages';

const root = join(__dirname, '..', '..');
const pictures = process.env['DUBAN_SCREENSHOTS'] === 'on' ? join(root, 'apps', 'console', 'screenshots') : undefined;
const pages = pagesNow();

let world: ConsoleWorld;
/** The phone is dark, the desk light. */
const windowOf = officeWindows((width) =>
  world.browser.window(width, { dark: width === 'phone' && pictures === undefined }),
);
beforeAll(async () => {
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  world = await startConsoleWorld();
}, 120_000);
afterAll(() => world.stop(), 60_000);

/** A desk's page at twice the size, as a browser's zoom shows it: the same page in half the window. */
async function overflowZoomed(page: Page, width: Width): Promise<number> {
  if (width === 'phone') return 0;
  await page.setViewportSize({ width: widths.desk.width / 2, height: widths.desk.height / 2 });
  const overflow = await overflowOf(page);
  await page.setViewportSize(widths.desk);
  return overflow;
}

/** A4 between its margins. */
const paper = { width: 703, height: 1032 };

/** The page on paper: as wide as the sheet, light, without what is only for the screen. The dark phone shows that paper is light. */
async function onPaper(
  page: Page,
  width: Width,
): Promise<{ overflow: number; isDark: boolean; menus: number; says: boolean }> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
  // The browser tells the page of the paper with the next picture it draws.
  await page.evaluate(
    () =>
      new Promise((drawn) =>
        (globalThis as unknown as { requestAnimationFrame(then: () => void): void }).requestAnimationFrame(() =>
          setTimeout(drawn),
        ),
      ),
  );
  const printed = {
    overflow: await overflowOf(page),
    isDark: (await page.locator('html.dark').count()) > 0,
    menus: await page.locator('nav:visible, .el-button:visible').count(),
    says: await page.getByText(/^督办 · .+打印$/).isVisible(),
  };
  await page.setViewportSize(widths[width]);
  await page.emulateMedia({ media: null });
  return printed;
}

it('every route is visited', () => {
  const source = readFileSync(join(root, 'apps', 'console', 'src', 'pages', 'routes.ts'), 'utf8');
  const routes = [...source.matchAll(/(?:path: |listed\()'(\/[^']*)'/g)].map(([, path]) => path);
  // What a rehearsal shows is looked at where one is played: rehearsal-page.e2e.spec.ts.
  const visited = new Set([...pages.map(({ route }) => route), '/rehearsals/:id', '/rehearsals/compare']);
  expect(routes.filter((route) => !visited.has(route as string))).toEqual([]);
});

describe.each(['desk', 'phone'] as const)('on the %s', (width) => {
  it.each(pages.map((page) => [page.name, page] as const))(
    '%s stands: no fault, nothing serious for axe, no English, nothing wider than the window, zoomed or not, nor than paper',
    async (name, visited) => {
      const window = await windowOf(visited.as, width);
      window.faults.length = 0;
      await window.go(visited.path);
      await settled(window.page);
      if (pictures !== undefined) await window.page.screenshot({ path: join(pictures, `${name}-${width}.png`) });
      expect({
        faults: window.faults,
        axe: await axeFindings(window.page),
        english: await englishLeft(window.page),
        bareDays: await bareDaysLeft(window.page),
        overflow: await overflowOf(window.page),
        overflowZoomed: await overflowZoomed(window.page, width),
        onPaper: await onPaper(window.page, width),
        refusals: await window.page.locator('.problem[role=alert]').allInnerTexts(),
      }).toEqual({
        faults: [],
        axe: [],
        english: [],
        bareDays: [],
        overflow: 0,
        overflowZoomed: 0,
        onPaper: { overflow: 0, isDark: false, menus: 0, says: true },
        refusals: [],
      });
    },
    40_000,
  );
});
