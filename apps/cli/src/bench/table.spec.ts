import { tableOf } from './table';

describe('the table of figures', () => {
  it('aligns columns although Chinese characters are twice as wide', () => {
    const lines = tableOf([
      { what: '立案', ours: '40.0 /s', bare: '20.0 /s', ratio: 2, goal: '≥ 1', isReached: true },
      { what: 'p99', ours: '9.1 ms' },
    ]).split('\n');
    expect(lines).toEqual([
      '指标  督办     裸流程   比值  目标',
      '────  ───────  ───────  ────  ────  ────',
      '立案  40.0 /s  20.0 /s  2.00  ≥ 1   达到',
      'p99   9.1 ms',
    ]);
  });

  it('says plainly when a goal is missed', () => {
    expect(tableOf([{ what: 'a', ours: '1', goal: '< 1', isReached: false }])).toContain('未达到');
  });
});
