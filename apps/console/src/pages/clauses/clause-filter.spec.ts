import type { CoveredClause } from '@duban/contracts/answers/policy';
import { countsOf, excerpt, matching, planOf } from './clause-filter';

const clause = (id: string, title: string, state: CoveredClause['state'] = 'covered'): CoveredClause => ({
  clause: id,
  title,
  state,
  stateName: state === 'covered' ? '已实现' : '部分实现',
  citation: '',
  remark: null,
  settings: [],
  processes: [],
  operations: [],
  rules: [],
  tests: [],
  scenarios: [],
});
const items = [clause('A-3.1', '大比拼'), clause('B-2.2.3', '用好公益岗位'), clause('C-2.4', '产业就业', 'partly')];
const words = new Map([['B-2.2.3', '坚决杜绝岗位虚设、一人多岗']]);
const ask = (more: object) =>
  matching(items, words, { plan: '', state: '', search: '', ...more }).map(({ clause: id }) => id);

it('clauses are found by plan, state, number, title and words', () => {
  expect(ask({})).toHaveLength(3);
  expect(ask({ plan: 'C' })).toEqual(['C-2.4']);
  expect(ask({ state: 'partly' })).toEqual(['C-2.4']);
  expect(ask({ search: 'a-3.1' })).toEqual(['A-3.1']);
  expect(ask({ search: '一人多岗' })).toEqual(['B-2.2.3']);
  expect(ask({ search: '公益 虚设' })).toEqual(['B-2.2.3']);
  expect(ask({ search: '没有这句' })).toEqual([]);
});

it('states are counted, plans told', () => {
  expect(countsOf(items)).toEqual([
    { state: 'covered', name: '已实现', count: 2 },
    { state: 'partly', name: '部分实现', count: 1 },
  ]);
  expect([planOf('letter'), planOf('B-1')]).toEqual(['letter', 'B']);
});

it('an excerpt begins near what is looked for', () => {
  expect(excerpt('甲'.repeat(50) + '岗位虚设' + '乙'.repeat(200), '岗位虚设')).toMatch(/^……甲{20}岗位虚设/);
  expect(excerpt('短', '')).toBe('短');
});
