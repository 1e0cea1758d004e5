import { at, choose, eventually, leave, listOf } from '../console-acts';
import type { ConsoleWorld } from '../console-world';

const office = 'province-group:14';

export const province = (world: () => ConsoleWorld): void => {
  it('clause A-0: starts a supervision cycle with a county; none chosen is refused', async () => {
    const window = await at(world(), office, '/cycles');
    const { page } = window;
    await page.getByRole('button', { name: '启动督办周期' }).click();
    const form = page.getByRole('dialog', { name: '启动督办周期' });
    await form.getByLabel('名称').fill('平顺县巩固衔接专项行动');
    await form.getByRole('button', { name: '启动（0 个县）' }).click();
    await form.getByRole('alert').filter({ hasText: /县/ }).first().waitFor();
    expect(await form.getByLabel('名称').inputValue()).toBe('平顺县巩固衔接专项行动');
    await form.getByLabel('查找县或市').fill('平顺');
    await form.getByText('平顺县', { exact: true }).click();
    await form.getByRole('button', { name: '启动（1 个县）' }).click();
    await page.getByRole('button', { name: '启动', exact: true }).click();
    await page.waitForURL(/\/cycles\/cycle:/);
    await page.getByText(/^已启动：平顺县巩固衔接专项行动，1 个县参加。/).waitFor();
    await eventually(async () => {
      const cycles = await listOf<{ listed: object }>(world(), office, 'cases?process=supervision-cycle&limit=50');
      expect(cycles).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            listed: expect.objectContaining({ title: '平顺县巩固衔接专项行动', counties: 1 }) as unknown,
          }),
        ]),
      );
    });
    await leave(window);
  }, 90_000);

  describe('clause A-3.7: grounds that inspections propose', () => {
    const groundOf = (page: Awaited<ReturnType<typeof at>>['page'], what: string) =>
      page.getByRole('region', { name: '待省级确认的挂牌依据线索' }).getByRole('listitem').filter({ hasText: what });

    it('lists a county for one of them', async () => {
      const window = await at(world(), office, '/listings');
      const { page } = window;
      await groundOf(page, '帮扶政策宣传落实不到位').getByRole('button', { name: '据此挂牌' }).click();
      const form = page.getByRole('dialog', { name: '对县挂牌督办' });
      await form.getByLabel('问题内容').first().fill('逐户开展政策宣传');
      await form.getByRole('button', { name: '提交' }).click();
      await form.getByText(/^有 \d+ 处需要修改/).waitFor();
      expect(await form.getByLabel('问题内容').first().inputValue()).toBe('逐户开展政策宣传');
      const leaders = form.getByRole('group', { name: /^包联领导/ });
      if ((await leaders.getByLabel('包联领导编号').count()) === 0)
        await leaders.getByRole('button', { name: '增加一项' }).click();
      await leaders.getByLabel('包联领导编号').fill('L02');
      await choose(leaders, '所在党委', '长治市委');
      await form.getByRole('button', { name: '提交' }).click();
      await page.waitForURL(/\/listings\/listing:140425/);
      const { body } = await world().system.get('leading-group-office:140425', 'cases/listing:140425:1');
      expect(body).toMatchObject({ territory: '140425', ended: null });
      await eventually(async () =>
        expect(
          (await listOf<{ territory: string }>(world(), office, 'listings/grounds')).map(({ territory }) => territory),
        ).toEqual(['140429']),
      );
      await leave(window);
    }, 90_000);

    it('declines the other with a reason', async () => {
      const window = await at(world(), office, '/listings');
      const { page } = window;
      await groundOf(page, '公益岗位资金拨付迟缓').getByRole('button', { name: '不予采纳' }).click();
      const form = page.getByRole('dialog', { name: '不予采纳这条线索' });
      const send = form.getByRole('button', { name: '登记不予采纳' });
      expect(await send.isDisabled()).toBe(true);
      await form.getByLabel('不予采纳的理由').fill('资金已于次月拨付到位');
      await send.click();
      await page.getByText('已登记为不予采纳').waitFor();
      await eventually(async () =>
        expect(await listOf(world(), office, 'listings/grounds?state=declined')).toMatchObject([
          { territory: '140429', declined: { office, why: '资金已于次月拨付到位' } },
        ]),
      );
      await leave(window);
    }, 60_000);
  });

  it('RULES 0.version: changes a number of the policy after it was tried on the open cases', async () => {
    const window = await at(world(), office, '/policy');
    const { page } = window;
    const decisions = page.getByRole('region', { name: '本单位的决定（条款未规定，由办公室设定）' });
    await decisions.getByText('识别认定由谁办理').waitFor();
    await page.getByLabel('查找名称或条款').fill('认定程序');
    await page.getByRole('button', { name: '调整履行认定程序的天数' }).click();
    const days = page.getByLabel('履行认定程序的天数', { exact: true });
    await days.fill('0');
    await days.press('Tab');
    await page.getByRole('alert').filter({ hasText: /应/ }).first().waitFor();
    await days.fill('20');
    await days.press('Tab');
    await page.getByRole('button', { name: '试算：哪些期限会改变' }).click();
    await page.getByText(/^未结案件 \d+ 件/).waitFor();
    await page.getByRole('button', { name: '保存为第 2 版' }).click();
    await page.getByText('请写明调整理由，并选定适用于哪些案件。').waitFor();
    await page.getByLabel('调整理由').fill('省级统一延长试点');
    await page.getByText(/^只用于今后新立的案件/).click();
    await page.getByRole('button', { name: '保存为第 2 版' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText(/^已保存为第 2 版/).waitFor();
    const { body } = await world().system.get('revitalization-bureau:140423', 'policy-sets');
    expect(JSON.stringify(body)).toContain('"identificationDays":20');
    await leave(window);
  }, 90_000);
};
