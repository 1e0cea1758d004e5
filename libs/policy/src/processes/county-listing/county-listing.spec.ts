import fc from 'fast-check';
import type { CaseFile } from '../../case/case';
import { codeOf, judgeBeginningOf } from '../../case/case-builder';
import type { CivilDate } from '../../dates/civil-date';
import { computeDeadline } from '../../dates/deadline';
import { rungsOf } from '../../dates/ladder';
import { settingsOf } from '../../settings/policy-set';
import { countyListing } from './county-listing';
import type { ListingGround, ListingOpening } from './listing-acts';
import {
  rectified,
  verified,
  accepted,
  putRight,
  foundWanting,
  asAct,
  listedOn,
  offices,
  withActs,
  type BuiltAct,
} from './listing-builder';

const today = '2028-12-31';
const judge = (file: CaseFile<ListingOpening>, ...act: BuiltAct) => countyListing.judge(file, asAct(act), today);
const view = countyListing.view;
const refusedWith = (code: string, field?: string) =>
  expect.objectContaining({ admitted: false, code, ...(field === undefined ? {} : { field }) });
const admitted = expect.objectContaining({ admitted: true, keep: true });
const repeated = expect.objectContaining({ admitted: true, keep: false, told: expect.any(String) });

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
          grounds: [{ leaders: [{ person: 'L1' }, { person: 'L2' }], earlierLeaders: [] }],
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
    const ended: BuiltAct = [
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
    const ended: BuiltAct = [
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

describe('clause A-3.7: whose a listing is', () => {
  it.each<[string, string, object]>([
    ['problemProgress', 'leading-group-office:140429', { problem: 'P1', rectified: false, note: '施工中' }],
    ['problemProgress', 'department:1405:water', { problem: 'P1', rectified: false, note: '施工中' }],
    ['verifyProblem', 'leading-group-office:1405', { problem: 'P1', passed: false, note: '现场核查' }],
    ['addProblem', 'inspection-team:140429', { id: 'P3', what: '大棚闲置' }],
    ['policyFinding', 'leading-group-office:15', { positive: true, note: '入户核实' }],
  ])('%s is not for %s', (operation, office, body) =>
    expect(judge(march, '2026-05-02', operation, body, office)).toEqual(refusedWith('NOT_ALLOWED')),
  );

  it('is seen by the county and those above it, by no other and by nobody below', () =>
    expect(countyListing.scope(march)).toEqual({ territories: ['140423'], villages: [], units: [] }));

  it.each([
    [offices.city, '2026-03-10', 'NOT_ALLOWED'],
    [offices.province, '2023-07-10', 'BEFORE_BEGINNING'],
    [offices.province, '0000-01-01', 'BEFORE_BEGINNING'],
    [offices.province, '2026-03-10', 'admitted'],
  ])('opened by %s on %s: %s', (office, openedOn, code) =>
    expect(codeOf(judgeBeginningOf(countyListing, march.opening, { openedOn, today, by: { office } }))).toBe(code),
  );
});

describe('clause A-3.7: listing anew', () => {
  const judgeOpening = (delistedOn: CivilDate | null, on: CivilDate) => {
    const file = listedOn(on, { previous: { caseId: 'listing:140423:1', delistedOn } });
    return judgeBeginningOf(countyListing, file.opening, { openedOn: on, today });
  };
  const anew = (on: CivilDate, delisted = '2026-08-31') => ({
    ...listedOn(on, { previous: { caseId: 'listing:140423:1', delistedOn: delisted } }),
    caseId: 'listing:140423:2' as const,
  });

  it('refuses a second listing while the county is listed, and says to add a ground', () => {
    const verdict = judgeOpening(null, '2026-09-01');
    expect(verdict).toEqual(refusedWith('ALREADY_DONE'));
    expect(verdict).toHaveProperty('detail', expect.stringContaining('增列依据'));
  });

  it('refuses a listing without a problem list (A-3.7.e)', () =>
    expect(
      judgeBeginningOf(countyListing, listedOn('2026-03-10', { problems: [] }).opening, {
        openedOn: '2026-03-10',
        today,
      }),
    ).toEqual(refusedWith('INVALID_INPUT', 'problems')));

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
  it('refuses a listing without leaders, or with one who is of no level of the county', () => {
    const opening = (liaisonLeaders: ListingOpening['liaisonLeaders']) =>
      judgeBeginningOf(countyListing, listedOn('2026-03-10', { liaisonLeaders }).opening, {
        openedOn: '2026-03-10',
        today,
      });
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
  const ground: BuiltAct = [
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

describe('RULES 0.dates: only dates decide', () => {
  const acts: BuiltAct[] = [
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
