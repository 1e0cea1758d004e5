import { at, choose, doAct, handIn, openAct, pick, recordedIn } from './console-acts';
import { startConsoleWorld, type ConsoleWorld } from './console-world';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsoleWorld();
}, 180_000);
afterAll(() => world.stop(), 60_000);

const village = '140423100204';
const household = 'household:140423100:H001:1';

describe('clause A-2.1: a household from its lead to its identification, office by office', () => {
  it('the village committee records the village review on a phone', async () => {
    const office = `village-committee:${village}`;
    const window = await at(world, office, `/households/${household}`, 'phone');
    await doAct(window.page, '村级评议');
    expect(await recordedIn(world, household, 'villageReview', office)).toBe(true);
    expect(window.faults).toEqual([]);
    await window.close();
  }, 60_000);

  it('the township’s first button then is its check; what it may not do stands with the reason', async () => {
    const office = 'party-committee:140423100';
    const window = await at(world, office, `/households/${household}`);
    await window.page.getByRole('button', { name: /项现在不能办理/ }).click();
    await window.page.getByText('应由县级乡村振兴局办理').first().waitFor();
    await doAct(window.page, '乡镇核查');
    expect(await recordedIn(world, household, 'townshipCheck', office)).toBe(true);
    await window.close();
  }, 60_000);

  it('the county bureau is asked for what it left out, then identifies', async () => {
    const office = 'revitalization-bureau:140423';
    const window = await at(world, office, `/households/${household}`);
    const { page } = window;
    const form = await openAct(page, '县级认定为监测对象');
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText('必须填写').first().waitFor();
    await choose(form, '劳动能力', '全劳动力');
    await pick(form, '有就业意愿', '是');
    await pick(form, '整户无劳动能力', '否');
    await handIn(form, '已登记：县级认定为监测对象。');
    expect(await recordedIn(world, household, 'identify', office)).toBe(true);
    const { body } = await world.system.get(office, `cases/${household}`);
    expect(body).toMatchObject({ stage: 'identified', listed: { labour: 'full' } });
    await window.close();
  }, 60_000);

  it('why this date: the clause’s own words and every day', async () => {
    const window = await at(world, 'party-committee:140423100', `/households/${household}`);
    await window.page.getByRole('button', { name: '为什么是这一天' }).first().click();
    await window.page.getByRole('dialog').getByText('10 天内因人因户制定帮扶计划').first().waitFor();
    await window.close();
  }, 60_000);
});

describe('clauses C-3.7 and A-3.7: cadres and listed counties', () => {
  it('a village party secretary records an absence on a phone', async () => {
    const posting = 'posting:140423100:C001:1';
    const office = `village-party-secretary:${village}`;
    const window = await at(world, office, `/cadres/${posting}`, 'phone');
    await doAct(window.page, '登记无故脱岗（发生日为脱岗之日）');
    expect(await recordedIn(world, posting, 'absence', office)).toBe(true);
    await window.close();
  }, 60_000);

  it('the city verifies a problem of the listed county; the county itself may not', async () => {
    const listing = 'listing:140423:1';
    const office = 'leading-group-office:1404';
    const window = await at(world, office, `/listings/${listing}`);
    const form = await openAct(window.page, /^核查问题整改/);
    await choose(form, '问题编号', /P2/);
    await pick(form, '是否通过', '是');
    await form.getByLabel('备注').fill('抽查考勤属实');
    await handIn(form, /已登记：核查问题整改/);
    expect(await recordedIn(world, listing, 'verifyProblem', office)).toBe(true);
    await window.close();
  }, 60_000);

  it('the province finds on the policy, and the acceptance says why it is too early', async () => {
    const listing = 'listing:140423:1';
    const office = 'leading-group-office:14';
    const window = await at(world, office, `/listings/${listing}`);
    await doAct(window.page, '认定政策落实情况', async (form) => {
      await form.getByRole('radiogroup').getByText('是', { exact: true }).click();
      await form.getByRole('textbox').first().fill('政策已落实到村到户');
    });
    expect(await recordedIn(world, listing, 'policyFinding', office)).toBe(true);
    await window.page.getByRole('button', { name: /项现在不能办理/ }).click();
    await window.page
      .getByText(/摘牌验收：通过的摘牌/)
      .first()
      .waitFor();
    await window.close();
  }, 60_000);
});

describe('clauses C-2.2, C-2.4 and C-3.7: whoever sent, trains or calls in a cadre', () => {
  const posting = 'posting:140423100:C001:1';

  it.each([
    [
      'the dispatching unit records its sales help',
      'dispatching-unit:14:U01',
      '登记消费帮扶助销金额（元）',
      'salesHelp',
      /^助销金额/,
      '12000',
    ],
    [
      'the organization department decides to call the cadre in',
      'organization-department:140423',
      '县（市、区）委组织部决定约谈',
      'orderInterview',
      /^理由/,
      '当月考核排名靠后',
    ],
  ])(
    '%s',
    async (_, office, summary, name, field, value) => {
      const window = await at(world, office, `/cadres/${posting}`);
      await doAct(window.page, summary, async (form) => {
        await form.getByLabel(field).first().fill(value);
      });
      expect(await recordedIn(world, posting, name, office)).toBe(true);
      expect(window.faults).toEqual([]);
      await window.close();
    },
    60_000,
  );
});
