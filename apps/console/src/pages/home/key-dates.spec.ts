import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import type { CaseDeadline } from '@duban/contracts/answers/cases';
import { coming, dueOn, merged, nextMonthOf } from './key-dates';

const settings = settingsOf(basePolicy);

it('moves the 5th off rest days as policy does', () => {
  expect(dueOn('2026-12', 5, settings)).toBe('2026-12-07');
  expect(dueOn('2026-11', 5, settings)).toBe('2026-11-05');
});

it('tells the county’s stationing office of list and bulletin, the township of its scores', () => {
  const at = (kind: string, level: string) =>
    coming('2026-11-26', { kind, level } as Parameters<typeof coming>[1], settings).map(
      ({ on, what }) => `${on} ${what}`,
    );
  expect(at('stationing-office', 'county')).toEqual([
    '2026-12-07 下发2026年12月驻村第一书记和工作队任务清单',
    '2026-12-07 印发2026年11月考核通报并抄送派出单位',
    '2026-12-31 本年度专项行动结束',
  ]);
  expect(at('party-committee', 'township')[0]).toBe('2026-12-07 对2026年11月驻村第一书记和工作队员考核打分');
  expect(coming('2026-06-03', { kind: 'department', level: 'county' }, settings)).toEqual([]);
});

it('counts what falls due on one day together and does not say the certain twice', () => {
  const deadline = (due: string, what: string): CaseDeadline => ({ due, what, clause: 'C-3.3' }) as CaseDeadline;
  const ledger = [
    deadline('2026-12-06', '驻村五天四夜（2026年第49周（11月30日—12月6日））'),
    deadline('2026-12-06', '驻村五天四夜（2026年第49周（11月30日—12月6日））'),
    deadline('2026-12-07', '打分'),
  ];
  expect(merged(ledger, [{ on: '2026-12-07', what: '打分', clause: 'C-3.5', count: 1 }])).toMatchObject([
    { what: '驻村五天四夜', count: 2 },
    { what: '打分' },
  ]);
});

it('knows next month over the end of a year', () =>
  expect(nextMonthOf('2026-12-31')).toEqual({ from: '2027-01-01', to: '2027-01-31' }));
