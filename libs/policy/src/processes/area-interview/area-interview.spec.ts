import { buildCase, codeOf, judgeBeginningOf } from '../../case/case-builder';
import { areaInterview } from './area-interview';
import type { AreaInterviewOpening } from './area-interview-acts';

const province = { office: 'leading-group-office:14' };
const group = { office: 'province-group:14' };
const city = { office: 'party-committee:1404' };
const opening: AreaInterviewOpening = {
  office: 'party-committee:1404',
  clause: 'A-3.5',
  because: '政策落实不到位',
  source: null,
  invited: ['discipline-commission', 'organization-department'],
  plannedOn: '2026-11-20',
  session: null,
  territory: '1404',
  previous: null,
};
const hold = {
  minutes: '指出三方面问题',
  attended: ['party-committee:1404', 'discipline-commission:14', 'organization-department:14'],
  commitments: [
    { id: 'K1', what: '完成监测户措施清零', due: '2026-12-10' },
    { id: 'K2', what: '调整责任分工', due: '2026-12-01' },
  ],
};
const built = (more: Partial<AreaInterviewOpening> = {}) =>
  buildCase(areaInterview, {
    caseId: 'area-interview:1404:party-committee:1',
    openedOn: '2026-11-12',
    opening: { ...opening, ...more },
  });
const held = () => {
  const running = built();
  running.say('hold', '2026-11-20', hold, group);
  return running;
};
const report = (running: ReturnType<typeof built>, commitment: string, on: string) =>
  running.say('reportCommitment', on, { commitment, what: '已完成', evidence: '台账' }, city);
const verify = (running: ReturnType<typeof built>, commitment: string, on: string, kept = true) =>
  running.say('verifyCommitment', on, { commitment, kept, note: '核查' }, province);
const offered = (running: ReturnType<typeof built>, operation: string, by: { office: string }, today = '2026-12-30') =>
  areaInterview.offer(running.file(), operation, { by, today });

describe('A-3.5: an interview of an area', () => {
  it('calls the area and invites the discipline commission and the organization department', () =>
    expect(
      built()
        .view()
        .notices.map(({ to, kind }) => `${to} ${kind}`),
    ).toEqual(['party-committee:1404 order', 'discipline-commission:14 inform', 'organization-department:14 inform']));

  it('is due on the day set, or on the day it was put off to', () => {
    const running = built();
    expect(running.deadline('interview')).toMatchObject({ due: '2026-11-20', owner: 'leading-group-office:14' });
    running.say('postpone', '2026-11-18', { plannedOn: '2026-11-27', reason: '汛情' }, province);
    expect(running.deadline('interview')).toMatchObject({ due: '2026-11-27', triggerWhat: '改期（汛情）' });
    expect(running.view().notices.find(({ key }) => key.startsWith('postponed:1:party'))).toMatchObject({
      on: '2026-11-18',
      text: expect.stringContaining('11月27日'),
    });
  });

  it('held counts for the two months of plan B, and gives each commitment its own deadline', () => {
    const running = held();
    expect(running.view().consequences).toMatchObject([
      {
        operation: 'dutyDone',
        caseId: 'duties:14:2026-M11-12',
        body: { duty: 'province-interview', period: '2026-M11-12' },
      },
    ]);
    expect(running.deadline('commitment:K1')).toMatchObject({ due: '2026-12-10', owner: 'party-committee:1404' });
    expect(running.view().notices.at(-1)).toMatchObject({
      to: 'party-committee:1404',
      kind: 'feedback',
      text: expect.stringContaining('K2：调整责任分工'),
    });
  });

  it('held counts in the cycle of its day, and is not over before that is known', () => {
    const running = built({ asksCycles: true });
    running.say('hold', '2026-11-20', { ...hold, commitments: [] }, group);
    expect(running.view().ended).toBeUndefined();
    expect(running.view().consequences).toMatchObject([
      { kind: 'ask', question: 'cycles', body: { territory: '14', from: '2026-11-20' } },
    ]);
    expect(codeOf(running.say('cyclesRead', '2026-11-20', [], city))).toBe('NOT_ALLOWED');
    running.say('cyclesRead', '2026-11-20', ['duty-book:14:2026:autumn'], { office: 'system' });
    expect(running.view()).toMatchObject({ ended: { on: '2026-11-20' } });
    expect(running.view().consequences[1]).toMatchObject({
      operation: 'dutyDone',
      caseId: 'duties:14:2026-M11-12:autumn',
    });
  });

  it('closes only when every commitment was found kept', () => {
    const running = held();
    report(running, 'K1', '2026-12-08');
    verify(running, 'K1', '2026-12-12');
    expect(running.deadline('commitment:K1')?.metOn).toBe('2026-12-08');
    expect(running.view()).toMatchObject({ stage: 'following-up', listed: { open: 1 } });
    report(running, 'K2', '2026-12-01');
    verify(running, 'K2', '2026-12-15');
    expect(running.view()).toMatchObject({ stage: 'settled', ended: { on: '2026-12-15' } });
  });

  it('where no commitment was made, closes with the interview', () => {
    const running = built();
    running.say('hold', '2026-11-20', { ...hold, commitments: [] }, group);
    expect(running.view().ended).toMatchObject({ on: '2026-11-20', outcome: 'settled' });
  });

  it('found not kept is open again, gets a new date, and the missed one stays', () => {
    const running = held();
    expect(
      codeOf(
        running.say(
          'renewCommitment',
          '2026-11-25',
          { commitment: 'K2', due: '2026-12-20', reason: '未兑现' },
          province,
        ),
      ),
    ).toBe('TOO_EARLY');
    report(running, 'K2', '2026-11-30');
    verify(running, 'K2', '2026-12-03', false);
    expect(running.deadline('commitment:K2')?.metOn).toBeUndefined();
    running.say('renewCommitment', '2026-12-04', { commitment: 'K2', due: '2026-12-20', reason: '未兑现' }, province);
    expect(running.deadline('commitment:K2')).toMatchObject({ due: '2026-12-01', dropped: { on: '2026-12-04' } });
    expect(running.deadline('commitment:K2:2')).toMatchObject({ due: '2026-12-20', trigger: '2026-12-04' });
    report(running, 'K2', '2026-12-18');
    verify(running, 'K2', '2026-12-19');
    expect(running.deadline('commitment:K2:2')?.metOn).toBe('2026-12-18');
  });

  it('cancelled ends with its reason', () => {
    const running = built();
    running.say('cancel', '2026-11-15', { reason: '情况已核实不成立' }, province);
    expect(running.view()).toMatchObject({ stage: 'cancelled', ended: { on: '2026-11-15' } });
    expect(running.deadline('interview')).toMatchObject({ dropped: { on: '2026-11-15' } });
  });

  it('says who was invited and did not come', () =>
    expect(built().say('hold', '2026-11-20', { ...hold, attended: ['party-committee:1404'] }, province)).toMatchObject({
      admitted: true,
      told: expect.stringContaining('省纪委监委、省委组织部'),
    }));

  it.each<[string, Partial<AreaInterviewOpening>, string]>([
    ['a township', { office: 'party-committee:140423100', territory: '140423100' }, 'INVALID_INPUT'],
    ['a department of a county', { office: 'department:140423:water', territory: '140423' }, 'INVALID_INPUT'],
    ['a day gone by', { plannedOn: '2026-11-11' }, 'OUT_OF_RANGE'],
    [
      'an office whose last interview is still open',
      { previous: { caseId: 'area-interview:1404:party-committee:1', endedOn: null } },
      'ALREADY_DONE',
    ],
  ])('refuses to summon %s', (_title, more, code) =>
    expect(
      codeOf(judgeBeginningOf(areaInterview, { ...opening, ...more }, { openedOn: '2026-11-12', by: province })),
    ).toBe(code),
  );

  it.each<[string, Parameters<ReturnType<typeof built>['say']>, string]>([
    ['the city holding it', ['hold', '2026-11-20', hold, city], 'NOT_ALLOWED'],
    [
      'holding it without the interviewed',
      ['hold', '2026-11-20', { ...hold, attended: ['discipline-commission:14'] }, province],
      'CONDITIONS_NOT_MET',
    ],
    [
      'a commitment due at once',
      ['hold', '2026-11-20', { ...hold, commitments: [{ id: 'K1', what: '整改', due: '2026-11-20' }] }, province],
      'OUT_OF_RANGE',
    ],
    [
      'a commitment twice',
      ['hold', '2026-11-20', { ...hold, commitments: [hold.commitments[0], hold.commitments[0]] }, province],
      'INVALID_INPUT',
    ],
    [
      'putting it off into the past',
      ['postpone', '2026-11-18', { plannedOn: '2026-11-17', reason: '改期' }, province],
      'OUT_OF_RANGE',
    ],
    [
      'a report before it is held',
      ['reportCommitment', '2026-11-18', { commitment: 'K1', what: '已完成', evidence: '台账' }, city],
      'WRONG_STAGE',
    ],
  ])('refuses %s', (_title, said, code) => expect(codeOf(built().say(...said))).toBe(code));

  it.each<[string, Parameters<ReturnType<typeof built>['say']>, string]>([
    ['a second interview', ['hold', '2026-11-21', hold, province], 'ALREADY_DONE'],
    [
      'another city reporting',
      [
        'reportCommitment',
        '2026-11-25',
        { commitment: 'K1', what: '已完成', evidence: '台账' },
        { office: 'party-committee:1405' },
      ],
      'NOT_ALLOWED',
    ],
    [
      'an unknown commitment',
      ['reportCommitment', '2026-11-25', { commitment: 'K9', what: '已完成', evidence: '台账' }, city],
      'UNKNOWN_SUBJECT',
    ],
    [
      'finding kept what was not reported',
      ['verifyCommitment', '2026-11-25', { commitment: 'K1', kept: true, note: '核查' }, province],
      'CONDITIONS_NOT_MET',
    ],
    [
      'the city verifying itself',
      ['verifyCommitment', '2026-11-25', { commitment: 'K1', kept: true, note: '核查' }, city],
      'NOT_ALLOWED',
    ],
  ])('once held refuses %s', (_title, said, code) => expect(codeOf(held().say(...said))).toBe(code));

  it('is not verified by the office that recorded the report', () => {
    const running = held();
    running.say('reportCommitment', '2026-12-01', { commitment: 'K1', what: '已完成', evidence: '台账' }, province);
    expect(codeOf(verify(running, 'K1', '2026-12-02'))).toBe('NOT_ALLOWED');
    expect(
      codeOf(running.say('verifyCommitment', '2026-12-02', { commitment: 'K1', kept: true, note: '核查' }, group)),
    ).toBe('admitted');
  });

  it('is not verified by the person who reported it, under whatever office; nor dated back before somebody else’s report', () => {
    const running = held();
    const said = { commitment: 'K1', what: '已完成', evidence: '台账' };
    running.say('reportCommitment', '2026-12-01', said, { ...city, person: 'P9' });
    running.say('reportCommitment', '2026-12-02', said, { ...city, person: 'P8' });
    const look = (by: { office: string; person?: string }, on = '2026-12-03') =>
      running.say('verifyCommitment', on, { commitment: 'K1', kept: false, note: '核查' }, by);
    expect(look({ ...province, person: 'P9' })).toMatchObject({ code: 'NOT_ALLOWED', field: 'commitment' });
    running.say('reportCommitment', '2026-12-04', said, province);
    running.say('reportCommitment', '2026-12-06', said, city);
    expect(look(province, '2026-12-05')).toMatchObject({ code: 'NOT_ALLOWED', field: 'commitment' });
    expect(codeOf(look({ ...province, person: 'P1' }, '2026-12-06'))).toBe('admitted');
  });

  it('whose every open commitment was reported by the office is not offered to it for verification', () => {
    const running = held();
    report(running, 'K2', '2026-11-25');
    verify(running, 'K2', '2026-11-26');
    running.say('reportCommitment', '2026-12-01', { commitment: 'K1', what: '已完成', evidence: '台账' }, province);
    expect(offered(running, 'verifyCommitment', province)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
    expect(offered(running, 'verifyCommitment', group)).toMatchObject({ isOffered: true });
  });

  it('offers a new date only from the day after the first term, or once something was found not kept', () => {
    const running = held();
    expect(offered(running, 'renewCommitment', province, '2026-12-01')).toMatchObject({
      refusal: { code: 'TOO_EARLY', field: 'occurredOn' },
    });
    expect(offered(running, 'renewCommitment', province, '2026-12-03')).toMatchObject({
      window: { first: { on: '2026-12-02' }, last: { on: '2026-12-03' } },
    });
    verify(running, 'K1', '2026-11-25', false);
    expect(offered(running, 'renewCommitment', province, '2026-12-01')).toMatchObject({
      window: { first: { on: '2026-11-20' } },
    });
    expect(
      running.say('renewCommitment', '2026-12-01', { commitment: 'K2', due: '2026-12-20', reason: '推后' }, province),
    ).toMatchObject({ code: 'TOO_EARLY', field: 'commitment' });
  });

  it('offers nothing of commitments where none was made, and dates none before the interview', () => {
    const running = built({ asksCycles: true });
    expect(offered(running, 'reportCommitment', city)).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
    running.say('hold', '2026-11-20', { ...hold, commitments: [] }, group);
    for (const operation of ['verifyCommitment', 'renewCommitment'])
      expect(offered(running, operation, province)).toMatchObject({ refusal: { code: 'UNKNOWN_SUBJECT' } });
    expect(report(held(), 'K1', '2026-11-19')).toMatchObject({ code: 'BEFORE_BEGINNING', field: 'occurredOn' });
  });

  it('is the city’s own to report, not that of its counties, of other cities or of their offices', () => {
    const reports = (office: string) =>
      held().say('reportCommitment', '2026-11-25', { commitment: 'K1', what: '已完成', evidence: '台账' }, { office });
    expect(codeOf(reports('leading-group-office:1404'))).toBe('admitted');
    for (const office of [
      'party-committee:140423',
      'leading-group-office:140423',
      'party-committee:1405',
      'department:14:water',
    ])
      expect(codeOf(reports(office))).toBe('NOT_ALLOWED');
  });

  it('a further one is not dated before the last was settled', () => {
    const previous = { caseId: 'area-interview:1404:party-committee:1', endedOn: '2026-11-10' };
    const open = (openedOn: string) =>
      judgeBeginningOf(areaInterview, { ...opening, previous }, { openedOn, today: '2026-11-12', by: province });
    expect(open('2026-11-09')).toMatchObject({ code: 'BEFORE_BEGINNING', field: 'occurredOn' });
    expect(codeOf(open('2026-11-10'))).toBe('admitted');
  });
});
