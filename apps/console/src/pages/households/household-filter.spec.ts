import { addressOf, casesQuery, deadlinesQuery, filterIn, noFilter } from './household-filter';

it('asks for running households to begin with', () =>
  expect(casesQuery(noFilter)).toMatchObject({ process: 'household-monitoring', ended: false }));

it('asks for a village by the fact, within its township', () =>
  expect(casesQuery({ ...noFilter, territory: '140423100204', fact: 'watched=true' })).toMatchObject({
    territory: '140423100',
    fact: ['village=140423100204', 'watched=true'],
  }));

it('asks for deadlines of the township', () =>
  expect(deadlinesQuery({ ...noFilter, territory: '140423100204', deadline: 'overdue' })).toEqual({
    process: 'household-monitoring',
    territory: '140423100',
    state: ['overdue'],
  }));

it('comes back from the address as it went into it', () => {
  const filter = { ...noFilter, territory: '140423100', deadline: 'near', ended: 'all' as const, q: 'H1' };
  expect(filterIn(addressOf(filter))).toEqual(filter);
  expect(addressOf(noFilter)).toEqual({});
  expect(filterIn({ ended: 'sometimes', stage: ['a'] })).toEqual(noFilter);
});
