import type { CommitmentStanding } from '@duban/policy/processes/area-interview/area-interview-facts';
import { dueOf, stateOf } from './commitment-state';

const made: CommitmentStanding = {
  id: 'K1',
  what: '清零',
  due: '2026-12-01',
  terms: [{ from: '2026-11-10', due: '2026-12-01' }],
  reports: [],
  failures: [],
  verifications: [],
};

it.each([
  ['办理中', made, '2026-11-26'],
  ['办理中', made, '2026-12-01'],
  ['逾期', made, '2026-12-02'],
  [
    '已报告，待核实',
    { ...made, terms: [{ from: '2026-11-10', due: '2026-12-01', metOn: '2026-11-30' }] },
    '2026-12-20',
  ],
  ['核实未兑现', { ...made, failures: ['2026-11-20'] }, '2026-11-26'],
  ['已核实兑现', { ...made, failures: ['2026-11-20'], closedOn: '2026-11-25' }, '2026-12-20'],
] as const)('%s', (name, commitment, today) =>
  expect(stateOf(commitment as CommitmentStanding, today).name).toBe(name),
);

it('a renewed commitment runs to its last date', () =>
  expect(
    dueOf({
      ...made,
      terms: [...made.terms, { from: '2026-12-02', due: '2026-12-20' }] as unknown as CommitmentStanding['terms'],
    }),
  ).toBe('2026-12-20'));
