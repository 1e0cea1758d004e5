import type { FulfilmentRow } from '@duban/contracts/answers/duties';
import { byRate, groupName } from './fulfilment';

it('the least fulfilled stands first', () => {
  const row = (name: string, rate: number | null): FulfilmentRow => ({
    of: name,
    name,
    owed: 1,
    fulfilled: 0,
    late: 0,
    excused: 0,
    missing: 1,
    rate,
  });
  expect(byRate([row('甲', null), row('乙', 0.5), row('丙', 0)]).map(({ name }) => name)).toEqual(['丙', '乙', '甲']);
});

it.each([
  ['area', '140423', '襄垣县'],
  ['period', '2026-W48', '2026年第48周'],
  ['duty', 'broadcast', '宣讲'],
  ['office', 'party-committee:140423', '名称'],
] as const)('by %s, %s is called %s', (by, of, words) =>
  expect(
    groupName(
      by,
      { of, name: '名称' },
      () => '襄垣县',
      () => '宣讲',
    ),
  ).toBe(words),
);
