import { demoCountyCode as county } from '@duban/contracts/demo-county';
import { caseId } from '@duban/policy/case/case-id';
import { monthOf } from '@duban/policy/dates/civil-date';
import { at, choose, eventually, leave, listOf, recordedIn } from '../console-acts';
import type { ConsoleWorld } from '../console-world';
import { lastMonth } from './supervision-story';

const office = `stationing-office:${county}`;

export const countyMonth = (world: () => ConsoleWorld): void =>
  describe('clause C-3.5: the county’s stationing office and its month', () => {
    const monthCase = (month: string): string => caseId('monthly-assessment', county, month);

    it('issues this month’s task list; a list pasted as lines becomes tasks, one too short is refused', async () => {
      const month = monthOf(world().today);
      const window = await at(world(), office, `/months?month=${month}&tab=tasks`);
      const { page } = window;
      const first = page.getByLabel('第 1 项任务内容');
      await first.fill('查');
      await page.getByText('任务内容至少 2 个字，现为“查”。').waitFor();
      expect(await page.getByRole('button', { name: /^下发任务清单/ }).isDisabled()).toBe(true);
      await first.fill('逐户标注已落实政策');
      await page.getByRole('button', { name: '增加一项' }).click();
      await page.getByLabel('第 2 项任务内容').fill('摸排务工就业需求');
      await choose(page.locator('body'), '第 2 项由谁完成', '第一书记');
      await page.getByRole('button', { name: '下发任务清单（2 项）' }).click();
      await page.getByText(/^已下发.*任务清单，共 2 项。/).waitFor();
      await page.getByText('摸排务工就业需求').waitFor();
      await eventually(async () =>
        expect(await recordedIn(world(), monthCase(month), 'issueTaskList', office)).toBe(true),
      );
      await leave(window);
    }, 60_000);

    it('ranks, looks at the bulletin as it will stand, issues it, and corrects it beside the frozen one', async () => {
      const month = lastMonth(world().today);
      const window = await at(world(), office, `/months?month=${month}&tab=bulletin`);
      const { page } = window;
      await page.getByRole('button', { name: '预览通报' }).click();
      await page.getByText('预览，按现在已报送的得分和今天的日期生成，未印发；正式内容以印发时为准。').waitFor();
      await page.getByRole('button', { name: '印发通报' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: '提交' }).click();
      await form.getByText('必须填写').or(form.getByText('请填写文号')).first().waitFor();
      await form.getByLabel('文号').fill('襄驻办〔示例〕1号');
      await form.getByRole('button', { name: '提交' }).click();
      await page.getByText('已登记：印发通报。').waitFor();
      await page.getByText('襄驻办〔示例〕1号').first().waitFor();
      const bulletins = () =>
        listOf<{ number: string; corrects: string | null; text: string }>(
          world(),
          office,
          `bulletins?county=${county}&month=${month}`,
        );
      await eventually(async () =>
        expect((await bulletins()).map(({ number }) => number)).toEqual(['襄驻办〔示例〕1号']),
      );
      const [frozen] = await bulletins();

      await page.getByRole('button', { name: '通报后更正得分' }).click();
      const correction = page.getByRole('dialog');
      await choose(correction, '驻村干部编号', /古韩镇/);
      await correction.getByLabel('更正后任务完成得分').fill('101');
      await correction.getByLabel('更正后在岗履职得分').fill('90');
      await correction.getByLabel('理由').fill('漏计一项任务');
      await correction.getByLabel('文号').fill('襄驻办〔示例〕2号');
      await correction.getByRole('button', { name: '提交' }).click();
      await correction
        .getByText(/任务完成得分应在0至100之间，收到101/)
        .first()
        .waitFor();
      await correction.getByRole('button', { name: '依据条款 C-3.5，查看原文' }).first().waitFor();
      await correction.getByLabel('更正后任务完成得分').fill('95');
      await correction.getByRole('button', { name: '提交' }).click();
      await page.getByText('已登记：通报后更正得分。').waitFor();
      await page.getByText('已印发更正通报 1 次，').waitFor();
      await page.getByText('襄驻办〔示例〕2号').first().waitFor();
      await eventually(async () =>
        expect((await bulletins()).sort((one, other) => (one.number < other.number ? -1 : 1))).toMatchObject([
          frozen,
          { number: '襄驻办〔示例〕2号', corrects: '襄驻办〔示例〕1号' },
        ]),
      );
      await page.getByText('排队', { exact: true }).click();
      await page
        .getByRole('region', { name: /考核排队$/ })
        .getByRole('row')
        .nth(1)
        .waitFor();
      await leave(window);
    }, 90_000);
  });
