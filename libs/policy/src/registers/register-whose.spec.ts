import { handRegister, handRegisters } from './hand-registers';
import type { HandRegister, RegisterEntry } from './register-rules';
import { refuseForeignEntry, refuseOtherUnit } from './register-whose';

const register = (kind: string): HandRegister => handRegister(kind) as HandRegister;
const entry = (madeBy: string): RegisterEntry => ({
  id: 'E1',
  kind: 'award-per-mu',
  territory: '140423100204',
  on: '2026-11-02',
  body: {},
  madeBy,
});
const mayChange = (kind: string, madeBy: string, by: string): boolean =>
  refuseForeignEntry(register(kind), entry(madeBy), by) === undefined;

describe('RULES 9.corrections: whose entry it is', () => {
  it.each([
    ['the office that made it', 'party-committee:140423100', 'party-committee:140423100', true],
    ['the township beside', 'party-committee:140423100', 'party-committee:140423101', false],
    ['another office of the same place', 'party-committee:140423', 'revitalization-bureau:140423', false],
    ['an office above that keeps it too', 'party-committee:140423100', 'revitalization-bureau:140423', true],
    ['an office above that does not keep it', 'party-committee:140423100', 'stationing-office:140423', false],
    ['an office below', 'revitalization-bureau:140423', 'party-committee:140423100', false],
    ['an office above in another county', 'party-committee:140423100', 'revitalization-bureau:140429', false],
  ])('%s', (_, madeBy, by, may) => expect(mayChange('award-per-mu', madeBy, by)).toBe(may));

  it('a unit changes what it entered and no other’s', () => {
    const [own, other] = ['dispatching-unit:1404:U07', 'dispatching-unit:1404:U08'];
    expect([mayChange('unit-duty', own, own), mayChange('unit-duty', own, other)]).toEqual([true, false]);
    expect(mayChange('unit-duty', 'dispatching-unit:140423:U01', 'dispatching-unit:1404:U08')).toBe(false);
  });
});

describe('RULES 9.corrections: a unit enters for itself', () => {
  const unit = 'dispatching-unit:1404:U07';
  const fieldOf = ([kind, { fields }]: readonly [string, HandRegister]): [string, string][] =>
    Object.entries(fields).flatMap(([field, one]) => (one.unit === true ? [[kind, field] as [string, string]] : []));
  const unitFields = Object.entries(handRegisters).flatMap(fieldOf);
  const judged = (kind: string, field: string, value: string, by: string) =>
    refuseOtherUnit(register(kind), { ...entry(by), kind, body: { [field]: value } }, by);

  it('every register that units keep and that names one is held to it', () => {
    expect(unitFields.map(([kind]) => kind).sort()).toEqual(['plan-goals', 'purchase', 'unit-assignment']);
  });

  it.each(unitFields)('%s: %s', (kind, field) => {
    expect(judged(kind, field, unit, unit)).toBeUndefined();
    expect(judged(kind, field, 'U07', unit)).toBeUndefined();
    expect(judged(kind, field, 'U08', unit)).toMatchObject({ code: 'NOT_ALLOWED', field });
    expect(judged(kind, field, 'dispatching-unit:140423:U07', unit)).toMatchObject({ code: 'NOT_ALLOWED', field });
    expect(judged(kind, field, 'U08', 'stationing-office:140423')).toBeUndefined();
  });
});
