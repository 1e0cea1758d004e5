import { describe, expect, it } from '@jest/globals';
import { postingCase } from './posting-case';

const absenceHandling = 'organizational-handling:absence';

describe('case 7 (C-3.7.b): once', () => {
  const absentOnce = () => {
    const posting = postingCase();
    posting.asks('absence', '2026-08-03', {});
    return posting;
  };

  it.each([
    ['2026-08-06', 'met'],
    ['2026-08-07', 'met-late'],
  ])('reminded of on %s: %s; nobody owes a recall or handling', (on, state) => {
    const posting = absentOnce();
    expect(posting.deadline('reminder:2026-08-03')?.due).toBe('2026-08-06');
    expect(posting.asks('recordReminder', on, { absenceOn: '2026-08-03' })).toBe('admitted');
    expect(posting.stateOn('reminder:2026-08-03', on)).toBe(state);
    expect([posting.deadline('recall'), posting.deadline(absenceHandling)]).toEqual([undefined, undefined]);
  });
});

describe('case 8 (C-3.7.c, d): over the year-end', () => {
  const overYearEnd = (changes = {}) => {
    const posting = postingCase({ changes });
    posting.asks('absence', '2026-12-28', {});
    posting.asks('recordReminder', '2026-12-29', { absenceOn: '2026-12-28' });
    posting.asks('absence', '2027-01-04', {});
    return posting;
  };

  it('the recall is due on 9 January, and 2027 is without 优秀', () => {
    const posting = overYearEnd();
    expect(posting.deadline('recall')?.due).toBe('2027-01-09');
    expect(posting.view().listed).toMatchObject({ noExcellentYear: 2027 });
  });

  it('counted by the calendar year: one and one, two reminders, no recall', () => {
    const posting = overYearEnd({ absenceWindow: 'calendar-year' });
    expect(posting.deadline('recall')).toBeUndefined();
    expect(posting.view().listed).toMatchObject({ noExcellentYear: null });
    expect(['2026-12-28', '2027-01-04'].map((day) => posting.deadline(`reminder:${day}`)?.due)).toEqual([
      '2026-12-31',
      '2027-01-07',
    ]);
  });
});
