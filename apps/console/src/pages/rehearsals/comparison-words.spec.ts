import { changeLines, comparisonLines } from './comparison-words';
import type { Comparison } from '@duban/contracts/answers/rehearsals';

const none = { total: 0, items: [] };
const events: Comparison['events'] = {
  same: 9,
  limit: 100,
  onlyLeft: none,
  onlyRight: { total: 3, items: [] },
  moved: { total: 2, items: [] },
  changed: none,
};
const counts: Comparison['counts'] = {
  byKind: [
    { kind: 'act', name: '办理登记', left: 10, right: 4, difference: -6 },
    { kind: 'deadline-met', name: '期限办结', left: 9, right: 5, difference: -4 },
    { kind: 'overdue', name: '逾期', left: 1, right: 6, difference: 5 },
    { kind: 'reminder', name: '到期提醒', left: 2, right: 2, difference: 0 },
  ],
  byProcess: [{ process: 'duty-sheet', name: '履职台账', left: 3, right: 8, difference: 5 }],
};

describe('two rehearsals in words', () => {
  it('tell what presses first', () => {
    expect(comparisonLines({ counts, events })).toEqual([
      '右边与左边相比：逾期多 5（1 → 6），期限办结少 4（9 → 5）。',
      '差别最大的流程：履职台账多 5（3 → 8）。',
      '完全一样的 9 件次；只有左边有 0 件次，只有右边有 3 件次，日期移动 2 件次，同日内容不同 0 件次。',
    ]);
    expect(comparisonLines({ counts: { byKind: [], byProcess: [] }, events })[0]).toBe(
      '到期、办结、逾期的数量两边一样。',
    );
  });

  it('tell the settings that differ', () => {
    const change = {
      name: 'identificationDays',
      title: '履行认定程序的天数',
      clause: 'A-2.1',
      citation: '',
      from: 15,
      to: 10,
    };
    expect(changeLines({ left: [], right: [change] })).toEqual([
      { name: 'identificationDays', title: '履行认定程序的天数', left: '按现行', right: '10 天' },
    ]);
    expect(changeLines({ left: [change], right: [change] })).toEqual([]);
  });
});
