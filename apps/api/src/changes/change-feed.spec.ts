import type { CaseChange } from '@duban/persistence/changes';
import { callerOf, type Caller } from '../auth/caller';
import { concerns } from './change-feed';

const change: CaseChange = {
  caseId: 'household:140423100:H1:1',
  process: 'household-monitoring',
  territory: '140423100',
  sequence: 3,
  scope: { territories: ['140423100'], villages: ['140423100201'], units: [] },
};
const posting: CaseChange = {
  ...change,
  process: 'cadre-posting',
  scope: { ...change.scope, units: ['dispatching-unit:140423:U01'] },
};
const as = (office: string) => callerOf(office) as Caller;

describe('who hears of a change', () => {
  it.each([
    ['the township', 'party-committee:140423100', change, true],
    ['the county', 'stationing-office:140423', change, true],
    ['a neighbour', 'party-committee:140423101', change, false],
    ['another city', 'leading-group-office:1405', change, false],
    ['the village', 'village-committee:140423100201', change, true],
    ['another village', 'village-committee:140423100202', change, false],
    ['the unit that sent the cadre', 'dispatching-unit:140423:U01', posting, true],
    ['another unit', 'dispatching-unit:140423:U02', posting, false],
    ['a unit, of a household', 'dispatching-unit:140423:U01', change, false],
  ])('%s: %s', (_, office, told, expected) => {
    expect(concerns(told, { caller: as(office) })).toBe(expected);
  });

  it('those who ask for a part of their territory, or a process', () => {
    const caller = as('leading-group-office:14');
    expect(concerns(change, { caller, territory: '1404', process: 'household-monitoring' })).toBe(true);
    expect(concerns(change, { caller, territory: '1405' })).toBe(false);
    expect(concerns(change, { caller, process: 'problem' })).toBe(false);
  });
});
