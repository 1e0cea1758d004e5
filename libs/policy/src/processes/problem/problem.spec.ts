import { codeOf, judgeBeginningOf } from '../../case/case-builder';
import { problem } from './problem';
import type { ProblemOpening } from './problem-acts';
import { problemFound } from './problem-builder';

const township = { office: 'party-committee:140423100' };
const village = { office: 'village-committee:140423100204' };
const county = { office: 'stationing-office:140423' };
const water = { office: 'department:140423:water' };
const system = { office: 'system' };
const built = (more: Partial<ProblemOpening> = {}) => problemFound('2026-11-02', { place: '140423100204', ...more });
const { opening } = built().file();
type Built = ReturnType<typeof built>;
const plan = { measure: '逐户补落实', responsible: 'C001', due: '2026-11-20' };
const planned = () => {
  const running = built();
  running.say('plan', '2026-11-04', plan, township);
  return running;
};
const done = (running: Built, on: string, by = village) =>
  running.say('rectified', on, { what: '已补落实', evidence: '照片和台账' }, by);
const look = (running: Built, on: string, passed = true, by = county) =>
  running.say('verify', on, { passed, note: '入户核查' }, by);
const writtenOff = () => {
  const running = planned();
  done(running, '2026-11-18');
  look(running, '2026-11-22');
  return running;
};
const rowsOf = (running: Built, kind: string) =>
  running.view().records.flatMap((one) => (one.table === 'register' && one.row.kind === kind ? [one.row] : []));

describe('C-2.end: a problem of the ledger', () => {
  it('found in a village waits three days for the township’s measure, its responsible person and its date', () => {
    expect(built().deadline('decision')).toMatchObject({ due: '2026-11-05', owner: 'party-committee:140423100' });
    const running = planned();
    expect(running.deadline('decision')?.metOn).toBe('2026-11-04');
    expect(running.deadline('rectification')).toMatchObject({
      due: '2026-11-20',
      owner: 'party-committee:140423100',
      what: expect.stringContaining('逐户补落实'),
    });
    expect(running.view()).toMatchObject({ stage: 'rectifying' });
  });

  it('beyond the village’s power goes in writing to township and department at once, and the department takes it over', () => {
    const running = built();
    running.say(
      'reportUpward',
      '2026-11-03',
      { department: 'department:140423:water', report: '需改造供水管网' },
      village,
    );
    expect(running.view().notices.map(({ to, on }) => `${to} ${on}`)).toEqual([
      'party-committee:140423100 2026-11-03',
      'department:140423:water 2026-11-03',
    ]);
    expect(running.deadline('decision')?.metOn).toBe('2026-11-03');
    expect(running.deadline('takeover')).toMatchObject({ due: '2026-11-08', owner: 'department:140423:water' });
    expect(codeOf(running.say('plan', '2026-11-06', plan, water))).toBe('admitted');
    expect(running.deadline('takeover')?.metOn).toBe('2026-11-06');
    expect(running.deadline('rectification')?.owner).toBe('department:140423:water');
  });

  it('is written off only after somebody else has looked, and watched for six months', () => {
    const running = planned();
    done(running, '2026-11-18');
    expect(running.view().stage).toBe('reported');
    expect(running.deadline('rectification')?.metOn).toBe('2026-11-18');
    expect(running.deadline('verification@2026-11-18')).toMatchObject({
      due: '2026-11-28',
      owner: 'party-committee:140423100',
    });
    expect(codeOf(look(running, '2026-11-20', true, village))).toBe('NOT_ALLOWED');
    look(running, '2026-11-22');
    expect(running.view()).toMatchObject({ stage: 'written-off' });
    expect(running.view().ended).toBeUndefined();
    running.say('watchEnded', '2027-05-23', {}, system);
    expect(running.view()).toMatchObject({ ended: { on: '2027-05-23', outcome: 'written-off' } });
  });

  it('missed twice, or missed and found undone, calls for an accountability suggestion', () => {
    const running = planned();
    const told = () =>
      running
        .view()
        .consequences.flatMap((one) => (one.kind === 'tell' && one.operation === 'deadlineMissed' ? [one.on] : []));
    expect(told()).toEqual(['2026-11-21']);
    running.say('deadlineMissed', '2026-11-21', { due: '2026-11-20' }, system);
    expect(running.view().listed).toMatchObject({ setbacks: 1, repeatedlyUnrectified: false });
    running.say('renew', '2026-11-22', { due: '2026-11-30', reason: '逾期' }, county);
    expect(running.deadline('rectification:2')).toMatchObject({ due: '2026-11-30' });
    done(running, '2026-11-29');
    look(running, '2026-12-01', false);
    expect(running.view().listed).toMatchObject({ setbacks: 2, repeatedlyUnrectified: true });
    expect(
      running
        .view()
        .notices.filter(({ clause }) => clause === 'A-3.6')
        .map(({ to, on }) => `${to} ${on}`),
    ).toEqual(['inspection-team:14 2026-12-01', 'leading-group-office:14 2026-12-01']);
  });

  it('found undone is looked at again once it is reported anew, on the same day too', () => {
    const running = planned();
    done(running, '2026-11-10');
    look(running, '2026-11-12', false);
    expect(codeOf(look(running, '2026-11-13'))).toBe('WRONG_STAGE');
    done(running, '2026-11-12');
    expect(running.deadline('verification@2026-11-10')).toMatchObject({ metOn: '2026-11-12' });
    expect(running.deadline('verification@2026-11-12')).toMatchObject({ due: '2026-11-22' });
    expect(running.deadline('verification@2026-11-12')?.metOn).toBeUndefined();
    expect(codeOf(look(running, '2026-11-13'))).toBe('admitted');
    expect(running.view()).toMatchObject({ stage: 'written-off' });
    expect(running.deadline('verification@2026-11-12')).toMatchObject({ metOn: '2026-11-13' });
  });

  it('found undone, it was looked at all the same: the duty to look is done, the duty to put right runs again', () => {
    const running = planned();
    done(running, '2026-11-10');
    look(running, '2026-11-12', false);
    expect(running.deadline('verification@2026-11-10')).toMatchObject({ metOn: '2026-11-12' });
    expect(running.deadline('rectification')).toMatchObject({ due: '2026-11-20' });
    expect(running.deadline('rectification')?.metOn).toBeUndefined();
  });

  it('done in time but recorded late is no setback', () => {
    const running = planned();
    running.say('deadlineMissed', '2026-11-21', { due: '2026-11-20' }, system);
    done(running, '2026-11-20');
    expect(running.view().listed).toMatchObject({ setbacks: 0 });
  });

  it('come back after it was written off is 屡改屡犯, and a ground for listing its county', () => {
    const running = writtenOff();
    expect(rowsOf(running, 'ground')).toEqual([]);
    running.say('returned', '2027-01-10', { what: '措施再次中断' }, county);
    expect(running.view()).toMatchObject({ stage: 'found', listed: { recurring: true, rounds: 2 } });
    expect(running.deadline('decision#2')).toMatchObject({ due: '2027-01-13', triggerWhat: '问题反弹' });
    expect(rowsOf(running, 'ground')).toMatchObject([
      { territory: '140423', state: 'proposed', on: '2027-01-10', body: { kind: 'recurring-problems' } },
    ]);
    expect(running.view().notices.find(({ clause }) => clause === 'A-3.7')).toMatchObject({
      to: 'leading-group-office:14',
    });
    running.say('plan', '2027-01-12', { ...plan, due: '2027-02-01' }, township);
    expect(running.deadline('rectification#2')).toMatchObject({ due: '2027-02-01' });
  });

  it('a new one that names the one written off is recurring from the beginning, once the ledger says that it was', () => {
    const running = built({ recurs: 'problem:140423100204:1' });
    const { list } = running.file().opening;
    running.say(
      'writtenOffRead',
      running.file().openedOn,
      [{ caseId: 'problem:140423100204:1', list, on: running.file().openedOn }],
      system,
    );
    expect(running.view().listed).toMatchObject({ recurring: true });
  });

  it('stands in the register with its list, owner and date', () =>
    expect(rowsOf(planned(), 'problem')).toMatchObject([
      {
        territory: '140423100204',
        owner: 'party-committee:140423100',
        state: 'rectifying',
        body: { list: 'monitoring-help', due: '2026-11-20' },
      },
    ]));

  it.each<[string, (running: Built) => ReturnType<Built['say']>, string]>([
    [
      'another township planning',
      (p) => p.say('plan', '2026-11-04', plan, { office: 'party-committee:140423101' }),
      'NOT_ALLOWED',
    ],
    ['a date gone by', (p) => p.say('plan', '2026-11-04', { ...plan, due: '2026-11-04' }, township), 'OUT_OF_RANGE'],
    [
      'a department of another county',
      (p) => p.say('reportUpward', '2026-11-03', { department: 'department:140429:water', report: '报告' }, village),
      'INVALID_INPUT',
    ],
    ['a report before any plan', (p) => done(p, '2026-11-03'), 'WRONG_STAGE'],
    ['a verification before any report', (p) => look(p, '2026-11-03'), 'WRONG_STAGE'],
    ['a return before any write-off', (p) => p.say('returned', '2026-11-03', { what: '反弹' }, county), 'WRONG_STAGE'],
    ['a day before it was found', (p) => p.say('plan', '2026-11-01', plan, township), 'BEFORE_BEGINNING'],
    [
      'an office saying the date was missed',
      (p) => p.say('deadlineMissed', '2026-11-21', { due: '2026-11-20' }, county),
      'NOT_ALLOWED',
    ],
  ])('refuses %s', (_title, act, code) => expect(codeOf(act(built()))).toBe(code));

  it.each<[string, (running: Built) => ReturnType<Built['say']>, string]>([
    ['a second plan', (p) => p.say('plan', '2026-11-05', plan, township), 'ALREADY_DONE'],
    [
      'a report upward once there is a plan',
      (p) => p.say('reportUpward', '2026-11-05', { department: 'department:140423:water', report: '报告' }, village),
      'WRONG_STAGE',
    ],
    [
      'another village reporting it done',
      (p) => done(p, '2026-11-10', { office: 'village-committee:140423100208' }),
      'NOT_ALLOWED',
    ],
    [
      'a new date before the old one passed',
      (p) => p.say('renew', '2026-11-10', { due: '2026-12-01', reason: '延期' }, county),
      'TOO_EARLY',
    ],
    [
      'the owner giving itself a new date',
      (p) => p.say('renew', '2026-11-22', { due: '2026-12-01', reason: '延期' }, township),
      'NOT_ALLOWED',
    ],
  ])('once planned refuses %s', (_title, act, code) => expect(codeOf(act(planned()))).toBe(code));

  it('is not verified by the responsible person, nor by the person who reported it, under whatever office', () => {
    const running = planned();
    running.say('rectified', '2026-11-18', { what: '已补落实', evidence: '照片' }, {
      office: 'village-committee:140423100204',
      person: 'P9',
    } as never);
    expect(
      codeOf(look(running, '2026-11-20', true, { office: 'stationing-office:140423', person: 'P9' } as never)),
    ).toBe('NOT_ALLOWED');
    expect(
      codeOf(look(running, '2026-11-20', true, { office: 'stationing-office:140423', person: 'C001' } as never)),
    ).toBe('NOT_ALLOWED');
    expect(
      codeOf(look(running, '2026-11-20', true, { office: 'stationing-office:140423', person: 'P1' } as never)),
    ).toBe('admitted');
  });

  it('found undone is not written off before it is reported done again', () => {
    const running = planned();
    done(running, '2026-11-18');
    look(running, '2026-11-20', false);
    expect(codeOf(look(running, '2026-11-21'))).toBe('WRONG_STAGE');
    done(running, '2026-11-22');
    expect(codeOf(look(running, '2026-11-23'))).toBe('admitted');
  });
});

describe('C-2.4: the risk of a project', () => {
  const open = (yuan: number) =>
    judgeBeginningOf(problem, { ...opening, yuan }, { openedOn: '2026-11-02', name: 'warn' });

  it('of more than 500,000 yuan is warned of; of exactly so much it is an ordinary problem', () => {
    expect(codeOf(open(500_000.01))).toBe('admitted');
    expect(open(500_000)).toMatchObject({ code: 'CONDITIONS_NOT_MET', clause: 'C-2.4', field: 'yuan' });
  });

  it('goes to the county’s party committee and government, who decide on it', () => {
    const running = built({ yuan: 800_000, owner: 'party-committee:140423', source: 'project-risk' });
    expect(running.view().notices.map(({ to, clause }) => `${to} ${clause}`)).toEqual([
      'party-committee:140423 C-2.4',
      'revitalization-bureau:140423 C-2.4',
    ]);
    expect(running.deadline('decision')).toMatchObject({ owner: 'party-committee:140423', clause: 'C-2.4' });
    expect(codeOf(running.say('plan', '2026-11-04', plan, { office: 'party-committee:140423' }))).toBe('admitted');
  });
});
