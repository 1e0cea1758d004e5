import { previewOf, previewText } from './bulletin-preview';
import type { ScoreSheet, SheetLine } from '@duban/contracts/answers/score-sheets';

const rule = { taskWeight: 0.6, presenceWeight: 0.4, lowRankShare: 0.1, minimumRanked: 2 };
const line = (cadre: string, more: Partial<SheetLine> & { reason?: string }): SheetLine =>
  ({
    cadre,
    name: `名${cadre}`,
    unit: 'dispatching-unit:140423:U01',
    toBeScored: true,
    state: 'open',
    task: null,
    presence: null,
    ...more,
  }) as SheetLine;
const sheets = [
  {
    township: '140423100',
    lines: [
      line('C1', { state: 'scored', task: 90, presence: 80 }),
      line('C2', { state: 'scored', task: 70, presence: 70 }),
      line('C3', { state: 'excused' }),
    ],
  },
  {
    township: '140423101',
    lines: [
      line('C4', { state: 'scored', task: 80, presence: 80 }),
      line('C5', {}),
      line('C6', { toBeScored: false, state: 'unscored', reason: 'too-few-days' }),
    ],
  },
] as unknown as ScoreSheet[];
const content = previewOf('140423', '2026-10', sheets, { number: '襄驻办〔2026〕10号', on: '2026-11-06' }, rule);

it('ranks what is handed in, county-wide and by township, and marks who is low', () => {
  expect(
    content.lines.map(({ cadre, total, rank, townshipRank, low }) => [cadre, total, rank, townshipRank, low]),
  ).toEqual([
    ['C1', 86, 1, 1, false],
    ['C4', 80, 2, 1, false],
    ['C2', 70, 3, 2, true],
  ]);
});

it('names missing townships, and who is not scored and why', () => {
  expect(content.missing).toEqual(['140423101']);
  expect(content.unscored.map(({ cadre, reason }) => [cadre, reason])).toEqual([
    ['C3', 'excused'],
    ['C5', 'not-scored'],
    ['C6', 'too-few-days'],
  ]);
});

it('reads as the document, with names, and leaves the year of its number alone', () => {
  const text = previewText(content, (id) => ({ C1: '王志强', '140423100': '古韩镇' })[id] ?? `（${id}）`);
  expect(text.split('\n')[0]).toBe('襄驻办〔2026〕10号');
  expect(text).toContain('第1名 王志强 古韩镇 总分86.0（任务90.0，在岗80.0）');
});
