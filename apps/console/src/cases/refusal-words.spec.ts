import { sendAct } from '../api/client';
import { refusalWords, withoutCodes, wordsOf } from './refusal-words';

it.each([
  ['应为下列之一：transport（一次性交通补贴）、retention（稳岗补助）', '应为下列之一：一次性交通补贴、稳岗补助'],
  ['委托代办的应写明代办人（proxy）。', '委托代办的应写明代办人。'],
  [
    '填报内容有误。entries.1.yuan：应为数字；reason：请填写理由（至少 2 个字）。',
    '填报内容有误。第 2 项：应为数字；请填写理由（至少 2 个字）。',
  ],
  [
    '请写明补哪一期（period）：2026-AUTUMN（2026年中秋节）、2026-E12（2026年11月10日变故）、2026-W47（2026年第47周（11月16日—11月22日））、2026-Q4（2026年第4季度）、2026（2026年）。',
    '请写明补哪一期：2026年中秋节、2026年11月10日变故、2026年第47周（11月16日—11月22日）、2026年第4季度、2026年。',
  ],
  ['2026年12月28日（周一）的变故已登记', '2026年12月28日（周一）的变故已登记'],
  ['应由human-resources（人社部门）、revitalization（乡村振兴部门）报送', '应由人社部门、乡村振兴部门报送'],
  ['W31（一次性交通补贴）已于2026年11月5日发放', 'W31（一次性交通补贴）已于2026年11月5日发放'],
  ['应为 party-committee:1404（长治市委）', '应为 party-committee:1404（长治市委）'],
])('%s reads %s', (text, told) => expect(withoutCodes(text)).toBe(told));

it('what an act that stands is told is read in the same words', async () => {
  expect(await wordsOf('还差2，请写明未覆盖的编号（lacking）。')).toBe('还差2，请写明未覆盖的编号。');
  expect(await wordsOf('以下地区本次未填报：140423100、140423101。')).toBe('以下地区本次未填报：古韩镇、王桥镇。');
  const answer = { status: 'admitted', told: '还差2，请写明未覆盖的编号（lacking）。' };
  const asked = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(answer)));
  expect(await sendAct('duties/d/record', {})).toMatchObject({ told: '还差2，请写明未覆盖的编号。' });
  asked.mockRestore();
});

it('a refusal names offices and places, in its faults too', async () => {
  const problem = {
    status: 422,
    code: 'NOT_ALLOWED',
    title: '无权办理',
    detail: '应由department:140423:human-resources审核，应为本乡镇（140423100）的村，收到140423101200。',
  };
  const detail = '收到140423，金额140423元，140423999。';
  expect(await refusalWords({ ...problem, faults: [{ field: 'village', detail }] })).toEqual({
    ...problem,
    detail: '应由襄垣县人社部门审核，应为本乡镇（古韩镇）的村，收到王桥村。',
    faults: [{ field: 'village', detail: '收到襄垣县，金额140423元，140423999。' }],
  });
});
