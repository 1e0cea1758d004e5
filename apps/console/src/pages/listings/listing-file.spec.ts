import { listedOn, withActs, type BuiltAct } from '@duban/policy/processes/county-listing/listing-builder';
import type { TimelineEntry } from '@duban/contracts/answers/cases';
import { acceptanceSheetOf, nextProblemId, problemsOf, roundsOf } from './listing-file';

const march = listedOn('2026-03-10');
const entriesOf = (...acts: readonly BuiltAct[]): TimelineEntry[] =>
  acts.map(
    ([occurredOn, name, body], index) =>
      ({ sequence: index + 2, kind: 'act', name, occurredOn, byName: '某单位', detail: { body } }) as TimelineEntry,
  );
const statesOf = (today: string, ...acts: BuiltAct[]): string[] =>
  problemsOf(withActs(march, ...acts), entriesOf(...acts), today).map(({ state }) => state);

const reported = (on: string, problem = 'P1'): BuiltAct => [
  on,
  'problemProgress',
  { problem, rectified: true, note: '已完工', evidence: '验收单' },
  'leading-group-office:140423',
];
const verified = (on: string, passed: boolean, problem = 'P1'): BuiltAct => [
  on,
  'verifyProblem',
  { problem, passed, note: '现场核查' },
  'leading-group-office:1404',
];
const finding = (on: string, positive: boolean): BuiltAct => [on, 'policyFinding', { positive, note: '入户核实' }];
const accepted = (on: string, passed: boolean): BuiltAct => [on, 'acceptance', { passed, note: '会议研究' }];

describe('clause A-3.7: a problem of the list', () => {
  it.each<[string, BuiltAct[], string]>([
    ['nothing said', [], 'untouched'],
    [
      'progress only',
      [['2026-05-01', 'problemProgress', { problem: 'P1', rectified: false, note: '正在办' }]],
      'rectifying',
    ],
    ['reported', [reported('2026-05-01')], 'reported'],
    ['verified', [reported('2026-05-01'), verified('2026-05-05', true)], 'verified'],
    ['found wanting', [reported('2026-05-01'), verified('2026-05-05', false)], 'unrectified'],
    ['reported again', [reported('2026-05-01'), verified('2026-05-05', false), reported('2026-05-05')], 'reported'],
  ])('%s', (_title, acts, state) => expect(statesOf('2026-06-01', ...acts)).toEqual([state, 'untouched']));

  it('keeps evidence and the history in the order of days, and tells 屡次整改不到位', () => {
    const acts = [verified('2026-06-05', false), reported('2026-05-01'), verified('2026-05-05', false)];
    expect(problemsOf(withActs(march, ...acts), entriesOf(...acts), '2026-07-01')[0]).toMatchObject({
      evidence: ['验收单'],
      repeatedlySince: '2026-06-05',
      history: [{ on: '2026-05-01' }, { on: '2026-05-05' }, { on: '2026-06-05' }],
    });
  });
});

describe('clause A-3.7: the acceptance sheet', () => {
  const ready = withActs(
    march,
    verified('2026-08-01', true),
    verified('2026-08-01', true, 'P2'),
    finding('2026-08-02', true),
  );

  it('says what is missing, and why neither verdict can be given', () => {
    const { lines, verdicts } = acceptanceSheetOf(march, '2026-09-12');
    expect(lines.map(({ isMet }) => isMet)).toEqual([true, false, false, false]);
    expect(verdicts.map(({ isPossible }) => isPossible)).toEqual([false, false]);
    expect(verdicts[0]?.why).toContain('P1、P2');
  });

  it('allows the pass when all is met, and then no fail', () => {
    const { lines, verdicts } = acceptanceSheetOf(ready, '2026-09-12');
    expect([lines.every(({ isMet }) => isMet), ...verdicts.map(({ isPossible }) => isPossible)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('waits for the end of the half-year', () => {
    const sheet = acceptanceSheetOf(ready, '2026-09-01');
    expect(sheet.lines[0]).toMatchObject({ isMet: false, standing: expect.stringContaining('还有 9 天') });
    expect(sheet.verdicts[0]?.why).toContain('2026年9月10日');
  });
});

it('tells rounds', () => {
  const failed = withActs(
    march,
    verified('2026-08-01', false),
    verified('2026-08-01', false, 'P2'),
    finding('2026-08-02', false),
    accepted('2026-09-20', false),
  );
  expect(roundsOf(failed)).toMatchObject([
    { round: 1, heldOn: '2026-09-20', outcome: '未通过验收，再次挂牌', note: '会议研究' },
    { round: 2, from: '2026-09-20', outcome: '进行中' },
  ]);
});

it.each([
  [['P1', 'P2'], 'P3'],
  [['P1', 'P7'], 'P8'],
  [['A'], 'P2'],
  [[], 'P1'],
])('after %j comes %s', (ids, next) => expect(nextProblemId(ids.map((id) => ({ id })))).toBe(next));
