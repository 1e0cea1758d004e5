import { describe, expect, it } from '@jest/globals';
import { buildCase } from '../../case/case-builder';
import type { Consequence } from '../../case/case';
import { interview } from '../interview/interview';
import type { InterviewOpening } from '../interview/interview-acts';
import { act, low, organization, unit, type BuiltAct } from './posting-builder';
import { postingCase, type PostingCase } from './posting-case';

const told = (...acts: BuiltAct[]): PostingCase => {
  const posting = postingCase();
  for (const one of acts) posting.say(one.operation, one.occurredOn, one.body, one.by);
  return posting;
};
/** Talks the posting orders, each as the case it starts. */
const talksOf = (posting: PostingCase) =>
  posting
    .view()
    .consequences.filter((one): one is Extract<Consequence, { kind: 'start' }> => one.kind === 'start')
    .map(({ caseId, on, opening }) =>
      buildCase(interview, { caseId, openedOn: on, opening: opening as unknown as InterviewOpening }),
    );
const dues = (posting: PostingCase) => talksOf(posting).map((talk) => talk.deadline('interview')?.due);
/** The talk is held, and the posting is told. */
const hold = (posting: PostingCase, on: string): void => {
  const [talk] = talksOf(posting).filter((one) => !heldKeys(posting).includes(one.file().opening.key));
  talk?.say('hold', on, {}, { office: organization });
  for (const one of talk?.view().consequences ?? [])
    if (one.kind === 'tell') posting.say(one.operation, one.on, one.body, { office: 'system' });
};
const heldKeys = (posting: PostingCase): string[] =>
  posting
    .file()
    .acts.flatMap(({ operation, body }) => (operation === 'interviewHeld' ? [(body as { key: string }).key] : []));

const october = low('2026-10', '2026-11-05');
const december = low('2026-12', '2027-01-05');

describe('case 18 (C-3.7.f): low in October and November', () => {
  const twice = () => told(october, low('2026-11', '2026-12-04'));

  it('the county organization department owes one talk, due 14 December', () => {
    const [talk, ...others] = talksOf(twice());
    expect(others).toEqual([]);
    expect(talk?.deadline('interview')).toMatchObject({
      owner: organization,
      trigger: '2026-12-04',
      due: '2026-12-14',
    });
  });

  it('(C-3.7.h) and feedback to the unit three days after it is held', () => {
    const [talk] = talksOf(twice());
    expect(talk?.deadline('feedback')).toBeUndefined();
    talk?.say('hold', '2026-12-10', {}, { office: organization });
    expect(talk?.deadline('feedback')).toMatchObject({ owner: organization, trigger: '2026-12-10', due: '2026-12-13' });
    expect(talk?.view().notices).toMatchObject([{ kind: 'feedback', to: unit }]);
    talk?.say('feedback', '2026-12-14', { note: '已反馈' }, { office: organization });
    expect(talk?.deadline('feedback')).toMatchObject({ metOn: '2026-12-14' });
  });

  it('an undelivered copy lets the talk wait', () =>
    expect(talksOf(told(october, low('2026-11', '2026-12-04', false)))).toEqual([]));
});

describe('case 19 (C-3.7.f, D4): ranked and not low between', () => {
  it('calls for no talk', () => expect(talksOf(told(october, december))).toEqual([]));
});

describe('D4 (C-3.7.f): low in October and December, November without any bulletin', () => {
  const neutral = act('neutralMonth', '2027-01-01', { month: '2026-11' }, 'system');

  it('calls for a talk by 15 January', () => expect(dues(told(october, neutral, december))).toEqual(['2027-01-15']));

  it('and for none once its bulletin shows that he was ranked and not low', () =>
    expect(
      talksOf(told(october, neutral, december, act('notNeutralMonth', '2027-01-10', { month: '2026-11' }, 'system'))),
    ).toEqual([]));
});

describe('case 20 (C-3.7.f): over the year-end', () => {
  it('December and January call for a talk by 15 February', () =>
    expect(dues(told(december, low('2027-01', '2027-02-05')))).toEqual(['2027-02-15']));
});

describe('case 21 (C-3.7.i): low four months running', () => {
  const four = () =>
    told(low('2026-07', '2026-08-05'), low('2026-08', '2026-09-07'), low('2026-09', '2026-10-08'), october);

  it('two talks, July with August and September with October, and not three', () =>
    expect(talksOf(four()).map((talk) => talk.file().opening.because.months)).toEqual([
      ['2026-07', '2026-08'],
      ['2026-09', '2026-10'],
    ]));

  it('both held, handling is owed ten days from the second', () => {
    const posting = four();
    hold(posting, '2026-11-10');
    expect(posting.deadline('organizational-handling')).toBeUndefined();
    hold(posting, '2026-11-12');
    expect(posting.deadline('organizational-handling')).toMatchObject({
      owner: organization,
      trigger: '2026-11-12',
      due: '2026-11-22',
    });
  });

  it('a talk ordered by the department itself counts as one held', () => {
    const posting = told(act('orderInterview', '2026-10-01', { reason: '群众反映' }, organization));
    hold(posting, '2026-10-05');
    expect(posting.view().listed).toMatchObject({ interviewsHeld: 1 });
  });
});
