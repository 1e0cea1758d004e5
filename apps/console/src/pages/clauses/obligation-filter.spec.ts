import type { CoveredObligation } from '@duban/contracts/answers/policy';
import { matching, statesCounted, waysCounted } from './obligation-filter';

const item = (obligation: string, words: string, more: Partial<CoveredObligation> = {}): CoveredObligation => ({
  obligation,
  plan: obligation.slice(0, 1) as 'A',
  clause: obligation.slice(0, -2),
  citation: '',
  title: '防止返贫监测帮扶',
  words,
  way: 'T',
  wayName: '限期事项',
  state: 'done',
  stateName: '已执行',
  by: null,
  lacks: null,
  ...more,
});
const items = [
  item('A-2.1.f', '15 天内履行认定程序', { by: '认定程序期限' }),
  item('B-2.2.3.f', '岗位虚设', { way: 'R', state: 'open' }),
  item('C-2.2.c', '省级完成对驻县大队长', { way: 'D', state: 'partly', lacks: '未按人列出。' }),
];
const ask = (more: object) =>
  matching(items, { plan: '', way: '', state: '', search: '', ...more }).map(({ obligation }) => obligation);

it('obligations are found by plan, way, state, number, words, and what they lack', () => {
  expect(ask({})).toHaveLength(3);
  expect(ask({ plan: 'C' })).toEqual(['C-2.2.c']);
  expect(ask({ way: 'R' })).toEqual(['B-2.2.3.f']);
  expect(ask({ state: 'done' })).toEqual(['A-2.1.f']);
  expect(ask({ search: 'a-2.1' })).toEqual(['A-2.1.f']);
  expect(ask({ search: '返贫 虚设' })).toEqual(['B-2.2.3.f']);
  expect(ask({ search: '未按人' })).toEqual(['C-2.2.c']);
  expect(ask({ plan: 'A', state: 'open' })).toEqual([]);
});

it('ways are counted over the plan chosen, or over all of them', () => {
  const none = { all: 1, done: 0, partly: 0, open: 0, guidance: 0 };
  const counts = [
    { plan: 'A', way: 'T', wayName: '限期事项', ...none, done: 1 },
    { plan: 'B', way: 'T', wayName: '限期事项', ...none, open: 1 },
    { plan: 'B', way: 'G', wayName: '指导性要求', ...none, guidance: 1 },
  ] as const;
  expect(waysCounted(counts, '')).toEqual([
    { name: '限期事项', all: 2, done: 1, partly: 0, open: 1, guidance: 0 },
    { name: '指导性要求', all: 1, done: 0, partly: 0, open: 0, guidance: 1 },
    { name: '合计', all: 3, done: 1, partly: 0, open: 1, guidance: 1 },
  ]);
  expect(waysCounted(counts, 'A').at(-1)).toMatchObject({ all: 1, done: 1, open: 0 });
});

it('each state says how many there are', () =>
  expect(statesCounted(items).map(({ label }) => label)).toEqual([
    '已执行 1',
    '部分执行 1',
    '未执行 1',
    '指导性要求 0',
  ]));
