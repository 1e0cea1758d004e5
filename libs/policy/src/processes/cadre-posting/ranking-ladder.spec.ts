import { describe, expect, it } from '@jest/globals';
import { basePolicy, settingsOf } from '../../settings/policy-set';
import { rankingLadder, type RankingFact } from './ranking-ladder';

const settings = settingsOf(basePolicy);
const low = (month: string, on: string, copyDelivered = true): RankingFact => ({
  kind: 'month',
  month,
  on,
  low: true,
  bulletin: `B-${month}`,
  copyDelivered,
});
const notLow = (month: string, on: string): RankingFact => ({ kind: 'month', month, on, low: false });
const neutral = (month: string, on: string): RankingFact => ({ kind: 'month', month, on, neutral: true });
const notNeutral = (month: string, on: string): RankingFact => ({ kind: 'month', month, on, neutral: false });
const named = (matter: string, on: string, copyDelivered = true): RankingFact => ({
  kind: 'named',
  source: 'stationing-office:140423',
  matter,
  on,
  named: true,
  copyDelivered,
});
const held = (on: string, orderedOn: string, ...months: string[]): RankingFact => ({
  kind: 'held',
  on,
  orderedOn,
  key: months.join('+'),
  because: { months, bulletins: [] },
});
const handled = (on: string): RankingFact => ({ kind: 'handled', on });
const ladder = (...facts: RankingFact[]) => rankingLadder(facts, settings);
const keys = (...facts: RankingFact[]) => ladder(...facts).interviews.map(({ key }) => key);

describe('clause C-3.7: two low months in a row', () => {
  it('calls for an interview on the day of the second bulletin, across the year-end', () => {
    expect(ladder(low('2026-12', '2027-01-05'), low('2027-01', '2027-02-05')).interviews).toEqual([
      expect.objectContaining({ key: '2026-12+2027-01', formedOn: '2027-02-05', orderedOn: '2027-02-05' }),
    ]);
  });

  it('is no run when a month nobody told about lies between', () => {
    expect(keys(low('2026-10', '2026-11-05'), low('2026-12', '2027-01-05'))).toEqual([]);
  });

  it('runs over a neutral month, which adds nothing', () => {
    expect(keys(low('2026-10', '2026-11-05'), neutral('2026-11', '2026-12-05'), low('2026-12', '2027-01-05'))).toEqual([
      '2026-10+2026-12',
    ]);
    expect(keys(low('2026-10', '2026-11-05'), neutral('2026-11', '2026-12-05'))).toEqual([]);
  });

  it('breaks when the neutral month turns out to have been ranked', () => {
    const facts = [
      low('2026-10', '2026-11-05'),
      neutral('2026-11', '2026-12-05'),
      low('2026-12', '2027-01-05'),
      notNeutral('2026-11', '2027-01-08'),
    ];
    expect(keys(...facts)).toEqual([]);
  });

  it('consumes the two months and only those: three make one interview, four make two', () => {
    const three = [low('2026-10', '2026-11-05'), low('2026-11', '2026-12-05'), low('2026-12', '2027-01-05')];
    expect(keys(...three)).toEqual(['2026-10+2026-11']);
    expect(ladder(...three)).toMatchObject({ lowRun: 1, freeMonths: ['2026-12'] });
    expect(keys(...three, low('2027-01', '2027-02-05'))).toEqual(['2026-10+2026-11', '2026-12+2027-01']);
  });

  it('does not join low months over consumed ones', () => {
    const facts = [
      low('2026-11', '2026-12-05'),
      low('2026-12', '2027-01-05'),
      low('2026-10', '2027-01-08'),
      low('2027-01', '2027-02-05'),
    ];
    expect(keys(...facts)).toEqual(['2026-11+2026-12']);
  });
});

describe('clause C-3.7: two superior bulletins', () => {
  it('call for an interview, one matter counting once', () => {
    expect(keys(named('M1', '2026-09-01'), named('M1', '2026-10-01'))).toEqual([]);
    expect(keys(named('M1', '2026-09-01'), named('M2', '2026-10-01'))).toEqual(['named-M1+M2']);
  });

  it('do not add to low months', () => {
    expect(keys(named('M1', '2026-09-01'), low('2026-10', '2026-11-05'))).toEqual([]);
  });
});

describe('RULES 3.corrections [D month-corrections]: corrections of a month', () => {
  const two = [low('2026-11', '2026-12-05'), low('2026-12', '2027-01-05')];

  it('withdraw an interview not yet held', () => {
    expect(keys(...two, notLow('2026-12', '2027-01-08'))).toEqual([]);
  });

  it('free the month that is still low for the next run', () => {
    expect(keys(...two, notLow('2026-11', '2027-01-08'), low('2027-01', '2027-02-05'))).toEqual(['2026-12+2027-01']);
  });

  it('let a held interview stand, counted and annotated, its months consumed', () => {
    const result = ladder(
      ...two,
      held('2027-01-10', '2027-01-05', '2026-11', '2026-12'),
      notLow('2026-12', '2027-01-12'),
    );
    expect(result.interviews).toMatchObject([{ heldOn: '2027-01-10', groundlessSince: '2027-01-12' }]);
    expect(result).toMatchObject({ interviewsHeld: 1, freeMonths: [] });
  });

  it('keep the annotation when the month turns low again', () => {
    const facts = [
      held('2027-01-10', '2027-01-05', '2026-11', '2026-12'),
      notLow('2026-12', '2027-01-12'),
      low('2026-12', '2027-01-15'),
    ];
    expect(ladder(...two, ...facts).interviews).toMatchObject([{ groundlessSince: '2027-01-12' }]);
  });

  it('pin the months of a held interview although an earlier pair would now come first', () => {
    const facts = [...two, low('2026-10', '2026-12-05'), held('2027-01-10', '2027-01-05', '2026-11', '2026-12')];
    expect(ladder(...facts)).toMatchObject({ interviews: [{ key: '2026-11+2026-12' }], freeMonths: ['2026-10'] });
  });
});

describe('clause C-3.7: interviewed twice', () => {
  const first = [
    low('2026-08', '2026-09-05'),
    low('2026-09', '2026-10-05'),
    held('2026-10-10', '2026-10-05', '2026-08', '2026-09'),
  ];
  const second = [
    low('2026-10', '2026-11-05'),
    low('2026-11', '2026-12-05'),
    held('2026-12-08', '2026-12-05', '2026-10', '2026-11'),
  ];

  it('calls for organizational handling on the day of the second', () => {
    expect(ladder(...first).rounds).toEqual([]);
    expect(ladder(...first, ...second)).toMatchObject({ rounds: [{ calledOn: '2026-12-08' }], interviewsHeld: 2 });
  });

  it('does not count interviews ordered and not held', () => {
    expect(ladder(...first, ...second.slice(0, 2)).rounds).toEqual([]);
  });

  it('counts from nought after the handling', () => {
    const result = ladder(...first, ...second, handled('2026-12-20'));
    expect(result).toMatchObject({ rounds: [{ calledOn: '2026-12-08', handledOn: '2026-12-20' }], interviewsHeld: 0 });
    const third = [
      low('2026-12', '2027-01-05'),
      low('2027-01', '2027-02-05'),
      held('2027-02-08', '2027-02-05', '2026-12', '2027-01'),
    ];
    expect(ladder(...first, ...second, handled('2026-12-20'), ...third)).toMatchObject({
      interviewsHeld: 1,
      rounds: { length: 1 },
    });
  });

  it('is not set back by a handling nothing called for', () => {
    expect(ladder(...first, handled('2026-10-11')).interviewsHeld).toBe(1);
  });
});

describe('RULES 4.fairness: the copy before the interview', () => {
  it('waits while a copy is undelivered, the months staying consumed', () => {
    const result = ladder(low('2026-11', '2026-12-05'), low('2026-12', '2027-01-05', false));
    expect(result).toMatchObject({ interviews: [{ orderedOn: null }], freeMonths: [] });
  });

  it('is ordered on the day the copy was delivered after all', () => {
    const copy: RankingFact = { kind: 'copy', bulletin: 'B-2026-12', delivered: true, on: '2027-01-09' };
    expect(ladder(low('2026-11', '2026-12-05'), low('2026-12', '2027-01-05', false), copy).interviews).toMatchObject([
      { orderedOn: '2027-01-09' },
    ]);
  });

  it('waits when the copy is found undelivered after the message', () => {
    const copy: RankingFact = { kind: 'copy', bulletin: 'B-2026-12', delivered: false, on: '2027-01-05' };
    expect(ladder(low('2026-11', '2026-12-05'), low('2026-12', '2027-01-05'), copy).interviews).toMatchObject([
      { orderedOn: null },
    ]);
  });

  it('lets an interview by superior bulletins wait for their copy too', () => {
    expect(ladder(named('M1', '2026-09-01'), named('M2', '2026-10-01', false)).interviews).toMatchObject([
      { orderedOn: null },
    ]);
  });
});

describe('clause C-3.7: interviews ordered by hand, and after a recall', () => {
  it('consume what they rest on, and wait for nothing', () => {
    const ordered: RankingFact = { kind: 'ordered', on: '2026-12-06', because: { months: ['2026-11'], bulletins: [] } };
    const result = ladder(low('2026-11', '2026-12-05'), ordered, low('2026-12', '2027-01-05'));
    expect(result).toMatchObject({
      interviews: [{ key: 'hand-2026-12-06', orderedOn: '2026-12-06' }],
      freeMonths: ['2026-12'],
    });
  });

  it('form no more from the day of a recall on', () => {
    const facts = [low('2026-11', '2026-12-05'), low('2026-12', '2027-01-05')];
    expect(rankingLadder(facts, settings, '2027-01-05').interviews).toEqual([]);
    expect(rankingLadder(facts, settings, '2027-01-06').interviews).toHaveLength(1);
  });
});
