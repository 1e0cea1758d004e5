import { postingBody } from '@duban/cli/rehearsal/demo-routine';
import { act } from '@duban/cli/demo/demo-act';
import { demoCadres, demoCountyCode, demoVillages } from '@duban/contracts/demo-county';
import { townshipOf } from '@duban/policy/base/office';
import { addToMonth, civilDateOf, firstDayOf, monthOf } from '@duban/policy/dates/civil-date';
import type { Locator, Page } from 'playwright-core';
import { eventually, paste } from './console-acts';
import { settled, type ConsoleWindow } from './console-browser';
import { startConsoleWorld, type ConsoleWorld, type Story } from './console-world';

const township = '140423100';
const office = `party-committee:${township}`;
const month = addToMonth(monthOf(civilDateOf(new Date().toISOString())), -1);
const since = firstDayOf(month);
const sheetCase = `scores:${township}:${month}`;

/** Six cadres of one township, on post for the whole of last month, and nobody scored yet. */
const unscoredMonth: Story = () => {
  const villages = demoVillages(demoCountyCode).filter((village) => townshipOf(village) === township);
  const year = Number(since.slice(0, 4));
  const cycle = { province: '14', year, title: '巩固衔接专项行动', counties: [demoCountyCode], startsOn: since };
  return [
    demoCadres(6, year, villages).map((cadre) =>
      act(since, `stationing-office:${demoCountyCode}`, 'postings.post', postingBody(cadre, since)),
    ),
    [act(since, 'leading-group-office:14', 'cycles.start', cycle)],
  ];
};

interface Line {
  cadre: string;
  name: string;
  state: string;
}

let world: ConsoleWorld;
let lines: Line[];
beforeAll(async () => {
  world = await startConsoleWorld(unscoredMonth);
  await eventually(async () => expect((await sheet()).caseId).toBe(sheetCase));
  ({ lines } = await sheet());
}, 180_000);
afterAll(() => world.stop(), 60_000);

const sheet = async () =>
  (await world.system.get(office, `score-sheets?township=${township}&month=${month}`)).body as unknown as {
    caseId: string;
    lines: Line[];
  };

/** What the server keeps, part by part, in the order of the lines. */
async function kept(part: Part): Promise<(number | null)[]> {
  const { body } = await world.system.get(office, `score-sheets/draft?township=${township}&month=${month}`);
  const cells = body['cells'] as { cadre: string; part: Part; value: number | null }[];
  return lines.map(({ cadre }) => cells.find((cell) => cell.cadre === cadre && cell.part === part)?.value ?? null);
}
const recorded = async (name: string): Promise<{ by: { office: string } }[]> => {
  const { body } = await world.system.get(office, `cases/${sheetCase}/timeline?limit=200`);
  return (body['items'] as { name: string; by: { office: string } }[]).filter((entry) => entry.name === name);
};

type Part = 'task' | 'presence';
const titles = { task: '任务完成得分', presence: '在岗履职得分' } as const;
const rowOf = (page: Page, row: number): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: lines[row]?.name ?? '', exact: true }) });
const cellOf = (page: Page, row: number, part: Part): Locator =>
  rowOf(page, row).getByLabel(`${lines[row]?.name}，${titles[part]}`);
const focusedPlace = (page: Page): Promise<string | null> => page.locator('input:focus').getAttribute('data-place');
const saved = (page: Page): Promise<void> => page.getByText('所填内容已全部保存。').waitFor();

async function clerk(): Promise<ConsoleWindow> {
  const window = await world.browser.window();
  await window.signIn('古韩镇党委');
  await window.go(`/months?month=${month}`);
  await cellOf(window.page, 0, 'task').waitFor();
  return window;
}

/** Types over a cell and goes on to the next, as with the keyboard. */
async function write(page: Page, row: number, part: Part, text: string): Promise<void> {
  await cellOf(page, row, part).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe('clause C-3.5: the month’s sheet is filled by keyboard', () => {
  let window: ConsoleWindow;
  beforeAll(async () => {
    window = await clerk();
  }, 60_000);
  afterAll(() => window.close());

  it('a column is typed with Enter, moved about in with arrows, and kept cell by cell', async () => {
    const { page } = window;
    await cellOf(page, 0, 'task').focus();
    for (const text of ['90.5', '88', '７６', '95', '60']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    }
    expect(await focusedPlace(page)).toBe('5:0');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    expect(await focusedPlace(page)).toBe('4:1');
    await page.keyboard.type('70');
    await page.keyboard.press('ArrowDown');
    expect(await focusedPlace(page)).toBe('5:1');
    await eventually(async () => {
      expect(await kept('task')).toEqual([90.5, 88, 76, 95, 60, null]);
      expect(await kept('presence')).toEqual([null, null, null, null, 70, null]);
    });
    await saved(page);
  }, 60_000);

  it('a column pasted from Excel, in full-width digits, fills the lines below; the totals stand', async () => {
    const { page } = window;
    const cell = cellOf(page, 0, 'presence');
    await cell.focus();
    await paste(cell, '８０\r\n７５．５\r\n90\r\n100\r\n６６\r\n85\r\n');
    await page.getByText('已填入 6 格。').waitFor();
    await eventually(async () => expect(await kept('presence')).toEqual([80, 75.5, 90, 100, 66, 85]));
    const totals = [0, 1, 3, 5].map((row) => rowOf(page, row).locator('td.total').innerText());
    expect(await Promise.all(totals)).toEqual(['86.3', '83.0', '97.0', '—']);
    await page.getByRole('button', { name: '撤销粘贴（6 格）' }).waitFor();
    await saved(page);
  }, 60_000);

  it('a score over 100 is refused where it stands, with the reason, and nothing is lost', async () => {
    const { page } = window;
    await write(page, 5, 'task', '101');
    await rowOf(page, 5).getByRole('alert').filter({ hasText: '任务完成得分应在0至100之间，收到101。' }).waitFor();
    await rowOf(page, 5).getByText('需要处理').waitFor();
    await page.getByText('1 格需要处理，见红字；其余已保存。').waitFor();
    await page.getByRole('button', { name: '依据条款 C-3.5，查看原文' }).first().waitFor();
    expect(await cellOf(page, 5, 'task').inputValue()).toBe('101');
    expect(await kept('task')).toEqual([90.5, 88, 76, 95, 60, null]);

    await page.getByRole('button', { name: /^报送（/ }).click();
    await page.getByText('有单元格未能保存，请先处理红字。').waitFor();
    await window.go(`/months?month=${month}`);
    expect(await cellOf(page, 5, 'task').inputValue()).toBe('101');
    await write(page, 5, 'task', '100');
    await eventually(async () => expect(await kept('task')).toEqual([90.5, 88, 76, 95, 60, 100]));
    await saved(page);
    expect(window.faults).toEqual([]);
  }, 60_000);
});

describe('a lost connection', () => {
  it('three cells wait, and are sent when the connection is back', async () => {
    const window = await clerk();
    const { page, context } = window;
    await context.setOffline(true);
    await write(page, 0, 'task', '91');
    await write(page, 1, 'task', '89');
    await write(page, 2, 'presence', '92.5');
    await page.getByText('连接中断，3 格待上传。').waitFor();
    await rowOf(page, 1).getByText('待上传').waitFor();
    expect((await kept('task')).slice(0, 2)).toEqual([90.5, 88]);
    await context.setOffline(false);
    await eventually(async () => {
      expect((await kept('task')).slice(0, 2)).toEqual([91, 89]);
      expect((await kept('presence'))[2]).toBe(92.5);
    });
    await saved(page);
    await window.close();
  }, 60_000);

  it('what waits is still there after the page was left, and is sent', async () => {
    const window = await clerk();
    const { page } = window;
    await page.route('**/score-sheets/draft*', (route) => route.abort('internetdisconnected'));
    await write(page, 3, 'task', '96');
    await page.getByText('连接中断，1 格待上传。').waitFor();
    await page.goto('about:blank');
    await page.unroute('**/score-sheets/draft*');
    expect((await kept('task'))[3]).toBe(95);
    await window.go(`/months?month=${month}`);
    await eventually(async () => expect((await kept('task'))[3]).toBe(96));
    expect(await cellOf(page, 3, 'task').inputValue()).toBe('96');
    await saved(page);
    expect(window.faults).toEqual([]);
    await window.close();
  }, 60_000);
});

it('two clerks in one cell: the later sees both values and chooses', async () => {
  const [one, other] = await Promise.all([clerk(), clerk()]);
  await cellOf(other.page, 4, 'task').focus();
  await write(one.page, 4, 'task', '61');
  await eventually(async () => expect((await kept('task'))[4]).toBe(61));

  await other.page.keyboard.type('65');
  await other.page.keyboard.press('Enter');
  const question = rowOf(other.page, 4).getByRole('alert');
  await question.getByText(/已改为61。/).waitFor();
  await question.getByRole('button', { name: '用 61' }).waitFor();
  expect((await kept('task'))[4]).toBe(61);
  await question.getByRole('button', { name: '用我的 65' }).click();
  await eventually(async () => expect((await kept('task'))[4]).toBe(65));
  await saved(other.page);

  await cellOf(one.page, 4, 'task').focus();
  await one.page.waitForFunction(
    () =>
      (globalThis as unknown as { document: { activeElement: { value: string } } }).document.activeElement.value ===
      '65',
  );
  expect([...one.faults, ...other.faults]).toEqual([]);
  await Promise.all([one.close(), other.close()]);
}, 60_000);

it('handed in, the scores are in the ledger; from then on a change needs its reason', async () => {
  const window = await clerk();
  const { page } = window;
  await page.getByRole('button', { name: '报送（6 / 6 人）' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '确认报送' }).click();
  await page.getByText('已报送 6 人的得分。').waitFor();
  await eventually(async () => expect(await recorded('scoreAll')).toMatchObject([{ by: { office } }]));
  expect((await sheet()).lines.map(({ state }) => state)).toEqual(lines.map(() => 'scored'));
  await settled(page);

  const name = lines[1]?.name ?? '';
  await page.getByRole('button', { name: `更正${name}的得分` }).click();
  const form = page.getByRole('dialog', { name: `更正${name}的得分` });
  await form.getByLabel('任务完成得分').fill('87');
  await form.getByRole('button', { name: '更正' }).click();
  await form.getByText('请写明理由。').waitFor();
  expect(await recorded('correct')).toEqual([]);
  await form.getByLabel('理由').fill('录入有误，已核对台账');
  await form.getByRole('button', { name: '更正' }).click();
  await page.getByText(`已更正${name}的得分。`).waitFor();
  await eventually(async () => expect(await recorded('correct')).toMatchObject([{ by: { office } }]));
  await rowOf(page, 1).getByText('82.4', { exact: true }).waitFor();
  expect(window.faults).toEqual([]);
  await window.close();
}, 60_000);
