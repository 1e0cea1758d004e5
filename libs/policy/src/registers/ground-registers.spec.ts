import { codeOf } from '../case/case-builder';
import { basePolicy, settingsOf } from '../settings/policy-set';
import { handRegisters, isKeptBy, judgeEntry, keepersOf } from './hand-registers';
import type { RegisterEntry } from './register-rules';

const ref = { caseId: 'problem:140423100204:P1:1', key: 'ground/recurring' };
const row = (kind: string, more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: 'E0',
  kind,
  territory: '140423',
  on: '2026-11-05',
  body: {},
  ...more,
});
const ground = row('ground', {
  caseId: ref.caseId,
  id: ref.key,
  body: { kind: 'recurring-problems', what: '考勤中断' },
});
const confirmed = row('listing-ground', { caseId: 'listing:140423:1', id: 'ground/1', body: ref });
const decline = (more: Partial<RegisterEntry> = {}) =>
  row('declined-ground', { id: 'E1', on: '2026-11-10', body: { ...ref, why: '已在整改' }, ...more });
const judged = (entry: RegisterEntry, ...others: RegisterEntry[]) =>
  codeOf(judgeEntry(entry, { entries: others, today: '2026-11-20', settings: settingsOf(basePolicy) }));

describe('A-3.7: a proposed ground the province declines', () => {
  it('is one of the county that nobody has confirmed', () => {
    expect(judged(decline(), ground)).toBe('admitted');
    expect(judged(decline())).toBe('UNKNOWN_SUBJECT');
    expect(judged(decline({ body: { ...ref, key: 'ground/other', why: '误报' } }), ground)).toBe('UNKNOWN_SUBJECT');
    expect(judged(decline(), ground, confirmed)).toBe('ALREADY_DONE');
    expect(judged(decline(), ground, { ...confirmed, body: { ...ref, key: 'ground/other' } })).toBe('admitted');
  });

  it('is declined once, and not before it was proposed', () => {
    expect(judged(decline(), ground, decline({ id: 'E2' }))).toBe('ALREADY_DONE');
    expect(judged(decline({ on: '2026-11-04' }), ground)).toBe('BEFORE_BEGINNING');
    expect(judged(decline({ on: '2026-11-05' }), ground)).toBe('admitted');
  });

  it('is declined by the province alone', () => {
    const register = handRegisters['declined-ground'];
    expect(isKeptBy(register, 'leading-group-office', 'province')).toBe(true);
    expect(isKeptBy(register, 'leading-group-office', 'county')).toBe(false);
    expect(isKeptBy(register, 'party-committee', 'province')).toBe(false);
    expect(keepersOf(register)).toBe('省级巩固衔接办、省巩固衔接领导小组');
  });
});
