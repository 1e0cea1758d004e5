import type { Actor } from '../../case/case';
import { buildCase, codeOf, judgeBeginningOf } from '../../case/case-builder';
import { isInScope } from '../../case/scope';
import { inspection } from './inspection';
import type { InspectionKind, InspectionOpening } from './inspection-acts';
import { sha256 } from './sha256';

const seed = 'seed-known-to-the-office-only';
const province: Actor = { office: 'stationing-office:14' };
const system: Actor = { office: 'system' };
const opening: InspectionOpening = {
  territory: '14',
  kind: 'flight-check',
  scope: '14',
  plannedOn: '2026-11-10',
  note: null,
  sample: { seedHash: sha256(seed), frame: [{ id: 'V1', stratum: 'a' }], size: 1, excludeMonths: 6 },
  follows: null,
};
const open = (more: Partial<InspectionOpening> = {}) =>
  buildCase(inspection, {
    caseId: 'inspection:14:flight-check:1',
    openedOn: '2026-11-03',
    opening: { ...opening, ...more },
  });
type Sample = ReturnType<typeof open>;
const offerOf = (check: Sample, operation: string, by = province) =>
  inspection.offer(check.file(), operation, { by, today: '2026-11-20' });
const refusedAs = (code: string, clause = 'C-3.4') => ({ isOffered: false, refusal: { code, clause } });
const found = { id: 'F1', place: '140423100201', list: 'monitoring-help', what: '帮扶措施未落实' };
const begun = (more: Partial<InspectionOpening> = {}): Sample => {
  const check = open({ sample: null, ...more });
  check.say('begin', '2026-11-10', {}, { office: `stationing-office:${more.territory ?? '14'}` });
  return check;
};

describe('whose an inspection is', () => {
  it.each<[string, InspectionKind, string, string]>([
    ['flight check of a county by its city', 'flight-check', '140423', 'stationing-office:1404'],
    ['inspection of the special team by the 驻村办', 'inspection', '14', 'stationing-office:14'],
    ['flight check by the special team', 'flight-check', '14', 'inspection-team:14'],
    ['quiz of another county', 'spot-quiz', '140429', 'stationing-office:140423'],
  ])('no %s: who inspects makes the plan', (_title, kind, territory, office) => {
    const made = { ...opening, kind, territory, scope: territory };
    expect(codeOf(judgeBeginningOf(inspection, made, { openedOn: '2026-11-03' }))).toBe('admitted');
    expect(codeOf(judgeBeginningOf(inspection, made, { openedOn: '2026-11-03', by: { office } }))).toBe('NOT_ALLOWED');
  });

  it('cites the clause of its kind, and lets the inspecting office plan', () => {
    const quiz = { ...opening, kind: 'spot-quiz' as const, territory: '140423', scope: '140423' };
    const planned = (office: string) => judgeBeginningOf(inspection, quiz, { openedOn: '2026-11-03', by: { office } });
    expect(planned('stationing-office:1404')).toMatchObject({ code: 'NOT_ALLOWED', clause: 'C-2.5' });
    expect(codeOf(planned('stationing-office:140423'))).toBe('admitted');
  });

  it.each(['inspection-team:14', 'stationing-office:1404', 'stationing-office:15'])(
    'is not offered to %s, which did not plan it',
    (office) => {
      for (const operation of ['draw', 'begin', 'find', 'recordQuiz', 'conclude', 'withdrawFinding', 'cancel'])
        expect(offerOf(open(), operation, { office })).toMatchObject(refusedAs('NOT_ALLOWED', expect.any(String)));
    },
  );

  it('is seen by the inspecting office’s own level and those above it, by nobody who is inspected', () => {
    const scope = inspection.scope(open({ territory: '1404', scope: '1404' }).file());
    const sees = (office: string) => isInScope(scope, office);
    expect(['stationing-office:1404', 'stationing-office:14'].map(sees)).toEqual([true, true]);
    expect(
      [
        'stationing-office:140423',
        'party-committee:140423100',
        'village-committee:140423100204',
        'dispatching-unit:1404:U1',
      ].map(sees),
    ).toEqual([false, false, false, false]);
  });
});

describe('in which state an inspection is offered what', () => {
  it('a draw once it is known who is left out, once, and only where a sample is planned', () => {
    expect(offerOf(open({ sample: null }), 'draw')).toMatchObject({
      isOffered: false,
      refusal: { code: 'WRONG_STAGE', detail: expect.stringContaining('没有抽样方案') },
    });
    const check = open();
    expect(offerOf(check, 'draw')).toMatchObject(refusedAs('WRONG_STAGE'));
    check.say('drawnRead', '2026-11-03', [], system);
    expect(offerOf(check, 'draw')).toMatchObject({ isOffered: true });
    check.say('draw', '2026-11-10', { seed }, province);
    expect(offerOf(check, 'draw')).toMatchObject(refusedAs('ALREADY_DONE'));
  });

  it('its beginning from the day of the draw; said again it is a supplement', () => {
    const check = open();
    expect(offerOf(check, 'begin')).toMatchObject(refusedAs('WRONG_STAGE'));
    check.say('drawnRead', '2026-11-03', [], system);
    check.say('draw', '2026-11-10', { seed }, province);
    expect(check.say('begin', '2026-11-09', {}, province)).toMatchObject({
      code: 'BEFORE_BEGINNING',
      field: 'occurredOn',
    });
    check.say('begin', '2026-11-10', {}, province);
    expect(offerOf(check, 'begin')).toMatchObject({ isOffered: true, told: expect.stringContaining('补充记录') });
    expect(check.say('begin', '2026-11-11', {}, province)).toMatchObject({ admitted: true, keep: false });
  });

  it('a quiz in a quiz alone; its bulletin once somebody was asked', () => {
    expect(offerOf(begun(), 'recordQuiz')).toMatchObject(refusedAs('WRONG_STAGE'));
    expect(offerOf(open({ sample: null }), 'conclude')).toMatchObject(refusedAs('WRONG_STAGE'));
    const county = { office: 'stationing-office:140423' };
    const quiz = begun({ kind: 'spot-quiz', territory: '140423', scope: '140423' });
    expect(offerOf(quiz, 'recordQuiz', county)).toMatchObject({ isOffered: true });
    const results = [{ cadre: 'C1', asked: 5, correct: 5 }];
    expect(quiz.say('recordQuiz', '2026-11-09', { results }, county)).toMatchObject({
      code: 'BEFORE_BEGINNING',
      field: 'occurredOn',
    });
    expect(offerOf(quiz, 'conclude', county)).toMatchObject(refusedAs('CONDITIONS_NOT_MET', 'C-2.5'));
    quiz.say('recordQuiz', '2026-11-11', { results }, county);
    expect(offerOf(quiz, 'conclude', county)).toMatchObject({ isOffered: true });
    quiz.say('conclude', '2026-11-12', { number: '襄驻办〔2026〕12号', summary: '抽查一人' }, county);
    for (const operation of ['recordQuiz', 'conclude'])
      expect(offerOf(quiz, operation, county)).toMatchObject(refusedAs('CLOSED_PERIOD', 'C-2.5'));
  });

  it('a bulletin not before its last finding, and a correction while a finding stands', () => {
    const check = begun();
    check.say('find', '2026-11-12', found, province);
    const bulletin = { number: '晋驻办〔2026〕20号', summary: '检查三个县' };
    expect(check.say('conclude', '2026-11-11', bulletin, province)).toMatchObject({
      code: 'BEFORE_BEGINNING',
      field: 'occurredOn',
    });
    expect(offerOf(check, 'withdrawFinding')).toMatchObject(refusedAs('WRONG_STAGE'));
    check.say('conclude', '2026-11-12', bulletin, province);
    expect(offerOf(check, 'find')).toMatchObject(refusedAs('CLOSED_PERIOD'));
    const correction = { number: '晋驻办〔2026〕21号', finding: 'F1', reason: '核实不属实' };
    expect(codeOf(check.say('withdrawFinding', '2026-11-11', correction, province))).toBe('BEFORE_BEGINNING');
    expect(codeOf(check.say('withdrawFinding', '2026-11-13', correction, province))).toBe('admitted');
    expect(offerOf(check, 'withdrawFinding')).toMatchObject(refusedAs('ALREADY_DONE'));
  });

  it('no correction of a bulletin without findings, and no cancelling of what has begun', () => {
    const check = begun();
    expect(offerOf(check, 'cancel')).toMatchObject(refusedAs('WRONG_STAGE'));
    expect(offerOf(open(), 'cancel')).toMatchObject({ isOffered: true });
    check.say('conclude', '2026-11-12', { number: '晋驻办〔2026〕20号', summary: '未发现问题' }, province);
    expect(offerOf(check, 'withdrawFinding')).toMatchObject(refusedAs('UNKNOWN_SUBJECT'));
  });

  it('the counties of a follow-up once they are known, by its city; no bulletin of its own', () => {
    const city = { office: 'stationing-office:1404' };
    const follow = begun({
      territory: '1404',
      scope: '1404',
      kind: 'follow-check',
      follows: { case: 'inspection:14:flight-check:1', foundIn: ['140423'], matters: ['F1．帮扶措施未落实'] },
    });
    expect(offerOf(follow, 'checkCounty', city)).toMatchObject(refusedAs('UNKNOWN_SUBJECT'));
    follow.say('placesRead', '2026-11-03', [{ place: '140423' }, { place: '140425' }, { place: '140426' }], system);
    expect(offerOf(follow, 'checkCounty', city)).toMatchObject({ isOffered: true });
    expect(offerOf(follow, 'checkCounty', { office: 'stationing-office:1405' })).toMatchObject(
      refusedAs('NOT_ALLOWED'),
    );
    const ofCounty = { office: 'stationing-office:1404' };
    expect(offerOf(begun({ territory: '140423', scope: '140423' }), 'checkCounty', ofCounty)).toMatchObject(
      refusedAs('NOT_ALLOWED'),
    );
    expect(offerOf(follow, 'conclude', city)).toMatchObject(refusedAs('WRONG_STAGE'));
    const checked = { county: '140425', found: 0, what: '未发现' };
    follow.say('checkCounty', '2026-11-12', checked, city);
    expect(follow.say('checkCounty', '2026-11-13', checked, city)).toMatchObject({
      keep: false,
      told: expect.stringContaining('补充记录'),
    });
  });
});
