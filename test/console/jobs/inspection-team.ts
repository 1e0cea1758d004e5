import { divisionName } from '@duban/contracts/divisions';
import {
  at,
  choose,
  choosePlace,
  doAct,
  eventually,
  handIn,
  leave,
  listOf,
  openAct,
  recordedIn,
} from '../console-acts';
import type { ConsoleWorld } from '../console-world';

const office = 'inspection-team:14';

export const inspectionTeam = (world: () => ConsoleWorld): void =>
  describe('clause A-3.6: an inspection from its plan to the ledger of problems', () => {
    let caseId = '';

    it('is planned with a seed made in the browser, which must be noted down first', async () => {
      const window = await at(world(), office, '/inspections');
      const { page } = window;
      await page.getByRole('button', { name: '制定检查计划' }).click();
      const form = page.getByRole('dialog');
      await choosePlace(form, '检查范围', '山西省', '长治市', '襄垣县');
      await form.getByText(/^按抽样确定检查对象/).click();
      await form.getByText(/名单 \d+ 个，按 3 个乡镇分层/).waitFor();
      await form.getByRole('button', { name: '由本机随机生成种子' }).click();
      await form.getByRole('button', { name: '制定计划' }).click();
      await form.getByText('抽样还没有填完：请生成种子并确认已抄录，抽取数量应不多于名单。').waitFor();
      await form.getByText('我已抄录，会保密到抽取之时').click();
      await form.getByRole('button', { name: '制定计划' }).click();
      await page.getByText('检查计划已制定，通报印发前下级查不到。').waitFor();
      await page.waitForURL(/\/inspections\/inspection:/);
      caseId = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
      await page.getByText('样本尚未抽取；抽取之前只能核对承诺值。').waitFor();
      expect((await world().system.get('leading-group-office:140423', `cases/${caseId}`)).status).toBe(404);

      await doAct(page, '公布种子，抽取样本（任何人可据公布的记录重新计算）');
      await page.getByText('本机浏览器已按公布的记录重新计算，抽中名单与公布的相同；任何人可重新计算。').waitFor();
      await page.getByRole('region', { name: '抽样及其证明' }).getByText('一致', { exact: true }).first().waitFor();
      expect(await recordedIn(world(), caseId, 'draw', office)).toBe(true);
      await leave(window);
    }, 90_000);

    it('is held; what was found is in the ledger of problems', async () => {
      const { body } = await world().system.get(office, `inspections/${caseId}/sample`);
      const [drawn = ''] = body['drawn'] as string[];
      const window = await at(world(), office, `/inspections/${caseId}`);
      const { page } = window;
      await doAct(page, '登记检查开始');
      // The word that it is recorded lies over the form for a moment.
      await page.getByText('已登记：登记检查开始。').waitFor({ state: 'hidden' });
      const form = await openAct(page, '登记发现的问题（到事到人；随即列入问题台账）');
      await form.getByLabel('问题内容').fill('工作队日志缺记两周');
      await form.getByRole('button', { name: '提交' }).click();
      await form.getByText('必须填写').first().waitFor();
      expect(await form.getByLabel('问题内容').inputValue()).toBe('工作队日志缺记两周');
      await choose(form, '地点', `${divisionName(drawn.slice(0, 9))}${divisionName(drawn)}（抽中）`);
      await choose(form, '排查类别', '到户到人政策宣传落实');
      await handIn(form, /已登记：登记发现的问题/);
      await page.getByText('工作队日志缺记两周').first().waitFor();
      await eventually(async () => {
        const found = await listOf<{ territory: string }>(
          world(),
          'leading-group-office:140423',
          'cases?process=problem&limit=100',
        );
        expect(found.some(({ territory }) => territory === drawn)).toBe(true);
      });
      await leave(window);
    }, 90_000);
  });
