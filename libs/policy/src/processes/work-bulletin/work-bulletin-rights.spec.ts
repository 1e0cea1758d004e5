import { codeOf, judgeBeginningOf } from '../../case/case-builder';
import { isInScope } from '../../case/scope';
import { workBulletin } from './work-bulletin';
import type { IssueWorkBulletinBody } from './work-bulletin-acts';
import { builtBulletin, issueBody, issuedBulletin, office } from './work-bulletin-builder';

const city = { office: 'leading-group-office:1404' };
const water = 'department:140423:water';
const solved = (line: string) => ({ line, what: '已整改', evidence: '核查表' });
const withdrawn = (line: string, number: string) => ({ number, line, withdraw: true, reason: '核实有误' });
const issuedWith = (body: Partial<IssueWorkBulletinBody>) => {
  const running = builtBulletin();
  running.say('issue', '2026-11-20', { ...issueBody, praised: [], criticised: [], ...body }, office);
  return running;
};
type Bulletin = ReturnType<typeof builtBulletin>;
const offered = (running: Bulletin, operation: string, by: { office: string; person?: string } = office) => {
  const offer = workBulletin.offer(running.file(), operation, { by, today: '2026-11-25' });
  return offer.isOffered || offer.refusal.code;
};

describe('RULES 9.corrections: a bulletin is issued and corrected by the issuing office', () => {
  const said: [string, object, () => Bulletin][] = [
    ['collect', {}, builtBulletin],
    ['issue', issueBody, builtBulletin],
    ['correct', withdrawn('C1', '更正1号'), issuedBulletin],
  ];

  it.each(said)('%s: by the leading-group office of its level', (operation, body, running) =>
    expect(codeOf(running().say(operation, '2026-11-25', body, office))).toBe('admitted'),
  );

  it.each(said)('%s: by no other, above, beside or below', (operation, body, running) => {
    for (const other of [
      'leading-group-office:1404',
      'leading-group-office:14',
      'leading-group-office:140425',
      'stationing-office:140423',
      'party-committee:140423',
      'party-committee:140423100',
    ])
      expect(codeOf(running().say(operation, '2026-11-25', body, { office: other }))).toBe('NOT_ALLOWED');
  });

  it('is seen at its own level and above, by no township, village or unit', () => {
    const sees = (other: string) => isInScope(workBulletin.scope(issuedBulletin().file()), other);
    expect([water, 'leading-group-office:1404', 'province-group:14'].map(sees)).toEqual([true, true, true]);
    expect(
      ['party-committee:140423100', 'village-committee:140423100201', 'dispatching-unit:140423:U1'].map(sees),
    ).toEqual([false, false, false]);
  });

  it('begins with the cycle’s book and hears its candidates from the ledger, never from an office', () => {
    const { opening } = builtBulletin().file();
    expect(codeOf(judgeBeginningOf(workBulletin, opening, { openedOn: '2026-11-01', by: office }))).toBe('NOT_ALLOWED');
    expect(codeOf(judgeBeginningOf(workBulletin, opening, { openedOn: '2026-11-01' }))).toBe('admitted');
    expect(codeOf(builtBulletin().say('candidatesRead', '2026-11-02', [], office))).toBe('NOT_ALLOWED');
  });
});

describe('A-3.4: the criticised do not say themselves that it is solved', () => {
  it('as an office', () => {
    const running = issuedWith({ criticised: [{ subject: office.office, what: '调度滞后' }, ...issueBody.criticised] });
    expect(running.say('confirmSolved', '2026-11-25', solved('C1'), office)).toMatchObject({
      code: 'NOT_ALLOWED',
      field: 'line',
    });
    expect(codeOf(running.say('confirmSolved', '2026-11-25', solved('C2'), office))).toBe('admitted');
    expect(codeOf(running.say('confirmSolved', '2026-11-25', solved('C1'), city))).toBe('admitted');
  });

  it('as a person who followed up in its name, under whatever office', () => {
    const running = issuedBulletin();
    running.say('followUp', '2026-11-22', { line: 'C2', what: '补报' }, { office: water, person: 'P9' });
    const confirm = (line: string, person: string) =>
      codeOf(running.say('confirmSolved', '2026-11-25', solved(line), { ...office, person }));
    expect(confirm('C2', 'P9')).toBe('NOT_ALLOWED');
    expect(confirm('C2', 'P1')).toBe('admitted');
    expect(confirm('C1', 'P9')).toBe('admitted');
  });

  it('and are not asked to, where nothing else is left', () => {
    const running = issuedWith({ criticised: [{ subject: office.office, what: '调度滞后' }] });
    expect([offered(running, 'confirmSolved'), offered(running, 'confirmSolved', city)]).toEqual(['NOT_ALLOWED', true]);
  });
});

describe('A-3.4: in which state', () => {
  it('nobody criticised: nothing to follow up or to confirm, but praise to correct', () => {
    const running = issuedWith({ praised: issueBody.praised });
    expect(['followUp', 'confirmSolved', 'correct'].map((operation) => offered(running, operation))).toEqual([
      'WRONG_STAGE',
      'WRONG_STAGE',
      true,
    ]);
  });

  it('nothing listed, or all withdrawn: nothing to correct', () => {
    expect(offered(issuedWith({}), 'correct')).toBe('ALREADY_DONE');
    const running = issuedWith({ criticised: issueBody.criticised });
    running.say('correct', '2026-11-21', withdrawn('C1', '更正1号'), office);
    expect(offered(running, 'followUp')).toBe(true);
    running.say('correct', '2026-11-22', withdrawn('C2', '更正2号'), office);
    expect(['followUp', 'confirmSolved', 'correct'].map((operation) => offered(running, operation))).toEqual([
      'WRONG_STAGE',
      'WRONG_STAGE',
      'ALREADY_DONE',
    ]);
  });

  it('all solved: nothing to confirm; a follow-up is kept as a supplement', () => {
    const running = issuedBulletin();
    for (const line of ['C1', 'C2']) running.say('confirmSolved', '2026-11-22', solved(line), office);
    expect(offered(running, 'confirmSolved')).toBe('ALREADY_DONE');
    expect(offered(running, 'followUp')).toBe(true);
    expect(codeOf(running.say('confirmSolved', '2026-11-25', solved('C1'), office))).toBe('ALREADY_DONE');
    expect(running.say('followUp', '2026-11-25', { line: 'C1', what: '回访' }, office)).toMatchObject({
      admitted: true,
      keep: false,
    });
  });
});

describe('A-3.4: between which days', () => {
  const early = { code: 'BEFORE_BEGINNING', field: 'occurredOn', clause: 'A-3.4' };

  it('what is done about a bulletin is not dated before its issue', () => {
    const running = issuedBulletin();
    expect(running.say('followUp', '2026-11-19', { line: 'C1', what: '督导' }, office)).toMatchObject(early);
    expect(running.say('confirmSolved', '2026-11-19', solved('C1'), office)).toMatchObject(early);
  });

  it('a correction is not dated before the one before it', () => {
    const running = issuedBulletin();
    running.say('correct', '2026-11-24', withdrawn('C1', '更正1号'), office);
    expect(running.say('correct', '2026-11-23', withdrawn('C2', '更正2号'), office)).toMatchObject(early);
    expect(codeOf(running.say('correct', '2026-11-24', withdrawn('C2', '更正2号'), office))).toBe('admitted');
  });

  it('a bulletin begun before its period is not issued before it', () => {
    const { opening } = builtBulletin().file();
    const file = { ...builtBulletin().file(), opening: { ...opening, from: '2026-11-10' } };
    const offer = workBulletin.offer(file, 'issue', { by: office, today: '2026-11-20' });
    expect(offer).toMatchObject({ isOffered: true, window: { first: { on: '2026-11-10' } } });
  });
});
