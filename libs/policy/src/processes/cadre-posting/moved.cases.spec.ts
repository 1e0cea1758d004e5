import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isInScope } from '../../case/scope';
import { cadrePosting } from './cadre-posting';
import { township, unit } from './posting-builder';
import { postingCase, type PostingCase } from './posting-case';

const newTownship = 'party-committee:140423101';
const v3 = '140423101201';
/** Case 12: from V1 to V3 on Monday 16 November 2026. */
const moved = (before: (posting: PostingCase) => void = () => undefined): PostingCase => {
  const posting = postingCase();
  before(posting);
  posting.asks('move', '2026-11-16', { village: v3 });
  return posting;
};
const absentOn = (posting: PostingCase, on: string, office: string) => posting.asks('absence', on, {}, office);

describe('case 12 (C-3.7, D3): moved to another township of the county', () => {
  it('both townships see the posting', () => {
    const scope = cadrePosting.scope(moved().file());
    expect([township, newTownship, 'party-committee:140423102'].map((office) => isInScope(scope, office))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('each records for its own days', () => {
    expect(absentOn(moved(), '2026-11-18', newTownship)).toBe('admitted');
    expect(absentOn(moved(), '2026-11-18', township)).toBe('EXPIRED');
    expect(absentOn(moved(), '2026-11-12', township)).toBe('admitted');
    expect(absentOn(moved(), '2026-11-15', newTownship)).toBe('BEFORE_BEGINNING');
    expect(absentOn(moved(), '2026-11-16', newTownship)).toBe('admitted');
    expect(moved().say('absence', '2026-11-18', {}, { office: township })).toMatchObject({
      detail: expect.stringContaining('该干部调离本地的前一日（2026年11月15日'),
    });
  });
});

describe('case 13 (C-3.7.b, D3): what was owed before the move stays with the old township', () => {
  const absentBefore = () => moved((posting) => absentOn(posting, '2026-11-12', township));

  it('the reminder is due 15 November, by the old, and by nobody else', () => {
    const owed = absentBefore().view().deadlines;
    expect(owed.map(({ id, owner }) => [id, owner])).toEqual([['reminder:2026-11-12', township]]);
    expect(absentBefore().deadline('reminder:2026-11-12')?.due).toBe('2026-11-15');
  });

  it('recorded by the old on the 20th it is late; the new one cannot', () => {
    const posting = absentBefore();
    expect(posting.asks('recordReminder', '2026-11-20', { absenceOn: '2026-11-12' }, newTownship)).not.toBe('admitted');
    expect(posting.asks('recordReminder', '2026-11-20', { absenceOn: '2026-11-12' }, township)).toBe('admitted');
    expect(posting.stateOn('reminder:2026-11-12', '2026-11-20')).toBe('met-late');
  });
});

describe('case 17 (C-3.7.d, D3): counters go with him', () => {
  it('one absence in each township: the unit owes the recall by 30 November', () => {
    const posting = moved((before) => {
      absentOn(before, '2026-11-12', township);
      before.asks('recordReminder', '2026-11-13', { absenceOn: '2026-11-12' });
    });
    expect(absentOn(posting, '2026-11-25', newTownship)).toBe('admitted');
    expect(posting.deadline('recall')).toMatchObject({ owner: unit, trigger: '2026-11-25', due: '2026-11-30' });
    expect(posting.view().listed).toMatchObject({ absences: 2 });
  });
});

describe('case 75 (C-3.1.k, D17): attendance is kept by the secretary of the village', () => {
  it('another village’s secretary is refused, saying whose it is', () => {
    const posting = postingCase();
    const secretaryOf = (village: string) => `village-party-secretary:${village}`;
    expect(posting.say('absence', '2026-08-03', {}, { office: secretaryOf('140423100202') })).toMatchObject({
      code: 'NOT_ALLOWED',
      detail: expect.stringContaining('本村'),
    });
    expect(absentOn(posting, '2026-08-03', secretaryOf('140423100201'))).toBe('admitted');
  });
});

describe('OBLIGATIONS D3: who was moved on a day was on post that day', () => {
  const asked = (operation: 'recall' | 'end', on: string) =>
    operation === 'recall'
      ? moved().say('recall', on, { reason: '召回', path: 'other' }, { office: unit })
      : moved().say('end', on, { reason: 'death' }, { office: unit });

  it.each(['recall', 'end'] as const)('%s from an earlier day is refused, naming the move', (operation) => {
    expect(asked(operation, '2026-11-12')).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      detail: expect.stringContaining('任职之日（2026年11月16日'),
    });
    expect(asked(operation, '2026-11-16')).toMatchObject({ admitted: true });
  });

  it('a move that was earlier than recorded is said anew, with its day', () => {
    const posting = moved();
    expect(posting.asks('move', '2026-11-10', { village: v3 })).toBe('admitted');
    const stays = posting.view().records.flatMap((one) => (one.table === 'posting' ? [one.row] : []));
    expect(stays.map(({ village, from }) => [village, from])).toEqual([
      ['140423100201', '2026-07-01'],
      [v3, '2026-11-10'],
      [v3, '2026-11-16'],
    ]);
  });

  it('no stay ends before it began, whatever came in which order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ what: fc.constantFrom('move', 'back', 'recall', 'end'), day: fc.integer({ min: 1, max: 30 }) }),
        ),
        (steps) => {
          const posting = postingCase();
          for (const { what, day } of steps) {
            const on = `2026-11-${String(day).padStart(2, '0')}`;
            if (what === 'move' || what === 'back')
              posting.say('move', on, { village: what === 'move' ? v3 : '140423100201' }, { office: unit });
            else if (what === 'recall') posting.say('recall', on, { reason: '召回', path: 'other' }, { office: unit });
            else posting.say('end', on, { reason: 'death' }, { office: unit });
          }
          const stays = posting.view().records.flatMap((one) => (one.table === 'posting' ? [one.row] : []));
          expect(stays.filter(({ from, to }) => to !== null && to < from)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
