import { officeWindows, settled, type ConsoleWindow } from './console-browser';
import { startConsoleWorld, type ConsoleWorld } from './console-world';
import { focused, isAt, keyboardFaults, noFaults, opened, standStill, tabTo, watchKeyboard } from './keyboard';
import { pagesNow } from './pages';

const pages = pagesNow();
let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsoleWorld();
}, 180_000);
afterAll(() => world.stop(), 60_000);

const watched = async (width: 'desk' | 'phone' = 'desk'): Promise<ConsoleWindow> => {
  const window = await world.browser.window(width);
  await watchKeyboard(window.page);
  return window;
};
const windowOf = officeWindows(watched);

describe('every page', () => {
  it.each(pages.map((page) => [page.name, page] as const))(
    '%s: what can be clicked can be come to, in the order of reading, seen, and what opens keeps the focus and gives it back',
    async (_, { as, path }) => {
      const window = await windowOf(as, 'desk');
      const { page } = window;
      await window.go(path);
      await settled(page);
      await standStill(page);
      const [title, heading] = [await page.title(), await page.locator('h1').innerText()];
      expect(title).toBe(`${heading} · 督办`);
      expect(await keyboardFaults(page)).toEqual(noFaults);
      expect(await opened(page)).toEqual([]);
    },
    60_000,
  );
});

describe('from page to page', () => {
  it('a followed link leads to the new page, not back to the start; the first thing Tab comes to leads past the navigation', async () => {
    const { page } = await windowOf('襄垣县巩固衔接办', 'desk');
    await page.goto('/messages');
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await isAt(page, 'main')).toBe(true);
    await page.goto('/messages');
    await settled(page);
    await tabTo(page, '督办周期');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cycles');
    await settled(page);
    expect(await isAt(page, 'main')).toBe(true);
    expect(await page.title()).toBe('督办周期 · 督办');
    await page.keyboard.press('Tab');
    expect(await isAt(page, 'main *')).toBe(true);
  }, 60_000);

  it('what is opened beside a button is next in the order of tabs, and Escape closes it', async () => {
    const { page } = await windowOf('襄垣县巩固衔接办', 'desk');
    await page.goto('/');
    await settled(page);
    await tabTo(page, '显示');
    await page.keyboard.press('Enter');
    await tabTo(page, '字号：标准');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('html[data-font=large]');
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, '外观：随系统');
    await page.keyboard.press('Escape');
    await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('显示');
    await tabTo(page, /^依据条款/);
    await page.keyboard.press('Enter');
    await page.locator('[role=dialog]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
    expect(await focused(page)).toMatch(/^依据条款/);
  }, 60_000);

  it('on a phone the menu opens with the focus in it, closes on Escape, and leads to the page', async () => {
    const window = await watched('phone');
    const { page } = window;
    await window.signIn('古韩镇党委');
    await tabTo(page, /菜单$/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('工作台');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toMatch(/菜单$/);
    await page.keyboard.press('Enter');
    await tabTo(page, '驻村干部');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cadres');
    await settled(page);
    expect(await isAt(page, 'main')).toBe(true);
    expect(await page.locator('#navigation').isVisible()).toBe(false);
    await window.close();
  }, 60_000);
});
