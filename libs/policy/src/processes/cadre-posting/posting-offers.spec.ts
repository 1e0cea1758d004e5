import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cadrePosting } from './cadre-posting';
import { addDays } from '../../dates/civil-date';
import type { PostingBodies, PostingOperation } from './posting-acts';
import {
  absence,
  act,
  approval,
  builtOpening,
  candidate,
  cityStationing,
  countyStationing,
  held,
  low,
  moved,
  named,
  organization,
  postingFile,
  recall,
  reminder,
  township,
  unit,
  type BuiltAct,
} from './posting-builder';

const started = '2026-07-01';
const lastDay = 60;
const day = fc.integer({ min: 0, max: lastDay }).map((days) => addDays(started, days));
const said = day.chain((on) =>
  fc.constantFrom<BuiltAct[]>(
    [absence(on)],
    [absence(on), reminder(on, addDays(on, 1))],
    [absence(on), approval(on, addDays(on, 2))],
    [named('M1', on)],
    [named('M1', on), named('M2', addDays(on, 3))],
    [low('2026-07', on), low('2026-08', addDays(on, 1))],
    [low('2026-07', on), low('2026-08', addDays(on, 1)), held(addDays(on, 4), addDays(on, 1), ['2026-07', '2026-08'])],
    [act('orderInterview', on, { reason: '群众反映' }, organization)],
    [act('misconduct', on, { kind: 'poor-work', what: '帮扶不力' }, countyStationing)],
    [moved(on, '140423101201')],
    [moved(on, '140423100201')],
    [recall(on)],
    [recall(on), candidate(addDays(on, 1))],
  ),
);
const acts = fc
  .array(said, { maxLength: 5 })
  .map((all) => [...new Map(all.flat().map((one) => [one.key, one])).values()]);

const offices = [
  unit,
  'dispatching-unit:1404:U08',
  township,
  'party-committee:140423101',
  'village-party-secretary:140423100201',
  'village-party-secretary:140423101201',
  'village-party-secretary:140423100202',
  'village-committee:140423100201',
  countyStationing,
  cityStationing,
  'stationing-office:140424',
  organization,
  'discipline-commission:140423',
];
const { bornOn, education, annualAssessments } = builtOpening;
type OfficeBodies = Omit<
  PostingBodies,
  | 'lowMonth'
  | 'notLowMonth'
  | 'neutralMonth'
  | 'notNeutralMonth'
  | 'copyUndelivered'
  | 'copyDelivered'
  | 'interviewHeld'
  | 'cyclesRead'
  | 'namedByFinding'
  | 'findingWithdrawn'
  | 'gradeOverdue'
>;
const bodies: { [Name in keyof OfficeBodies]: (on: string, absences: string[]) => OfficeBodies[Name][] } = {
  absence: () => [{}],
  attendance: (on) => [{ days: [{ on, mark: 'rest' }] }],
  leave: (on) => [on, addDays(on, lastDay + 1)].map((from) => ({ from, to: addDays(from, 1), reason: '家事' })),
  approveLeaveAfterwards: (on, absences) => [on, ...absences].map((absenceOn) => ({ absenceOn, reason: '补办' })),
  recordReminder: (on, absences) => [on, ...absences].map((absenceOn) => ({ absenceOn })),
  namedInSuperiorBulletin: () => [{ matter: 'M1', level: 'city', bulletin: '通报' }],
  withdrawNaming: () => ['M1', 'M2'].map((matter) => ({ matter, reason: '误登' })),
  orderInterview: () => [{ reason: '群众反映' }, { reason: '靠后', because: { months: ['2026-07'] } }],
  takeBackHandling: () => [{ reason: '误' }],
  organizationalHandling: () =>
    ([undefined, 'absence', 'ranking', 'misconduct'] as const).map((path) => ({
      decision: 'warning',
      reason: '情节较轻',
      path,
    })),
  misconduct: () => [{ kind: 'poor-work', what: '帮扶不力' }],
  recheck: () => [{ annualAssessments: [{ year: 2022, grade: 'competent' }] }, { identity: 'ok' }],
  recall: () => (['selection', 'absence', 'handling', 'other'] as const).map((path) => ({ reason: '召回', path })),
  candidate: () => ['C1', 'C2'].map((cadreId) => ({ cadreId, bornOn, education, annualAssessments })),
  handover: () => [{ items: ['台账'] }],
  move: () => [{ village: '140423100202' }, { village: '140424100202' }],
  end: () => [{ reason: 'transferred' }, { reason: 'post-cancelled' }, { reason: 'death' }],
  training: () => [{ level: 'county' }, { days: 1, level: 'county' }],
  visit: () => [{ what: '走访' }],
  salesHelp: () => [{ yuan: 100 }],
  incentive: () => [{ what: '体检' }],
  meeting: () => [{ what: '例会' }],
};
const operation = fc.constantFrom(...(Object.keys(bodies) as (keyof OfficeBodies)[]));

it('what is offered may be done, and is refused for a field alone; what is not offered is refused whatever the body and the day', () => {
  const seen = { offered: 0, admitted: 0, refused: 0 };
  fc.assert(
    fc.property(acts, operation, fc.constantFrom(...offices), day, (before, name, office, recordedOn) => {
      const file = postingFile(before.filter(({ occurredOn }) => occurredOn <= recordedOn));
      const offer = cadrePosting.offer(file, name, { by: { office }, today: recordedOn });
      const absences = file.acts.flatMap((one) => (one.operation === 'absence' ? [one.occurredOn] : []));
      const verdicts = daysAround(file.acts, recordedOn).flatMap((on) =>
        bodies[name](on, absences).map((body) => cadrePosting.judge(file, saidOn(name, on, body, office), recordedOn)),
      );
      for (const verdict of verdicts) {
        if (verdict.admitted) seen.admitted += 1;
        else if (offer.isOffered) expect([name, verdict]).toMatchObject([name, { field: expect.any(String) }]);
      }
      const isAdmissible = verdicts.some(({ admitted }) => admitted);
      expect([name, office, isAdmissible]).toEqual([name, office, offer.isOffered]);
      if (offer.isOffered) seen.offered += 1;
      else seen.refused += 1;
    }),
    { numRuns: 1500 },
  );
  expect(Math.min(seen.offered, seen.admitted, seen.refused)).toBeGreaterThan(150);
});

/** The days on which something happened, those before and after, the first and the last. */
const daysAround = (kept: readonly { occurredOn: string }[], recordedOn: string): string[] => {
  const happened = kept.map(({ occurredOn }) => occurredOn);
  const around = [started, recordedOn, ...happened].flatMap((on) => [addDays(on, -1), on, addDays(on, 1)]);
  return [...new Set(around)];
};

const saidOn = (operation: PostingOperation, occurredOn: string, body: unknown, office: string) => ({
  key: `${operation}/${occurredOn}`,
  operation,
  occurredOn,
  by: { office },
  body,
});
