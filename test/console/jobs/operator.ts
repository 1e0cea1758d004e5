import { at, eventually, leave } from '../console-acts';
import type { ConsoleWorld } from '../console-world';

const office = 'leading-group-office:14';

export const operator = (world: () => ConsoleWorld): void =>
  it('whoever runs the system sees its parts, and what fails is done again when it is mended', async () => {
    const { system } = world();
    const window = await at(world(), office, '/system');
    const { page } = window;
    for (const part of ['台账数据库', '流程引擎'])
      await page
        .getByRole('heading', { name: new RegExp(part) })
        .getByText('正常')
        .waitFor();
    await page.getByText('没有正在重试的步骤').waitFor();
    await system.dataSource.query('ALTER TABLE households RENAME TO households_away');
    const asked = system.post('party-committee:140423100', 'households', {
      householdId: 'S1',
      village: '140423100204',
      kind: 'marginal',
      source: 'self-report',
    });
    const retry = page.getByRole('button', { name: /^立即重试：/ });
    try {
      await eventually(async () => {
        await page.getByRole('button', { name: '重新查看' }).first().click();
        await retry.first().waitFor({ timeout: 500 });
      }, 30_000);
      await page.getByText('台账数据库拒绝写入（代码 42P01），请管理员查看日志').first().waitFor();
    } finally {
      await system.dataSource.query('ALTER TABLE households_away RENAME TO households');
    }
    await asked;
    await eventually(async () => {
      if ((await retry.count()) > 0 && (await retry.first().isEnabled())) await retry.first().click();
      await page.getByText('没有正在重试的步骤').waitFor({ timeout: 2_000 });
    }, 40_000);
    expect((await system.get(office, 'system')).body).toMatchObject({ state: 'well' });
    expect((await system.get('party-committee:140423100', 'cases/household:140423100:S1:1')).status).toBe(200);
    await leave(window);
  }, 120_000);
