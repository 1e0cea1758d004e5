import { codeOf } from '../../case/case-builder';
import { issueBody, issuedBulletin, office, builtBulletin, system } from './work-bulletin-builder';

const agriculture = { office: 'department:140423:agriculture' };
const water = { office: 'department:140423:water' };
const textOf = (running: ReturnType<typeof builtBulletin>, key: string): string => {
  const record = running.view().records.find((one) => one.table === 'bulletin' && one.key === key);
  return record?.table === 'bulletin' ? record.row.text : '';
};
const stateOf = (running: ReturnType<typeof builtBulletin>, line: string) => {
  const record = running.view().records.find((one) => one.key === `line/${line}`);
  return record?.table === 'register' ? record.row.state : undefined;
};

describe('A-3.4: the monthly bulletin', () => {
  it('asks for its candidates when it begins, again once the month before is closed, and when the office wants', () => {
    const asked = (running: ReturnType<typeof builtBulletin>) =>
      running
        .view()
        .consequences.flatMap((one) => (one.kind === 'ask' ? [`${one.on} ${one.body.from}—${one.body.to}`] : []));
    const running = builtBulletin();
    expect(asked(running)).toEqual(['2026-11-01 2026-10-01—2026-10-31', '2026-11-16 2026-10-01—2026-10-31']);
    running.say('collect', '2026-11-18', {}, office);
    expect(asked(running).at(-1)).toBe('2026-11-18 2026-10-01—2026-10-31');
    expect(asked(issuedBulletin())).toHaveLength(1);
  });

  it('once issued fulfils the office’s duty of the month, and everybody named gets a copy', () => {
    const { consequences, notices, stage } = issuedBulletin().view();
    expect(stage).toBe('following-up');
    expect(consequences).toContainEqual(
      expect.objectContaining({
        operation: 'dutyDone',
        caseId: 'duties:140423:2026-11',
        on: '2026-11-20',
        body: { duty: 'county-bulletin', period: '2026-11', evidence: 'work-bulletin:140423:2026-11' },
      }),
    );
    expect(notices.filter(({ kind }) => kind === 'copy').map(({ to }) => to)).toEqual([
      'party-committee:140423101',
      'party-committee:140423100',
      'department:140423:water',
    ]);
  });

  it('says which candidates for criticism it leaves out', () =>
    expect(
      builtBulletin().say('issue', '2026-11-20', { ...issueBody, criticised: [issueBody.criticised[0]] }, office),
    ).toMatchObject({
      answer: { left: ['criticism:dispatch:department:140423:water'] },
      told: expect.stringContaining('1项未列入'),
    }));

  it('is followed up every thirty days until what it criticises is solved', () => {
    const running = issuedBulletin();
    expect(running.deadline('follow-up:C1:1')).toMatchObject({
      due: '2026-12-20',
      owner: 'leading-group-office:140423',
    });
    running.say('followUp', '2026-12-10', { line: 'C1', what: '驻点督导' }, agriculture);
    expect(running.deadline('follow-up:C1:1')?.metOn).toBe('2026-12-10');
    expect(running.deadline('follow-up:C1:2')).toMatchObject({ trigger: '2026-12-10', due: '2027-01-09' });
    running.say('confirmSolved', '2026-12-28', { line: 'C1', what: '措施全部落实', evidence: '核查表' }, office);
    expect(running.deadline('follow-up:C1:2')?.metOn).toBe('2026-12-28');
    expect(running.deadline('follow-up:C1:3')).toBeUndefined();
    expect([stateOf(running, 'C1'), stateOf(running, 'C2')]).toEqual(['solved', 'criticised']);
  });

  it('ends when all is solved and the days for corrections are over, not before', () => {
    const running = issuedBulletin();
    const over = (view = running.view()) =>
      view.consequences.find((one) => one.kind === 'tell' && one.operation === 'correctionsExpired');
    expect(over()).toBeUndefined();
    for (const line of ['C1', 'C2'])
      running.say('confirmSolved', '2026-12-01', { line, what: '已整改', evidence: '材料' }, office);
    expect(over()).toMatchObject({ on: '2027-01-01' });
    running.say('correctionsExpired', '2027-01-01', {}, system);
    expect(running.view()).toMatchObject({ stage: 'settled', ended: { on: '2027-01-01' } });
  });

  it('never issued is put away with the month’s sheet', () => {
    const running = builtBulletin();
    expect(running.view().consequences).toContainEqual(
      expect.objectContaining({ operation: 'correctionsExpired', on: '2027-01-14' }),
    );
    running.say('correctionsExpired', '2027-01-14', {}, system);
    expect(running.view()).toMatchObject({ stage: 'not-issued', ended: { outcomeName: '未编发，已存档' } });
  });

  it('is corrected by a bulletin of its own, the first staying word for word', () => {
    const running = issuedBulletin();
    const first = textOf(running, 'issue');
    running.say(
      'correct',
      '2026-11-25',
      { number: '襄巩固衔接办发〔2026〕12号', line: 'C2', withdraw: true, reason: '核实已按时报送' },
      office,
    );
    expect(textOf(running, 'issue')).toBe(first);
    const second = textOf(running, 'correct:1');
    expect(second).toContain('对襄巩固衔接办发〔2026〕11号更正如下（核实已按时报送）');
    expect(second.split('三、撤销')[0]).not.toContain('department:140423:water');
    expect(running.deadline('follow-up:C2:1')).toMatchObject({ dropped: { on: '2026-11-25' } });
    expect(running.view().notices.filter(({ key }) => key.startsWith('copy:1'))).toMatchObject([
      { to: 'department:140423:water' },
    ]);
    expect(stateOf(running, 'C2')).toBe('withdrawn');
  });

  it.each<
    [string, (running: ReturnType<typeof builtBulletin>) => ReturnType<ReturnType<typeof builtBulletin>['say']>, string]
  >([
    [
      'another level',
      (b) => b.say('issue', '2026-11-20', issueBody, { office: 'leading-group-office:1404' }),
      'NOT_ALLOWED',
    ],
    ['a day before its month', (b) => b.say('issue', '2026-10-31', issueBody, office), 'BEFORE_BEGINNING'],
    [
      'a village',
      (b) =>
        b.say('issue', '2026-11-20', { ...issueBody, criticised: [{ subject: '140423100201', what: '落后' }] }, office),
      'INVALID_INPUT',
    ],
    [
      'a dispatching unit',
      (b) =>
        b.say(
          'issue',
          '2026-11-20',
          { ...issueBody, criticised: [{ subject: 'dispatching-unit:140423:U07', what: '落后' }] },
          office,
        ),
      'INVALID_INPUT',
    ],
    [
      'a person',
      (b) => b.say('issue', '2026-11-20', { ...issueBody, criticised: [{ subject: 'C001', what: '落后' }] }, office),
      'INVALID_INPUT',
    ],
    [
      'another county',
      (b) =>
        b.say('issue', '2026-11-20', { ...issueBody, criticised: [{ subject: '140429100', what: '落后' }] }, office),
      'UNKNOWN_SUBJECT',
    ],
    [
      'the same subject twice',
      (b) =>
        b.say('issue', '2026-11-20', { ...issueBody, praised: [issueBody.praised[0], issueBody.praised[0]] }, office),
      'INVALID_INPUT',
    ],
    [
      'a candidate nobody collected',
      (b) =>
        b.say(
          'issue',
          '2026-11-20',
          { ...issueBody, criticised: [{ subject: '140423100', what: '落后', candidates: ['x'] }] },
          office,
        ),
      'UNKNOWN_SUBJECT',
    ],
    [
      'following up before it is issued',
      (b) => b.say('followUp', '2026-11-20', { line: 'C1', what: '督导' }, office),
      'WRONG_STAGE',
    ],
    [
      'correcting before it is issued',
      (b) => b.say('correct', '2026-11-20', { number: '更正1号', line: 'C1', withdraw: true, reason: '有误' }, office),
      'WRONG_STAGE',
    ],
  ])('refuses %s', (_title, act, code) => expect(codeOf(act(builtBulletin()))).toBe(code));

  it.each<[string, Parameters<ReturnType<typeof builtBulletin>['say']>, string]>([
    ['a second issue', ['issue', '2026-11-21', issueBody, office], 'ALREADY_DONE'],
    ['collecting again', ['collect', '2026-11-21', {}, office], 'ALREADY_DONE'],
    [
      'following up what was praised',
      ['followUp', '2026-11-21', { line: 'P1', what: '督导' }, office],
      'UNKNOWN_SUBJECT',
    ],
    [
      'the criticised saying it is solved',
      ['confirmSolved', '2026-11-21', { line: 'C2', what: '已整改', evidence: '材料' }, water],
      'NOT_ALLOWED',
    ],
    [
      'a follow-up before the issue',
      ['followUp', '2026-11-19', { line: 'C1', what: '督导' }, office],
      'BEFORE_BEGINNING',
    ],
    [
      'a correction under the same number',
      ['correct', '2026-11-21', { number: issueBody.number, line: 'C1', withdraw: true, reason: '有误' }, office],
      'INVALID_INPUT',
    ],
    [
      'a correction that changes nothing',
      ['correct', '2026-11-21', { number: '更正1号', line: 'C1', reason: '有误' }, office],
      'INVALID_INPUT',
    ],
  ])('once issued refuses %s', (_title, said, code) => expect(codeOf(issuedBulletin().say(...said))).toBe(code));
});
