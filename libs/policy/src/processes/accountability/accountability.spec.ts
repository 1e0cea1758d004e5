import fc from 'fast-check';
import { accountability } from './accountability';
import type { AccountabilityGround, AccountabilityOpening } from './accountability-acts';
import type { CaseFile } from '../../case/case';
import { judgeBeginningOf } from '../../case/case-builder';
import { asAct, listedOn, offices, withActs, type BuiltAct } from '../county-listing/listing-builder';

const leaders = ['L1', 'L2'].map((person) => ({ person, office: offices.cityParty }));
const failed = (round: number, on: string): AccountabilityGround => ({
  id: `failed-acceptance:${round}`,
  kind: 'failed-acceptance',
  round: round + 1,
  on,
  leaders,
  earlierLeaders: [],
});
const relisting: AccountabilityGround = {
  id: 'relisting',
  kind: 'relisted-within-months',
  round: 1,
  on: '2026-09-20',
  leaders,
  earlierLeaders: [],
};

const opened = (ground: AccountabilityGround): CaseFile<AccountabilityOpening> => {
  const { opening: _listing, ...rest } = listedOn('2026-09-20');
  return {
    ...rest,
    caseId: 'accountability:140423:1-1',
    openedBy: { office: 'system' },
    opening: {
      county: '140423',
      listing: 'listing:140423:1',
      round: ground.round,
      grounds: [ground],
      pendingConfirmation: ground.kind === 'relisted-within-months',
      startedOn: '2026-09-20',
    },
  };
};

const started = opened(failed(1, '2026-09-20'));
const pending = opened(relisting);
const { view } = accountability;
const judge = (file: CaseFile<AccountabilityOpening>, ...act: BuiltAct) =>
  accountability.judge(file, asAct(act), '2028-12-31');
const refusedWith = (code: string, field?: string) =>
  expect.objectContaining({ admitted: false, code, ...(field === undefined ? {} : { field }) });
const admitted = expect.objectContaining({ admitted: true, keep: true });

const confirmed: BuiltAct = ['2026-10-08', 'confirm'];
const against = (...parties: string[]) => parties.map((party) => ({ party, what: '批评教育' }));
const outcome = (on: string, parties = ['county', 'L1', 'L2']): BuiltAct => [
  on,
  'outcome',
  { outcome: 'criticism', against: against(...parties), reason: '整改不力' },
];
const joins = (on: string, ground: AccountabilityGround): BuiltAct => [on, 'addGround', { ground }, 'system'];
const leaves = (on: string, ground: AccountabilityGround): BuiltAct => [on, 'withdrawGround', { ground }, 'system'];

describe('clause A-3.7: two consecutive listings', () => {
  it('starts at once after a failed acceptance and owes no date, because the clause names none', () => {
    expect(view(started)).toMatchObject({
      stage: 'open',
      deadlines: [],
      consequences: [],
      listed: { startedOn: '2026-09-20', timeLimit: '方案未规定办结时限' },
    });
  });

  it('tells the discipline commission and the organization department of the province, the county and the leaders', () => {
    expect(view(started).notices.map(({ to, on }) => [to, on])).toEqual(
      ['discipline-commission:14', 'organization-department:14', offices.countyParty, offices.cityParty].map((to) => [
        to,
        '2026-09-20',
      ]),
    );
  });
});

describe('case 39 (A-3.7.k, D21): who is jointly liable', () => {
  const L1 = { person: 'L1', office: offices.cityParty, days: 142 };
  const L2 = { person: 'L2', office: 'party-committee:14' };
  const file = opened({ ...failed(1, '2026-09-20'), leaders: [L2], earlierLeaders: [L1] });

  it('says who is, who was leader before and for how many days, and tells the office of the liable', () => {
    const [notice] = view(file).notices;
    expect(notice?.text).toContain('包联领导（编号L2）承担连带责任');
    expect(notice?.text).toContain('L1（142天）');
    expect(view(file).notices.map(({ to }) => to)).toContain(L2.office);
    expect(view(file).notices.map(({ to }) => to)).not.toContain(offices.cityParty);
    expect(view(file).listed['liaisonLeaders']).toBe(1);
  });

  it.each<[string[], unknown]>([
    [['county', 'L2'], admitted],
    [['county', 'L1', 'L2'], refusedWith('UNKNOWN_SUBJECT', 'against.1.party')],
    [['county'], refusedWith('CONDITIONS_NOT_MET', 'against')],
  ])('the outcome is said for the county and the liable leader alone: %s', (parties, expected) =>
    expect(judge(file, ...outcome('2026-12-01', parties))).toEqual(expected),
  );

  it('takes the leaders of a ground told anew instead of those it was opened with', () => {
    const corrected = { ...failed(1, '2026-09-20'), leaders: [{ person: 'L3', office: offices.cityParty }] };
    expect(judge(withActs(file, joins('2026-10-01', corrected)), ...outcome('2026-12-01', ['county', 'L3']))).toEqual(
      admitted,
    );
  });
});

describe('clause A-3.7: listed anew within six months of a delisting', () => {
  it('waits for the province to confirm, and tells nobody else before', () => {
    expect(view(pending)).toMatchObject({
      stage: 'pending-confirmation',
      listed: { pendingConfirmation: true, startedOn: null },
    });
    expect(view(pending).notices.map(({ to }) => to)).toEqual([offices.province]);
    expect(judge(pending, ...outcome('2026-10-01'))).toEqual(refusedWith('WRONG_STAGE'));
  });

  it('starts on the day of the confirmation', () => {
    const file = withActs(pending, confirmed);
    expect(view(file)).toMatchObject({ stage: 'open', listed: { startedOn: '2026-10-08' } });
    expect(view(file).notices).toContainEqual(
      expect.objectContaining({ to: 'discipline-commission:14', on: '2026-10-08' }),
    );
    expect(judge(file, ...outcome('2026-10-07'))).toEqual(refusedWith('BEFORE_BEGINNING', 'occurredOn'));
    expect(judge(file, ...outcome('2026-10-08'))).toEqual(admitted);
    expect(judge(file, '2026-10-09', 'confirm')).toMatchObject({ admitted: true, keep: false });
    expect(judge(file, '2026-10-09', 'decline', { reason: '不予启动' })).toEqual(refusedWith('WRONG_STAGE'));
  });

  it('needs no confirmation once an acceptance has failed', () => {
    expect(view(withActs(pending, joins('2027-03-20', failed(1, '2027-03-20'))))).toMatchObject({
      stage: 'open',
      listed: { startedOn: '2027-03-20', round: 2, grounds: 2 },
    });
  });

  it('ends when the province declines, and tells the listing', () => {
    const file = withActs(pending, ['2026-10-08', 'decline', { reason: '并入前案办理' }]);
    expect(view(file)).toMatchObject({
      stage: 'ended',
      ended: { on: '2026-10-08', outcome: 'declined' },
      consequences: [
        {
          kind: 'tell',
          caseId: 'listing:140423:1',
          operation: 'accountabilityEnded',
          body: { grounds: ['relisting'] },
        },
      ],
    });
  });
});

describe('clause A-3.7: the outcome', () => {
  it.each<[string[], unknown]>([
    [['county', 'L1', 'L2'], admitted],
    [['county', 'L1'], refusedWith('CONDITIONS_NOT_MET', 'against')],
    [['L1', 'L2'], refusedWith('CONDITIONS_NOT_MET', 'against')],
    [['county', 'L1', 'L2', 'L3'], refusedWith('UNKNOWN_SUBJECT', 'against.3.party')],
    [['county', 'L1', 'L2', 'L1'], refusedWith('INVALID_INPUT', 'against.3.party')],
  ])('said for %s', (parties, expected) => {
    expect(judge(started, ...outcome('2026-12-01', parties))).toEqual(expected);
  });

  it('ends the procedure and tells the listing which grounds it dealt with', () => {
    const file = withActs(started, joins('2027-03-25', failed(2, '2027-03-25')), outcome('2027-04-01'));
    expect(view(file)).toMatchObject({
      ended: { on: '2027-04-01', outcome: 'criticism', outcomeName: '批评教育或通报批评' },
      consequences: [
        { body: { caseId: 'accountability:140423:1-1', grounds: ['failed-acceptance:1', 'failed-acceptance:2'] } },
      ],
    });
  });
});

describe('clause A-3.7: an acceptance corrected', () => {
  it('ends the procedure as withdrawn', () => {
    expect(view(withActs(started, ['2026-10-01', 'withdraw', {}, 'system']))).toMatchObject({
      stage: 'ended',
      ended: { on: '2026-10-01', outcome: 'withdrawn' },
    });
  });

  it('takes a joined ground away again', () => {
    const ground = failed(2, '2027-03-25');
    expect(view(withActs(started, joins('2027-03-25', ground), leaves('2027-04-02', ground))).listed).toMatchObject({
      grounds: 1,
      round: 2,
    });
  });

  it('replaces the date of the ground it was opened with', () => {
    expect(view(withActs(started, joins('2026-10-01', failed(1, '2026-09-25')))).listed).toMatchObject({
      grounds: 1,
      startedOn: '2026-09-25',
    });
  });

  it.each(['addGround', 'withdrawGround', 'withdraw'])('is said by the system only: %s', (operation) => {
    expect(judge(started, '2026-10-01', operation, { ground: failed(2, '2026-10-01') })).toEqual(
      refusedWith('NOT_ALLOWED'),
    );
  });
});

describe('clause A-3.7: whose a procedure is', () => {
  it.each([
    ['leading-group-office:140423', 'confirm'],
    ['leading-group-office:1404', 'decline'],
    ['discipline-commission:1404', 'outcome'],
    ['discipline-commission:15', 'outcome'],
    ['leading-group-office:15', 'confirm'],
  ])('%s has no %s', (office, operation) =>
    expect(judge(pending, '2026-10-08', operation, {}, office)).toEqual(refusedWith('NOT_ALLOWED')),
  );

  it('is the county’s and of those above it', () =>
    expect(accountability.scope(started)).toEqual({ territories: ['140423'], villages: [], units: [] }));

  it('is opened by no office, and not without a ground', () => {
    const begin = (opening: AccountabilityOpening, office: 'system' | string) =>
      judgeBeginningOf(accountability, opening, { openedOn: '2026-09-20', by: { office } });
    expect(begin(started.opening, 'system')).toEqual(admitted);
    expect(begin(started.opening, offices.province)).toEqual(refusedWith('NOT_ALLOWED'));
    expect(begin({ ...started.opening, grounds: [] }, 'system')).toEqual(refusedWith('CONDITIONS_NOT_MET', 'grounds'));
  });

  it('offers to decline while it waits, to conclude once it has started, and to confirm as a supplement then', () => {
    const offered = (file: CaseFile<AccountabilityOpening>, operation: string) =>
      accountability.offer(file, operation, { by: { office: offices.province }, today: '2026-10-08' });
    expect(offered(pending, 'decline').isOffered).toBe(true);
    expect(offered(pending, 'outcome')).toMatchObject({ isOffered: false, refusal: { code: 'WRONG_STAGE' } });
    expect(offered(started, 'decline')).toMatchObject({ isOffered: false, refusal: { code: 'WRONG_STAGE' } });
    expect(offered(started, 'outcome')).toMatchObject({ window: { first: { on: '2026-09-20' } } });
    expect(offered(started, 'confirm')).toMatchObject({ told: expect.stringContaining('补充记录') });
  });
});

describe('RULES 0.dates: only dates decide', () => {
  const acts: BuiltAct[] = [
    confirmed,
    joins('2027-03-25', failed(1, '2027-03-25')),
    leaves('2027-04-02', failed(1, '2027-03-25')),
    joins('2027-04-03', failed(1, '2027-03-27')),
    joins('2027-10-03', failed(2, '2027-10-03')),
    outcome('2027-11-01'),
  ];

  it('the order of recording never changes what follows', () => {
    const expected = view(withActs(pending, ...acts));
    expect(expected.listed).toMatchObject({ grounds: 3, startedOn: '2026-10-08' });
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), (shuffled) =>
        expect(view(withActs(pending, ...shuffled))).toEqual(expected),
      ),
    );
  });
});
