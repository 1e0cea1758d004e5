import type { RegisterRow } from '@duban/contracts/answers/registers';
import { isHolding, monthLines } from './post-month';

const row = (body: Record<string, unknown>): RegisterRow => ({
  caseId: 'register:x',
  key: 'E1',
  kind: 'x',
  territory: '140423100204',
  period: '2026',
  owner: null,
  ownerName: null,
  on: '2026-07-01',
  state: 'standing',
  stateName: '有效',
  body,
});
const posts = [row({ post: 'G1', name: '保洁员', wage: 500 })];
const holders = [
  row({ worker: 'P2', post: 'G1', from: '2026-07-01' }),
  row({ worker: 'P1', post: 'G1', from: '2026-07-01', to: '2026-09-15' }),
  row({ worker: 'P3', post: 'G1', from: '2026-11-01' }),
];

it('those on post on any day of the month are in its list, with what was attended and paid', () => {
  const attendance = [row({ worker: 'P1', post: 'G1', month: '2026-09', days: 10 })];
  const pay = [row({ worker: 'P1', post: 'G1', month: '2026-09', yuan: 250 })];
  expect(
    monthLines(posts, holders, attendance, pay, '2026-09').map(({ worker, days, paid, wage }) => [
      worker,
      days,
      paid,
      wage,
    ]),
  ).toEqual([
    ['P1', 10, 250, 500],
    ['P2', null, null, 500],
  ]);
  expect(monthLines(posts, holders, [], [], '2026-10').map(({ worker }) => worker)).toEqual(['P2']);
});

it('who has left is not in a post', () => {
  expect(holders.filter((one) => isHolding(one, '2026-09-16')).map(({ body }) => body['worker'])).toEqual(['P2']);
});
