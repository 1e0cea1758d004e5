import { monthOf } from '@duban/policy/dates/civil-date';
import { at, choose, doAct, eventually, handIn, leave, openAct, pick, recordedIn } from '../console-acts';
import type { ConsoleWorld } from '../console-world';

export const bulletinAndInterview = (world: () => ConsoleWorld): void => {
  it('clause A-3.4: the county’s office writes the month’s bulletin, issues it, and a party committee follows up', async () => {
    const office = 'leading-group-office:140423';
    const caseId = `work-bulletin:140423:${monthOf(world().today)}`;
    const window = await at(world(), office, `/bulletins/${caseId}`);
    const { page } = window;
    const criticised = page.getByRole('group', { name: /^批评/ });
    await criticised.getByRole('button', { name: '增加一项' }).click();
    await choose(criticised, '批评第 1 项的对象', '侯堡镇');
    await criticised.getByLabel('批评第 1 项的内容').fill('监测户措施落实偏慢');
    await page.getByRole('button', { name: '印发通报' }).click();
    await page.getByText('请填写文号，如 襄巩固衔接办发〔2026〕11号。').waitFor();
    await page.getByLabel('文号').fill('襄巩固衔接办发〔示例〕9号');
    await page.getByRole('region', { name: '印发后的样子' }).getByText('监测户措施落实偏慢').waitFor();
    await page.getByRole('button', { name: '印发通报' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '印发', exact: true }).click();
    await page.getByText(/^通报已印发/).waitFor();
    await eventually(async () =>
      expect((await world().system.get(office, `cases/${caseId}`)).body).toMatchObject({
        listed: { number: '襄巩固衔接办发〔示例〕9号', criticised: 1, unsolved: 1 },
      }),
    );
    const form = await openAct(page, '登记对受批评地区、部门的督查指导、跟进服务');
    await choose(form, '通报事项编号', /侯堡镇/);
    await form.getByLabel('内容').fill('到镇督导，逐户列出措施和时限');
    await handIn(form, /已登记：登记对受批评地区/);
    expect(await recordedIn(world(), caseId, 'followUp', office)).toBe(true);
    await leave(window);
  }, 90_000);

  it('clause A-3.5: the province calls a city in, holds the interview, and follows up what was promised', async () => {
    const office = 'leading-group-office:14';
    const window = await at(world(), office, '/interviews?tab=areas');
    const { page } = window;
    await page.getByRole('button', { name: '决定约谈' }).click();
    const form = page.getByRole('dialog');
    await choose(form, '单位', '长治市委');
    await choose(form, '依据条款', /政策落实不到位/);
    await form
      .getByLabel(/^事由|^约谈事由|因/)
      .first()
      .fill('挂牌县整改推进迟缓');
    await form.getByLabel('计划日期').fill('2020年1月1日');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: '提交' }).click();
    await form
      .getByText(/应不早于/)
      .first()
      .waitFor();
    await form.getByLabel('计划日期').fill(chinese(world().today));
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: '提交' }).click();
    await page.waitForURL(/\/interviews\/area-interview:/);
    const caseId = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');

    const held = await openAct(page, '登记约谈纪要、参加单位和承诺事项（各有期限）');
    await held.getByLabel('约谈记录').fill('省领导小组约谈长治市委，市委作出承诺。');
    await held.getByLabel('承诺内容').fill('两个月内完成挂牌问题整改');
    await held.getByLabel('完成期限').fill('2020年1月1日');
    await page.keyboard.press('Enter');
    await held.getByRole('button', { name: '提交' }).click();
    await held
      .getByText(/期限应晚于约谈之日/)
      .first()
      .waitFor();
    expect(await held.getByLabel('承诺内容').inputValue()).toBe('两个月内完成挂牌问题整改');
    await held.getByLabel('完成期限').fill(`${Number(world().today.slice(0, 4)) + 1}年3月1日`);
    await page.keyboard.press('Enter');
    await handIn(held, /已登记：登记约谈纪要/);
    await leave(window);

    const city = await at(world(), 'party-committee:1404', `/interviews/${caseId}`);
    await doAct(city.page, '报告承诺事项已兑现（附佐证）', async (report) => {
      await report
        .getByLabel(/^内容|情况|兑现/)
        .first()
        .fill('问题已全部整改');
      await report.getByLabel('佐证材料').fill('市委督查报告');
    });
    await leave(city);
    const province = await at(world(), office, `/interviews/${caseId}`);
    await doAct(province.page, '核实承诺事项是否兑现', async (verdict) => {
      await pick(verdict, '承诺已兑现', '是');
      await verdict
        .getByLabel(/备注|情况|说明/)
        .first()
        .fill('抽查三个县属实');
    });
    await eventually(async () =>
      expect((await world().system.get('party-committee:1404', `cases/${caseId}`)).body).toMatchObject({
        ended: expect.objectContaining({}) as unknown,
      }),
    );
    await leave(province);
  }, 120_000);
};

/** As a person types a date. */
const chinese = (date: string): string => date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
