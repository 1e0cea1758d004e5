import type { Actor } from '../../case/case';
import { codeOf, buildCase, judgeBeginningOf } from '../../case/case-builder';
import type { Settings } from '../../settings/policy-set';
import { inspection } from './inspection';
import type { InspectionOpening } from './inspection-acts';
import { commitmentOf } from './commitment';
import { verifySample, type SampleRecord } from './sample';
import { sha256 } from './sha256';

const seed = 'seed-known-to-the-office-only';
const province: Actor = { office: 'stationing-office:14' };
const county: Actor = { office: 'stationing-office:140423' };
const city: Actor = { office: 'stationing-office:1404' };
const system: Actor = { office: 'system' };
const frame = ['140423', '140425', '140426'].flatMap((code) =>
  ['100201', '100202', '100203', '100204'].map((village) => ({ id: code + village, stratum: code })),
);
const sample = { seedHash: sha256(seed), frame, size: 3, excludeMonths: 6 };
const opening: InspectionOpening = {
  territory: '14',
  kind: 'flight-check',
  scope: '14',
  plannedOn: '2026-11-10',
  note: null,
  sample,
  follows: null,
};
const open = (more: Partial<InspectionOpening> = {}, changes: Partial<Settings> = {}) =>
  buildCase(inspection, {
    caseId: 'inspection:14:flight-check:1',
    openedOn: '2026-11-03',
    opening: { ...opening, ...more },
    changes,
  });
type Sample = ReturnType<typeof open>;
const found = { id: 'F1', place: '140423100201', list: 'monitoring-help', what: '帮扶措施未落实', persons: ['C001'] };

/** Drawn and begun on 10 November. */
function running(more: Partial<InspectionOpening> = {}): Sample {
  const check = open(more);
  check.say('drawnRead', '2026-11-03', ['140423100201'], system);
  check.say('draw', '2026-11-10', { seed, publicValue: '08 12 17' }, province);
  check.say('begin', '2026-11-10', {}, province);
  return check;
}
const countyCheck = (kind: 'flight-check' | 'spot-quiz', more: Partial<InspectionOpening> = {}) => {
  const check = open({ territory: '140423', kind, scope: '140423', sample: null, ...more });
  check.say('begin', '2026-11-10', {}, county);
  return check;
};
const rowOf = (check: Sample, kind: string) =>
  check.view().records.flatMap((one) => (one.table === 'register' && one.row.kind === kind ? [one.row] : []))[0];
const startsOf = (check: Sample) => check.view().consequences.flatMap((one) => (one.kind === 'start' ? [one] : []));

describe('C-3.4: a flight check', () => {
  it('says nothing to anybody before its bulletin, and stays in the inspecting office’s territory', () => {
    const check = running();
    check.say('find', '2026-11-11', found, province);
    expect(check.view().notices).toEqual([]);
    expect(check.view().records.map((one) => (one.table === 'register' ? one.row.territory : ''))).toEqual([
      '14',
      '14',
    ]);
    expect(check.view().deadlines.map(({ owner }) => owner)).toEqual(['stationing-office:14', 'stationing-office:14']);
  });

  it('draws its sample from a seed committed to before, leaving out who was drawn lately; whoever has the record draws the same', () => {
    const record = rowOf(running(), 'inspection-sample');
    expect(record).toMatchObject({
      state: 'drawn',
      body: { seedHash: sha256(seed), seed, publicValue: '08 12 17', excluded: ['140423100201'] },
    });
    expect(verifySample(record?.body as unknown as SampleRecord)).toEqual({ isSound: true, faults: [] });
    expect((record?.body as unknown as SampleRecord).drawn.map((id) => id.slice(0, 6))).toEqual([
      '140423',
      '140425',
      '140426',
    ]);
    const before = rowOf(open(), 'inspection-sample');
    expect(before).toMatchObject({ state: 'committed' });
    expect(before?.body).not.toHaveProperty('seed');
  });

  it('shows the commitment of a listed sample before it is drawn; of one planned before there was a list, none', () => {
    const listed = rowOf(open({ sample: { ...sample, isListed: true } }), 'inspection-sample');
    expect(listed?.body).toMatchObject({
      commitment: commitmentOf({ caseId: 'inspection:14:flight-check:1', ...sample }),
      excludeMonths: 6,
    });
    expect(Object.keys(rowOf(open(), 'inspection-sample')?.body ?? {})).toEqual([
      'seedHash',
      'frame',
      'excluded',
      'size',
    ]);
  });

  it('makes a problem of the ledger of every finding, at its place', () => {
    const check = running();
    check.say('find', '2026-11-11', found, province);
    expect(startsOf(check)).toMatchObject([
      {
        process: 'problem',
        on: '2026-11-11',
        caseId: 'problem:140423100201:14-flight-check-1-F1:1',
        opening: { source: 'flight-check', reference: 'inspection:14:flight-check:1', persons: ['C001'] },
      },
    ]);
  });

  it('names matters and persons in its bulletin, fulfils the duty of its two months, and goes to the cities concerned', () => {
    const check = running();
    check.say('find', '2026-11-11', found, province);
    expect(check.deadline('report')).toMatchObject({ due: '2026-11-25' });
    check.say('conclude', '2026-11-20', { number: '晋驻办〔2026〕20号', summary: '检查三个县' }, province);
    const { notices, consequences } = check.view();
    expect(notices).toMatchObject([
      { to: 'party-committee:1404', kind: 'copy', text: expect.stringContaining('责任人：〔C001〕') },
    ]);
    expect(consequences).toContainEqual(
      expect.objectContaining({
        operation: 'dutyDone',
        caseId: 'duties:14:2026-M11-12',
        body: { duty: 'province-flight-check', period: '2026-M11-12', evidence: 'inspection:14:flight-check:1' },
      }),
    );
  });

  it('fulfils the duty in every cycle its first day falls in, and in no other', () => {
    const check = countyCheck('flight-check', { asksCycles: true });
    check.say('conclude', '2026-11-20', { number: '襄驻办〔2026〕11号', summary: '检查两个村' }, county);
    const told = () =>
      check
        .view()
        .consequences.flatMap((one) => (one.kind === 'tell' && one.operation === 'dutyDone' ? [one.caseId] : []));
    const ask = {
      kind: 'ask',
      question: 'cycles',
      on: '2026-11-10',
      body: { territory: '140423', from: '2026-11-10', to: '2026-11-10' },
    };
    expect(check.view().consequences).toContainEqual(expect.objectContaining(ask));
    expect(told()).toEqual([]);
    expect(codeOf(check.say('cyclesRead', '2026-11-10', [], county))).toBe('NOT_ALLOWED');
    check.say('cyclesRead', '2026-11-10', ['duty-book:140423:2026', 'duty-book:140423:2026:autumn'], system);
    expect(told()).toEqual(['duties:140423:2026-11', 'duties:140423:2026-11:autumn']);
    check.say('cyclesRead', '2026-11-10', [], system);
    expect(told()).toEqual([]);
  });

  it('of the province makes the city look at its other counties', () => {
    const check = running();
    check.say('find', '2026-11-11', found, province);
    check.say('conclude', '2026-11-20', { number: '晋驻办〔2026〕20号', summary: '检查三个县' }, province);
    const follow = startsOf(check).find(({ process }) => process === 'inspection');
    expect(follow).toMatchObject({
      caseId: 'inspection:1404:follow-flight-check-1:1',
      opening: { kind: 'follow-check', follows: { foundIn: ['140423'], matters: ['F1．帮扶措施未落实'] } },
    });
    const checks = buildCase(inspection, {
      caseId: follow?.caseId ?? 'inspection:none',
      openedOn: '2026-11-20',
      opening: follow?.opening as unknown as InspectionOpening,
    });
    expect(checks.view().notices).toMatchObject([
      { to: 'stationing-office:1404', kind: 'order', text: expect.stringContaining('举一反三') },
    ]);
    checks.say('placesRead', '2026-11-20', [{ place: '140423' }, { place: '140425' }, { place: '140426' }], system);
    expect(checks.view().deadlines.map(({ id }) => id)).toEqual(['check:140425', 'check:140426']);
    expect(checks.deadline('check:140425')).toMatchObject({ due: '2026-12-20', owner: 'stationing-office:1404' });
    checks.say('checkCounty', '2026-12-01', { county: '140425', found: 2, what: '发现同类问题2个，已列入台账' }, city);
    expect(codeOf(checks.say('checkCounty', '2026-12-02', { county: '140423', found: 0, what: '无' }, city))).toBe(
      'UNKNOWN_SUBJECT',
    );
    checks.say('checkCounty', '2026-12-10', { county: '140426', found: 0, what: '未发现' }, city);
    expect(checks.view()).toMatchObject({ stage: 'settled', ended: { on: '2026-12-10' } });
  });

  it('is corrected by a bulletin of its own, and the problem withdrawn', () => {
    const check = running();
    check.say('find', '2026-11-11', { ...found, isGround: true }, province);
    expect(rowOf(check, 'ground')).toBeUndefined();
    check.say('conclude', '2026-11-20', { number: '晋驻办〔2026〕20号', summary: '检查三个县' }, province);
    expect(rowOf(check, 'ground')).toMatchObject({ territory: '140423', body: { kind: 'policy-not-in-place' } });
    check.say(
      'withdrawFinding',
      '2026-11-25',
      { number: '晋驻办〔2026〕21号', finding: 'F1', reason: '核实不属实' },
      province,
    );
    expect(startsOf(check)).toEqual([]);
    expect(rowOf(check, 'ground')).toBeUndefined();
    const texts = check.view().records.flatMap((one) => (one.table === 'bulletin' ? [one.row.text] : []));
    expect(texts[0]).toContain('帮扶措施未落实');
    expect(texts[1]).toContain('未发现问题');
    check.say('correctionsExpired', '2026-12-26', {}, system);
    expect(check.view()).toMatchObject({ stage: 'settled', ended: { on: '2026-12-25' } });
  });

  it('C-3.4: a finding that names cadres is a row for who scores them, from its publication until it is withdrawn', () => {
    const check = running();
    check.say('find', '2026-11-11', { ...found, persons: ['C1', 'C2'] }, province);
    expect(rowOf(check, 'inspection-finding')).toBeUndefined();
    check.say('conclude', '2026-11-20', { number: '晋驻办〔2026〕20号', summary: '检查三个县' }, province);
    expect(rowOf(check, 'inspection-finding')).toMatchObject({
      territory: found.place,
      on: '2026-11-11',
      state: 'stands',
      body: { number: '晋驻办〔2026〕20号', what: found.what, persons: ['C1', 'C2'] },
    });
    const withdrawal = { number: '晋驻办〔2026〕21号', finding: 'F1', reason: '核实不属实' };
    check.say('withdrawFinding', '2026-11-25', withdrawal, province);
    expect(rowOf(check, 'inspection-finding')).toMatchObject({ state: 'withdrawn' });
  });

  it('cancelled before it begins leaves no trace but its reason', () => {
    const check = open({ sample: null });
    check.say('cancel', '2026-11-05', { reason: '工作调整' }, province);
    expect(check.view()).toMatchObject({ stage: 'cancelled', ended: { on: '2026-11-05' } });
    expect(check.deadline('begin')).toMatchObject({ dropped: { on: '2026-11-05' } });
  });
});

describe('C-2.5: a spot quiz', () => {
  it('keeps each cadre’s answers, and fulfils the month’s duty', () => {
    const quiz = countyCheck('spot-quiz');
    expect(codeOf(quiz.say('conclude', '2026-11-12', { number: '襄驻办〔2026〕12号', summary: '抽查' }, county))).toBe(
      'CONDITIONS_NOT_MET',
    );
    quiz.say(
      'recordQuiz',
      '2026-11-11',
      {
        results: [
          { cadre: 'C001', asked: 5, correct: 5 },
          { cadre: 'C002', asked: 5, correct: 3 },
        ],
      },
      county,
    );
    expect(rowOf(quiz, 'spot-quiz')).toMatchObject({ state: 'all-correct', body: { cadre: 'C001' } });
    quiz.say('conclude', '2026-11-12', { number: '襄驻办〔2026〕12号', summary: '抽查两人' }, county);
    expect(quiz.view().consequences).toContainEqual(
      expect.objectContaining({ operation: 'dutyDone', caseId: 'duties:140423:2026-11' }),
    );
  });

  it('asks each cadre once, and nobody answers more than was asked', () => {
    const quiz = countyCheck('spot-quiz');
    quiz.say('recordQuiz', '2026-11-11', { results: [{ cadre: 'C001', asked: 5, correct: 5 }] }, county);
    expect(
      codeOf(quiz.say('recordQuiz', '2026-11-11', { results: [{ cadre: 'C001', asked: 5, correct: 4 }] }, county)),
    ).toBe('ALREADY_DONE');
    expect(
      codeOf(quiz.say('recordQuiz', '2026-11-11', { results: [{ cadre: 'C003', asked: 5, correct: 6 }] }, county)),
    ).toBe('OUT_OF_RANGE');
    expect(
      codeOf(
        countyCheck('flight-check').say(
          'recordQuiz',
          '2026-11-11',
          { results: [{ cadre: 'C001', asked: 5, correct: 5 }] },
          county,
        ),
      ),
    ).toBe('WRONG_STAGE');
  });
});

describe('refusals', () => {
  const judged = (more: Partial<InspectionOpening>) =>
    judgeBeginningOf(inspection, { ...opening, ...more }, { openedOn: '2026-11-03' });

  it.each<[string, Partial<InspectionOpening>, string]>([
    ['a city’s party inspecting for the province’s team', { territory: '1404', kind: 'inspection' }, 'NOT_ALLOWED'],
    ['a quiz by the province', { kind: 'spot-quiz' }, 'NOT_ALLOWED'],
    ['a scope elsewhere', { territory: '140423', scope: '140429' }, 'UNKNOWN_SUBJECT'],
    ['a day gone by', { plannedOn: '2026-11-02' }, 'OUT_OF_RANGE'],
    [
      'a frame with the same village twice',
      { sample: { ...sample, frame: [...frame, ...frame.slice(0, 1)] } },
      'INVALID_INPUT',
    ],
    ['a sample larger than its frame', { sample: { ...sample, size: 13 } }, 'OUT_OF_RANGE'],
  ])('%s', (_title, more, code) => expect(codeOf(judged(more))).toBe(code));

  it.each<[string, (check: Sample) => ReturnType<Sample['say']>, string]>([
    [
      'a seed revealed before it is known who is left out',
      (c) => c.say('draw', '2026-11-03', { seed }, province),
      'WRONG_STAGE',
    ],
    ['beginning before the sample is drawn', (c) => c.say('begin', '2026-11-10', {}, province), 'WRONG_STAGE'],
    ['a finding before the beginning', (c) => c.say('find', '2026-11-10', found, province), 'WRONG_STAGE'],
    ['the inspected county', (c) => c.say('begin', '2026-11-10', {}, county), 'NOT_ALLOWED'],
  ])('planned: %s', (_title, act, code) => expect(codeOf(act(open()))).toBe(code));

  it.each<[string, (check: Sample) => ReturnType<Sample['say']>, string]>([
    ['a second draw', (c) => c.say('draw', '2026-11-11', { seed }, province), 'ALREADY_DONE'],
    [
      'a finding outside the scope',
      (c) => c.say('find', '2026-11-11', { ...found, place: '150423100201' }, province),
      'UNKNOWN_SUBJECT',
    ],
    ['a finding before the beginning', (c) => c.say('find', '2026-11-09', found, province), 'BEFORE_BEGINNING'],
    ['cancelling what has begun', (c) => c.say('cancel', '2026-11-11', { reason: '取消' }, province), 'WRONG_STAGE'],
    [
      'withdrawing before the bulletin',
      (c) => c.say('withdrawFinding', '2026-11-11', { number: '更正1号', finding: 'F1', reason: '有误' }, province),
      'WRONG_STAGE',
    ],
  ])('running: %s', (_title, act, code) => expect(codeOf(act(running()))).toBe(code));

  it('a wrong seed', () => {
    const check = open();
    check.say('drawnRead', '2026-11-03', [], system);
    expect(check.say('draw', '2026-11-10', { seed: 'some-other-seed-of-length' }, province)).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      field: 'seed',
    });
  });

  it('a ground for listing found by a county, and the same number twice', () => {
    expect(codeOf(countyCheck('flight-check').say('find', '2026-11-11', { ...found, isGround: true }, county))).toBe(
      'NOT_ALLOWED',
    );
    const check = running();
    check.say('find', '2026-11-11', found, province);
    expect(codeOf(check.say('find', '2026-11-11', found, province))).toBe('ALREADY_DONE');
    check.say('conclude', '2026-11-20', { number: '晋驻办〔2026〕20号', summary: '检查三个县' }, province);
    expect(codeOf(check.say('find', '2026-11-21', { ...found, id: 'F2' }, province))).toBe('CLOSED_PERIOD');
  });
});
