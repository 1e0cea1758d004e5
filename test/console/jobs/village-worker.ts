import type { Page } from 'playwright-core';
import { at, eventually, leave, listOf, recordedIn } from '../console-acts';
import type { ConsoleWorld } from '../console-world';

const village = '140423100204';
const household = 'household:140423100:H001:1';
const office = `village-party-secretary:${village}`;
const owner = 'party-committee:140423100';

/** How often a finger has touched the page since. */
async function taps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const site = globalThis as unknown as {
      taps: number;
      addEventListener(event: string, told: () => void, early: boolean): void;
    };
    site.taps = 0;
    site.addEventListener('click', () => (site.taps += 1), true);
  });
  return () => page.evaluate(() => (globalThis as unknown as { taps: number }).taps);
}

interface Standing {
  duty: string;
  lines: { ower: string; state: string; done: number }[];
}

export const villageWorker = (world: () => ConsoleWorld): void =>
  describe('clauses C-2.3 and C-3.3: a village worker on a phone', () => {
    it('records a visit in two taps and the choice of the household', async () => {
      const window = await at(world(), office, '/', 'phone');
      const { page } = window;
      const tapped = await taps(page);
      await page.getByRole('button', { name: '登记走访' }).tap();
      await page.getByRole('dialog').getByRole('link', { name: /H001/ }).tap();
      await page.getByRole('dialog', { name: '入户走访' }).getByRole('button', { name: '提交' }).tap();
      await page.getByText('已登记：入户走访。').waitFor();
      expect(await tapped()).toBe(3);
      await page.getByRole('region', { name: '经过' }).getByText('入户走访').first().waitFor();
      expect(await recordedIn(world(), household, 'visit', office)).toBe(true);
      await leave(window);
    }, 60_000);

    const lineOf = async (duty: string): Promise<Standing['lines'][number] | undefined> => {
      const rows = await listOf<Standing>(world(), owner, `duties?owner=${owner}&dueFrom=${world().today}&limit=200`);
      return rows.find((row) => row.duty === duty)?.lines.find(({ ower }) => ower === village);
    };

    it('records the week’s meeting in two taps, and sees that it is done', async () => {
      const window = await at(world(), office, '/', 'phone');
      const { page } = window;
      await page.getByRole('link', { name: /^履职台账/ }).tap();
      const card = page
        .getByRole('region', { name: /^本期应履行/ })
        .getByRole('article')
        .filter({ hasText: '召开工作例会' });
      await card.waitFor();
      const tapped = await taps(page);
      await card.getByRole('button', { name: '登记' }).tap();
      await page.getByRole('dialog', { name: '召开工作例会' }).getByRole('button', { name: '登记' }).tap();
      await page.getByText('已登记。').waitFor();
      expect(await tapped()).toBe(2);
      await card.getByText('已完成').waitFor();
      await eventually(async () => expect(await lineOf('work-meeting')).toMatchObject({ state: 'fulfilled', done: 1 }));
      await leave(window);
    }, 60_000);

    it('says the whole day in four taps and the choice of the households, and every duty counts it', async () => {
      const window = await at(world(), office, '/village-day', 'phone');
      const { page } = window;
      const visits = page.getByRole('region', { name: /^入户走访/ });
      await visits.getByRole('listitem').first().waitFor();
      const before = (await lineOf('broadcast'))?.done ?? 0;
      const tapped = await taps(page);
      const marks = page.getByRole('region', { name: /^考勤/ });
      await marks.getByText('在岗', { exact: true }).first().tap();
      await visits.getByRole('listitem').first().getByRole('checkbox').locator('xpath=..').tap();
      await page.getByRole('checkbox', { name: '村大喇叭已宣讲' }).locator('xpath=..').tap();
      await page.getByRole('button', { name: '保存当日' }).tap();
      await page.getByText('当日登记已保存。').waitFor();
      expect(await tapped()).toBeLessThanOrEqual(8);
      await page.getByRole('button', { name: '没有未保存的内容' }).waitFor();
      await eventually(async () => expect((await lineOf('broadcast'))?.done).toBe(before + 1));
      await eventually(async () => expect((await lineOf('visit-all'))?.done).toBeGreaterThan(0));
      await leave(window);
    }, 60_000);
  });
