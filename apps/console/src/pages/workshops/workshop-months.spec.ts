import type { RegisterRow } from '@duban/contracts/answers/registers';
import { lastStates, monthTotals, movement } from './workshop-months';

const row = (body: Record<string, unknown>, on = '2026-10-01'): RegisterRow => ({
  caseId: 'register:x',
  key: 'E1',
  kind: 'x',
  territory: '140423',
  period: '2026',
  owner: null,
  ownerName: null,
  on,
  state: 'standing',
  stateName: '有效',
  body,
});

it('months are gathered, the latest first', () => {
  const ledger = [
    row({ workshop: 'C1', month: '2026-09', workers: 40, outOfPoverty: 20, wages: 60000 }),
    row({ workshop: 'C1', month: '2026-10', workers: 30, outOfPoverty: 18, wages: 50000 }),
    row({ workshop: 'C2', month: '2026-09', workers: 10, outOfPoverty: 5, wages: 9000 }),
  ];
  expect(monthTotals(ledger)).toEqual([
    { month: '2026-10', workshops: 1, workers: 30, outOfPoverty: 18, wages: 50000 },
    { month: '2026-09', workshops: 2, workers: 50, outOfPoverty: 25, wages: 69000 },
  ]);
});

it('the last state of a workshop counts', () => {
  const states = [
    row({ workshop: 'C1', state: 'supported' }, '2026-10-02'),
    row({ workshop: 'C1', state: 'difficulty' }, '2026-09-02'),
  ];
  expect(lastStates(states).get('C1')).toBe('supported');
});

it('a fall is told as one', () => {
  expect(movement(3, 5)).toEqual({ words: '减 2', isLess: true });
  expect(movement(5, 5).words).toBe('持平');
  expect(movement(5, undefined).words).toBe('—');
});
