import { divisionName, officeName } from '@duban/contracts/divisions';
import { demoCountyCode } from '@duban/contracts/demo-county';
import type { Locator, Page } from 'playwright-core';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';
import { RehearsalRunner } from '../setup/rehearsal-runner';
import { openBrowser, settled, type ConsoleBrowser, type ConsoleWindow } from './console-browser';

const county = demoCountyCode;
/** A rehearsal of this size takes some seconds. */
const patience = 90_000;

let system: LiveSystem;
let browser: ConsoleBrowser;
let window: ConsoleWindow;
let page: Page;
beforeAll(async () => {
  system = await startLiveSystem();
  browser = await openBrowser(system.url);
  window = await browser.window();
  ({ page } = window);
  await window.signIn(officeName(`stationing-office:${county}`));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await system.stop();
}, 60_000);

const panel = (name: string): Locator => page.getByRole('region', { name, exact: true });

/** Fills in a number of the form; leaving it hands it over. */
async function put(form: Locator, name: string, value: number): Promise<void> {
  const field = form.getByLabel(name, { exact: true }).and(form.locator('input'));
  await field.fill(String(value));
  await field.blur();
}

const turn = (form: Locator, name: string): Promise<void> =>
  form.getByRole('switch', { name }).locator('xpath=..').click();

async function order(form: Locator): Promise<string> {
  await form.getByRole('button', { name: '开始推演' }).click();
  await page.waitForURL(/\/rehearsals\/[^/?]+(\?|$)/);
  return new URL(page.url()).pathname;
}

describe('a county rehearses a month before it comes', () => {
  let first: string;

  it('is ordered by a form, and waits its turn', async () => {
    await window.go('/rehearsals');
    await page.getByText('还没有推演').waitFor();
    await page.getByRole('button', { name: '发起推演' }).click();
    const form = page.getByRole('dialog', { name: '发起推演' });
    await put(form, '几个月', 1);
    await put(form, '驻村干部人数', 10);
    await put(form, '监测对象户数', 5);
    for (const name of ['按期登记周期性职责', '按期办理调度、通报和检查']) await turn(form, name);
    await put(form, '迟报考核打分的乡镇', 40);
    await form.getByLabel('名称（可不填）').fill('平常一个月');
    await form.getByRole('button', { name: '开始推演' }).click();
    await form.getByText(/有 \d+ 个乡镇，迟报的不能多于此数/).waitFor();
    await put(form, '迟报考核打分的乡镇', 1);
    first = await order(form);
    await page.getByRole('heading', { name: '平常一个月' }).waitFor();
    await panel('排队中').getByText('排队中，马上开始。').waitFor();
    expect(window.faults).toEqual([]);
  }, 60_000);

  it('goes on while the page is left, and shows how far it is to whoever comes back', async () => {
    await RehearsalRunner.start(system);
    await panel('推演中')
      .getByText(/推演到 .+已办登记|正在准备/)
      .waitFor({ timeout: patience });
    await page.getByRole('link', { name: '全部推演' }).click();
    const row = page.getByRole('listitem').filter({ hasText: '平常一个月' });
    await row.getByText('推演中', { exact: true }).waitFor();
    await row.getByText('已完成').waitFor({ timeout: patience });
    await row.getByText(/\d 件次/).waitFor();
    await row.getByRole('link', { name: '平常一个月' }).click();
    await page.waitForURL(new RegExp(`${first}$`));
    await panel('结果概要')
      .getByText(`${divisionName(county)}共发生`)
      .waitFor();
    for (const words of ['监测对象户数：5户', '按期登记周期性职责：关'])
      await panel('所作假设').getByText(words).waitFor();
    expect(window.faults).toEqual([]);
  }, 120_000);

  it('shows the month as a calendar, a day of it, and everything in its order', async () => {
    const day = panel('日历')
      .getByRole('button', { name: /共 [1-9]\d* 件次/ })
      .first();
    const name = (await day.getAttribute('aria-label')) ?? '';
    const [, date = '', total = ''] = /^(.+?)，共 (\d+) 件次/.exec(name) ?? [];
    await day.click();
    const drawer = page.getByRole('dialog', { name: `${date}，共 ${total} 件次` });
    await drawer.getByRole('listitem').first().waitFor();
    expect(await drawer.getByRole('listitem').count()).toBe(Math.min(Number(total), 50));
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });

    await panel('数量')
      .getByRole('button', { name: /^逾期 \d+ 件次，看时间线$/ })
      .click();
    await settled(page);
    const kinds = await panel('时间线').locator('li .tag').allInnerTexts();
    expect(new Set(kinds)).toEqual(new Set(['逾期']));
    expect(window.faults).toEqual([]);
  }, 60_000);

  it('is rehearsed again with another assumption, and both stand side by side', async () => {
    await page.getByRole('button', { name: '同样的县，换一种假设再推演' }).click();
    const form = page.getByRole('dialog', { name: '同样的县，换一种假设再推演' });
    await form.getByText('已照“平常一个月”填好').waitFor();
    expect(await form.getByLabel('监测对象户数', { exact: true }).and(form.locator('input')).inputValue()).toBe('5');
    await put(form, '监测对象办理逾期比例（%）', 100);
    await form.getByLabel('名称（可不填）').fill('户户逾期');
    const second = await order(form);
    await page.getByRole('button', { name: '与原推演对比' }).click({ timeout: patience });
    await page.getByRole('heading', { name: '两次推演对比' }).waitFor();
    expect(new URL(page.url()).searchParams.get('left')).toBe(first.split('/').at(-1));
    expect(new URL(page.url()).searchParams.get('right')).toBe(second.split('/').at(-1));

    const assumed = panel('差别').getByRole('row').filter({ hasText: '监测对象办理逾期比例' });
    await assumed.waitFor();
    expect(await assumed.getByRole('cell').allInnerTexts()).toEqual(['监测对象办理逾期比例', '10%', '100%']);
    await panel('差别')
      .getByText(/^右边与左边相比：.*逾期多 \d+/)
      .waitFor();
    const differences = panel('逐项对比');
    await differences.getByText(/^只有右边有 [1-9]\d*$/).waitFor();
    await differences.getByRole('listitem').filter({ hasText: '逾期' }).first().waitFor();
    await differences.getByText(/^日期移动 [1-9]\d*$/).click();
    await differences.getByRole('row').nth(1).waitFor();
    expect(window.faults).toEqual([]);
  }, 150_000);
});
