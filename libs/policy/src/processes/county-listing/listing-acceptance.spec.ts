import type { CaseFile } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { countyListing } from './county-listing';
import type { ListingOpening } from './listing-acts';
import { computeDeadline } from '../../dates/deadline';
import {
  rectified,
  verified,
  policy,
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
  const withoutPolicyFinding = expect.objectContaining({
    admitted: false,
    code: 'CONDITIONS_NOT_MET',
    detail: expect.stringContaining('政策落实情况尚未认定'),
  });

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

  it.each<[string, BuiltAct[], boolean, unknown]>([
    ['pass with all verified and a positive policy finding', putRight('2026-08'), true, admitted],
    ['no fail without a negative finding', putRight('2026-08'), false, refusedWith('CONDITIONS_NOT_MET', 'passed')],
    ['no pass without a policy finding', putRight('2026-08').slice(0, 4), true, withoutPolicyFinding],
    [
      'no fail without any policy finding when all is verified',
      putRight('2026-08').slice(0, 4),
      false,
      withoutPolicyFinding,
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

describe('clause A-3.7: what is offered', () => {
  const by = { office: offices.province };
  const isOffered = (file: CaseFile<ListingOpening>, operation: string, on: CivilDate, office: string = by.office) =>
    countyListing.offer(file, operation, { by: { office }, today: on }).isOffered;

  it('acceptance from the end of the half-year, once a verdict could be given', () => {
    const ready = withActs(march, ...putRight('2026-08'));
    expect(isOffered(ready, 'acceptance', '2026-09-09')).toBe(false);
    expect(isOffered(ready, 'acceptance', '2026-09-10')).toBe(true);
    expect(isOffered(march, 'acceptance', '2026-09-10')).toBe(false);
    expect(countyListing.offer(ready, 'acceptance', { by, today: '2026-09-20' })).toMatchObject({
      window: { first: { on: '2026-09-10' }, last: { on: '2026-09-20' } },
    });
  });

  it('acceptance for a day on which a verdict could have been given, though it no longer can today', () => {
    const file = withActs(march, ...putRight('2026-08'), ['2026-09-12', 'addProblem', { id: 'P3', what: '大棚闲置' }]);
    expect(isOffered(file, 'acceptance', '2026-09-15')).toBe(true);
  });

  it('a correction only of what was held, and progress only where a problem is listed', () => {
    expect(isOffered(march, 'correctAcceptance', '2026-05-02')).toBe(false);
    expect(isOffered(failedOnce, 'correctAcceptance', '2026-10-02')).toBe(true);
    const bare = listedOn('2026-03-10', { problems: [] });
    expect(isOffered(bare, 'problemProgress', '2026-05-02', offices.county)).toBe(false);
    expect(isOffered(march, 'problemProgress', '2026-05-02', offices.county)).toBe(true);
  });
});

describe('clause A-3.7: an acceptance corrected', () => {
  const correction = (body: object): BuiltAct => [
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
    expect(judge(march, ...correction({ passed: true }))).toEqual(refusedWith('UNKNOWN_SUBJECT'));
    expect(judge(failedOnce, ...correction({ round: 2, passed: true }))).toEqual(
      refusedWith('UNKNOWN_SUBJECT', 'round'),
    );
    expect(judge(failedOnce, ...correction({}))).toEqual(refusedWith('INVALID_INPUT'));
    expect(judge(failedOnce, ...correction({ passed: false }))).toEqual(repeated);
  });
});
