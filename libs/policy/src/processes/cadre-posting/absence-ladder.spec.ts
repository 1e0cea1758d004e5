import { describe, expect, it } from '@jest/globals';
import { absenceLadder, type AbsenceFacts } from './absence-ladder';
import { basePolicy, settingsOf, type Settings } from '../../settings/policy-set';

const settings = settingsOf(basePolicy);
const ladder = (facts: Partial<AbsenceFacts>, more: Partial<Settings> = {}) =>
  absenceLadder(
    { absences: [], leaves: [], approvals: [], reminders: [], decisions: [], handled: [], undelivered: [], ...facts },
    { ...settings, ...more },
  );

describe('clause C-3.7: once', () => {
  it('owes a reminder from the day of the absence, and no recall', () => {
    const result = ladder({ absences: ['2026-09-10'] });
    expect(result.reminders).toEqual([{ absenceOn: '2026-09-10', since: '2026-09-10' }]);
    expect([result.recalls, result.noExcellentYears]).toEqual([[], []]);
  });

  it('counts one absence a day', () => {
    expect(ladder({ absences: ['2026-09-10', '2026-09-10'] }).counted).toEqual(['2026-09-10']);
  });

  it('is done on the day of the earliest recorded reminder', () => {
    const reminders = [
      { absenceOn: '2026-09-10', on: '2026-09-14' },
      { absenceOn: '2026-09-10', on: '2026-09-12' },
    ];
    expect(ladder({ absences: ['2026-09-10'], reminders }).reminders[0]?.remindedOn).toBe('2026-09-12');
  });

  it('is none on a day of leave approved beforehand, its first and last day included', () => {
    const leaves = [{ from: '2026-09-10', to: '2026-09-12' }];
    expect(ladder({ absences: ['2026-09-10', '2026-09-12', '2026-09-13'], leaves }).counted).toEqual(['2026-09-13']);
  });
});

describe('clause C-3.7: twice', () => {
  const twice = { absences: ['2026-11-20', '2026-09-10'], reminders: [{ absenceOn: '2026-09-10', on: '2026-09-11' }] };

  it('takes 优秀 of the second absence’s year and calls for recall on that day', () => {
    const result = ladder(twice);
    expect(result.recalls).toEqual([{ window: 'posting', absenceOn: '2026-11-20', readyOn: '2026-11-20' }]);
    expect(result.noExcellentYears).toEqual([2026]);
    expect(result.reminders).toHaveLength(1);
  });

  it('takes 优秀 of the later year when the second absence falls into it', () => {
    expect(ladder({ ...twice, absences: ['2026-12-31', '2027-01-01'] }).noExcellentYears).toEqual([2027]);
  });

  it('counts over the year-end in the posting window, and from nought in the calendar year', () => {
    const absences = ['2026-12-31', '2027-01-01'];
    expect(ladder({ absences }, { absenceWindow: 'posting' }).recalls).toHaveLength(1);
    const yearly = ladder({ absences }, { absenceWindow: 'calendar-year' });
    expect(yearly.recalls).toEqual([]);
    expect(yearly.reminders.map(({ absenceOn }) => absenceOn)).toEqual(absences);
  });

  it('fills the calendar year by two absences within it', () => {
    const result = ladder({ absences: ['2026-12-31', '2027-01-01', '2027-01-02'] }, { absenceWindow: 'calendar-year' });
    expect(result.recalls).toMatchObject([{ window: 2027, absenceOn: '2027-01-02' }]);
  });

  it('does not begin a second recall at the third absence', () => {
    expect(ladder({ ...twice, absences: [...twice.absences, '2026-12-01'] }).recalls).toHaveLength(1);
  });

  it('is settled by the first handling after it, not by an earlier one', () => {
    expect(ladder({ ...twice, handled: ['2026-11-19', '2026-11-25'] }).recalls[0]?.handledOn).toBe('2026-11-25');
  });
});

describe('RULES 4.fairness: the reminder before the recall', () => {
  const absences = ['2026-09-10', '2026-09-20'];

  it('lets the recall wait while no reminder is recorded; 优秀 is lost at once', () => {
    const result = ladder({ absences });
    expect(result.recalls).toMatchObject([{ readyOn: null, waitsFor: 'reminder' }]);
    expect(result.noExcellentYears).toEqual([2026]);
  });

  it('lets the recall wait while the reminder is undelivered', () => {
    const reminders = [{ absenceOn: '2026-09-10', on: '2026-09-11' }];
    expect(ladder({ absences, reminders, undelivered: ['2026-09-10'] }).recalls).toMatchObject([
      { readyOn: null, waitsFor: 'delivery' },
    ]);
  });

  it('dates the recall by the reminder when that came later', () => {
    const reminders = [{ absenceOn: '2026-09-10', on: '2026-09-23' }];
    expect(ladder({ absences, reminders }).recalls[0]?.readyOn).toBe('2026-09-23');
  });
});

describe('RULES 4.absence [D leave-afterwards]: leave approved afterwards', () => {
  const absences = ['2026-09-10', '2026-09-20'];
  const reminders = [{ absenceOn: '2026-09-10', on: '2026-09-11' }];

  it('removes the absence and takes the recall back', () => {
    const result = ladder({ absences, reminders, approvals: [{ absenceOn: '2026-09-20', on: '2026-09-25' }] });
    expect(result.counted).toEqual(['2026-09-10']);
    expect(result.recalls).toMatchObject([{ absenceOn: '2026-09-20', cancelledOn: '2026-09-25' }]);
    expect(result.noExcellentYears).toEqual([]);
  });

  it('makes the second absence the first, to be reminded of from the approval', () => {
    const result = ladder({ absences, approvals: [{ absenceOn: '2026-09-10', on: '2026-09-22' }] });
    expect(result.reminders).toEqual([
      { absenceOn: '2026-09-10', since: '2026-09-10', excusedOn: '2026-09-22' },
      { absenceOn: '2026-09-20', since: '2026-09-22' },
    ]);
  });

  it('changes nothing from the day of a decision on, and for later absences still does', () => {
    const approvals = [{ absenceOn: '2026-09-20', on: '2026-09-25' }];
    expect(ladder({ absences, reminders, approvals, decisions: ['2026-09-25'] }).counted).toHaveLength(2);
    expect(ladder({ absences, reminders, approvals, decisions: ['2026-09-26'] }).counted).toHaveLength(1);
    expect(ladder({ absences, reminders, approvals, decisions: ['2026-09-19'] }).counted).toHaveLength(1);
  });

  it('leaves two counted absences of three, and the recall to the later one', () => {
    const result = ladder({
      absences: [...absences, '2026-10-08'],
      reminders,
      approvals: [{ absenceOn: '2026-09-10', on: '2026-09-22' }],
    });
    expect(result.recalls).toMatchObject([{ absenceOn: '2026-10-08' }]);
  });
});
