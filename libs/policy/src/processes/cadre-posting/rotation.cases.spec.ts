import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../dates/civil-date';
import { act, builtOpening, countyStationing, held, organization, unit } from './posting-builder';
import { postingCase, type PostingCase } from './posting-case';

const { bornOn, education, identity, annualAssessments } = builtOpening;
const newcomer = { cadreId: 'C2', bornOn, education, identity, annualAssessments };
/** A term that ends on 31 December 2026. */
const inTerm = (): PostingCase => postingCase({ opening: { termEndsOn: '2026-12-31' } });
const endsTerm = (posting: PostingCase, on: string) =>
  posting.say('end', on, { reason: 'term-ended' }, { office: unit });

describe('case 53 (C-2.1.k, D23): the end of a term', () => {
  it('without a newcomer is refused until 5 January, saying what is expected', () => {
    for (const on of ['2026-12-31', '2027-01-05'])
      expect(endsTerm(inTerm(), on)).toMatchObject({
        code: 'TOO_EARLY',
        clause: 'C-2.1',
        detail: expect.stringContaining('自2027年1月6日'),
      });
  });

  it('from 6 January is admitted: the post is vacant and overdue, and the case goes on', () => {
    const posting = inTerm();
    expect(endsTerm(posting, '2027-01-06')).toMatchObject({ admitted: true });
    expect(posting.view()).toMatchObject({ stage: 'vacant', listed: { vacantSince: '2027-01-06' } });
    expect(posting.deadline('replacement')).toMatchObject({ owner: unit, trigger: '2026-12-31', due: '2027-01-05' });
    expect(posting.stateOn('replacement', '2027-01-06')).toBe('overdue');
    expect(posting.view().notices).toContainEqual(
      expect.objectContaining({ title: '补派逾期', on: '2027-01-06', to: organization }),
    );
    expect(posting.endedOn()).toBeNull();
  });

  it('the vacant post is filled and handed over, and then ended', () => {
    const posting = inTerm();
    endsTerm(posting, '2027-01-06');
    expect(posting.asks('absence', '2027-01-07', {})).toBe('WRONG_STAGE');
    expect(posting.asks('recall', '2027-01-07', { reason: '召回', path: 'other' })).toBe('WRONG_STAGE');
    expect(endsTerm(posting, '2027-01-08')).toMatchObject({ code: 'WRONG_STAGE' });
    const grades = [2024, 2025, 2026].map((year) => ({ year, grade: 'competent' as const }));
    expect(posting.asks('candidate', '2027-01-10', { ...newcomer, annualAssessments: grades })).toBe('admitted');
    expect(posting.asks('handover', '2027-01-12', { items: ['工作台账'] })).toBe('admitted');
    expect(posting.view().ended).toMatchObject({ on: '2027-01-12', outcome: 'term-ended' });
  });

  it('with a newcomer from 28 December and a handover of the 30th is admitted on the 31st', () => {
    const posting = inTerm();
    expect(posting.asks('candidate', '2026-12-28', newcomer)).toBe('admitted');
    expect(posting.view()).toMatchObject({ stage: 'handover', listed: { vacantSince: null } });
    expect(endsTerm(posting, '2026-12-29')).toMatchObject({ code: 'TOO_EARLY' });
    expect(posting.asks('handover', '2026-12-27', { items: ['工作台账'] })).toBe('CONDITIONS_NOT_MET');
    expect(posting.asks('handover', '2026-12-30', { items: ['工作台账'] })).toBe('admitted');
    expect(posting.view().stage).toBe('on-post');
    expect(endsTerm(posting, '2026-12-31')).toMatchObject({ admitted: true });
    expect(posting.view().ended).toMatchObject({ on: '2026-12-31', outcome: 'term-ended' });
    expect(posting.view().consequences).toMatchObject([
      { kind: 'start', on: '2026-12-28', opening: { cadreId: 'C2', replaces: posting.file().caseId } },
    ]);
  });

  it('a newcomer who has not taken over yet does not do', () => {
    const posting = inTerm();
    posting.asks('candidate', '2026-12-28', newcomer);
    expect(endsTerm(posting, '2026-12-31')).toMatchObject({ code: 'TOO_EARLY' });
  });

  it('a term nobody has stated is asked for', () => {
    const posting = postingCase();
    expect(endsTerm(posting, '2027-01-06')).toMatchObject({ code: 'CONDITIONS_NOT_MET', field: 'termEndedOn' });
    const stated = { reason: 'term-ended', termEndedOn: '2026-12-31' } as const;
    expect(posting.say('end', '2027-01-05', stated, { office: unit })).toMatchObject({ code: 'TOO_EARLY' });
    expect(posting.say('end', '2027-01-06', stated, { office: unit })).toMatchObject({ admitted: true });
  });

  it('other reasons are not rotation', () =>
    expect(inTerm().asks('end', '2026-12-20', { reason: 'transferred' }, countyStationing)).toBe('admitted'));
});

describe('case 11 (C-2.1.k, D23): when nothing of C-3.7 is owed any more, the end of the term is judged by D23 alone', () => {
  it('refused for want of a handover, and admitted with one', () => {
    const talked = postingCase({ opening: { termEndsOn: '2026-11-25' } });
    for (const one of [
      held('2026-10-15', '2026-10-08', ['2026-08', '2026-09']),
      held('2026-11-20', '2026-11-10', [], ['M1', 'M2']),
      act('organizationalHandling', '2026-11-24', { decision: 'none', reason: '情节较轻' }, organization),
    ])
      talked.say(one.operation, one.occurredOn, one.body, one.by);
    expect(endsTerm(talked, '2026-11-25')).toMatchObject({ code: 'TOO_EARLY', clause: 'C-2.1' });
    talked.asks('candidate', '2026-11-23', newcomer);
    talked.asks('handover', '2026-11-25', { items: ['工作台账'] });
    expect(endsTerm(talked, '2026-11-25')).toMatchObject({ admitted: true });
  });
});

describe('C-2.1.k: a term is left only after a handover, or when its days are over', () => {
  const term = '2026-12-31';
  const day = fc.integer({ min: -10, max: 15 }).map((days) => addDays(term, days));

  it('whenever the newcomer comes and takes over', () =>
    fc.assert(
      fc.property(day, day, day, (appointedOn, handedOverOn, on) => {
        const posting = inTerm();
        posting.asks('candidate', appointedOn, newcomer);
        const isAppointed = posting.file().acts.some(({ operation }) => operation === 'candidate');
        const isHandedOver = isAppointed && handedOverOn >= appointedOn && handedOverOn <= on;
        posting.asks('handover', handedOverOn, { items: ['台账'] });
        const isOver = on > addDays(term, 5);
        expect([on, endsTerm(posting, on).admitted]).toEqual([on, isHandedOver || isOver]);
      }),
      { numRuns: 300 },
    ));
});
