import type { CaseRow } from '@duban/persistence/cases';
import { scopeOfPlace } from '@duban/policy/case/scope';
import { callerOf, type Caller } from '../auth/caller';
import { scopeOf, visibleOr404 } from './visibility';

const caller = (office: string): Caller => callerOf(office) as Caller;
const county = caller('party-committee:140423');
const township = caller('party-committee:140423100');
const household = (territory: string): CaseRow =>
  ({ caseId: 'household:1', territory, scope: scopeOfPlace(territory) }) as unknown as CaseRow;

describe('what a list may hold', () => {
  it('is the caller’s territory, or the part of it asked for', () => {
    expect([scopeOf(county), scopeOf(county, '140423100')]).toEqual([
      { territory: '140423' },
      { territory: '140423100' },
    ]);
  });

  it.each([
    [county, '140424'],
    [county, '14'],
    [township, '140423'],
    [township, '140423101'],
  ])('%j may not ask for %s', (who, territory) => {
    expect(() => scopeOf(who, territory)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_SUBJECT', status: 404 }) as Error,
    );
  });
});

describe('a case', () => {
  it('of a village’s own place is seen by its offices, that of the village beside is not', () => {
    const village = caller('village-committee:140423100208');
    expect(visibleOr404(household('140423100208'), 'problem:1', village).territory).toBe('140423100208');
    expect(() => visibleOr404(household('140423100204'), 'problem:2', village)).toThrow();
  });

  it('is seen from above and from its own township', () => {
    for (const who of [county, township])
      expect(visibleOr404(household('140423100'), 'household:1', who).territory).toBe('140423100');
  });

  it.each([
    ['of another county', household('140424100'), county],
    ['of the township beside', household('140423101'), township],
    ['that is none', null, county],
  ])('%s does not exist for the caller', (_, row, who) => {
    expect(() => visibleOr404(row, 'household:1', who)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_SUBJECT', status: 404 }) as Error,
    );
  });
});
