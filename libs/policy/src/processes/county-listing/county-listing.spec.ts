import fc from 'fast-check';
import type { CaseFile } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { countyListing } from './county-listing';
import { computeDeadline } from '../../dates/deadline';
import { rungsOf } from '../../dates/ladder';
import type { ListingGround, ListingOpening } from './listing-acts';
import { asAct, listedOn, offices, withActs, type SampleAct } from './listing-builder';
import { settingsOf } from '../../settings/policy-set';

const today = '2028-12-31';
const judge = (file: CaseFile<ListingOpening>, ...act: SampleAct) => countyListing.judge(file, asAct(act), today);
const view = countyListing.view;
const refusedWith = (code: string, field?: string) =>
  expect.objectContaining({ admitted: false, code, ...(field === undefined ? {} : { field }) });
const admitted = expect.objectContaining({ admitted: true, keep: true });
const repeated = expect.objectContaining({ admitted: true, keep: false, told: expect.any(String) });

const rectified = (on: CivilDate, problem: string): SampleAct => [
  on,
  'problemProgress',
  { problem, rectified: true, note: '已完工', evidence: '验收单' },
  offices.county,
];
const verified = (on: CivilDate, problem: string, passed: boolean): SampleAct => [
  on,
  'verifyProblem',
  { problem, passed, note: '现场核查' },
  offices.city,
];
const policy = (on: CivilDate, positive: boolean): SampleAct => [on, 'policyFinding', { positive, note: '入户核实' }];
const accepted = (on: CivilDate, passed: boolean): SampleAct => [on, 'acceptance', { passed }];

const putRight = (month: string): SampleAct[] => [
  rectified(`${month}-01`, 'P1'),
  rectified(`${month}-02`, 'P2'),
  verified(`${month}-03`, 'P1', true),
  verified(`${month}-04`, 'P2', true),
  policy(`${month}-05`, true),
];
const foundWanting = (month: string): SampleAct[] => [
  verified(`${month}-03`, 'P1', false),
  verified(`${month}-04`, 'P2', false),
  policy(`${month}-05`, false),
];

const march = listedOn('2026-03-10');
const failedOnce = withActs(march, ...foundWanting('2026-08'), accepted('2026-09-20', false));
const failedTwice = withActs(failedOnce, ...foundWanting('2027-02'), accepted('2027-03-25', false));

describe('clause A-3.7: the half-year', () => {
  it.each([
    ['2026-03-10', '2026-09-10', '2026-10-10'],
    ['2026-08-31', '2027-02-28', '2027-03-30'],
    ['2027-08-31', '2028-02-29', '2028-03-30'],
    ['2026-12-31', '2027-06-30', '2027-07-30'],
  ])('listed on %s: acceptance from %s, due %s', (listed, from, due) => {
    expect(view(listedOn(listed)).listed).toMatchObject({ round: 1, acceptanceFrom: from, acceptanceDue: due });
  });

  it('is owed by the province office and reminded of by the acceptance ladder', () => {
    expect(view(march).deadlines).toMatchObject([
      {
        id: 'acceptance:1',
        owner: 'leading-group-office:14',
        ladder: 'acceptance',
        startedOn: '2026-03-10',
        clause: 'A-3.7',
      },
    ]);
  });

  it('reminds 30, 15 and 7 days before the due date, at 08:30', () => {
    const deadlines = view(march).deadlines.map((spec) => computeDeadline(spec, march.calendar));
    const before = deadlines
      .flatMap((deadline) => rungsOf(deadline, settingsOf(march.policy)))
      .filter(({ days }) => days < 0);
    expect(before.map(({ at }) => at)).toEqual([
      '2026-09-10T00:30:00.000Z',
      '2026-09-25T00:30:00.000Z',
      '2026-10-03T00:30:00.000Z',
    ]);
  });

  it('follows the settings of the office', () => {
    expect(view(listedOn('2026-03-10', {}, { listingMonths: 3, acceptanceWindowDays: 10 })).listed).toMatchObject({
      acceptanceFrom: '2026-06-10',
      acceptanceDue: '2026-06-20',
    });
  });
});

describe('clause A-3.7: when acceptance may be held', () => {
  const ready = withActs(march, ...putRight('2026-08'));

  it('is refused on the day before the end of the half-year, naming the first day', () => {
    const verdict = judge(ready, ...accepted('2026-09-09', true));
    expect(verdict).toEqual(refusedWith('TOO_EARLY', 'occurredOn'));
    expect(verdict).toHaveProperty('detail', expect.stringContaining('2026年9月10日'));
  });

  it.each(['2026-09-10', '2026-10-10', '2026-10-11'])('is admitted on %s', (on) => {
    expect(judge(ready, ...accepted(on, true))).toEqual(admitted);
  });

  it('meets the deadline by its date and not by its recording', () => {
    const [deadline] = view(withActs(ready, accepted('2026-10-10', true))).deadlines;
    expect(deadline).toMatchObject({ metOn: '2026-10-10' });
    expect(deadline && computeDeadline(deadline, march.calendar).due).toBe('2026-10-10');
  });

  it('never passes or fails by silence: without acceptance the listing stands', () => {
    expect(view(ready)).toMatchObject({ stage: 'listed' });
    expect(view(ready).ended).toBeUndefined();
  });
});

describe('clause A-3.7: findings an acceptance needs', () => {
  it.each([true, false])(
    'refuses both verdicts while a problem is neither verified nor found unrectified (%s)',
    (passed) => {
      const file = withActs(
        march,
        rectified('2026-08-01', 'P1'),
        rectified('2026-08-01', 'P2'),
        verified('2026-08-03', 'P1', true),
        policy('2026-08-05', false),
      );
      const verdict = judge(file, ...accepted('2026-09-10', passed));
      expect(verdict).toEqual(refusedWith('CONDITIONS_NOT_MET'));
      expect(verdict).toHaveProperty('detail', expect.stringMatching(/P2/));
      expect(verdict).toHaveProperty('detail', expect.not.stringMatching(/P1/));
    },
  );

  it.each<[string, SampleAct[], boolean, unknown]>([
    ['pass with all verified and a positive policy finding', putRight('2026-08'), true, admitted],
    ['no fail without a negative finding', putRight('2026-08'), false, refusedWith('CONDITIONS_NOT_MET', 'passed')],
    [
      'no pass without a policy finding',
      putRight('2026-08').slice(0, 4),
      true,
      refusedWith('CONDITIONS_NOT_MET', 'passed'),
    ],
    [
      'no fail without any policy finding when all is verified',
      putRight('2026-08').slice(0, 4),
      false,
      refusedWith('CONDITIONS_NOT_MET', 'passed'),
    ],
    [
      'no pass with a negative policy finding',
      [...putRight('2026-08'), policy('2026-08-09', false)],
      true,
      refusedWith('CONDITIONS_NOT_MET', 'passed'),
    ],
    [
      'fail with a negative policy finding alone',
      [...putRight('2026-08'), policy('2026-08-09', false)],
      false,
      admitted,
    ],
    [
      'fail with one problem unrectified',
      [...putRight('2026-08'), verified('2026-08-09', 'P2', false)],
      false,
      admitted,
    ],
    [
      'no pass with one problem unrectified',
      [...putRight('2026-08'), verified('2026-08-09', 'P2', false)],
      true,
      refusedWith('CONDITIONS_NOT_MET', 'passed'),
    ],
  ])('%s', (_title, acts, passed, expected) => {
    expect(judge(withActs(march, ...acts), ...accepted('2026-09-10', passed))).toEqual(expected);
  });

  it('goes by the findings dated up to the acceptance', () => {
    const file = withActs(march, ...putRight('2026-08').slice(0, 4), policy('2026-09-12', true));
    expect(judge(file, ...accepted('2026-09-11', true))).toEqual(refusedWith('CONDITIONS_NOT_MET', 'passed'));
    expect(judge(file, ...accepted('2026-09-12', true))).toEqual(admitted);
  });

  it('counts a verification made on the day of the acceptance', () => {
    const file = withActs(
      march,
      ...putRight('2026-08').slice(0, 3),
      verified('2026-09-10', 'P2', true),
      policy('2026-09-10', true),
    );
    expect(judge(file, ...accepted('2026-09-10', true))).toEqual(admitted);
  });

  it('is not held up by a problem listed after the day it was held on', () => {
    const file = withActs(march, ...putRight('2026-08'), ['2026-09-12', 'addProblem', { id: 'P3', what: '大棚闲置' }]);
    expect(judge(file, ...accepted('2026-09-11', true))).toEqual(admitted);
    expect(judge(file, ...accepted('2026-09-12', true))).toEqual(refusedWith('CONDITIONS_NOT_MET'));
  });

  it('needs findings of its own round after a failed acceptance; what was verified stays so', () => {
    expect(judge(failedOnce, ...accepted('2027-03-20', false))).toEqual(refusedWith('CONDITIONS_NOT_MET'));
    const once = withActs(march, ...putRight('2026-08'), policy('2026-09-20', false), accepted('2026-09-20', false));
    expect(judge(once, ...accepted('2027-03-20', false))).toEqual(refusedWith('CONDITIONS_NOT_MET', 'passed'));
    expect(judge(withActs(once, policy('2027-03-01', true)), ...accepted('2027-03-20', true))).toEqual(admitted);
  });

  it('tells the second officer of the same verdict, and refuses the opposite one', () => {
    expect(judge(failedOnce, ...accepted('2026-09-20', false))).toEqual(repeated);
    expect(judge(failedOnce, ...accepted('2026-09-15', true))).toEqual(refusedWith('ALREADY_DONE', 'passed'));
  });
});

describe('clause A-3.7: failed and listed again', () => {
  it('runs the new half-year from the failed acceptance', () => {
    expect(view(failedOnce).listed).toMatchObject({
      round: 2,
      roundFrom: '2026-09-20',
      acceptanceFrom: '2027-03-20',
      acceptanceDue: '2027-04-19',
    });
    expect(view(failedOnce).deadlines).toMatchObject([
      { id: 'acceptance:1', metOn: '2026-09-20' },
      { id: 'acceptance:2' },
    ]);
  });

  it('starts accountability at once, with the leaders', () => {
    expect(view(failedOnce).consequences).toMatchObject([
      {
        kind: 'start',
        process: 'accountability',
        caseId: 'accountability:140423:1-1',
        on: '2026-09-20',
        withdraw: 'withdraw',
        opening: {
          listing: 'listing:140423:1',
          round: 2,
          pendingConfirmation: false,
          leaders: [{ person: 'L1' }, { person: 'L2' }],
        },
      },
    ]);
    expect(view(failedOnce).listed['accountability']).toBe('accountability:140423:1-1');
  });

  it('joins the open procedure with a later round', () => {
    expect(view(failedTwice).consequences).toMatchObject([
      { kind: 'start', caseId: 'accountability:140423:1-1' },
      {
        kind: 'tell',
        caseId: 'accountability:140423:1-1',
        operation: 'addGround',
        on: '2027-03-25',
        body: { ground: { id: 'failed-acceptance:2', round: 3 } },
      },
    ]);
  });

  it('starts a further procedure when the first has ended without that round', () => {
    const ended: SampleAct = [
      '2026-12-01',
      'accountabilityEnded',
      { caseId: 'accountability:140423:1-1', outcome: 'criticism', grounds: ['failed-acceptance:1'] },
      'system',
    ];
    expect(view(withActs(failedOnce, ended)).listed['accountability']).toBeNull();
    expect(view(withActs(failedTwice, ended)).consequences).toMatchObject([
      { kind: 'start', caseId: 'accountability:140423:1-1' },
      { kind: 'start', caseId: 'accountability:140423:1-2', on: '2027-03-25' },
    ]);
  });

  it('leaves the round where it was when the procedure that ended had dealt with it', () => {
    const ended: SampleAct = [
      '2027-05-01',
      'accountabilityEnded',
      {
        caseId: 'accountability:140423:1-1',
        outcome: 'criticism',
        grounds: ['failed-acceptance:1', 'failed-acceptance:2'],
      },
      'system',
    ];
    expect(view(withActs(failedTwice, ended)).consequences).toEqual(view(failedTwice).consequences);
  });

  it('takes the end of a procedure from the system only', () => {
    expect(judge(failedOnce, '2026-12-01', 'accountabilityEnded', {}, offices.county)).toEqual(
      refusedWith('NOT_ALLOWED'),
    );
  });
});

describe('clause A-3.7: passed and delisted', () => {
  const delisted = withActs(failedOnce, ...putRight('2027-02'), accepted('2027-03-20', true));

  it('ends the listing on the day of the acceptance', () => {
    expect(view(delisted)).toMatchObject({
      stage: 'delisted',
      ended: { on: '2027-03-20', outcome: 'delisted' },
      listed: { openProblems: 0, round: 2 },
    });
  });

  it('does not end accountability', () => {
    expect(view(delisted).consequences).toEqual(view(failedOnce).consequences);
  });
});

describe('clause A-3.7: listing anew', () => {
  const judgeOpening = (delistedOn: CivilDate | null, on: CivilDate) => {
    const file = listedOn(on, { previous: { caseId: 'listing:140423:1', delistedOn } });
    return countyListing.judgeOpening(file.opening, on, today, file.policy);
  };
  const anew = (on: CivilDate, delisted = '2026-08-31') => ({
    ...listedOn(on, { previous: { caseId: 'listing:140423:1', delistedOn: delisted } }),
    caseId: 'listing:140423:2',
  });

  it('refuses a second listing while the county is listed, and says to add a ground', () => {
    const verdict = judgeOpening(null, '2026-09-01');
    expect(verdict).toEqual(refusedWith('ALREADY_DONE'));
    expect(verdict).toHaveProperty('detail', expect.stringContaining('增列依据'));
  });

  it('refuses a day before the delisting', () => {
    expect(judgeOpening('2026-09-01', '2026-08-31')).toEqual(refusedWith('BEFORE_BEGINNING', 'occurredOn'));
    expect(judgeOpening('2026-09-01', '2026-09-01')).toEqual(admitted);
  });

  it('counts as consecutive on the corresponding day, and opens accountability to be confirmed by the province', () => {
    expect(view(anew('2027-02-28')).consequences).toMatchObject([
      {
        kind: 'start',
        caseId: 'accountability:140423:2-1',
        on: '2027-02-28',
        opening: { pendingConfirmation: true, grounds: [{ kind: 'relisted-within-months' }] },
      },
    ]);
  });

  it('does not on the day after', () => {
    expect(view(anew('2027-03-01')).consequences).toEqual([]);
    expect(view(anew('2027-02-11', '2026-08-10')).consequences).toEqual([]);
    expect(view(anew('2027-02-10', '2026-08-10')).consequences).toHaveLength(1);
  });

  it('lets a failed acceptance join the pending procedure', () => {
    const file = withActs(anew('2027-02-28'), ...foundWanting('2027-08'), accepted('2027-08-28', false));
    expect(view(file).consequences).toMatchObject([
      { kind: 'start' },
      { kind: 'tell', caseId: 'accountability:140423:2-1', operation: 'addGround' },
    ]);
  });
});

describe('clause A-4.1: responsible leaders', () => {
  it('refuses a listing without leaders, or with one who is not of the city', () => {
    const opening = (liaisonLeaders: ListingOpening['liaisonLeaders']) =>
      countyListing.judgeOpening(listedOn('2026-03-10', { liaisonLeaders }).opening, '2026-03-10', today, march.policy);
    expect(opening([])).toEqual(refusedWith('INVALID_INPUT', 'liaisonLeaders'));
    expect(opening([{ person: 'L1', office: 'party-committee:1405' }])).toEqual(
      refusedWith('INVALID_INPUT', 'liaisonLeaders.0.office'),
    );
  });

  it('tells their office of the duty to supervise, and the county of the problem list, in every round', () => {
    const notices = view(failedOnce).notices;
    for (const on of ['2026-03-10', '2026-09-20']) {
      expect(notices).toContainEqual(
        expect.objectContaining({
          to: offices.cityParty,
          clause: 'A-4.1',
          on,
          text: expect.stringContaining('L1、L2'),
        }),
      );
      expect(notices).toContainEqual(
        expect.objectContaining({
          to: offices.countyParty,
          kind: 'order',
          on,
          text: expect.stringContaining('公益岗位虚设'),
        }),
      );
    }
  });
});

describe('clauses B-3.3 and A-3.7: what the order to the county cites', () => {
  const ordersOf = (...kinds: ListingGround['kind'][]): string[] =>
    view(listedOn('2026-03-10', { grounds: kinds.map((kind) => ({ kind, what: '整改不力' })) }))
      .notices.filter(({ to, kind }) => to === offices.countyParty && kind === 'order')
      .map(({ clause }) => clause);

  it.each<[ListingGround['kind'][], string]>([
    [['plan-b-serious'], 'B-3.3'],
    [['plan-b-serious', 'last-in-ranking'], 'A-3.7'],
    [['last-in-ranking'], 'A-3.7'],
  ])('%j: %s', (kinds, clause) => expect(ordersOf(...kinds)).toEqual([clause]));
});

describe('clause A-3.7: grounds and problems found while listed', () => {
  const ground: SampleAct = [
    '2026-05-01',
    'addGround',
    { kind: 'recurring-problems', what: '产业项目闲置', problems: [{ id: 'P3', what: '大棚闲置' }] },
  ];
  const grown = withActs(march, ground);

  it('joins the list without a new round', () => {
    expect(view(grown).listed).toMatchObject({ round: 1, grounds: 2, problems: 3, acceptanceFrom: '2026-09-10' });
    expect(view(grown).deadlines).toHaveLength(1);
    expect(judge(withActs(grown, ...putRight('2026-08')), ...accepted('2026-09-10', true))).toEqual(
      refusedWith('CONDITIONS_NOT_MET'),
    );
  });

  it('tells the second officer who records the same ground', () => {
    expect(judge(grown, '2026-05-02', 'addGround', { kind: 'recurring-problems', what: '产业项目闲置' })).toEqual(
      repeated,
    );
  });

  it('lists each problem once', () => {
    expect(judge(grown, '2026-05-02', 'addProblem', { id: 'P3', what: '另一问题' })).toEqual(
      refusedWith('ALREADY_DONE', 'id'),
    );
    expect(judge(grown, '2026-05-02', 'addProblem', { id: 'P4', what: '另一问题' })).toEqual(admitted);
  });

  it('knows no progress of a problem that is not listed, or not yet', () => {
    expect(judge(grown, ...rectified('2026-05-02', 'P9'))).toEqual(refusedWith('UNKNOWN_SUBJECT', 'problem'));
    expect(judge(grown, ...rectified('2026-04-30', 'P3'))).toEqual(refusedWith('BEFORE_BEGINNING', 'occurredOn'));
  });
});

describe('clause A-3.7: rectified, evidenced, verified by another', () => {
  it('needs evidence', () => {
    expect(judge(march, '2026-05-02', 'problemProgress', { problem: 'P1', rectified: true, note: '已完工' })).toEqual(
      refusedWith('CONDITIONS_NOT_MET', 'evidence'),
    );
  });

  it('does not keep progress that finishes nothing', () => {
    expect(
      judge(march, '2026-05-02', 'problemProgress', { problem: 'P1', rectified: false, note: '施工中' }),
    ).toMatchObject({ admitted: true, keep: false });
  });

  it('cannot be verified as rectified before it was reported so', () => {
    expect(judge(march, ...verified('2026-05-02', 'P1', true))).toEqual(refusedWith('CONDITIONS_NOT_MET', 'passed'));
    expect(judge(march, ...verified('2026-05-02', 'P1', false))).toEqual(admitted);
    const later = withActs(march, rectified('2026-05-03', 'P1'));
    expect(judge(later, ...verified('2026-05-02', 'P1', true))).toEqual(refusedWith('CONDITIONS_NOT_MET', 'passed'));
    expect(judge(later, ...verified('2026-05-03', 'P1', true))).toEqual(admitted);
  });

  it('is not verified by the office that rectified', () => {
    const byCity = withActs(march, [
      '2026-05-01',
      'problemProgress',
      { problem: 'P1', rectified: true, note: '已完工', evidence: '验收单' },
      offices.city,
    ]);
    expect(judge(byCity, ...verified('2026-05-02', 'P1', true))).toEqual(refusedWith('NOT_ALLOWED', 'problem'));
  });

  it('tells the second officer who verifies the same', () => {
    const file = withActs(march, rectified('2026-05-01', 'P1'), verified('2026-05-02', 'P1', true));
    expect(judge(file, ...verified('2026-05-03', 'P1', true))).toEqual(repeated);
    expect(judge(file, ...verified('2026-05-03', 'P1', false))).toEqual(admitted);
  });
});

describe('clause A-3.6: repeatedly unrectified', () => {
  const once = withActs(march, verified('2026-05-02', 'P1', false));
  const suggestions = (file: CaseFile<ListingOpening>) => view(file).notices.filter(({ clause }) => clause === 'A-3.6');

  it('suggests accountability to the inspection team and the province at the second failed verification', () => {
    expect(suggestions(once)).toEqual([]);
    const twice = withActs(once, verified('2026-06-02', 'P1', false), verified('2026-06-03', 'P2', false));
    expect(suggestions(twice).map(({ to, on }) => [to, on])).toEqual([
      ['inspection-team:14', '2026-06-02'],
      ['leading-group-office:14', '2026-06-02'],
    ]);
    expect(view(twice).listed['repeatedlyUnrectified']).toBe(1);
  });

  it('suggests it at as many as the office has set', () => {
    const twice = withActs(once, verified('2026-06-02', 'P1', false));
    const choosing = (times: number) => ({
      ...twice,
      policy: { ...twice.policy, changes: { failedVerificationsForSuggestion: times } },
    });
    expect([1, 2, 3].map((times) => suggestions(choosing(times)).map(({ on }) => on))).toEqual([
      ['2026-05-02', '2026-05-02'],
      ['2026-06-02', '2026-06-02'],
      [],
    ]);
  });

  it('does not count the same finding twice on one day', () => {
    expect(judge(once, ...verified('2026-05-02', 'P1', false))).toEqual(repeated);
    expect(judge(once, ...verified('2026-05-03', 'P1', false))).toEqual(admitted);
  });
});

describe('clause A-3.7: an acceptance corrected', () => {
  const correction = (body: object): SampleAct => [
    '2026-10-01',
    'correctAcceptance',
    { round: 1, reason: '登记有误', ...body },
  ];
  const wronglyFailed = withActs(
    march,
    ...putRight('2026-08'),
    policy('2026-09-10', false),
    accepted('2026-09-20', false),
    policy('2026-09-19', true),
  );

  it('from failed to passed delists on that day, takes back accountability and drops the new round', () => {
    expect(judge(wronglyFailed, ...correction({ passed: true }))).toEqual(admitted);
    expect(view(wronglyFailed).consequences).toHaveLength(1);
    const corrected = view(withActs(wronglyFailed, correction({ passed: true })));
    expect(corrected).toMatchObject({ stage: 'delisted', consequences: [], ended: { on: '2026-09-20' } });
    expect(corrected.deadlines).toMatchObject([
      { id: 'acceptance:1' },
      { id: 'acceptance:2', dropped: { on: '2026-10-01' } },
    ]);
  });

  it('must meet the conditions of the corrected verdict', () => {
    expect(judge(failedOnce, ...correction({ passed: true }))).toEqual(refusedWith('CONDITIONS_NOT_MET', 'passed'));
  });

  it('to another date moves the new half-year, and tells the procedure', () => {
    const corrected = view(withActs(failedOnce, correction({ correctedDate: '2026-09-25' })));
    expect(corrected.listed).toMatchObject({ round: 2, acceptanceFrom: '2027-03-25', acceptanceDue: '2027-04-24' });
    expect(corrected.consequences).toMatchObject([
      { kind: 'start', caseId: 'accountability:140423:1-1', on: '2026-09-20' },
      { kind: 'tell', operation: 'addGround', body: { ground: { id: 'failed-acceptance:1', on: '2026-09-25' } } },
    ]);
  });

  it('tells the procedure of an earlier date no earlier than it was opened', () => {
    expect(view(withActs(failedOnce, correction({ correctedDate: '2026-09-12' }))).consequences[1]).toMatchObject({
      on: '2026-09-20',
      body: { ground: { on: '2026-09-12' } },
    });
  });

  it.each([
    ['2026-09-09', 'TOO_EARLY'],
    ['2029-01-01', 'FUTURE_DATE'],
  ])('is refused for %s', (correctedDate, code) => {
    expect(judge(failedOnce, ...correction({ correctedDate }))).toEqual(refusedWith(code, 'correctedDate'));
  });

  it('leaves later acceptances their half-year', () => {
    expect(judge(failedTwice, ...correction({ correctedDate: '2026-09-25' }))).toEqual(admitted);
    expect(judge(failedTwice, ...correction({ correctedDate: '2026-09-26' }))).toEqual(
      refusedWith('TOO_EARLY', 'correctedDate'),
    );
  });

  it('asks for something to correct', () => {
    expect(judge(march, ...correction({ passed: true }))).toEqual(refusedWith('UNKNOWN_SUBJECT', 'round'));
    expect(judge(failedOnce, ...correction({}))).toEqual(refusedWith('INVALID_INPUT'));
    expect(judge(failedOnce, ...correction({ passed: false }))).toEqual(repeated);
  });
});

describe('RULES 0.dates: only dates decide', () => {
  const acts: SampleAct[] = [
    ...foundWanting('2026-08'),
    [
      '2026-05-01',
      'addGround',
      { kind: 'last-in-ranking', what: '排名末位', problems: [{ id: 'P3', what: '大棚闲置' }] },
    ],
    verified('2026-08-09', 'P3', false),
    accepted('2026-09-20', false),
    ['2026-09-28', 'correctAcceptance', { round: 1, correctedDate: '2026-09-22', reason: '登记有误' }],
    ['2026-10-28', 'correctAcceptance', { round: 1, correctedDate: '2026-09-24', reason: '登记有误' }],
    [
      '2026-12-01',
      'accountabilityEnded',
      { caseId: 'accountability:140423:1-1', outcome: 'criticism', grounds: ['failed-acceptance:1'] },
      'system',
    ],
    verified('2027-02-03', 'P1', false),
    accepted('2027-03-30', false),
    ['2027-04-03', 'addProblem', { id: 'P4', what: '厕所改造' }],
  ];

  it('the order of recording never changes what follows', () => {
    const expected = view(withActs(march, ...acts));
    expect(expected.listed).toMatchObject({
      round: 3,
      problems: 4,
      repeatedlyUnrectified: 1,
      accountability: 'accountability:140423:1-2',
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), (shuffled) => {
        expect(view(withActs(march, ...shuffled))).toEqual(expected);
      }),
    );
  });
});
