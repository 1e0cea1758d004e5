import { addUp, mayAct, sharePaid, stepOf } from './subsidy-steps';

const line = {
  worker: 'W1',
  kind: 'transport',
  household: 'H1',
  village: '140423100204',
  entitledOn: '2026-07-01',
} as const;

it.each([
  [{}, 'missing'],
  [{ appliedOn: '2026-07-02' }, 'review'],
  [{ appliedOn: '2026-07-02', approvedOn: '2026-07-03' }, 'pay'],
  [{ appliedOn: '2026-07-02', refusedOn: '2026-07-03' }, 'refused'],
  [{ appliedOn: '2026-07-02', approvedOn: '2026-07-03', paidOn: '2026-07-05' }, 'paid'],
] as const)('%o is %s', (more, step) => expect(stepOf({ ...line, ...more })).toBe(step));

it('A-4.3: each kind is reviewed and paid by its own department', () => {
  const bureau = { office: 'revitalization-bureau:140423', kind: 'revitalization-bureau', level: 'county' } as const;
  const department = { office: 'department:140423:human-resources', kind: 'department', level: 'county' } as const;
  const of = (kind: 'transport' | 'retention') => ({ kind, township: '140423100' });
  expect([mayAct('pay', bureau, of('transport')), mayAct('pay', bureau, of('retention'))]).toEqual([true, false]);
  expect([mayAct('review', department, of('retention')), mayAct('apply', department, of('retention'))]).toEqual([
    true,
    false,
  ]);
  expect(
    mayAct(
      'apply',
      { office: 'village-committee:140423100204', kind: 'village-committee', level: 'village' },
      of('retention'),
    ),
  ).toBe(true);
  expect(
    mayAct('apply', { office: 'party-committee:140423', kind: 'party-committee', level: 'county' }, of('retention')),
  ).toBe(false);
});

it('nobody is rounded up to all', () => {
  expect(sharePaid({ entitled: 300, paid: 299 })).toBe('99%');
  expect(sharePaid({ entitled: 0, paid: 0 })).toBe('—');
  expect(
    addUp([
      { entitled: 2, paid: 1 },
      { entitled: 3, paid: 3, yuan: 600 },
    ]),
  ).toMatchObject({ entitled: 5, paid: 4, yuan: 600, missing: 0 });
});
