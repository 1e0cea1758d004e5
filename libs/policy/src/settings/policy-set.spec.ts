import { isClauseId } from '../base/clauses/clauses';
import { basePolicy, judgeChanges, listPolicySets, settingOrigins, settingsOf, type Settings } from './policy-set';
import { shanxi2023 } from './shanxi-2023';

const own = settingsOf(basePolicy);
const refusalOf = (changes: Record<string, unknown>) => {
  const verdict = judgeChanges(changes);
  return verdict.admitted ? undefined : verdict;
};

describe('policy set shanxi-2023', () => {
  test('holds the figures of the clauses', () =>
    expect(own).toMatchObject({
      guidelineYuan: 7100,
      identificationDays: 15,
      planDays: 10,
      measuresDays: 25,
      listingMonths: 6,
      taskListDay: 5,
      replacementDays: 5,
      maximumAge: 55,
      maximumLeaderAge: 50,
    }));

  test('holds the numbers of RULES.md', () =>
    expect(own).toMatchObject({
      measuresClock: 'from-identification',
      stableMonths: 6,
      acceptanceWindowDays: 30,
      monthRollover: 'next-workday',
      bulletinGraceDays: 3,
      taskWeight: 0.6,
      presenceWeight: 0.4,
      extensionAllowed: false,
      suspensionAllowed: false,
      rungTime: '08:30',
    }));

  test('marks what the clause says and what the office decided', () => {
    const origins = settingOrigins('shanxi-2023');
    expect(origins.identificationDays).toEqual({ clause: 'A-2.1', isDecision: false, title: '履行认定程序的天数' });
    expect(origins.stableMonths.isDecision).toBe(true);
  });

  test('names every choice among names, in Chinese', () => {
    const named = Object.entries(shanxi2023).filter(([, row]) => row.choices !== undefined);
    const isList = (name: string) => Array.isArray(shanxi2023[name as keyof Settings].value);
    const asValue = (value: string) => (value === 'true' || value === 'false' ? value === 'true' : value);
    const isChosen = (name: string, value: string) =>
      refusalOf({ [name]: isList(name) ? [value] : asValue(value) }) === undefined;
    expect(named.map(([name]) => name)).toEqual([
      'measuresClock',
      'developmentTypes',
      'householdRollover',
      'listingRollover',
      'monthRollover',
      'shortCareer',
      'absenceWindow',
      'superiorLevels',
      'absenceHandlingMayBeNone',
      'businessCounts',
      'stationingHolidays',
      'dutyShare',
      'joinerShare',
      'festivals',
      'ledgerLineCadence',
      'villageCheckCadence',
      'courtyardCapPeriod',
      'extensionAllowed',
      'suspensionAllowed',
    ]);
    expect(
      named.flatMap(([name, { choices = {} }]) => Object.keys(choices).filter((value) => !isChosen(name, value))),
    ).toEqual([]);
    const words = Object.entries(shanxi2023).filter(
      ([, { value, choices }]) => typeof value === 'string' && choices === undefined,
    );
    expect(words.map(([name]) => name)).toEqual(['rungTime', 'quietFrom', 'quietTo']);
  });

  test('has these figures from the clauses and no others', () =>
    expect(
      Object.entries(shanxi2023)
        .filter(([, { isDecision }]) => !isDecision)
        .map(([name]) => name),
    ).toEqual([
      ...[
        'guidelineYuan',
        'identificationDays',
        'planDays',
        'measuresDays',
        'measuresAfterPlanDays',
        'listingMonths',
        'taskListDay',
        'bulletinDay',
      ],
      ...[
        'maximumAge',
        'maximumLeaderAge',
        'annualAssessments',
        'replacementDays',
        'absencesForRecall',
        'lowMonthsForInterview',
      ],
      ...['superiorBulletinsForInterview', 'interviewsForHandling', 'duties', 'dispatchLeads', 'riskWarningYuan'],
      ...[
        'tapWaterShare',
        'industryShare',
        'courtyardAwardYuan',
        'provinceAwardYuan',
        'microLoanYuan',
        'microSubsidisedYuan',
      ],
      ...['canteenShare', 'unionShare', 'budgetShare'],
    ]));

  test('cites only clauses of the catalogue', () =>
    expect(Object.values(shanxi2023).filter(({ clause }) => !isClauseId(clause))).toEqual([]));

  test('puts criticism of the area on the seventh day', () =>
    expect(Object.values(own.ladders).map((ladder) => ladder.filter(({ criticism }) => criticism))).toEqual([
      [{ days: 7, to: 'above-again', criticism: true }],
      [{ days: 7, to: 'above-again', criticism: true }],
      [],
    ]));

  test('announces an acceptance 30, 15 and 7 days before', () =>
    expect(own.ladders.acceptance.map(({ days }) => days)).toEqual([-30, -15, -7, 1, 3, 7]));

  test('is listed with its version', () =>
    expect(listPolicySets()).toEqual([
      { set: 'shanxi-2023', version: 1, title: expect.stringContaining('〔2023〕6号') },
    ]));
});

describe('settings of a case', () => {
  test('are the own values with the choices on top', () =>
    expect(settingsOf({ ...basePolicy, changes: { planDays: 8 } })).toEqual({ ...own, planDays: 8 }));

  test('leave the set itself as it was', () => {
    settingsOf({ ...basePolicy, changes: { planDays: 8 } });
    expect(settingsOf(basePolicy).planDays).toBe(10);
  });

  test('keep the ladders an earlier choice did not know of', () => {
    const ladders = { default: [], acceptance: [] } as unknown as Settings['ladders'];
    expect(settingsOf({ ...basePolicy, changes: { ladders } }).ladders).toEqual({
      ...ladders,
      weekly: own.ladders.weekly,
    });
  });

  test('a later version of the office differs by its choices only', () =>
    expect(settingsOf({ ...basePolicy, version: 2, changes: { planDays: 8 } })).toEqual({ ...own, planDays: 8 }));

  test('an unknown set is a mistake', () =>
    expect(() => settingsOf({ ...basePolicy, set: 'shanxi-2099' })).toThrow(
      '没有政策集“shanxi-2099”；现有：shanxi-2023',
    ));
});

describe('choices of an office', () => {
  test('the own values, all chosen again, are admitted', () => expect(judgeChanges({ ...own }).admitted).toBe(true));

  test.each<Partial<Settings>>([
    {},
    { measuresClock: 'from-identification-15' },
    { bulletinGraceDays: 0 },
    { taskWeight: 0.7, presenceWeight: 0.3 },
    { extensionAllowed: true, suspensionAllowed: true },
    { duties: { training: { cadence: 'year', amount: 15 }, broadcast: { cadence: 'week', amount: 0 } } },
    { ladders: { default: [{ days: -1, to: 'responsible' }], acceptance: [], weekly: [] } },
  ])('%j is admitted', (changes) => expect(refusalOf(changes)).toBeUndefined());

  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown setting', { identifcationDays: 15 }, 'identifcationDays'],
    ['an inherited name', { toString: 1 }, 'toString'],
  ])('%s is no input', (_, changes, field) =>
    expect(refusalOf(changes)).toMatchObject({ code: 'INVALID_INPUT', field }),
  );

  test.each<[string, Record<string, unknown>, string]>([
    ['a figure as text', { identificationDays: '15' }, 'identificationDays'],
    ['a fraction of a day', { identificationDays: 1.5 }, 'identificationDays'],
    ['no day at all', { identificationDays: 0 }, 'identificationDays'],
    ['a period beyond a year', { identificationDays: 367 }, 'identificationDays'],
    ['not a number', { guidelineYuan: Number.NaN }, 'guidelineYuan'],
    ['nothing', { guidelineYuan: null }, 'guidelineYuan'],
    ['an explicit undefined', { guidelineYuan: undefined }, 'guidelineYuan'],
    ['a day February lacks', { taskListDay: 29 }, 'taskListDay'],
    ['a share above the whole', { lowRankShare: 1.1 }, 'lowRankShare'],
    ['a switch that is neither on nor off', { extensionAllowed: 'yes' }, 'extensionAllowed'],
    ['an unknown choice', { measuresClock: 'from-lead' }, 'measuresClock'],
    ['a time beyond the day', { rungTime: '24:00' }, 'rungTime'],
    ['a ladder missing', { ladders: { default: [] } }, 'ladders'],
    [
      'a rung twice on one day',
      {
        ladders: {
          default: [
            { days: 1, to: 'head' },
            { days: 1, to: 'above' },
          ],
          acceptance: [],
          weekly: [],
        },
      },
      'ladders',
    ],
    [
      'a rung to nobody known',
      { ladders: { default: [{ days: 1, to: 'minister' }], acceptance: [], weekly: [] } },
      'ladders',
    ],
    ['an unknown duty', { duties: { sleep: { cadence: 'day', amount: 1 } } }, 'duties'],
    ['a duty without cadence', { duties: { training: { amount: 12 } } }, 'duties'],
    ['a negative amount of a duty', { duties: { training: { cadence: 'year', amount: -1 } } }, 'duties'],
    ['weights that do not add up', { taskWeight: 0.7 }, 'taskWeight'],
    ['a plan later than its measures', { planDays: 26 }, 'planDays'],
    ['leaders older than members', { maximumLeaderAge: 56 }, 'maximumLeaderAge'],
    ['a cut after the bulletin', { townshipCutDay: 6 }, 'townshipCutDay'],
  ])('%s is refused and named', (_, changes, field) =>
    expect(refusalOf(changes)).toMatchObject({ code: 'OUT_OF_RANGE', field }),
  );

  test('a refusal says what was expected and what came', () =>
    expect(refusalOf({ identificationDays: '15' })).toMatchObject({
      clause: 'A-2.1',
      detail: '“履行认定程序的天数”应为1至366之间的整数，收到的是"15"',
    }));
});
