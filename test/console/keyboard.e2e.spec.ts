import type { CivilDate } from '@duban/policy/dates/civil-date';
import { officeWindows, settled, type ConsoleWindow } from './console-browser';
import { recordedIn } from './console-acts';
import { startConsoleWorld, type ConsoleWorld } from './console-world';
import {
  chooseOption,
  focused,
  isAt,
  isInDialog,
  isMarked,
  keyboardFaults,
  noFaults,
  opened,
  standStill,
  tabTo,
  watchKeyboard,
} from './keyboard';
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
/** As it is typed into a field for a day. */
const chineseDay = (day: CivilDate): string =>
  day
    .split('-')
    .map((part, at) => `${Number(part)}${'年月日'[at]}`)
    .join('');

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
    await page.locator('[role=dialog]:focus').waitFor();
    await tabTo(page, '字号：标准');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('html[data-font=large]');
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, '外观：随系统');
    await page.keyboard.press('Escape');
    await page.locator('[role=dialog]:visible').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('显示');
    await tabTo(page, /^依据条款/);
    await page.keyboard.press('Enter');
    await page.locator('[role=dialog]:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[role=dialog]:visible').waitFor({ state: 'hidden' });
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

describe('jobs by keyboard alone, from sign-in to the ledger', () => {
  const township = 'party-committee:140423100';

  it('a township signs in by name, opens what it owes, fills in the form and hands it in', async () => {
    const { page, faults, close } = await watched();
    await page.goto('/sign-in');
    await tabTo(page, '按名称查找单位');
    await page.keyboard.type('古韩镇党委');
    await tabTo(page, '古韩镇党委');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/');
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('跳到正文');

    await tabTo(page, '登记一项履职情况');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '提交' }).waitFor();
    const caseId = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    expect(await isInDialog(page)).toBe(true);
    expect(await recordedIn(world, caseId, 'record', township)).toBe(false);

    // Away from it and back: what was chosen is still there.
    await tabTo(page, '职责');
    await chooseOption(page, '研究驻村帮扶工作');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '提交' }).waitFor({ state: 'hidden' });
    expect(await isAt(page, 'main')).toBe(true);
    await tabTo(page, /^登记一项履职情况/);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '提交' }).waitFor();

    await tabTo(page, '完成数量');
    await page.keyboard.type('1');
    await tabTo(page, /是$/);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/否$/);
    await tabTo(page, '备注');
    await page.keyboard.type('研究了帮扶措施落实情况');
    await tabTo(page, '发生日期');
    await page.keyboard.press('ArrowDown');
    await page.locator('.el-date-table td:focus').waitFor();
    expect(await isMarked(page)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('发生日期');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(chineseDay(world.today));
    await page.keyboard.press('Enter');
    await tabTo(page, '提交');
    await page.keyboard.press('Enter');
    await page.getByText(/^已登记：登记一项履职情况/).waitFor();
    await settled(page);
    expect(await recordedIn(world, caseId, 'record', township)).toBe(true);
    expect(await isAt(page, 'body')).toBe(false);
    expect(faults).toEqual([]);
    await close();
  }, 90_000);

  it('another month, another part of it, a filter and its end, the next page of a list, and why this date', async () => {
    const stationing = await windowOf('襄垣县驻村办', 'desk');
    const { page } = stationing;
    await stationing.go('/months');
    const before = page.url();
    await tabTo(page, '上一个月');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== before && url.searchParams.has('month'));
    await settled(page);
    expect(await focused(page)).toBe('上一个月');
    await tabTo(page, /^查看哪一部分/);
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/tab=/);
    await settled(page);
    expect(await focused(page)).toMatch(/^查看哪一部分/);

    const county = await windowOf('襄垣县巩固衔接办', 'desk');
    await county.go('/households');
    const list = county.page;
    await tabTo(list, '按地区筛选');
    await list.keyboard.press('Enter');
    await list.keyboard.press('ArrowDown');
    await list.locator('.el-cascader-node:focus').waitFor();
    expect(await isMarked(list)).toBe(true);
    await list.keyboard.press('Escape');
    await tabTo(list, '按期限筛选');
    await list.keyboard.press('Enter');
    await list.keyboard.press('ArrowDown');
    expect(await isMarked(list)).toBe(true);
    await list.keyboard.press('Escape');
    await chooseOption(list, '逾期');
    await list.waitForURL(/deadline=/);
    expect(await focused(list)).toBe('按期限筛选');
    await list.keyboard.press('Delete');
    await list.waitForURL((url) => !url.searchParams.has('deadline'));
    await settled(list);
    await tabTo(list, '下一页');
    await list.keyboard.press('Enter');
    await list.getByText(/第 2 页/).waitFor();
    await settled(list);
    await tabTo(list, '上一页', 'Shift+Tab');
    await list.keyboard.press('Enter');
    await list.getByText(/第 1 页/).waitFor();

    const home = await windowOf('古韩镇党委', 'desk');
    await home.go('/households/household:140423100:H001:1');
    await tabTo(home.page, '为什么是这一天');
    await home.page.keyboard.press('Enter');
    await home.page
      .getByRole('dialog')
      .getByText(/^条款 A-2/)
      .waitFor();
    expect(await isInDialog(home.page)).toBe(true);
    await home.page.keyboard.press('Escape');
    await home.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(home.page)).toBe('为什么是这一天');
  }, 90_000);
});
