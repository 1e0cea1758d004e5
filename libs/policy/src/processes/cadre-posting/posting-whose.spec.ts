import { describe, expect, it } from '@jest/globals';
import { codeOf, judgeBeginningOf } from '../../case/case-builder';
import { cadrePosting } from './cadre-posting';
import type { PostingOperation } from './posting-acts';
import {
  absence,
  act,
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

const today = '2027-12-31';
const otherUnit = 'dispatching-unit:1404:U08';
const newTownship = 'party-committee:140423101';
const secretaryOf = (village: string): string => `village-party-secretary:${village}`;
const first = '140423100201';
const second = '140423101201';
/** From the first village to one of another township on 1 September, and back on 1 November. */
const away = [moved('2026-09-01', second)];
const back = [...away, moved('2026-11-01', first)];

const judge = (next: BuiltAct, acts: BuiltAct[] = []) => cadrePosting.judge(postingFile(acts), next, today);
const offer = (operation: PostingOperation, office: string, acts: BuiltAct[] = []) =>
  cadrePosting.offer(postingFile(acts), operation, { by: { office }, today });
const absenceBy = (office: string, on: string): BuiltAct => act('absence', on, {}, office);

describe('who posts', () => {
  const open = (office: string, more: object = {}) =>
    codeOf(judgeBeginningOf(cadrePosting, { ...builtOpening, ...more }, { openedOn: '2026-07-01', by: { office } }));

  it('a unit posts its own', () => {
    expect(open(unit)).toBe('admitted');
    expect(open(otherUnit)).toBe('NOT_ALLOWED');
  });

  it('a stationing office posts within its territory, downwards only', () => {
    for (const office of [countyStationing, cityStationing, 'stationing-office:14'])
      expect(open(office)).toBe('admitted');
    for (const office of ['stationing-office:140424', 'stationing-office:1405'])
      expect(open(office)).toBe('NOT_ALLOWED');
  });

  it('nothing is opened before the plan was issued', () =>
    expect(
      judgeBeginningOf(
        cadrePosting,
        { ...builtOpening, postedOn: '2023-07-01' },
        { openedOn: '2023-07-10', by: { office: unit } },
      ),
    ).toMatchObject({ code: 'BEFORE_BEGINNING', field: 'occurredOn' }));
});

describe('a village for itself', () => {
  it.each<[string, PostingOperation, object]>([
    ['absence', 'absence', {}],
    ['visit', 'visit', { what: '走访' }],
    ['meeting', 'meeting', { what: '例会' }],
  ])('%s', (_title, operation, body) => {
    const by = (office: string, acts: BuiltAct[], on: string) =>
      codeOf(judge(act(operation, on, body as never, office), acts));
    expect(by(secretaryOf(first), [], '2026-08-10')).toBe('admitted');
    expect(by(secretaryOf('140423100202'), [], '2026-08-10')).toBe('NOT_ALLOWED');
    expect(by(secretaryOf(second), [], '2026-08-10')).toBe('NOT_ALLOWED');
    expect(by(secretaryOf(first), away, '2026-08-31')).toBe('admitted');
    expect(by(secretaryOf(first), away, '2026-09-01')).toBe('EXPIRED');
    expect(by(secretaryOf(second), away, '2026-08-31')).toBe('BEFORE_BEGINNING');
    expect(by(secretaryOf(second), away, '2026-09-01')).toBe('admitted');
  });

  it('a village committee enters meetings of its own village alone', () => {
    const meeting = (village: string) =>
      codeOf(judge(act('meeting', '2026-08-10', { what: '例会' }, `village-committee:${village}`)));
    expect([meeting(first), meeting('140423100202')]).toEqual(['admitted', 'NOT_ALLOWED']);
  });

  it('who left and came back was another’s meanwhile', () => {
    expect(judge(absenceBy(secretaryOf(first), '2026-10-10'), back)).toMatchObject({
      code: 'NOT_ALLOWED',
      field: 'occurredOn',
    });
    expect(codeOf(judge(absenceBy(secretaryOf(first), '2026-11-01'), back))).toBe('admitted');
    expect(judge(absenceBy(secretaryOf(second), '2026-11-01'), back)).toMatchObject({ code: 'EXPIRED' });
  });

  it('is offered the days on which the cadre was there', () => {
    expect(offer('absence', secretaryOf(first), away)).toMatchObject({
      window: { first: { on: '2026-07-01' }, last: { on: '2026-08-31' } },
    });
    expect(offer('absence', secretaryOf(second), away)).toMatchObject({
      window: { first: { on: '2026-09-01' }, last: { on: today } },
    });
    expect(offer('absence', secretaryOf(second))).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  });

  it('an absence stands in the register of the village of its day', () => {
    const { records } = cadrePosting.view(postingFile([absenceBy(secretaryOf(first), '2026-08-10'), ...away]));
    expect(records.flatMap((one) => (one.table === 'register' ? [one.row.territory] : []))).toEqual([first]);
  });
});

describe('a township for the days on which it managed the cadre', () => {
  const before = [absence('2026-08-10'), ...away];

  it('both townships act after a move, each for its own days; offices above for any', () => {
    expect(codeOf(judge(absenceBy(township, '2026-08-20'), away))).toBe('admitted');
    expect(codeOf(judge(absenceBy(township, '2026-09-02'), away))).toBe('EXPIRED');
    expect(codeOf(judge(absenceBy(newTownship, '2026-09-02'), away))).toBe('admitted');
    expect(codeOf(judge(absenceBy(newTownship, '2026-08-20'), away))).toBe('BEFORE_BEGINNING');
    for (const on of ['2026-08-20', '2026-09-02'])
      expect(codeOf(judge(absenceBy(countyStationing, on), away))).toBe('admitted');
  });

  it.each(['recordReminder', 'approveLeaveAfterwards'] as const)(
    '%s: what lay before stays with the old',
    (operation) => {
      const body = { absenceOn: '2026-08-10', reason: '补办' };
      const by = (office: string, acts = before) => judge(act(operation, '2026-09-02', body as never, office), acts);
      expect(codeOf(by(township))).toBe('admitted');
      expect(codeOf(by(newTownship))).toBe('CONDITIONS_NOT_MET');
      expect(by(newTownship, [...before, absence('2026-09-01')])).toMatchObject({
        code: 'NOT_ALLOWED',
        field: 'absenceOn',
      });
      expect(codeOf(by('party-committee:140423102'))).toBe('NOT_ALLOWED');
      expect(offer(operation, newTownship, before)).toMatchObject({ refusal: { code: 'CONDITIONS_NOT_MET' } });
    },
  );

  it('takes part with its villages and the unit, first the one it began in', () =>
    expect(cadrePosting.scope(postingFile(away))).toEqual({
      territories: ['140423100', '140423101'],
      villages: [first, second],
      units: [unit],
    }));

  it('the handover is the township’s that manages the cadre', () => {
    const vacant = [...away, recall('2026-10-01'), candidate('2026-10-03')];
    const handover = (office: string) =>
      codeOf(judge(act('handover', '2026-10-04', { items: ['台账'] }, office), vacant));
    expect([handover(newTownship), handover(unit), handover(township)]).toEqual(['admitted', 'admitted', 'EXPIRED']);
  });
});

describe('a unit for whom it sent', () => {
  it.each<[PostingOperation, object, BuiltAct[]]>([
    ['recall', { reason: '召回', path: 'other' }, []],
    ['move', { village: '140423100202' }, []],
    ['end', { reason: 'transferred' }, []],
    ['visit', { what: '走访' }, []],
    ['training', { days: 1, level: 'county' }, []],
    ['salesHelp', { yuan: 100 }, []],
    ['incentive', { what: '体检' }, []],
    ['handover', { items: ['台账'] }, [recall('2026-09-01'), candidate('2026-09-02')]],
  ])('%s', (operation, body, acts) => {
    const by = (office: string) => codeOf(judge(act(operation, '2026-09-10', body as never, office), acts));
    expect([by(unit), by(otherUnit)]).toEqual(['admitted', 'NOT_ALLOWED']);
    expect(offer(operation, otherUnit, acts)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
  });
});

describe('who owes it', () => {
  const twice = [absence('2026-08-10'), reminder('2026-08-10', '2026-08-11'), absence('2026-08-20')];
  const handled = (office: string, path?: 'absence' | 'ranking' | 'misconduct') =>
    act('organizationalHandling', '2026-08-25', { decision: 'warning', reason: '情节较轻', path }, office);

  it('the unit handles absence and misconduct, the organization department the second interview', () => {
    expect(codeOf(judge(handled(unit), twice))).toBe('admitted');
    expect(judge(handled(unit, 'ranking'), twice)).toMatchObject({ code: 'NOT_ALLOWED', field: 'path' });
    expect(codeOf(judge(handled(organization, 'absence'), twice))).toBe('CONDITIONS_NOT_MET');
    expect(offer('organizationalHandling', organization, twice)).toMatchObject({
      refusal: { code: 'CONDITIONS_NOT_MET' },
    });
    expect(offer('organizationalHandling', unit, twice)).toMatchObject({
      window: { first: { on: '2026-08-20' } },
    });
  });

  it('a handling whose path nothing calls for names the path', () =>
    expect(judge(handled(unit, 'misconduct'), twice)).toMatchObject({ code: 'CONDITIONS_NOT_MET', field: 'path' }));

  it('a naming is taken back by the office that entered it', () => {
    const namings = [
      named('M1', '2026-09-01'),
      act(
        'namedInSuperiorBulletin',
        '2026-09-02',
        { matter: 'M2', level: 'province', bulletin: '晋驻办〔2026〕1号' },
        cityStationing,
      ),
    ];
    const withdraw = (matter: string, office: string, on = '2026-09-05') =>
      judge(act('withdrawNaming', on, { matter, reason: '误登' }, office), namings);
    expect(codeOf(withdraw('M1', countyStationing))).toBe('admitted');
    expect(withdraw('M1', cityStationing)).toMatchObject({ code: 'NOT_ALLOWED', field: 'matter' });
    expect(withdraw('M1', 'stationing-office:14')).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(withdraw('M9', countyStationing)).toMatchObject({ code: 'CONDITIONS_NOT_MET', field: 'matter' });
    expect(withdraw('M2', cityStationing, '2026-09-01')).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      field: 'occurredOn',
    });
    expect(offer('withdrawNaming', countyStationing)).toMatchObject({ refusal: { code: 'CONDITIONS_NOT_MET' } });
  });

  it('messages of other cases are no office’s', () => {
    expect(judge(act('lowMonth', '2026-09-05', { month: '2026-08' }, countyStationing))).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

describe('from which day until which', () => {
  const recalled = [recall('2026-09-24')];

  it('on post until the recall', () => {
    for (const [operation, office] of [
      ['absence', township],
      ['leave', township],
      ['orderInterview', organization],
      ['move', unit],
      ['training', unit],
      ['visit', unit],
      ['meeting', township],
    ] as const) {
      expect([operation, offer(operation, office, recalled)]).toMatchObject([
        operation,
        { window: { last: { on: '2026-09-24', code: 'WRONG_STAGE', clause: 'C-2.1' } } },
      ]);
    }
  });

  it('leave afterwards from the first absence, as long as nothing is decided about one', () => {
    expect(offer('approveLeaveAfterwards', township)).toMatchObject({ refusal: { code: 'CONDITIONS_NOT_MET' } });
    expect(offer('approveLeaveAfterwards', township, [absence('2026-09-10')])).toMatchObject({
      window: { first: { on: '2026-09-10' }, last: { on: today } },
    });
    expect(offer('approveLeaveAfterwards', township, [absence('2026-09-10'), ...recalled])).toMatchObject({
      refusal: { code: 'WRONG_STAGE' },
    });
    expect(offer('approveLeaveAfterwards', township, [absence('2026-09-24'), ...recalled])).toMatchObject({
      isOffered: false,
    });
  });

  it('while an interview is pending only the order of the same day is recorded once more', () => {
    const order = (on: string) => act('orderInterview', on, { reason: '工作滞后' }, organization);
    const ordered = [order('2027-02-06')];
    expect(offer('orderInterview', organization, ordered)).toMatchObject({
      window: { first: { on: '2027-02-06' }, last: { on: '2027-02-06' } },
    });
    expect(judge(order('2027-02-06'), ordered)).toMatchObject({ admitted: true, keep: false });
    expect(judge(order('2027-02-05'), ordered)).toMatchObject({ code: 'WRONG_STAGE', field: 'occurredOn' });
    const computed = [low('2026-12', '2027-01-05'), low('2027-01', '2027-02-05')];
    expect(offer('orderInterview', organization, computed)).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
    const over = [...computed, held('2027-02-10', '2027-02-05', ['2026-12', '2027-01'])];
    expect(offer('orderInterview', organization, over)).toMatchObject({ isOffered: true });
  });

  it('a vacancy is filled from the recall on, handed over from the appointment on, and given up from the recall on', () => {
    expect(offer('candidate', unit)).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
    expect(offer('candidate', unit, recalled)).toMatchObject({ window: { first: { on: '2026-09-24' } } });
    expect(offer('handover', unit, recalled)).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
    expect(offer('handover', unit, [...recalled, candidate('2026-09-26')])).toMatchObject({
      window: { first: { on: '2026-09-26' } },
    });
    expect(offer('end', unit, recalled)).toMatchObject({ window: { first: { on: '2026-09-24' } } });
  });

  it('a recall once recorded is told to whoever may recall', () => {
    expect(offer('recall', unit, recalled)).toMatchObject({ told: expect.stringContaining('9月24日') });
    expect(offer('recall', countyStationing, recalled)).toMatchObject({ refusal: { code: 'NOT_ALLOWED' } });
    expect(offer('recall', cityStationing)).toMatchObject({ isOffered: true });
  });
});
