import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeBeginningOf } from '../../case/case-builder';
import { basePolicy, settingsOf, type Settings } from '../../settings/policy-set';
import type { AnnualAssessment, AssessmentGrade } from './assessment-check';
import { cadrePosting } from './cadre-posting';
import type { PostingOpening } from './posting-acts';
import { builtOpening, cityStationing, unit } from './posting-builder';
import { postingCase, type PostingCase } from './posting-case';
import { selectionCheck } from './selection-check';

const settings = settingsOf(basePolicy);
const graded = (grades: Record<number, AssessmentGrade>): AnnualAssessment[] =>
  Object.entries(grades).map(([year, grade]) => ({ year: Number(year), grade }));
const posted = (opening: Partial<PostingOpening>, changes: Partial<Settings> = {}): PostingCase =>
  postingCase({ opening, changes });
const opened = (opening: Partial<PostingOpening>, openedOn = opening.postedOn ?? '2026-07-01') =>
  judgeBeginningOf(cadrePosting, { ...builtOpening, ...opening }, { openedOn, by: { office: unit } });
const whats = (posting: PostingCase): string =>
  JSON.stringify((posting.view() as unknown as { selection: { failures: unknown } }).selection.failures);
const flags = (opening: Partial<PostingOpening>): string =>
  JSON.stringify((opened(opening) as { answer?: { flags: unknown } }).answer?.flags);
const isPassed = (posting: PostingCase) => posting.view().listed['selectionPassed'];

describe('case 48 (C-2.1.d, D10): the three complete years before the posting, each graded', () => {
  it.each<[string, Record<number, AssessmentGrade>]>([
    ['称职 for 2020–2022 only', { 2020: 'competent', 2021: 'competent', 2022: 'competent' }],
    ['未定等次 for 2023–2025', { 2023: 'none', 2024: 'none', 2025: 'none' }],
    ['no grades', {}],
  ])('%s: not passed, recall owed', (_title, grades) => {
    const posting = posted({ annualAssessments: graded(grades) });
    expect(isPassed(posting)).toBe(false);
    for (const year of [2023, 2024, 2025]) expect(whats(posting)).toContain(`${year}年度`);
    expect(posting.deadline('recall')).toMatchObject({ owner: cityStationing, due: '2026-07-06' });
  });
});

describe('case 49 (C-2.1.d, D10): passed, and short careers', () => {
  const short = { annualAssessments: graded({ 2025: 'competent', 2024: 'probation' }), careerBegan: '2024-09-01' };

  it('three years 称职 or better pass without a flag', () => {
    const annualAssessments = graded({ 2025: 'excellent', 2024: 'competent', 2023: 'competent' });
    expect(opened({ annualAssessments })).toMatchObject({ answer: { passed: true, flags: [] } });
  });

  it('a career begun in 2024 with a year of probation passes with a flag', () => {
    expect(isPassed(posted(short))).toBe(true);
    expect(flags(short)).toContain('2023、2024年度在试用期或参加工作之前');
  });

  it('where the office refuses short careers, not', () => {
    const posting = posted(short, { shortCareer: 'refuse' });
    expect(isPassed(posting)).toBe(false);
    expect(posting.deadline('recall')?.due).toBe('2026-07-06');
  });

  it('with not one year left, not', () =>
    expect(isPassed(posted({ annualAssessments: [], careerBegan: '2026-01-10' }))).toBe(false));
});

describe('case 50 (C-2.1.d, D10): last year’s grade not out yet', () => {
  const early = { postedOn: '2027-02-15', annualAssessments: graded({ 2024: 'competent', 2025: 'competent' }) };
  const handedIn = (grade: AssessmentGrade) => ({ annualAssessments: graded({ 2026: grade }) });
  /** What the case tells itself when the day has passed. */
  const passDay = (posting: PostingCase) => {
    const told = posting.view().consequences.find(({ key }) => key === 'grade-overdue:2026');
    if (told?.kind === 'tell') posting.say(told.operation, told.on, told.body, { office: 'system' });
    return told;
  };

  it('passes with a flag, the grade owed by the unit by 30 April', () => {
    const posting = posted(early);
    expect(isPassed(posting)).toBe(true);
    expect(flags(early)).toContain('2026年度考核等次尚未确定');
    expect(posting.deadline('grade:2026')).toMatchObject({ owner: unit, due: '2027-04-30' });
    expect(posting.deadline('recall')).toBeUndefined();
  });

  it('on 1 May without it: not passed, recall owed from that day', () => {
    const posting = posted(early);
    expect(passDay(posting)).toMatchObject({ on: '2027-05-01' });
    expect(isPassed(posting)).toBe(false);
    expect(posting.deadline('recall')).toMatchObject({
      owner: cityStationing,
      trigger: '2027-05-01',
      due: '2027-05-06',
    });
    expect(posting.view().notices).toContainEqual(expect.objectContaining({ on: '2027-05-01', to: cityStationing }));
  });

  it('handed in on 30 April it is in time, and nothing follows', () => {
    const posting = posted(early);
    expect(posting.asks('recheck', '2027-04-30', handedIn('competent'))).toBe('admitted');
    expect(posting.stateOn('grade:2026', '2027-05-01')).toBe('met');
    expect([passDay(posting), posting.deadline('recall')]).toEqual([undefined, undefined]);
  });

  it('基本称职 fails on the day it is handed in', () => {
    const posting = posted(early);
    posting.asks('recheck', '2027-04-10', handedIn('basically-competent'));
    expect(posting.deadline('recall')?.trigger).toBe('2027-04-10');
  });

  it('handed in late and good, the ground falls away', () => {
    const posting = posted(early);
    passDay(posting);
    posting.asks('recheck', '2027-05-03', handedIn('excellent'));
    expect(posting.stateOn('grade:2026', '2027-05-03')).toBe('met-late');
    expect(posting.deadline('recall')).toMatchObject({ dropped: { on: '2027-05-03' } });
    expect(posting.view().stage).toBe('on-post');
  });

  it('registered only after the day, it fails at once', () =>
    expect(isPassed(postingCase({ opening: early, openedOn: '2027-05-10' }))).toBe(false));

  it('the unit hands in what is not stated yet; what is, a stationing office corrects', () => {
    const posting = posted(early);
    const again = { annualAssessments: graded({ 2025: 'excellent' }) };
    expect(posting.say('recheck', '2027-03-01', again, { office: unit })).toMatchObject({
      code: 'NOT_ALLOWED',
      field: 'annualAssessments',
    });
    expect(posting.asks('recheck', '2027-03-01', { identity: 'ok' })).toBe('NOT_ALLOWED');
    expect(posting.asks('recheck', '2027-03-01', {})).toBe('INVALID_INPUT');
    expect(posting.asks('recheck', '2027-03-01', { annualAssessments: graded({ 2027: 'competent' }) })).toBe(
      'INVALID_INPUT',
    );
    expect(posting.asks('recheck', '2027-03-01', again, cityStationing)).toBe('admitted');
  });
});

describe('(C-2.1.m, D1): a spot check finds it later', () => {
  it('the recall is owed from the day it is recorded', () => {
    const posting = postingCase();
    expect(posting.asks('recheck', '2026-07-20', { identity: 'not-ok' }, cityStationing)).toBe('admitted');
    expect(posting.deadline('recall')).toMatchObject({
      owner: cityStationing,
      trigger: '2026-07-20',
      due: '2026-07-25',
    });
  });
});

describe('case 51 (C-2.1.e, f): age in completed years on the day', () => {
  it.each([
    ['member', '1970-07-01', false],
    ['member', '1970-07-02', true],
    ['team-leader', '1975-07-02', true],
    ['team-leader', '1975-07-01', false],
  ] as const)('a %s born on %s, posted on 1 July 2026: passed %s', (role, bornOn, passed) =>
    expect(isPassed(posted({ role, bornOn }))).toBe(passed),
  );
});

describe('case 52 (C-2.1.c, D23): posted without the city stationing office’s check', () => {
  const unchecked = { cityCheckedOn: undefined };

  it('is admitted and flagged 未经前置审核', () => {
    expect(opened(unchecked)).toMatchObject({ admitted: true, answer: { passed: true } });
    expect(flags(unchecked)).toContain('未经前置审核：没有市级驻村办的审核');
    expect(posted(unchecked).view()).toMatchObject({ stage: 'on-post' });
  });

  it('unit and city stationing office are named, nobody else', () => {
    const warned = posted(unchecked)
      .view()
      .notices.filter(({ title }) => title === '选派未经前置审核');
    expect(warned.map(({ to }) => to)).toEqual([unit, cityStationing]);
    expect(posted({}).view().notices).toEqual([]);
  });

  it('a check after the posting has not preceded it', () =>
    expect(flags({ cityCheckedOn: '2026-07-02' })).toContain('在任职之后'));

  it('a candidate for a vacant post is flagged the same', () => {
    const posting = postingCase();
    posting.asks('recall', '2026-08-12', { reason: '工作需要', path: 'other' });
    const { bornOn, education, identity, annualAssessments } = builtOpening;
    const body = { cadreId: 'C2', bornOn, education, identity, annualAssessments, countyCheckedOn: '2026-08-13' };
    expect(posting.say('candidate', '2026-08-14', body, { office: unit })).toMatchObject({
      answer: { flags: [{ what: '未经前置审核：没有市级驻村办的审核' }] },
    });
  });
});

describe('case 84 (C-2.1.d, D10): years outside do not count', () => {
  it('2024 基本称职 lies outside; 2027 before the career is flagged', () => {
    const opening = {
      postedOn: '2030-07-01',
      careerBegan: '2028-01-01',
      annualAssessments: graded({ 2029: 'excellent', 2028: 'competent', 2024: 'basically-competent' }),
    };
    expect(isPassed(posted(opening))).toBe(true);
    expect(flags(opening)).toContain('2027年度');
  });

  it('2017–2019 alone are never passed silently', () => {
    const annualAssessments = graded({ 2019: 'competent', 2018: 'competent', 2017: 'competent' });
    const posting = posted({ postedOn: '2030-07-01', annualAssessments });
    expect(isPassed(posting)).toBe(false);
    for (const year of [2029, 2028, 2027]) expect(whats(posting)).toContain(`${year}年度`);
  });
});

describe('C-2.1.d: passes exactly when each of the three years does, whatever else is stated', () => {
  const grade = fc.constantFrom<AssessmentGrade>(
    'excellent',
    'competent',
    'basically-competent',
    'incompetent',
    'none',
  );
  const stated = fc.uniqueArray(fc.record({ year: fc.integer({ min: 2018, max: 2026 }), grade }), {
    selector: ({ year }) => year,
  });

  it('from May on, in any order', () =>
    fc.assert(
      fc.property(stated, fc.constantFrom('2026-05-01', '2026-12-31'), (annualAssessments, on) => {
        const good = [2023, 2024, 2025].every((year) =>
          annualAssessments.some((one) => one.year === year && ['excellent', 'competent'].includes(one.grade)),
        );
        const { passed, flags: found } = selectionCheck({ ...builtOpening, annualAssessments }, on, settings);
        expect([passed, found]).toEqual([good, []]);
      }),
      { numRuns: 500 },
    ));
});
