import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../dates/civil-date';
import type { PostingBodies, PostingOperation } from './posting-acts';
import { builtOpening, cityStationing, township, unit } from './posting-builder';
import { postingCase, type PostingCase } from './posting-case';
import { groundOfRecall, type RecallGround } from './recall-duty';

const begin = '2026-07-01';
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(begin, days));
const { bornOn, education, annualAssessments } = builtOpening;

type Said = { [Name in PostingOperation]: [Name, PostingBodies[Name], string] }[PostingOperation];
const said = day.chain((absenceOn) =>
  fc.constantFrom<Said>(
    ['absence', {}, township],
    ['absence', {}, township],
    ['recordReminder', { absenceOn }, township],
    ['approveLeaveAfterwards', { absenceOn, reason: '补办' }, township],
    ['leave', { from: absenceOn, to: absenceOn, reason: '看病' }, township],
    ['organizationalHandling', { decision: 'warning', reason: '两次脱岗' }, unit],
    ['organizationalHandling', { decision: 'none', reason: '两次脱岗' }, unit],
    ['organizationalHandling', { decision: 'recall', reason: '两次脱岗' }, unit],
    ['recall', { reason: '两次脱岗', path: 'absence' }, unit],
    ['recall', { reason: '工作需要', path: 'other' }, unit],
    ['recall', { reason: '学历不符', path: 'selection' }, cityStationing],
    ['candidate', { cadreId: 'C2', bornOn, education, annualAssessments }, unit],
    ['handover', { items: ['台账'] }, unit],
    ['end', { reason: 'transferred' }, unit],
    ['end', { reason: 'post-cancelled' }, unit],
    ['end', { reason: 'death' }, unit],
    ['end', { reason: 'recorded-in-error' }, cityStationing],
  ),
);
/** Two absences of which one was reminded of; then anything, on any days. */
const story = fc.array(fc.tuple(day, said), { maxLength: 14 });
const told = (acts: readonly [string, Said][]): PostingCase => {
  const posting = postingCase();
  posting.asks('absence', addDays(begin, 2), {});
  posting.asks('recordReminder', addDays(begin, 3), { absenceOn: addDays(begin, 2) });
  for (const [on, [name, body, office]] of acts) posting.say(name, on, body, { office });
  return posting;
};
const owes = (posting: PostingCase): boolean =>
  posting
    .view()
    .deadlines.some(
      ({ id, metOn, dropped }) =>
        (id === 'recall' || id.startsWith('organizational-handling')) && metOn === undefined && dropped === undefined,
    );
const reasonOf = (posting: PostingCase): unknown => posting.view().ended?.outcome;

describe('OBLIGATIONS D2: nobody leaves a posting with recall or handling owed', () => {
  it('but by death, or a posting recorded in error', () => {
    const seen = { ended: 0, refused: 0 };
    fc.assert(
      fc.property(story, (acts) => {
        const posting = told(acts);
        const { deadlines, ended } = posting.view();
        const fallen = deadlines.filter(
          ({ id, dropped }) => id !== 'replacement' && dropped?.reason.startsWith('任职结束') === true,
        );
        const isReleased = posting
          .file()
          .acts.some(
            ({ operation, body }) =>
              operation === 'end' && ['death', 'recorded-in-error'].includes((body as { reason: string }).reason),
          );
        const unhandled = fallen.filter(({ id }) => id === 'recall' || id.startsWith('organizational-handling'));
        if (!isReleased) expect(unhandled).toEqual([]);
        if (ended !== undefined) seen.ended += 1;
      }),
      { numRuns: 500 },
    );
    expect(seen.ended).toBeGreaterThan(60);
  });

  it('an end is refused exactly while something is owed or the reminder before it is missing', () => {
    const seen = { refused: 0, admitted: 0 };
    fc.assert(
      fc.property(story, day, (acts, on) => {
        const posting = told(acts.filter(([, [name]]) => name !== 'recall' && name !== 'end'));
        const isOwed = owes(posting);
        const isWaiting = posting.view().notices.some(({ key }) => key.startsWith('repair:recall'));
        const verdict = posting.say('end', on, { reason: 'transferred' }, { office: unit });
        expect([on, verdict.admitted]).toEqual([on, !isOwed && !isWaiting]);
        if (verdict.admitted) {
          seen.admitted += 1;
          expect(reasonOf(posting)).toBe('transferred');
        } else seen.refused += 1;
      }),
      { numRuns: 400 },
    );
    expect(Math.min(seen.admitted, seen.refused)).toBeGreaterThan(50);
  });
});

describe('OBLIGATIONS D15: from the day of a decision on, leave takes nothing away', () => {
  it('whatever is entered afterwards, and however it is dated', () => {
    let seen = 0;
    fc.assert(
      fc.property(story, fc.array(fc.tuple(day, said), { maxLength: 8 }), (before, after) => {
        const posting = told(before);
        const decided = posting
          .file()
          .acts.filter(({ operation }) => operation === 'recall' || operation === 'organizationalHandling');
        if (decided.length === 0) return;
        const last =
          decided
            .map(({ occurredOn }) => occurredOn)
            .sort()
            .at(-1) ?? '';
        const counted = countedUntil(posting, last);
        for (const [on, [name, body, office]] of after)
          if (name === 'leave' || name === 'approveLeaveAfterwards') posting.say(name, on, body, { office });
        expect(countedUntil(posting, last)).toEqual(counted);
        seen += 1;
      }),
      { numRuns: 500 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

/** Absences on record as without cause, up to a day. */
const countedUntil = (posting: PostingCase, last: string): string[] =>
  posting
    .view()
    .records.flatMap((one) => (one.table === 'register' && one.row.state === 'absent' ? [one.row.on ?? ''] : []))
    .filter((on) => on <= last);

describe('OBLIGATIONS D1: of several grounds the earliest day stands', () => {
  const ground = fc.record({
    path: fc.constantFrom<RecallGround['path']>('selection', 'absence', 'handling'),
    on: day,
    owner: fc.constant(unit),
    cancelledOn: fc.option(day, { nil: undefined }),
  });
  const known = fc
    .array(ground, { minLength: 1, maxLength: 5 })
    .map((all) =>
      all
        .map(({ cancelledOn, ...one }): RecallGround => ({ ...one, ...(cancelledOn !== undefined && { cancelledOn }) }))
        .sort((a, b) => (a.on < b.on ? -1 : 1)),
    );

  it('whichever they are; one that has fallen away is shown only where none stands', () => {
    fc.assert(
      fc.property(known, (grounds) => {
        const standing = grounds.filter(({ cancelledOn }) => cancelledOn === undefined).map(({ on }) => on);
        const shown = groundOfRecall(grounds);
        expect(shown?.cancelledOn === undefined).toBe(standing.length > 0);
        if (standing.length > 0) expect(shown?.on).toBe(standing.sort()[0]);
      }),
      { numRuns: 500 },
    );
  });

  it('who was recalled before a ground arose is not to be recalled for it', () =>
    expect(groundOfRecall([{ path: 'absence', on: '2026-08-12', owner: unit }], '2026-08-11')).toBeUndefined());
});
