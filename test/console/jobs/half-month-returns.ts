import { at, choose, eventually, leave, listOf, paste } from '../console-acts';
import type { ConsoleWorld } from '../console-world';

const office = 'department:140423:human-resources';
const county = 'leading-group-office:140423';

interface Return {
  owner: string;
  state: string;
  caseId: string;
  body: { area: string; places: number };
}

export const halfMonthReturns = (world: () => ConsoleWorld): void =>
  describe('clause A-3.3: the half month’s dispatch', () => {
    const returnsOf = (owner: string): Promise<Return[]> =>
      listOf<Return>(world(), county, `registers/dispatch-return?owner=${owner}&limit=100`);

    it('a lead department reports its places in the grid; what is wrong is said in place and kept', async () => {
      const window = await at(world(), office, '/dispatches');
      const { page } = window;
      await page.getByRole('button', { name: '去报送' }).click();
      const form = page.getByRole('dialog', { name: '报送：就业帮扶政策' });
      await form.getByLabel('情况综述').fill('务工就业稳定，个别村组织化程度不高');
      await form.getByRole('button', { name: '抄用上期指标' }).click();
      await page.getByText('前三期没有报送过这一领域，请填写指标名称。').waitFor();
      await form.getByLabel('第 1 项指标的名称').fill('务工就业人数');
      await choose(form, '古韩镇落实情况', '正在推进');
      await paste(form.getByLabel('古韩镇务工就业人数完成数'), '８0\n55');
      const due = form.getByLabel('古韩镇务工就业人数应完成数');
      await due.fill('0');
      await form.getByRole('button', { name: '报送', exact: true }).click();
      await form.getByText('应完成数应大于 0；没有任务的指标请留空。').first().waitFor();
      await form.getByRole('button', { name: '依据条款 A-3.3，查看原文' }).waitFor();
      expect(await form.getByLabel('古韩镇务工就业人数完成数').inputValue()).toBe('80');
      await due.fill('100');
      const second = form.getByRole('row').filter({ has: page.getByLabel('王桥镇落实情况') });
      await choose(second, '王桥镇落实情况', '落实不到位');
      await second.getByLabel(/应完成数$/).fill('100');
      await second.getByRole('button', { name: '添问题' }).click();
      await form.getByLabel('王桥镇第 1 个问题', { exact: true }).fill('外出务工组织不到位');
      await form.getByRole('button', { name: '报送', exact: true }).click();
      await page.getByText('已报送。').waitFor();
      await eventually(async () => {
        const latest = (await returnsOf(office)).find(({ state }) => state !== 'missing');
        expect(latest).toMatchObject({ owner: office, body: { area: 'employment', places: 2 } });
      });
      await leave(window);
    }, 60_000);

    it('the county sees it, the places left out and the departments that are missing', async () => {
      const window = await at(world(), county, '/dispatches');
      const { page } = window;
      await page.getByRole('region', { name: '调度' }).getByRole('link').first().click();
      const returns = page.getByRole('region', { name: /^报送情况/ });
      const lead = (name: string) => returns.getByRole('listitem').filter({ hasText: name });
      await lead('人社').first().getByText('已报送').waitFor();
      await lead('交通').first().getByText('未报', { exact: true }).waitFor();
      await choose(page.getByRole('region', { name: '各地排队' }), '政策领域', '就业帮扶政策');
      const ranking = page.getByRole('region', { name: '各地排队' }).getByRole('row');
      await ranking.filter({ hasText: '古韩镇' }).getByText('80.0%').waitFor();
      await ranking.filter({ hasText: '王桥镇' }).getByText('55.0%').waitFor();
      await ranking.filter({ hasText: '侯堡镇' }).getByText('未报').waitFor();
      expect((await returnsOf('department:140423:transport'))[0]).toMatchObject({ state: 'missing' });
      await leave(window);
    }, 60_000);
  });
