import { codeOf } from '../case/case-builder';
import { basePolicy, settingsOf } from '../settings/policy-set';
import { handRegister, judgeEntry, type HandRegisterKind } from './hand-registers';
import type { FieldValue, RegisterEntry, RegisterView } from './register-rules';

const settings = settingsOf(basePolicy);
const today = '2026-11-20';
let number = 0;
const entry = (
  kind: HandRegisterKind,
  body: Record<string, FieldValue>,
  on = '2026-09-01',
  territory = '140423100204',
): RegisterEntry => ({
  id: `E${(number += 1)}`,
  kind,
  territory,
  on,
  body,
});
const among = (entries: readonly RegisterEntry[], on = today): RegisterView => ({ entries, today: on, settings });
const judged = (one: RegisterEntry, others: readonly RegisterEntry[]) => codeOf(judgeEntry(one, among(others)));
const found = (kind: HandRegisterKind, entries: readonly RegisterEntry[], on = today): string[] =>
  (handRegister(kind)?.findings?.(among(entries, on)) ?? []).map(({ text }) => text);

const post = (more: Record<string, FieldValue> = {}) =>
  entry('welfare-post', {
    post: 'G1',
    name: '保洁员',
    funding: '光伏收益',
    people: 2,
    duties: '村内保洁',
    hours: '每日2小时',
    wage: 500,
    manager: '村委会',
    decision: '纪要3号',
    ...more,
  });
const holder = (person: string, more: Record<string, FieldValue> = {}) =>
  entry('post-holder', {
    worker: person,
    post: 'G1',
    priority: true,
    age: 45,
    fit: true,
    contract: '协议',
    from: '2026-09-01',
    ...more,
  });
const attended = (person: string, month: string, days = 22, of = 'G1') =>
  entry('post-attendance', { worker: person, post: of, month, days });
const paid = (person: string, month: string, yuan = 500) =>
  entry('post-pay', { worker: person, post: 'G1', month, yuan, sheet: '发放表' });
const shown = ['recruitment', 'duties', 'people', 'pay'].map((what) =>
  entry('post-publicity', { what, where: '公示栏' }),
);
const department = entry('post-department', { department: '县人社局' }, '2026-01-05', '140423');
const sound = [
  post(),
  holder('P1'),
  attended('P1', '2026-09'),
  attended('P1', '2026-10'),
  paid('P1', '2026-09'),
  paid('P1', '2026-10'),
  ...shown,
  department,
];

describe('B-2.2.3: public-welfare posts', () => {
  it('with duties, people, attendance, pay, publicity and a department are sound', () =>
    expect(found('welfare-post', sound)).toEqual([]));

  it.each<[string, RegisterEntry, RegisterEntry[], string]>([
    [
      'one person on two posts at once (一人多岗)',
      holder('P1', { post: 'G2' }),
      [post(), post({ post: 'G2' }), holder('P1')],
      'CONDITIONS_NOT_MET',
    ],
    [
      'the same person after leaving the first',
      holder('P1', { post: 'G2', from: '2026-10-01' }),
      [post(), post({ post: 'G2' }), holder('P1', { to: '2026-09-30' })],
      'admitted',
    ],
    [
      'one day of overlap',
      holder('P1', { post: 'G2', from: '2026-09-30' }),
      [post(), post({ post: 'G2' }), holder('P1', { to: '2026-09-30' })],
      'CONDITIONS_NOT_MET',
    ],
    ['a post nobody entered', holder('P1', { post: 'G9' }), [post()], 'UNKNOWN_SUBJECT'],
    ['more people than the post has', holder('P3'), [post(), holder('P1'), holder('P2')], 'CONDITIONS_NOT_MET'],
    ['somebody of 70', holder('P1', { age: 70 }), [post()], 'admitted'],
    ['somebody of 71 (人岗不适)', holder('P1', { age: 71 }), [post()], 'OUT_OF_RANGE'],
    ['somebody who cannot do it (人岗不适)', holder('P1', { fit: false }), [post()], 'CONDITIONS_NOT_MET'],
    ['a post number used before', post(), [post()], 'ALREADY_DONE'],
  ])('judges %s', (_title, one, others, code) => expect(judged(one, others)).toBe(code));

  it.each<[string, RegisterEntry, RegisterEntry[], string]>([
    ['pay without attendance (变相发钱)', paid('P1', '2026-10'), [post(), holder('P1')], 'CONDITIONS_NOT_MET'],
    ['pay with attendance', paid('P1', '2026-10'), [post(), holder('P1'), attended('P1', '2026-10')], 'admitted'],
    [
      'pay over the wage',
      paid('P1', '2026-10', 501),
      [post(), holder('P1'), attended('P1', '2026-10')],
      'OUT_OF_RANGE',
    ],
    [
      'pay twice',
      paid('P1', '2026-10'),
      [post(), holder('P1'), attended('P1', '2026-10'), paid('P1', '2026-10')],
      'ALREADY_DONE',
    ],
    [
      'pay of a month before the contract',
      paid('P1', '2026-08'),
      [post(), holder('P1'), attended('P1', '2026-08')],
      'UNKNOWN_SUBJECT',
    ],
    ['attendance of a stranger', attended('P9', '2026-10'), [post(), holder('P1')], 'UNKNOWN_SUBJECT'],
    ['attendance of 32 days', attended('P1', '2026-10', 32), [post(), holder('P1')], 'OUT_OF_RANGE'],
  ])('judges %s', (_title, one, others, code) => expect(judged(one, others)).toBe(code));

  it.each<[string, RegisterEntry[], string]>([
    ['a post with nobody in it (岗位虚设)', [post(), ...shown, department], '岗位虚设'],
    [
      'a post where nobody attended all October',
      [post(), holder('P1'), attended('P1', '2026-09'), paid('P1', '2026-09'), ...shown, department],
      '岗位虚设',
    ],
    [
      'the same duties under two names (名目繁多)',
      [
        ...sound,
        post({ post: 'G2', name: '护路员' }),
        holder('P2', { post: 'G2' }),
        attended('P2', '2026-10', 20, 'G2'),
      ],
      '名目繁多',
    ],
    [
      'a temporary post past its purpose',
      [post({ purpose: '防汛', until: '2026-10-31' }), ...sound.slice(1)],
      '临时岗位任务已完成',
    ],
    [
      'a priority person waiting while another is hired',
      [
        ...sound,
        holder('P2', { priority: false }),
        entry('post-applicant', { worker: 'P7', priority: true }, '2026-08-01'),
      ],
      '等候',
    ],
    ['no publicity of pay', [...sound.slice(0, 6), ...shown.slice(0, 3), department], '未公告公示'],
    ['no supervising department', sound.slice(0, -1), '监管部门'],
  ])('finds %s', (_title, entries, words) =>
    expect(found('welfare-post', entries).some((text) => text.includes(words))).toBe(true),
  );

  it('are put up in public with duties, people and the last month’s pay', () =>
    expect(handRegister('welfare-post')?.sheet?.(among(sound))).toEqual([
      '〔140423100204〕保洁员（G1）：设岗2人；职责：村内保洁；工作时间：每日2小时；月工资500元（光伏收益）；人员：〔P1〕；2026-10发放500元',
    ]));

  it('C-2.4: finds wages late only after the days the office has set', () => {
    const late = [
      post(),
      holder('P1'),
      attended('P1', '2026-09'),
      attended('P1', '2026-10'),
      paid('P1', '2026-09'),
      ...shown,
      department,
    ];
    expect(found('welfare-post', late, '2026-12-01')).not.toContainEqual(expect.stringContaining('拖欠'));
    expect(found('welfare-post', late, '2026-12-02')).toContainEqual(expect.stringContaining('拖欠工资'));
  });

  it('C-2.4: finds equal shares where attendance was not equal', () => {
    const three = ['P1', 'P2', 'P3'].flatMap((person, index) => [
      holder(person),
      attended(person, '2026-10', 10 + index),
      paid(person, '2026-10'),
    ]);
    expect(found('welfare-post', [post({ people: 3 }), ...three, ...shown, department])).toContainEqual(
      expect.stringContaining('平均分配'),
    );
  });
});

describe('B-2.2.4: workshops', () => {
  const workshop = (id = 'W1') => entry('workshop', { workshop: id, name: '服装车间', settlement: false });
  const workers = (month: string, outOfPoverty: number, wages = 1000, id = 'W1') =>
    entry('workshop-workers', { workshop: id, month, workers: 20, outOfPoverty, wages });
  const state = (of: string, on: string) =>
    entry('workshop-state', { workshop: 'W1', state: of, what: '订单不足' }, on);

  it('are registered once, and have a month’s workers once', () => {
    expect(judged(workshop(), [workshop()])).toBe('ALREADY_DONE');
    expect(judged(workers('2026-10', 5), [])).toBe('UNKNOWN_SUBJECT');
    expect(judged(workers('2026-10', 21), [workshop()])).toBe('OUT_OF_RANGE');
    expect(judged(workers('2026-10', 5), [workshop(), workers('2026-10', 4)])).toBe('ALREADY_DONE');
  });

  it('in difficulty are supported, wholly stopped removed, within the days the office has set', () => {
    expect(found('workshop', [workshop(), state('difficulty', '2026-10-21')])).toEqual([]);
    expect(found('workshop', [workshop(), state('difficulty', '2026-10-20')])).toEqual(['经营困难而未倾斜扶持：1个']);
    expect(
      found('workshop', [workshop(), state('difficulty', '2026-09-01'), state('supported', '2026-09-20')]),
    ).toEqual([]);
    expect(found('workshop', [workshop(), state('stopped', '2026-09-01')])).toEqual(['彻底停工停业而未清理退出：1个']);
  });

  it('grow, or at least stay: number, workers and wages', () => {
    expect(found('workshop', [workers('2026-09', 5), workers('2026-10', 5)])).toEqual([]);
    expect(
      found('workshop', [workers('2026-09', 5), workers('2026-09', 5, 1000, 'W2'), workers('2026-10', 4, 900)]),
    ).toEqual([
      '2026-10车间数量1，低于2026-09的2，应稳中有增',
      '2026-10吸纳脱贫劳动力人数4，低于2026-09的10，应稳中有增',
      '2026-10务工收入900，低于2026-09的2000，应稳中有增',
    ]);
    expect(found('workshop', [workers('2026-10', 5), workers('2026-11', 1)])).toEqual([]);
  });

  it.each([
    [9, 4500],
    [10, 8000],
    [30, 30_000],
  ])('B-2.3.4: are rewarded by tiers: %d absorbed, %d yuan', (absorbed, yuan) => {
    const base = { ...workshop(), body: { ...workshop().body, base: true } };
    const reward = (amount: number) =>
      entry('workshop-reward', { workshop: 'W1', year: '2026', absorbed, yuan: amount });
    expect(judged(reward(yuan), [base])).toBe('admitted');
    expect(judged(reward(yuan + 1), [base])).toBe('OUT_OF_RANGE');
    expect(judged(reward(yuan), [base, reward(yuan)])).toBe('ALREADY_DONE');
    expect(judged(reward(yuan), [])).toBe('UNKNOWN_SUBJECT');
    expect(judged(state('stopped', '2026-09-01'), [])).toBe('UNKNOWN_SUBJECT');
  });
});
