import { at, eventually, leave, listOf, paste } from '../console-acts';
import type { ConsoleWorld } from '../console-world';

const township = '140423100';
const office = `party-committee:${township}`;
const bureau = 'revitalization-bureau:140423';

export const supports = (world: () => ConsoleWorld): void => {
  describe('clause B-2.3.4: subsidies, many people at once', () => {
    const campaign = (): string => `subsidies:${township}:${world().today.slice(0, 4)}`;
    const counts = async (): Promise<Record<string, number>> =>
      (await world().system.get(office, `cases/${campaign()}`)).body['listed'] as Record<string, number>;

    it('the township pastes the entitled; one of a strange village is refused in its line, the others wait with it', async () => {
      const window = await at(world(), office, `/subsidies/${campaign()}`);
      const { page } = window;
      await page.getByRole('button', { name: '批量列入名单' }).click();
      const form = page.getByRole('dialog');
      const line = (worker: string, place: string) => `${worker}\t一次性交通补贴\tH0${worker.slice(1)}\t${place}`;
      await form.getByLabel('粘贴区').fill([line('W31', '西垴头村'), line('W32', '没有的村')].join('\n'));
      await form.getByText('1 条需要修改').waitFor();
      await form.getByRole('row').filter({ hasText: 'W32' }).getByText(/村/).last().waitFor();
      await form.getByLabel('粘贴区').fill([line('W31', '140423100204'), line('W32', '140423100204')].join('\n'));
      await form.getByRole('button', { name: '登记 2 条' }).click();
      await page.getByText('已登记 2 条。').waitFor();
      await eventually(async () => expect(await counts()).toMatchObject({ entitled: 14 }));
      await leave(window);
    }, 60_000);

    it('the bureau approves all that wait, then pays them the same amount', async () => {
      const window = await at(world(), bureau, `/subsidies/${campaign()}`);
      const { page } = window;
      await page.getByText(/^待审核 2$/).click();
      await page.getByRole('checkbox', { name: '全选' }).locator('xpath=..').click();
      await page.getByRole('button', { name: '审核（已选 2 项）' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '登记审核 2 项' }).click();
      await page.getByText('已登记 2 项。').waitFor();
      await page.getByText(/^待发放 3$/).click();
      await page.getByRole('checkbox', { name: '全选' }).locator('xpath=..').click();
      await page.getByRole('button', { name: '登记发放（已选 3 项）' }).click();
      const form = page.getByRole('dialog');
      await form.getByText('每人的发放金额都要填写。').waitFor();
      await form.getByLabel('每人金额').fill('99999999');
      await form.getByLabel('每人金额').press('Tab');
      await form.getByRole('button', { name: '每人填此金额' }).click();
      await form.getByRole('button', { name: '登记发放 3 项' }).click();
      await form
        .getByText(/应.*收到|不超过/)
        .first()
        .waitFor();
      await form.getByLabel('每人金额').fill('600');
      await form.getByLabel('每人金额').press('Tab');
      await form.getByRole('button', { name: '每人填此金额' }).click();
      await form.getByRole('button', { name: '登记发放 3 项' }).click();
      await page.getByText('已登记 3 项。').waitFor();
      await eventually(async () => expect(await counts()).toMatchObject({ paid: 9 }));
      await leave(window);
    }, 60_000);
  });

  it('clause B-2.2.3: the month of the public-welfare posts: who attended, then who is paid', async () => {
    const window = await at(world(), office, '/posts?tab=month');
    const { page } = window;
    const days = page.getByLabel('P2出勤天数');
    await days.fill('20');
    await page.getByRole('button', { name: '登记考勤 1 人' }).click();
    await page.getByText('已登记 1 人。').waitFor();
    const yuan = page.getByLabel('P2发放金额');
    await page.getByRole('button', { name: '按月工资标准填写' }).click();
    expect(await yuan.inputValue()).toBe('500');
    await page.getByLabel('发放表编号').fill('工资表12');
    await page.getByRole('button', { name: '登记发放 1 人' }).click();
    await eventually(async () =>
      expect(await listOf(world(), office, 'registers/post-pay?limit=100')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            owner: office,
            body: expect.objectContaining({ worker: 'P2', yuan: 500 }) as unknown,
          }),
        ]),
      ),
    );
    await leave(window);
  }, 60_000);

  it('clause A-3.1: a department of the province pastes its scores of the contest', async () => {
    const scorer = 'department:14:human-resources';
    const [contest] = await listOf<{ caseId: string }>(world(), scorer, 'cases?process=contest&limit=5');
    const window = await at(world(), scorer, `/contests/${contest?.caseId ?? ''}`);
    const { page } = window;
    const cell = page.getByLabel('襄垣县省直部门评价责任落实得分');
    await cell.focus();
    await paste(cell, '90\t88.5\t101\t70\n85\t85\t85\t85\n60\t61\t62\t63\n');
    await page.getByText('应为0至100、至多一位小数').waitFor();
    const wrong = page.getByLabel('襄垣县省直部门评价工作落实得分');
    expect(await wrong.inputValue()).toBe('101');
    await page.getByLabel('打分依据').fill('省人社评价表');
    expect(await page.getByRole('button', { name: /^登记 \d+ 项得分$/ }).isDisabled()).toBe(true);
    await wrong.fill('91');
    await page.getByRole('button', { name: '登记 12 项得分' }).click();
    await page.getByText('已登记 12 项得分。').waitFor();
    await eventually(async () => {
      const { body } = await world().system.get(
        'leading-group-office:14',
        `cases/${contest?.caseId ?? ''}/timeline?limit=200`,
      );
      expect(body['items']).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ name: 'scoreAll', by: expect.objectContaining({ office: scorer }) as unknown }),
        ]),
      );
    });
    await leave(window);
  }, 60_000);

  it('clause B-2.3.3: a register is filled by paste from Excel, all lines or none', async () => {
    const window = await at(world(), office, '/registers/award-per-mu');
    const { page } = window;
    await page.getByRole('button', { name: '批量粘贴' }).click();
    const form = page.getByRole('dialog');
    const line = (household: string, mu: string, yuan: string) =>
      `古韩镇\t\t${world().today.slice(0, 4)}\t${household}\t种植大豆\t${mu}\t${yuan}\t是`;
    const fill = (...lines: string[]) => form.getByLabel('粘贴区').fill(lines.join('\n'));
    const enter = form.getByRole('button', { name: '登记 2 条' });
    await fill(line('H021', '三亩', '60'), line('H022', '２.5', '50'));
    await form.getByText('1 条需要修改').waitFor();
    await form.getByRole('row').filter({ hasText: 'H021' }).getByText('亩数：应为数字').waitFor();
    expect(await enter.isDisabled()).toBe(true);
    await fill(line('H021', '3', '60'), line('H022', '２.5', '450'));
    await enter.click();
    await form
      .getByRole('row')
      .filter({ hasText: 'H022' })
      .getByText(/每亩20元，2.5亩应为50元，收到的是450元/)
      .waitFor();
    await form.getByRole('button', { name: '依据条款 B-2.3.3，查看原文' }).waitFor();
    await fill(line('H021', '3', '60'), line('H022', '２.5', '50'));
    await enter.click();
    await page.getByText('已登记 2 条。').waitFor();
    await eventually(async () => {
      const rows = await listOf<{ body: { household: string; mu: number } }>(
        world(),
        office,
        'registers/award-per-mu?limit=100',
      );
      expect(rows.map(({ body }) => `${body.household} ${body.mu}`)).toEqual(
        expect.arrayContaining(['H021 3', 'H022 2.5']),
      );
    });
    await leave(window);
  }, 60_000);
};
