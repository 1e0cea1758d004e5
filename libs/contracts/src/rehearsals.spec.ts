import { basePolicy } from '@duban/policy/settings/policy-set';
import { readInput } from './read-input';
import {
  faultOfOrder,
  lastDayAfter,
  ordinary,
  rehearsalBody,
  rehearsedKindOf,
  whatIfs,
  type RehearsalOrder,
  type WhatIfs,
} from './rehearsals';

const faultsOf = (chosen: Record<string, unknown>): string[] => {
  const reading = readInput(rehearsalBody, { county: '140423', months: 6, whatIfs: chosen });
  return reading.isSound ? [] : reading.faults.map(({ field, detail }) => `${field}：${detail}`);
};

describe('what-ifs', () => {
  it.each(Object.entries(whatIfs))(
    '%s has a Chinese name and explanation, and a default within its limits',
    (id, whatIf) => {
      expect(whatIf.name + whatIf.explanation).toMatch(/[一-鿿]{6,}/);
      expect(faultsOf({ [id]: whatIf.default })).toEqual([]);
    },
  );

  it.each([
    ['cadres', 9, '应为10–300之间的整数'],
    ['cadres', 301, '应为10–300之间的整数'],
    ['households', 4, '应为5–300之间的整数'],
    ['households', 7.5, '应为5–300之间的整数'],
    ['lateTownships', -1, '应为0–40之间的整数'],
    ['lateTownshipsHow', 'maybe', '应为下列之一：late（迟报（次月9日才报））、never（始终不报）'],
    ['lateHouseholds', 1.2, '应为0–1之间的数'],
    ['absentCadres', '三', '应为0–50之间的整数'],
    ['withDuties', 'yes', '应为true（是）或 false（否）'],
  ])('%s of %p is refused: %s', (id, value, words) =>
    expect(faultsOf({ [id]: value })).toEqual([`whatIfs.${id}：${words}`]),
  );

  it('that are left out are the ordinary ones', () => {
    expect(ordinary()).toMatchObject({
      cadres: 120,
      households: 60,
      lateTownships: 1,
      withDuties: true,
      policyChanges: {},
    });
  });
});

describe('an order as a whole', () => {
  const order = (more: Partial<RehearsalOrder> = {}, chosen: Partial<WhatIfs> = {}): RehearsalOrder => ({
    title: '试',
    county: '140423',
    start: '2030-07-01',
    until: '2030-12-31',
    months: 6,
    whatIfs: { ...ordinary(), ...chosen },
    policy: basePolicy,
    ...more,
  });
  const fault = (of: RehearsalOrder): string | undefined => faultOfOrder(of, '2030-06-30')?.field;

  it.each([
    ['is sound', order(), undefined],
    ['begins today', order({ start: '2030-06-30' }), undefined],
    ['begins yesterday', order({ start: '2030-06-29' }), 'start'],
    ['begins in six years', order({ start: '2036-07-01' }), 'start'],
    ['has more late townships than the county has', order({}, { lateTownships: 12 }), 'whatIfs.lateTownships'],
    [
      'singles out more cadres than there are',
      order({}, { cadres: 10, absentCadres: 6, lowCadres: 5 }),
      'whatIfs.absentCadres',
    ],
    [
      'changes a number beyond its limits',
      order({}, { policyChanges: { planDays: 0 } }),
      'whatIfs.policyChanges.planDays',
    ],
    ['changes what does not exist', order({}, { policyChanges: { speed: 3 } }), 'whatIfs.policyChanges.speed'],
    [
      'fits only together with the numbers in force',
      order({ policy: { ...basePolicy, changes: { measuresDays: 30 } } }, { policyChanges: { planDays: 28 } }),
      undefined,
    ],
    [
      'contradicts the numbers in force',
      order({ policy: { ...basePolicy, changes: { measuresDays: 12 } } }, { policyChanges: { planDays: 15 } }),
      'whatIfs.policyChanges.planDays',
    ],
  ])('that %s', (_, of, field) => expect(fault(of)).toBe(field));

  it.each([
    ['2030-07-01', 6, '2030-12-31'],
    ['2030-08-31', 6, '2031-02-27'],
    ['2030-07-15', 1, '2030-08-14'],
  ])('from %s for %d months lasts to %s', (start, months, last) => expect(lastDayAfter(start, months)).toBe(last));
});

it.each([
  [{ name: 'rung-fired', process: 'duty-sheet', by: 'system', rung: -3 }, 'reminder'],
  [{ name: 'rung-fired', process: 'duty-sheet', by: 'system', rung: 1 }, 'overdue'],
  [{ name: 'identify', process: 'household-monitoring', by: 'revitalization-bureau:140423' }, 'act'],
  [{ name: 'rosterRead', process: 'duty-sheet', by: 'system' }, 'system'],
  [{ name: 'constructor', process: 'duty-sheet', by: 'system' }, 'system'],
  [{ name: 'enter', process: 'register', by: 'party-committee:140423100' }, 'register'],
])('an entry %j is shown as %s', (entry, kind) => expect(rehearsedKindOf(entry)).toBe(kind));
