import { basePolicy, settingsOf } from '../settings/policy-set';
import { handRegister } from './hand-registers';
import type { FieldValue, RegisterEntry } from './register-rules';

const rates = { relocated: 9, outOfPoverty: 9, farmers: 8, poorAreas: 8 };
const year = (of: string, more: Record<string, FieldValue>): RegisterEntry => ({
  id: `E${of}`,
  kind: 'income',
  territory: '14',
  on: `${of}-12-31`,
  body: { year: of, ...rates, ratioProvince: 70, ratioNation: 60, ...more },
});
const found = (more: Record<string, FieldValue>): string[] => {
  const entries = [year('2025', {}), year('2026', more)];
  const findings = handRegister('income')?.findings?.({
    entries,
    today: '2027-01-10',
    settings: settingsOf(basePolicy),
  });
  return (findings ?? []).map(({ text }) => text);
};
const notRisen = ['2026年脱贫人口收入占全省或全国农民收入的比例未提高'];

describe('OBLIGATIONS B-1: 逐年提升, each share for itself', () => {
  it('B-1.e: that of the province as it was, that of the nation risen', () =>
    expect(found({ ratioProvince: 70, ratioNation: 61 })).toEqual(notRisen));

  it('B-1.f: that of the nation as it was, that of the province risen', () =>
    expect(found({ ratioProvince: 71, ratioNation: 60 })).toEqual(notRisen));

  it('both risen', () => expect(found({ ratioProvince: 71, ratioNation: 61 })).toEqual([]));
});
