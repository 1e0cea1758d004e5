import { describe, expect, it } from '@jest/globals';
import { unit } from './posting-builder';
import { absentTwice, postingCase, type PostingCase } from './posting-case';

const absenceHandling = 'organizational-handling:absence';
const recalled = { reason: '两次无故脱岗', path: 'absence' } as const;
const excuse = (posting: PostingCase, on: string, absenceOn = '2026-08-10') =>
  posting.asks('approveLeaveAfterwards', on, { absenceOn, reason: '补办病假手续' });
const dues = (posting: PostingCase) => ['recall', absenceHandling].map((id) => posting.deadline(id)?.due);

describe('case 69 (C-3.7.d, D15): handling has decided the recall', () => {
  it('leave approved the day after is refused, and nothing changes', () => {
    const posting = absentTwice();
    posting.asks('organizationalHandling', '2026-08-11', { decision: 'recall', reason: '两次无故脱岗' });
    const before = posting.view();
    expect(excuse(posting, '2026-08-12')).toBe('WRONG_STAGE');
    expect(posting.view()).toEqual(before);
    expect(posting.view().listed).toMatchObject({ absences: 2, recallPending: true });
  });

  it.each(['warning', 'post-adjustment', 'demotion'] as const)('so does handling by %s', (decision) => {
    const posting = absentTwice();
    posting.asks('organizationalHandling', '2026-08-11', { decision, reason: '两次无故脱岗' });
    expect(excuse(posting, '2026-08-12')).toBe('WRONG_STAGE');
  });
});

describe('an absence after the decision', () => {
  it('is not decided upon yet: it can be excused, those before cannot', () => {
    const posting = absentTwice();
    posting.asks('organizationalHandling', '2026-08-11', { decision: 'warning', reason: '两次无故脱岗' });
    posting.asks('absence', '2026-08-13', {});
    expect(excuse(posting, '2026-08-14', '2026-08-13')).toBe('admitted');
    expect(excuse(posting, '2026-08-14', '2026-08-10')).toBe('WRONG_STAGE');
  });
});

describe('case 70 (C-3.7.d, D15): recalled on 12 August', () => {
  const away = () => {
    const posting = absentTwice();
    posting.asks('recall', '2026-08-12', recalled);
    return posting;
  };

  it('leave entered with the date 9 August is refused, naming the decision', () => {
    const leave = { from: '2026-08-10', to: '2026-08-10', reason: '看病' };
    const refused = away().say('leave', '2026-08-09', leave, { office: 'party-committee:140423100' });
    expect(refused).toMatchObject({ code: 'WRONG_STAGE', clause: 'C-3.7', detail: expect.stringContaining('8月12日') });
    expect(away().asks('leave', '2026-08-09', { ...leave, from: '2026-08-11', to: '2026-08-11' })).toBe('admitted');
  });

  it('approval dated the day itself is refused, and so is an earlier date', () => {
    expect(['2026-08-12', '2026-08-13', '2026-08-11'].map((on) => excuse(away(), on))).toEqual([
      'WRONG_STAGE',
      'WRONG_STAGE',
      'WRONG_STAGE',
    ]);
  });

  it('a recall by any path decides it', () => {
    const posting = postingCase();
    posting.asks('absence', '2026-08-10', {});
    posting.asks('recall', '2026-08-12', { reason: '工作需要', path: 'other' });
    expect(excuse(posting, '2026-08-11')).toBe('WRONG_STAGE');
  });
});

describe('case 71 (C-3.7.d, D15): nothing decided', () => {
  it('leave approved on 11 August excuses the absence; recall and handling fall away, the reminder stands', () => {
    const posting = absentTwice();
    expect(dues(posting)).toEqual(['2026-08-15', '2026-08-20']);
    expect(excuse(posting, '2026-08-11')).toBe('admitted');
    expect(posting.view().listed).toMatchObject({ absences: 1, recallPending: false, noExcellentYear: null });
    for (const id of ['recall', absenceHandling])
      expect(posting.deadline(id)).toMatchObject({
        dropped: { on: '2026-08-11', reason: expect.stringContaining('补假') },
      });
    expect(posting.deadline('reminder:2026-08-03')).toMatchObject({ metOn: '2026-08-04' });
  });

  it('the day before a decision that is recorded later still excuses it', () => {
    const posting = absentTwice();
    expect(excuse(posting, '2026-08-11')).toBe('admitted');
    expect(posting.say('recall', '2026-08-12', recalled, { office: unit })).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
    });
  });
});

describe('D15 (C-3.7.d): the decider first takes the decision back', () => {
  const decided = (decision: 'warning' | 'recall') => {
    const posting = absentTwice();
    posting.asks('organizationalHandling', '2026-08-11', { decision, reason: '两次无故脱岗' });
    return posting;
  };
  const takeBack = (posting: PostingCase, on: string) =>
    posting.asks('takeBackHandling', on, { reason: '该日在县医院就诊，已补交证明' });

  it.each(['warning', 'recall'] as const)(
    'handling by %s of 11 August taken back on the 12th: leave is then approved',
    (decision) => {
      const posting = decided(decision);
      expect(excuse(posting, '2026-08-12')).toBe('WRONG_STAGE');
      expect(takeBack(posting, '2026-08-12')).toBe('admitted');
      expect(posting.deadline(absenceHandling)?.metOn).toBeUndefined();
      expect(excuse(posting, '2026-08-12')).toBe('admitted');
      expect(posting.view().listed).toMatchObject({ absences: 1, recallPending: false });
    },
  );

  it('without leave handling is owed again, and can be made anew', () => {
    const posting = decided('warning');
    takeBack(posting, '2026-08-12');
    expect(dues(posting)).toEqual(['2026-08-15', '2026-08-20']);
    expect(posting.asks('organizationalHandling', '2026-08-12', { decision: 'demotion', reason: '两次无故脱岗' })).toBe(
      'admitted',
    );
    expect(posting.deadline(absenceHandling)?.metOn).toBe('2026-08-12');
    expect(excuse(posting, '2026-08-12')).toBe('WRONG_STAGE');
  });

  it('is refused where nothing was decided, once he has been recalled, before the decision, and of another office', () => {
    expect(takeBack(absentTwice(), '2026-08-12')).toBe('WRONG_STAGE');
    const gone = decided('recall');
    gone.asks('recall', '2026-08-12', recalled);
    expect(takeBack(gone, '2026-08-13')).toBe('WRONG_STAGE');
    expect(takeBack(decided('warning'), '2026-08-10')).toBe('BEFORE_BEGINNING');
    const others = decided('warning').asks(
      'takeBackHandling',
      '2026-08-12',
      { reason: '误' },
      'party-committee:140423100',
    );
    expect(others).toBe('NOT_ALLOWED');
  });
});
