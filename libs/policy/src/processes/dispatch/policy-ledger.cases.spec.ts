import fc from 'fast-check';
import type { Department } from '../../base/departments';
import { policyLine, policyLines, type PolicyLineId } from '../../base/policy-lines';
import { codeOf } from '../../case/case-builder';
import type { LedgerRecord } from '../../case/case';
import { builtDispatch, confirmedLines, education, system } from './dispatch-builder';

type Running = ReturnType<typeof builtDispatch>;
const office = { office: 'leading-group-office:140423' };
const finance = { office: 'department:140423:finance' };
const whole = {
  dispatchLeads: { guarantees: ['education', 'health', 'medical-insurance', 'housing', 'water'] },
} as const;

const said = (policy: PolicyLineId, more: object = {}) => ({ policy, of: 10, done: 10, ...more });
const close = (running: Running) => running.say('periodClosed', '2026-11-19', { until: '2026-11-18' }, system);
const rowOf = (running: Running, department: Department, policy: PolicyLineId) =>
  running
    .view()
    .records.filter((one): one is Extract<LedgerRecord, { table: 'register' }> => one.table === 'register')
    .find(({ key }) => key === `ledger/${department}/${policy}`)?.row;
const noticesTo = (running: Running) => running.view().notices.filter(({ key }) => key.startsWith('unconfirmed:'));
const report = (running: Running) => running.view().notices.find(({ key }) => key === 'report:1')?.text ?? '';

/** All departments confirm all their lines but one. */
function allBut(policy: PolicyLineId | undefined): Running {
  const running = builtDispatch(whole);
  for (const department of whole.dispatchLeads.guarantees) {
    const lines = confirmedLines(department).filter((line) => line.policy !== policy);
    expect(codeOf(running.say('confirmLines', '2026-11-12', { department, lines }, office))).toBe('admitted');
  }
  return running;
}

describe('case 79 (A-3.3.b, A-4.3.c, D25): the county’s education department in the half month 1–15 Nov 2026', () => {
  it('without a line for 控辍保学: on 19 Nov it is named, the others are not', () => {
    const running = allBut('school-attendance');
    expect(rowOf(running, 'education', 'school-attendance')?.state).toBe('pending');
    expect(noticesTo(running)).toEqual([]);
    close(running);
    expect(rowOf(running, 'education', 'school-attendance')).toMatchObject({
      state: 'missing',
      owner: 'department:140423:education',
    });
    expect(noticesTo(running)).toMatchObject([
      { to: 'department:140423:education', on: '2026-11-19', text: expect.stringContaining('教育部门（控辍保学）') },
    ]);
    expect(report(running)).toContain('台账未确认的牵头部门：教育部门（控辍保学）。');
    expect(running.deadline('ledger:education')).toMatchObject({ due: '2026-11-15' });
    expect(running.deadline('ledger:education')?.metOn).toBeUndefined();
    expect(running.deadline('ledger:health')).toMatchObject({ metOn: '2026-11-12' });
  });

  it('on 18 Nov the line is still taken, and nobody is named', () => {
    const running = allBut('school-attendance');
    const late = { lines: [{ policy: 'school-attendance', none: 0 }] };
    expect(codeOf(running.say('confirmLines', '2026-11-18', late, education))).toBe('admitted');
    close(running);
    expect(noticesTo(running)).toEqual([]);
    expect(report(running)).toContain('各牵头部门的台账均已逐项确认。');
    expect(codeOf(running.say('confirmLines', '2026-11-19', late, education))).toBe('CLOSED_PERIOD');
  });

  it('with a line “out of school 2”: not named as missing, but a finding of 2', () => {
    const running = allBut('school-attendance');
    const two = { lines: [{ policy: 'school-attendance', none: 2, why: '正在劝返' }] };
    expect(codeOf(running.say('confirmLines', '2026-11-14', two, education))).toBe('admitted');
    close(running);
    expect(noticesTo(running)).toEqual([]);
    expect(rowOf(running, 'education', 'school-attendance')).toMatchObject({ state: 'found', body: { gap: 2 } });
    expect(report(running)).toContain('台账反映的问题：教育部门控辍保学：失学辍学人数2，应为0。');
  });

  it('0 is an answer: neither missing nor a finding', () => {
    const running = allBut(undefined);
    expect(rowOf(running, 'education', 'school-attendance')).toMatchObject({
      state: 'confirmed',
      body: { none: 0, gap: 0 },
    });
  });

  it('covered 98 of 100 entitled is a finding of 2, with the reason asked for', () => {
    const running = builtDispatch(whole);
    const short = (more: object) => ({ lines: [said('free-tuition', { of: 100, done: 98, ...more })] });
    expect(running.say('confirmLines', '2026-11-12', short({}), education)).toMatchObject({
      code: 'INVALID_INPUT',
      clause: 'A-2.2',
      field: 'lines.0.why',
    });
    running.say('confirmLines', '2026-11-12', short({ why: '两人转学' }), education);
    expect(rowOf(running, 'education', 'free-tuition')).toMatchObject({
      state: 'found',
      body: { gap: 2, words: '两免一补（免学杂费）：应享受人数100，已享受人数98，差2' },
    });
  });

  it('a figure put right in the days for late entries does not make the ledger late', () => {
    const running = allBut(undefined);
    expect(running.deadline('ledger:education')).toMatchObject({ metOn: '2026-11-12' });
    const right = { lines: [said('free-tuition', { of: 12, done: 12 })] };
    expect(codeOf(running.say('confirmLines', '2026-11-17', right, education))).toBe('admitted');
    expect(running.deadline('ledger:education')).toMatchObject({ metOn: '2026-11-12' });
    expect(rowOf(running, 'education', 'free-tuition')).toMatchObject({ body: { of: 12, confirmedOn: '2026-11-12' } });
  });

  it('keeps the reason out of the case', () => {
    const running = builtDispatch(whole);
    const line = said('free-tuition', { of: 100, done: 98, why: '两人转学' });
    running.say('confirmLines', '2026-11-12', { lines: [line] }, education);
    expect(JSON.stringify(running.file().acts.map(({ body }) => body))).not.toContain('转学');
  });
});

describe('OBLIGATIONS D25: the ledger is carried forward', () => {
  const before = [{ policy: 'free-tuition', department: 'education', of: 100, done: 97 }] as const;
  const unchanged = { lines: [{ policy: 'free-tuition', unchanged: true }] };

  it('asks for the half month before, at the beginning and when that one is closed', () => {
    const asked = builtDispatch(whole)
      .view()
      .consequences.filter(({ key }) => key.startsWith('policy-lines'));
    expect(asked).toMatchObject([
      { on: '2026-11-01', body: { territory: '140423', from: '2026-10-16', to: '2026-10-31' } },
      { on: '2026-11-05', operation: 'linesRead' },
    ]);
  });

  it('confirms a line as it stood, and shows one that nobody confirmed as it stood too, but missing', () => {
    const running = builtDispatch(whole);
    running.say('linesRead', '2026-11-01', before, system);
    expect(rowOf(running, 'education', 'free-tuition')).toMatchObject({
      state: 'pending',
      body: { of: 100, done: 97 },
    });
    expect(codeOf(running.say('confirmLines', '2026-11-10', unchanged, education))).toBe('admitted');
    expect(rowOf(running, 'education', 'free-tuition')).toMatchObject({
      state: 'found',
      body: { of: 100, done: 97, gap: 3, carried: true },
    });
  });

  it('refuses to take over what nobody said, or what is said anew', () => {
    const running = builtDispatch(whole);
    expect(codeOf(running.say('confirmLines', '2026-11-10', unchanged, education))).toBe('INVALID_INPUT');
    running.say('linesRead', '2026-11-01', before, system);
    const both = { lines: [said('free-tuition', { unchanged: true })] };
    expect(codeOf(running.say('confirmLines', '2026-11-10', both, education))).toBe('INVALID_INPUT');
  });
});

describe('A-4.3: whose lines they are', () => {
  const confirm = (by: { office: string }, body: object) =>
    codeOf(builtDispatch(whole).say('confirmLines', '2026-11-10', body, by));
  it.each<[string, { office: string }, object, string]>([
    ['another department’s', education, { lines: [said('housing-safety')] }, 'UNKNOWN_SUBJECT'],
    ['a department that leads nothing here', finance, { lines: [said('linking-funds')] }, 'NOT_ALLOWED'],
    ['for another department', education, { department: 'water', lines: [said('rural-water-supply')] }, 'NOT_ALLOWED'],
    ['the office for nobody named', office, { lines: [said('free-tuition')] }, 'INVALID_INPUT'],
    [
      'the city’s department',
      { office: 'department:1404:education' },
      { lines: [said('free-tuition')] },
      'NOT_ALLOWED',
    ],
    ['a policy twice', education, { lines: [said('free-tuition'), said('free-tuition')] }, 'INVALID_INPUT'],
    ['more covered than entitled', education, { lines: [said('free-tuition', { done: 11 })] }, 'INVALID_INPUT'],
    ['one figure of two', education, { lines: [{ policy: 'free-tuition', of: 1 }] }, 'INVALID_INPUT'],
    ['two figures of one', education, { lines: [said('school-attendance', { none: 0 })] }, 'INVALID_INPUT'],
    ['no figure', education, { lines: [{ policy: 'school-attendance' }] }, 'INVALID_INPUT'],
  ])('refuses %s', (_title, by, body, code) => expect(confirm(by, body)).toBe(code));

  it('every level has the lines of its rows: the city none that only counties have', () => {
    const keys = (territory: string) =>
      builtDispatch({ dispatchLeads: { employment: ['human-resources'] } }, territory)
        .view()
        .records.flatMap(({ key }) => (key.startsWith('ledger/') ? [key.split('/')[2]] : []));
    expect(keys('1404')).toEqual(['employment-services']);
    expect(keys('140423')).toEqual(expect.arrayContaining(['employment-services', 'pension-premiums', 'own-business']));
    expect(keys('14')).toEqual(['employment-services']);
  });

  it('of each policy’s own period, where the office chooses so', () => {
    const own = { ...whole, ledgerLineCadence: 'own-period' } as const;
    const asked = builtDispatch(own)
      .view()
      .records.flatMap(({ key }) => (key.startsWith('ledger/') ? [key.split('/')[2] as PolicyLineId] : []));
    expect(asked.map((id) => policyLine(id).period)).toEqual(asked.map(() => 'half-month'));
    expect(asked).toContain('treatment-first');
  });
});

describe('A-3.3.b: any ledger', () => {
  const ids = (Object.keys(policyLines) as PolicyLineId[]).filter((id) =>
    policyLine(id).departments.includes('education'),
  );
  const lineOf = (policy: PolicyLineId) =>
    fc
      .record({ of: fc.nat(50), done: fc.nat(50) })
      .map(({ of, done }) =>
        'none' in policyLine(policy).figures
          ? { policy, none: done, why: '原因' }
          : { policy, of: Math.max(of, done), done: Math.min(of, done), why: '原因' },
      );

  it('names exactly the policies nobody confirmed, and finds exactly the sum of what is lacking', () =>
    fc.assert(
      fc.property(fc.tuple(...ids.map((id) => fc.option(lineOf(id), { nil: undefined }))), (lines) => {
        const running = builtDispatch({ dispatchLeads: { guarantees: ['education'] } });
        const own = lines.flatMap((line) => line ?? []);
        if (own.length > 0) running.say('confirmLines', '2026-11-12', { lines: own }, education);
        close(running);
        const missing = ids.filter((id) => !own.some(({ policy }) => policy === id));
        for (const id of ids) expect(rowOf(running, 'education', id)?.state === 'missing').toBe(missing.includes(id));
        const gaps = own.reduce((sum, line) => sum + ('none' in line ? (line.none ?? 0) : line.of - line.done), 0);
        const found = ids.reduce((sum, id) => sum + Number(rowOf(running, 'education', id)?.body['gap'] ?? 0), 0);
        expect(found).toBe(gaps);
        expect(running.deadline('ledger:education')?.metOn === undefined).toBe(missing.length > 0);
      }),
      { numRuns: 60 },
    ));
});
