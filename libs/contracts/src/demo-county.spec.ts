import { officeAbove } from '@duban/policy/base/office';
import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import { selectionCheck } from '@duban/policy/processes/cadre-posting/selection-check';
import { divisionName, isKnownDivision } from './divisions';
import { demoCadres, demoHouseholds, demoOffices, demoTownships, demoUnits, demoVillages } from './demo-county';

const offices = demoOffices();
const officeIds = new Set(offices.map(({ id }) => id));
const cadres = demoCadres();
const households = demoHouseholds();
const distinct = (values: readonly unknown[]): number => new Set(values).size;

describe('the demo county', () => {
  test('has its nine townships and four real villages in each', () => {
    expect(demoTownships()).toHaveLength(9);
    expect(demoVillages()).toHaveLength(36);
    expect(demoVillages().filter((village) => !isKnownDivision(village) || divisionName(village) === village)).toEqual(
      [],
    );
  });

  test('has three units of the province, three of the city and six of the county', () =>
    expect(demoUnits().map((unit) => unit.split(':')[1])).toEqual([
      ...['14', '14', '14'],
      ...['1404', '1404', '1404'],
      ...Array<string>(6).fill('140423'),
    ]));
});

describe('demo offices', () => {
  test('are each once and named', () => {
    expect(officeIds.size).toBe(offices.length);
    expect(offices.filter(({ name }) => !/[\p{Script=Han}]{3}/u.test(name) || /[a-z]/.test(name))).toEqual([]);
  });

  test.each(['leading-group', 'stationing'] as const)('hold every office above any of them on the line %s', (line) =>
    expect(offices.map(({ id }) => officeAbove(id, line)).filter((id) => !officeIds.has(id))).toEqual([]),
  );

  test.each([
    'stationing-office:140423',
    'party-committee:140423108',
    'village-party-secretary:140423101200',
    'dispatching-unit:1404:U04',
  ])('hold %s', (id) => expect(officeIds.has(id)).toBe(true));
});

describe('demo cadres', () => {
  test('are 120, with ids and names of their own', () => {
    expect([cadres.length, distinct(cadres.map(({ id }) => id)), distinct(cadres.map(({ name }) => name))]).toEqual([
      120, 120, 120,
    ]);
    expect([cadres[0]?.id, cadres.at(-1)?.id]).toEqual(['C001', 'C120']);
  });

  test.each(['2026-01-01', '2026-12-31', '2027-12-31'])('pass the selection check without a flag on %s', (on) => {
    const settings = settingsOf(basePolicy);
    expect(
      demoCadres(120, Number(on.slice(0, 4)))
        .map((cadre) => selectionCheck(cadre, on, settings))
        .filter(({ passed, flags }) => !passed || flags.length > 0),
    ).toEqual([]);
  });

  test('give every village one first secretary and one team leader, of one unit', () => {
    for (const village of demoVillages()) {
      const team = cadres.filter((cadre) => cadre.village === village);
      expect(team.map(({ role }) => role).slice(0, 3)).toEqual(['first-secretary', 'team-leader', 'member']);
      expect(distinct(team.map(({ unit }) => unit))).toBe(1);
    }
  });

  test('are sent by offices of the directory to villages of their township', () =>
    expect(
      cadres.filter(({ unit, village, township }) => !officeIds.has(unit) || !village.startsWith(township)),
    ).toEqual([]));

  test('are enough in every township for a ranking', () =>
    expect(
      demoTownships().filter((township) => cadres.filter((cadre) => cadre.township === township).length < 5),
    ).toEqual([]));

  test('can be fewer, and of another year', () =>
    expect(demoCadres(2, 2024).map(({ annualAssessments }) => annualAssessments.map(({ year }) => year))).toEqual([
      [2021, 2022, 2023],
      [2021, 2022, 2023],
    ]));
});

describe('demo households', () => {
  test('are 60, with ids and heads of their own', () =>
    expect([
      households.length,
      distinct(households.map(({ id }) => id)),
      distinct(households.map(({ head }) => head)),
    ]).toEqual([60, 60, 60]));

  test('are of every kind, source and labour, in and out of settlements', () =>
    expect([
      distinct(households.map(({ kind }) => kind)),
      distinct(households.map(({ source }) => source)),
      distinct(households.map(({ labour }) => labour)),
      distinct(households.map(({ settlement }) => settlement)),
      distinct(households.map(({ wishesToWork }) => wishesToWork)),
    ]).toEqual([3, 4, 4, 2, 2]));

  test('some are wholly without labour, and then nobody wishes to work', () => {
    const without = households.filter(({ wholeHouseholdWithoutLabour }) => wholeHouseholdWithoutLabour);
    expect(without.length).toBeGreaterThan(2);
    expect(without.filter(({ labour, wishesToWork }) => labour !== 'none' || wishesToWork)).toEqual([]);
  });

  test('live in demo villages of every township', () => {
    expect(households.filter(({ village }) => !demoVillages().includes(village))).toEqual([]);
    expect(distinct(households.map(({ township }) => township))).toBe(9);
  });
});

test('the demo is the same every time', () =>
  expect([demoOffices(), demoCadres(), demoHouseholds()]).toEqual([offices, cadres, households]));
