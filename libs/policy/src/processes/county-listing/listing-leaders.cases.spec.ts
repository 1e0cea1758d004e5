import fc from 'fast-check';
import { buildCase, codeOf } from '../../case/case-builder';
import { addDays, type CivilDate } from '../../dates/civil-date';
import type { AccountabilityGround } from '../accountability/accountability-acts';
import { countyListing } from './county-listing';
import type { ListingOpening, NameLeaderBody } from './listing-acts';
import { foundWanting, listedOn, offices, withActs, type BuiltAct } from './listing-builder';

const office = offices.cityParty;
const listing = (openedOn: CivilDate, more: Partial<ListingOpening> = {}) => {
  const file = listedOn(openedOn, { problems: [{ id: 'P1', what: '缺水' }], ...more });
  const running = buildCase(countyListing, {
    caseId: file.caseId,
    openedOn,
    opening: file.opening,
    today: '2028-12-31',
  });
  const said = (operation: string, by: string) => (on: CivilDate, body: object) =>
    running.say(operation, on, body, { office: by });
  return {
    ...running,
    accept: (on: CivilDate, passed: boolean) => said('acceptance', offices.province)(on, { passed }),
    unrectified: (on: CivilDate) =>
      said('verifyProblem', offices.city)(on, { problem: 'P1', passed: false, note: '现场核查' }),
    name: (on: CivilDate, body: Partial<NameLeaderBody>) =>
      said('nameLeader', offices.province)(on, { leader: 'L2', office, ...body }),
  };
};
/** The grounds a procedure would know at the end: those it was opened with, replaced by those told later. */
const groundsOf = (running: ReturnType<typeof listing>): AccountabilityGround[] => {
  const grounds = new Map<string, AccountabilityGround>();
  for (const one of running.view().consequences) {
    if (one.kind === 'start')
      (one.opening as unknown as { grounds: AccountabilityGround[] }).grounds.forEach((ground) =>
        grounds.set(ground.id, ground),
      );
    if (one.kind === 'tell' && one.operation === 'addGround') {
      const { ground } = one.body as unknown as { ground: AccountabilityGround };
      grounds.set(ground.id, ground);
    }
  }
  return [...grounds.values()];
};
const liable = (running: ReturnType<typeof listing>) =>
  groundsOf(running).map(({ leaders }) => leaders.map(({ person }) => person));
const L1 = { person: 'L1', office };

describe('case 37 (A-3.7.g, h): the half-year of a listing of 31 August 2026', () => {
  const running = listing('2026-08-31');
  running.unrectified('2027-02-20');

  it('ends on 28 February 2027, and acceptance is due 30 days later', () => {
    expect(running.view().listed).toMatchObject({ acceptanceFrom: '2027-02-28', acceptanceDue: '2027-03-30' });
    expect(running.deadline('acceptance:1')).toMatchObject({ due: '2027-03-30' });
  });

  it('is too early on the 27th and admitted on the 28th', () => {
    expect(codeOf(running.accept('2027-02-27', false))).toBe('TOO_EARLY');
    expect(codeOf(running.accept('2027-02-28', false))).toBe('admitted');
  });
});

/** Listed on 10 January 2026, failed on 20 July: the half-year ended on 10 July. */
const failed = (...leaders: NameLeaderBody[]) => {
  const running = listing('2026-01-10', { liaisonLeaders: [L1] });
  running.unrectified('2026-07-15');
  leaders.forEach((leader) => running.name('2026-07-16', leader));
  running.accept('2026-07-20', false);
  return running;
};

describe('case 38 (A-3.7.i, j): the acceptance fails on 20 July 2026', () => {
  it('lists again on that day, to 20 January 2027, due 19 February, and starts accountability', () => {
    const running = failed();
    expect(running.view().listed).toMatchObject({
      round: 2,
      roundFrom: '2026-07-20',
      acceptanceFrom: '2027-01-20',
      acceptanceDue: '2027-02-19',
      accountability: 'accountability:140423:1-1',
    });
    expect(running.view().consequences).toMatchObject([
      { kind: 'start', process: 'accountability', on: '2026-07-20', opening: { pendingConfirmation: false } },
    ]);
  });
});

describe('case 39 (A-3.7.k, D21): leaders of the failed round', () => {
  const terms: NameLeaderBody[] = [
    { leader: 'L1', office, to: '2026-05-31' },
    { leader: 'L2', office: 'party-committee:14', from: '2026-06-01', to: '2026-07-10' },
    { leader: 'L3', office, from: '2026-07-11' },
  ];

  it('L2 is jointly liable, L1 is shown with 142 days, L3 is neither', () =>
    expect(groundsOf(failed(...terms))).toMatchObject([
      {
        id: 'failed-acceptance:1',
        leaders: [{ person: 'L2', office: 'party-committee:14' }],
        earlierLeaders: [{ person: 'L1', office, days: 142 }],
      },
    ]));

  it('recorded after the failed acceptance it is told to the procedure, which then says the same', () => {
    const late = failed();
    expect(liable(late)).toEqual([['L1']]);
    terms.forEach((leader) => late.name('2026-08-01', leader));
    expect(groundsOf(late)).toEqual(groundsOf(failed(...terms)));
    expect(late.view().consequences).toMatchObject([
      { kind: 'start', on: '2026-07-20' },
      { kind: 'tell', operation: 'addGround', withdraw: 'withdrawGround' },
    ]);
  });

  it('the next failed round asks for the leaders on its own last day', () => {
    const running = failed(...terms);
    running.unrectified('2027-01-15');
    running.accept('2027-01-25', false);
    expect(liable(running)).toEqual([['L2'], ['L3']]);
  });

  it('a county listed anew within six months: the leaders on that day', () => {
    const running = listing('2026-09-01', {
      previous: { caseId: 'listing:140423:1', delistedOn: '2026-08-01' },
      liaisonLeaders: [
        { ...L1, to: '2026-08-31' },
        { person: 'L2', office, from: '2026-09-01' },
      ],
    });
    expect(groundsOf(running)).toMatchObject([{ id: 'relisting', leaders: [{ person: 'L2' }], earlierLeaders: [] }]);
  });

  it.each<[string, Partial<NameLeaderBody>, string, string]>([
    ['of another city', { office: 'party-committee:1405', from: '2026-02-01' }, 'INVALID_INPUT', 'office'],
    [
      'whose office is no party committee',
      { office: 'department:1404:water', from: '2026-02-01' },
      'INVALID_INPUT',
      'office',
    ],
    ['new and without a first day', {}, 'INVALID_INPUT', 'from'],
    ['whose last day is before the first', { from: '2026-03-02', to: '2026-03-01' }, 'OUT_OF_RANGE', 'to'],
  ])('refuses one %s', (_title, body, code, field) =>
    expect(listing('2026-01-10').name('2026-02-01', { ...body, leader: 'L9' })).toMatchObject({ code, field }),
  );

  it.each(['party-committee:14', 'party-committee:1404', 'party-committee:140423'])('admits one of %s', (office) =>
    expect(codeOf(listing('2026-01-10').name('2026-02-01', { office, from: '2026-02-01' }))).toBe('admitted'),
  );

  it('a newly named leader is told of the duty', () => {
    const running = listing('2026-01-10');
    running.name('2026-02-01', { leader: 'L9', office: 'party-committee:14', from: '2026-02-03' });
    expect(running.view().notices).toContainEqual(
      expect.objectContaining({ to: 'party-committee:14', on: '2026-02-01', text: expect.stringContaining('L9') }),
    );
  });
});

describe('RULES 2.accountability: whoever is leader when, and in whatever order it is recorded', () => {
  const day = fc.integer({ min: -60, max: 260 }).map((days) => addDays('2026-01-10', days));
  const term = fc
    .tuple(day, fc.option(day))
    .map(([one, other]) =>
      other === null ? { from: one } : { from: one < other ? one : other, to: one < other ? other : one },
    );

  it('liable is who is leader on the last day, earlier ones with their days in the round, later ones not at all', () =>
    fc.assert(
      fc.property(fc.array(term, { maxLength: 4 }), fc.boolean(), (terms, isLate) => {
        const leaders = terms.map((one, index) => ({ leader: `N${index}`, office, ...one }));
        const running = isLate ? failed() : failed(...leaders);
        if (isLate) leaders.forEach((leader) => running.name('2026-08-01', leader));
        const [ground] = groundsOf(running);
        const last = '2026-07-10';
        const isOn = ({ from, to = '9999-12-31' }: { from: string; to?: string }, on: string) => from <= on && on <= to;
        const round = Array.from({ length: 182 }, (_, index) => addDays('2026-01-10', index));
        expect(ground?.leaders.map(({ person }) => person)).toEqual([
          'L1',
          ...leaders.filter((one) => isOn(one, last)).map(({ leader }) => leader),
        ]);
        expect(ground?.earlierLeaders.map(({ person, days }) => [person, days])).toEqual(
          leaders
            .filter((one) => !isOn(one, last))
            .map((one) => [one.leader, round.filter((on) => isOn(one, on)).length] as const)
            .filter(([, days]) => days > 0),
        );
      }),
    ));

  it('the order of recording does not change who is liable', () => {
    const acts: BuiltAct[] = [
      ...foundWanting('2026-07'),
      ['2026-07-10', 'nameLeader', { leader: 'L1', office, to: '2026-05-31' }],
      ['2026-07-11', 'nameLeader', { leader: 'L2', office, from: '2026-06-01', to: '2026-07-10' }],
      ['2026-07-20', 'acceptance', { passed: false }],
      ['2026-08-01', 'nameLeader', { leader: 'L3', office, from: '2026-07-11' }],
    ];
    const lead = (order: BuiltAct[]) =>
      groundsOf({
        view: () => countyListing.view(withActs(listedOn('2026-01-10', { liaisonLeaders: [L1] }), ...order)),
      } as ReturnType<typeof listing>);
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: acts.length }), (order) =>
        expect(lead(order)).toMatchObject([
          { leaders: [{ person: 'L2' }], earlierLeaders: [{ person: 'L1', days: 142 }] },
        ]),
      ),
    );
  });
});

describe('case 40 (A-4.1.c, D21): whom a listing names owes the county’s supervision too', () => {
  it('each stands in the register with his days, as the last word says them', () => {
    const running = listing('2026-01-10', { liaisonLeaders: [L1] });
    running.name('2026-07-16', { leader: 'L1', office, to: '2026-07-31' });
    running.name('2026-07-16', { leader: 'L2', office: 'party-committee:14', from: '2026-08-01' });
    const kept = running.view().records.flatMap(({ table, key, row }) => (table === 'register' ? [{ key, row }] : []));
    expect(kept).toMatchObject([
      { key: 'leader/L1', row: { kind: 'listing-leader', territory: '140423', owner: office } },
      { key: 'leader/L2', row: { owner: 'party-committee:14', on: '2026-07-16' } },
    ]);
    expect(kept.map(({ row }) => row.body)).toEqual([
      { leader: 'L1', from: null, to: '2026-07-31' },
      { leader: 'L2', from: '2026-08-01', to: null },
    ]);
  });
});
