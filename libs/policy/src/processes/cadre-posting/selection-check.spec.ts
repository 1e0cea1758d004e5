import { describe, expect, it } from '@jest/globals';
import { basePolicy, settingsOf } from '../../settings/policy-set';
import { builtOpening } from './posting-builder';
import { selectionCheck, type SelectionSubject } from './selection-check';

const settings = settingsOf(basePolicy);
const check = (more: Partial<SelectionSubject>, on = '2026-07-01') =>
  selectionCheck({ ...builtOpening, ...more }, on, settings);
const whats = (more: Partial<SelectionSubject>, on?: string) => check(more, on).failures.map(({ what }) => what);

describe('clause C-2.1: annual assessments', () => {
  it('passes three years of competent or better', () => {
    expect(check({})).toEqual({ passed: true, failures: [], flags: [] });
  });

  it.each(['basically-competent', 'incompetent'] as const)('fails a %s year among the last three', (grade) => {
    const annualAssessments = [
      { year: 2023, grade: 'competent' as const },
      { year: 2025, grade },
      { year: 2024, grade: 'excellent' as const },
    ];
    expect(whats({ annualAssessments })).toEqual([expect.stringContaining('2025年度考核等次应为称职以上')]);
  });

  it('does not look at a year before the last three', () => {
    expect(
      check({ annualAssessments: [...builtOpening.annualAssessments, { year: 2022, grade: 'incompetent' }] }).passed,
    ).toBe(true);
  });

  it.each([['none' as const], [undefined]])('fails a year that is %s', (grade) => {
    const annualAssessments = [
      ...(grade === undefined ? [] : [{ year: 2025, grade }]),
      ...builtOpening.annualAssessments.slice(1),
    ];
    expect(whats({ annualAssessments })).toEqual([expect.stringContaining('2025年度考核等次应为称职以上')]);
  });
});

describe('clause C-2.1: age in completed years on the posting date', () => {
  it.each([
    ['member', '1970-07-02', true],
    ['member', '1970-07-01', false],
    ['first-secretary', '1970-07-02', true],
    ['team-leader', '1975-07-02', true],
    ['team-leader', '1975-07-01', false],
  ] as const)('a %s born %s turns the limit plus one on the day: passed %s', (role, bornOn, passed) => {
    expect(check({ role, bornOn }, '2026-07-01').passed).toBe(passed);
  });

  it('passes who is 55 on the day, the limit included', () => {
    expect(check({ bornOn: '1971-07-01' }, '2026-07-01').passed).toBe(true);
  });

  it('follows the office that sets another limit', () => {
    expect(
      selectionCheck({ ...builtOpening, bornOn: '1970-07-01' }, '2026-07-01', { ...settings, maximumAge: 56 }).passed,
    ).toBe(true);
  });
});

describe('clause C-2.1: education by sender level, identity', () => {
  it.each([
    ['central', 'secondary', false],
    ['province', 'secondary', false],
    ['city', 'secondary', false],
    ['city', 'college', true],
    ['county', 'secondary', true],
    ['county', 'below-secondary', false],
  ] as const)('%s-sent with %s: passed %s', (senderLevel, education, passed) => {
    expect(check({ senderLevel, education }).passed).toBe(passed);
  });

  it('fails an identity found not to fit, and flags one nobody has checked', () => {
    expect(check({ identity: 'not-ok' }).passed).toBe(false);
    expect(check({ identity: undefined })).toMatchObject({ passed: true, flags: [{ what: '身份尚未审核' }] });
  });

  it('names every failure', () => {
    expect(whats({ bornOn: '1960-01-01', education: 'below-secondary', identity: 'not-ok' })).toHaveLength(3);
  });
});
