import { describe, expect, it } from '@jest/globals';
import type { CaseFile, KeptAct } from '../../case/case';
import { interview, type InterviewOpening } from './interview';
import { basePolicy } from '../../settings/policy-set';

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

type Given = [operation: string, occurredOn: string, body?: object];
const actOf = ([operation, occurredOn, body = {}]: Given, index = 0, office = organization): KeptAct => ({
  key: `${operation}-${index}`,
  operation,
  occurredOn,
  by: { office },
  body,
  sequence: index + 1,
  recordedAt: '2027-03-01T00:00:00.000Z',
});
const file = (...acts: Given[]): CaseFile<InterviewOpening> => ({
  caseId: 'interview:140423:C1:1:2026-12+2027-01',
  openedOn: opening.orderedOn,
  openedBy: { office: 'system' },
  opening,
  policy: basePolicy,
  calendar: { version: 'none', years: {} },
  acts: acts.map((act, index) => actOf(act, index)),
  undelivered: [],
});
const judge = (next: Given, ...acts: Given[]) => interview.judge(file(...acts), actOf(next, 9), '2027-03-01');

describe('clause C-3.7: the interview', () => {
  it('is owed by the county organization department within the office’s days', () => {
    expect(interview.view(file())).toMatchObject({
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
    expect(interview.judgeOpening(opening, '2027-02-04', '2027-03-01', basePolicy)).toMatchObject({
      code: 'BEFORE_BEGINNING',
    });
    expect(interview.judgeOpening(opening, '2027-02-05', '2027-03-01', basePolicy)).toMatchObject({ admitted: true });
  });

  it('held: meets the deadline, feeds back to the unit, tells the posting what it rested on', () => {
    const view = interview.view(file(['hold', '2027-02-10']));
    expect(view).toMatchObject({
      stage: 'held',
      deadlines: [{ metOn: '2027-02-10' }],
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
    expect(interview.view(file(['hold', '2027-02-10', { feedbackGiven: true }])).ended).toMatchObject({
      on: '2027-02-10',
      outcome: 'held',
    });
    expect(
      interview.view(file(['hold', '2027-02-10'], ['feedback', '2027-02-12', { note: '已当面反馈' }])).ended,
    ).toMatchObject({ on: '2027-02-12' });
  });

  it('takes no feedback before it is held', () => {
    expect(judge(['feedback', '2027-02-12', { note: '反馈' }])).toMatchObject({ code: 'WRONG_STAGE' });
    expect(judge(['feedback', '2027-02-09', { note: '反馈' }], ['hold', '2027-02-10'])).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
    });
  });

  it('records a second holding as a supplement, and belongs to its own county', () => {
    expect(judge(['hold', '2027-02-11'], ['hold', '2027-02-10'])).toMatchObject({ admitted: true, keep: false });
    const foreign = actOf(['hold', '2027-02-11'], 9, 'organization-department:140425');
    expect(interview.judge(file(), foreign, '2027-03-01')).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('rules part 4 [D]: a correction', () => {
  it('withdraws an interview not yet held', () => {
    expect(interview.view(file(['withdrawn', '2027-02-08']))).toMatchObject({
      stage: 'withdrawn',
      ended: { on: '2027-02-08', outcome: 'withdrawn' },
      deadlines: [{ dropped: { on: '2027-02-08' } }],
    });
  });

  it('only annotates one that was held, which still asks for feedback', () => {
    const view = interview.view(file(['hold', '2027-02-10'], ['withdrawn', '2027-02-12']));
    expect(view).toMatchObject({
      stage: 'held',
      listed: { annotated: true, heldOn: '2027-02-10' },
      consequences: [{ operation: 'interviewHeld' }],
    });
    expect(view.ended).toBeUndefined();
  });
});
