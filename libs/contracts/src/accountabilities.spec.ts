import { accountabilities } from './accountabilities';

const { outcome, decline } = accountabilities.operations;
const said = { outcome: 'criticism', against: [{ party: 'county', what: '通报批评' }], reason: '整改不力' };

describe('clause A-3.7: the outcome of accountability', () => {
  it('takes an outcome for each party', () => {
    expect(outcome?.body.safeParse(said).success).toBe(true);
  });

  it.each([
    { ...said, outcome: 'forgotten' },
    { ...said, against: [] },
    { ...said, reason: '' },
    { ...said, extra: 1 },
  ])('refuses what is not one %#', (wrong) => {
    expect(outcome?.body.safeParse(wrong).success).toBe(false);
  });

  it('asks for a reason where the province declines', () => {
    expect(decline?.body.safeParse({}).success).toBe(false);
    expect(decline?.body.safeParse({ reason: '并入前案' }).success).toBe(true);
  });
});
