import { describe, expect, it } from '@jest/globals';
import { buildCase, codeOf, judgeBeginningOf } from '../../case/case-builder';
import { interview } from './interview';
import type { InterviewOpening } from './interview-acts';

const organization = 'organization-department:140423';
const opening: InterviewOpening = {
  county: '140423',
  cadre: 'C1',
  posting: 'posting:140423100:C1:1',
  unit: 'dispatching-unit:1404:U07',
  key: '2026-12+2027-01',
  because: { months: ['2026-12', '2027-01'], bulletins: [] },
  orderedOn: '2027-02-05',
};
const today = '2027-03-01';

type Given = [operation: string, occurredOn: string, body?: object];
const built = (...acts: Given[]) => {
  const running = buildCase(interview, {
    caseId: 'interview:140423:C1:1:2026-12+2027-01',
    openedOn: opening.orderedOn,
    opening,
    today,
  });
  for (const act of acts) running.say(...act);
  return running;
};
const viewOf = (...acts: Given[]) => built(...acts).view();
const judge = (next: Given, ...acts: Given[]) => built(...acts).say(...next);

describe('clause C-3.7: the interview', () => {
  it('is owed by the county organization department within the office’s days', () => {
    expect(viewOf()).toMatchObject({
      stage: 'ordered',
      deadlines: [
        {
          id: 'interview',
          owner: organization,
          trigger: '2027-02-05',
          period: { days: 10, unit: 'natural' },
          decisions: ['interviewDays'],
        },
      ],
      consequences: [],
    });
  });

  it('does not begin before it is ordered', () => {
    expect(judgeBeginningOf(interview, opening, { openedOn: '2027-02-04', today })).toMatchObject({
      code: 'BEFORE_BEGINNING',
    });
    expect(judgeBeginningOf(interview, opening, { openedOn: '2027-02-05', today })).toMatchObject({ admitted: true });
  });

  it('held: meets the deadline, feeds back to the unit, tells the posting what it rested on', () => {
    const view = viewOf(['hold', '2027-02-10']);
    expect(view).toMatchObject({
      stage: 'held',
      deadlines: [{ metOn: '2027-02-10' }, { id: 'feedback', trigger: '2027-02-10', owner: organization }],
      notices: [{ key: 'feedback', kind: 'feedback', to: opening.unit, on: '2027-02-10' }],
      consequences: [
        {
          kind: 'tell',
          caseId: opening.posting,
          operation: 'interviewHeld',
          on: '2027-02-10',
          body: { key: opening.key, because: opening.because, orderedOn: '2027-02-05', on: '2027-02-10' },
        },
      ],
    });
    expect(view.ended).toBeUndefined();
  });

  it('ends with the feedback, be it given on the spot or later', () => {
    expect(viewOf(['hold', '2027-02-10', { feedbackGiven: true }]).ended).toMatchObject({
      on: '2027-02-10',
      outcome: 'held',
    });
    expect(viewOf(['hold', '2027-02-10'], ['feedback', '2027-02-12', { note: '已当面反馈' }]).ended).toMatchObject({
      on: '2027-02-12',
    });
  });

  it('takes no feedback before it is held', () => {
    expect(judge(['feedback', '2027-02-12', { note: '反馈' }])).toMatchObject({ code: 'WRONG_STAGE' });
    expect(judge(['feedback', '2027-02-09', { note: '反馈' }], ['hold', '2027-02-10'])).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
    });
  });

  it('records a second holding as a supplement, and belongs to its own county', () => {
    expect(judge(['hold', '2027-02-11'], ['hold', '2027-02-10'])).toMatchObject({ admitted: true, keep: false });
    expect(built().say('hold', '2027-02-11', {}, { office: 'organization-department:140425' })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

describe('whose it is', () => {
  const offered = (office: string, operation: string, ...acts: Given[]) =>
    interview.offer(built(...acts).file(), operation, { by: { office }, today });

  it('is ordered by the rules, never by an office', () => {
    expect(
      judgeBeginningOf(interview, opening, { openedOn: opening.orderedOn, by: { office: organization } }),
    ).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(built().say('withdrawn', '2027-02-08', {}, { office: organization })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is its county’s and its unit’s, and no township’s or village’s', () => {
    expect(interview.scope(built().file())).toEqual({
      territories: ['140423'],
      villages: [],
      units: ['dispatching-unit:1404:U07'],
    });
  });

  it('offers the feedback from the day it was held, and nothing once it was fed back', () => {
    expect(offered(organization, 'feedback')).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
    expect(offered(organization, 'feedback', ['hold', '2027-02-10'])).toMatchObject({
      isOffered: true,
      window: { first: { on: '2027-02-10' }, last: { on: today } },
    });
    const over: Given[] = [
      ['hold', '2027-02-10'],
      ['feedback', '2027-02-12', { note: '已当面反馈' }],
    ];
    for (const operation of ['hold', 'feedback'])
      expect(offered(organization, operation, ...over)).toMatchObject({ refusal: { code: 'CASE_ENDED' } });
    expect(codeOf(judge(['feedback', '2027-02-13', { note: '再次反馈' }], ...over))).toBe('CASE_ENDED');
  });

  it('once withdrawn it is not held any more', () =>
    expect(codeOf(judge(['hold', '2027-02-09'], ['withdrawn', '2027-02-08']))).toBe('CASE_ENDED'));
});

describe('RULES 3.corrections [D month-corrections]: a correction', () => {
  it('withdraws an interview not yet held', () => {
    expect(viewOf(['withdrawn', '2027-02-08'])).toMatchObject({
      stage: 'withdrawn',
      ended: { on: '2027-02-08', outcome: 'withdrawn' },
      deadlines: [{ dropped: { on: '2027-02-08' } }],
    });
  });

  it('only annotates one that was held, which still asks for feedback', () => {
    const view = viewOf(['hold', '2027-02-10'], ['withdrawn', '2027-02-12']);
    expect(view).toMatchObject({
      stage: 'held',
      listed: { annotated: true, heldOn: '2027-02-10' },
      consequences: [{ operation: 'interviewHeld' }],
    });
    expect(view.ended).toBeUndefined();
  });
});
