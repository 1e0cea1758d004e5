import fc from 'fast-check';
import { firstTownship, rosterOf, builtAssessment, secondTownship } from './month-builder';
import { monthlyAssessment } from './monthly-assessment';

const score = (cadre: string, total: number) => ({ cadre, task: total, presence: total });
const facts = [
  ['issueTaskList', '2026-11-02', { items: [{ what: '走访监测户' }] }],
  ['issueTaskList', '2026-11-04', { items: [{ what: '走访监测户' }, { what: '宣讲政策' }] }],
  ['rosterRead', '2026-12-01', [...rosterOf(firstTownship, 1, 3), ...rosterOf(secondTownship, 4, 3)]],
  [
    'sheetReceived',
    '2026-12-02',
    {
      township: firstTownship,
      version: 2,
      scores: [score('C01', 90), score('C02', 80), score('C03', 70)],
      unscored: [],
    },
  ],
  ['sheetReceived', '2026-12-03', { township: firstTownship, version: 3, scores: [score('C01', 60)], unscored: [] }],
  [
    'sheetReceived',
    '2026-12-03',
    { township: secondTownship, version: 2, scores: [score('C04', 50), score('C05', 55)], unscored: ['C06'] },
  ],
  ['issueBulletin', '2026-12-04', { number: '9号' }],
  ['correctScore', '2026-12-08', { ...score('C04', 95), reason: '漏计', number: '10号' }],
  ['correctScore', '2026-12-09', { ...score('C04', 45), reason: '复核', number: '11号' }],
  ['correctScore', '2026-12-10', { ...score('C04', 96), reason: '申诉', number: '12号' }],
  ['correctScore', '2026-12-11', { ...score('C04', 44), reason: '再核', number: '13号' }],
  ['talkOwed', '2026-12-12', { talk: 'C04/2026-10+2026-11' }],
  ['correctionsExpired', '2027-12-05', { month: '2026-11' }],
] as const;
const acts = facts.map(([operation, occurredOn, body], index) => ({
  key: `k${index}`,
  operation,
  occurredOn,
  body,
  by: { office: 'system' as const },
  recordedAt: '',
}));

describe('RULES 0.dates: the order of recording', () => {
  it('never changes what follows from a month', () => {
    const viewOf = (order: typeof acts) =>
      monthlyAssessment.view({
        ...builtAssessment().file(),
        acts: order.map((act, index) => ({ ...act, sequence: index + 2 })),
      });
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), (order) =>
        expect(viewOf(order)).toEqual(viewOf(acts)),
      ),
    );
  });

  it('a cadre low, cleared and low again by corrections is told anew, by the bulletin since which it stands', () => {
    const view = monthlyAssessment.view({
      ...builtAssessment().file(),
      acts: acts.map((act, index) => ({ ...act, sequence: index + 2 })),
    });
    expect(view.consequences.find(({ key }) => key.startsWith('low:C04'))).toMatchObject({
      key: 'low:C04:13号',
      on: '2026-12-11',
    });
  });
});
