import { describe, expect, it } from '@jest/globals';
import { buildCase, type BuiltCase } from '../../case/case-builder';
import type { Consequence } from '../../case/case';
import { addDays } from '../../dates/civil-date';
import type { Settings } from '../../settings/policy-set';
import { countyStationing, organization } from '../cadre-posting/posting-builder';
import { postingCase, type PostingCase } from '../cadre-posting/posting-case';
import type { RosterEntry } from '../cadre-posting/roster';
import { interview } from '../interview/interview';
import type { InterviewOpening } from '../interview/interview-acts';
import { inspection } from './inspection';
import type { FindBody, InspectionOpening } from './inspection-acts';

const v1 = '140423100201';
const onPost: RosterEntry = {
  cadre: 'C1',
  postingCase: 'posting:140423100:C1:1',
  township: '140423100',
  village: v1,
  unit: 'dispatching-unit:1404:U07',
  role: 'member',
  from: '2026-07-01',
  to: null,
};
const finding: FindBody = { id: 'F1', place: v1, list: 'monitoring-help', what: '干部不在岗', persons: ['C1'] };

interface Check {
  territory?: string;
  begunOn: string;
  found?: readonly FindBody[];
  concludedOn: string;
  number?: string;
  summary?: string;
  roster?: readonly RosterEntry[];
  changes?: Partial<Settings>;
}
type Inspection = BuiltCase<InspectionOpening>;

/** A flight check that is begun, finds something the day after, and is concluded; what it asks of the ledger is answered. */
function flightCheck({ territory = '14', begunOn, found = [finding], concludedOn, ...more }: Check): Inspection {
  const check = buildCase(inspection, {
    caseId: `inspection:${territory}:flight-check:1`,
    openedOn: begunOn,
    opening: {
      territory,
      kind: 'flight-check',
      scope: territory,
      plannedOn: begunOn,
      note: null,
      sample: null,
      follows: null,
    },
    ...(more.changes !== undefined && { changes: more.changes }),
  });
  const by = { office: `stationing-office:${territory}` };
  check.say('begin', begunOn, {}, by);
  for (const one of found) check.say('find', addDays(begunOn, 1), one, by);
  check.say(
    'conclude',
    concludedOn,
    { number: more.number ?? '晋驻办〔2026〕12号', summary: more.summary ?? '通报' },
    by,
  );
  for (const { operation } of questions(check))
    check.say(operation, concludedOn, more.roster ?? [onPost], { office: 'system' });
  return check;
}
const consequences = <Kind extends Consequence['kind']>(check: Inspection, kind: Kind) =>
  check.view().consequences.filter((one): one is Extract<Consequence, { kind: Kind }> => one.kind === kind);
const questions = (check: Inspection) => consequences(check, 'ask').filter(({ question }) => question === 'roster');
const namings = (check: Inspection) =>
  consequences(check, 'tell').filter(({ operation }) => operation === 'namedByFinding');

/** Carries to the posting what the bulletins say, and what they take back. */
function carry(posting: PostingCase, ...checks: Inspection[]): void {
  for (const check of checks)
    for (const { caseId, operation, on, body } of namings(check)) {
      expect(caseId).toBe(posting.file().caseId);
      posting.say(operation, on, body, { office: 'system' });
    }
}
const named = (posting: PostingCase) => posting.view().listed['namedInBulletins'];
const talks = (posting: PostingCase) =>
  posting
    .view()
    .consequences.flatMap((one) => (one.kind === 'start' && one.process === 'interview' ? [one] : []))
    .map(({ caseId, on, opening }) =>
      buildCase(interview, { caseId, openedOn: on, opening: opening as unknown as InterviewOpening }),
    );

/** Case 22: begun on 3 November, concluded on the 6th. */
const byProvince = () => flightCheck({ begunOn: '2026-11-03', concludedOn: '2026-11-06' });

describe('case 22 (C-3.4.e, C-3.7.g, D5): a province flight check names him', () => {
  it('asks who was on post there, of the ledger, on the days of the findings', () =>
    expect(questions(byProvince())).toMatchObject([
      { on: '2026-11-06', body: { territory: '140423100', from: '2026-11-04', to: '2026-11-04' } },
    ]));

  it('the posting counts one matter dated 6 November, and nobody enters it', () => {
    const posting = postingCase();
    carry(posting, byProvince());
    expect(named(posting)).toBe(1);
    expect(posting.file().acts).toMatchObject([
      {
        occurredOn: '2026-11-06',
        by: { office: 'system' },
        body: { bulletin: '晋驻办〔2026〕12号', level: 'province' },
      },
    ]);
  });

  it('nothing is told before the bulletin is out', () => {
    const running = buildCase(inspection, {
      caseId: 'inspection:14:flight-check:1',
      openedOn: '2026-11-03',
      opening: byProvince().file().opening,
    });
    const by = { office: 'stationing-office:14' };
    running.say('begin', '2026-11-03', {}, by);
    running.say('find', '2026-11-04', finding, by);
    expect([questions(running), namings(running)]).toEqual([[], []]);
  });

  it('it is the posting he held on the day of the finding', () => {
    const later = { ...onPost, postingCase: 'posting:140423100:C1:2' as const, from: '2026-11-05' };
    const roster = [{ ...onPost, to: '2026-11-04' }, later];
    const told = namings(flightCheck({ begunOn: '2026-11-03', concludedOn: '2026-11-06', roster }));
    expect(told.map(({ caseId }) => caseId)).toEqual(['posting:140423100:C1:1']);
  });

  it('who was on post nowhere is looked for by the county', () => {
    const check = flightCheck({
      begunOn: '2026-11-03',
      concludedOn: '2026-11-06',
      roster: [{ ...onPost, cadre: 'C9' }],
    });
    expect(namings(check)).toEqual([]);
    expect(check.view().notices).toContainEqual(
      expect.objectContaining({
        kind: 'repair',
        to: countyStationing,
        text: expect.stringContaining('14-flight-check-1-F1'),
      }),
    );
  });

  it('the county cannot take back what it has not entered', () => {
    const posting = postingCase();
    carry(posting, byProvince());
    const refused = posting.say(
      'withdrawNaming',
      '2026-11-08',
      { matter: '14-flight-check-1-F1', reason: '有误' },
      { office: countyStationing },
    );
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('case 23 (C-3.7.g, D5): one matter counts once', () => {
  const repeating = () =>
    flightCheck({
      territory: '1404',
      begunOn: '2026-11-16',
      found: [{ ...finding, repeats: '14-flight-check-1-F1' }],
      concludedOn: '2026-11-20',
    });
  const another = () =>
    flightCheck({
      territory: '1404',
      begunOn: '2026-11-24',
      found: [{ ...finding, id: 'F2' }],
      concludedOn: '2026-11-27',
    });

  it('the city’s bulletin that repeats the finding adds nothing', () => {
    const posting = postingCase();
    carry(posting, byProvince(), repeating());
    expect([named(posting), talks(posting)]).toEqual([1, []]);
  });

  it('entered from paper too, it still counts once', () => {
    const posting = postingCase();
    carry(posting, byProvince());
    const paper = { matter: '14-flight-check-1-F1', level: 'province', bulletin: '晋驻办〔2026〕12号' } as const;
    expect(posting.say('namedInSuperiorBulletin', '2026-11-10', paper, { office: countyStationing })).toMatchObject({
      admitted: true,
      keep: false,
    });
    expect(named(posting)).toBe(1);
  });

  it('another matter of 27 November calls for a talk by 7 December', () => {
    const posting = postingCase();
    carry(posting, byProvince(), repeating(), another());
    expect(talks(posting).map((talk) => talk.deadline('interview'))).toMatchObject([
      { owner: organization, trigger: '2026-11-27', due: '2026-12-07' },
    ]);
  });

  it('undelivered copies let the talk wait', () => {
    const posting = postingCase({ undelivered: ['named:1404-flight-check-1-F2'] });
    carry(posting, byProvince(), another());
    expect(talks(posting)).toEqual([]);
  });

  it('where the office counts the province alone, the city’s names nobody', () => {
    const check = flightCheck({
      territory: '1404',
      begunOn: '2026-11-24',
      concludedOn: '2026-11-27',
      changes: { superiorLevels: 'province' },
    });
    expect([questions(check), namings(check)]).toEqual([[], []]);
  });
});

describe('case 24 (C-3.7.g, D5): not of a superior level, or no criticism', () => {
  it('the county’s own bulletin counts nothing, nor can it be entered as one', () => {
    const check = flightCheck({ territory: '140423', begunOn: '2026-11-03', concludedOn: '2026-11-06' });
    expect([questions(check), namings(check)]).toEqual([[], []]);
  });

  it('the province’s praise counts nothing', () => {
    const summary = '〔C1〕驻村工作扎实，予以表扬。';
    const check = flightCheck({ begunOn: '2026-11-03', found: [], concludedOn: '2026-11-06', summary });
    expect([questions(check), namings(check)]).toEqual([[], []]);
  });
});

describe('case 25 (C-3.7.g, D5): the province corrects without him', () => {
  const corrected = () => {
    const check = byProvince();
    const [told] = namings(check);
    check.say(
      'withdrawFinding',
      '2026-11-10',
      { number: '晋驻办〔2026〕13号', finding: 'F1', reason: '核实为公差' },
      { office: 'stationing-office:14' },
    );
    return { check, told };
  };
  /** The message that takes a naming back, as it is sent on the day it no longer follows. */
  const takeBack = (posting: PostingCase) => {
    const { check, told } = corrected();
    expect(namings(check)).toEqual([]);
    expect(told?.withdraw).toBe('findingWithdrawn');
    posting.say('findingWithdrawn', '2026-11-10', told?.body, { office: 'system' });
  };

  it('the count is nought', () => {
    const posting = postingCase();
    carry(posting, byProvince());
    takeBack(posting);
    expect(named(posting)).toBe(0);
  });

  it('named for the same matter by another bulletin that stands, he still counts as named once', () => {
    const posting = postingCase();
    const repeats = [{ ...finding, repeats: '14-flight-check-1-F1' }];
    carry(
      posting,
      byProvince(),
      flightCheck({ territory: '1404', begunOn: '2026-11-06', found: repeats, concludedOn: '2026-11-09' }),
    );
    takeBack(posting);
    expect(named(posting)).toBe(1);
  });

  it('a talk already held stands, annotated', () => {
    const posting = postingCase();
    const other = flightCheck({
      territory: '1404',
      begunOn: '2026-11-03',
      concludedOn: '2026-11-05',
      found: [{ ...finding, id: 'F2' }],
    });
    carry(posting, other, byProvince());
    const [talk] = talks(posting);
    talk?.say('hold', '2026-11-08', {}, { office: organization });
    for (const one of talk?.view().consequences ?? [])
      if (one.kind === 'tell') posting.say(one.operation, one.on, one.body, { office: 'system' });
    takeBack(posting);
    expect(posting.view().listed).toMatchObject({ interviewsHeld: 1, namedInBulletins: 0 });
    expect(posting.view().notices).toContainEqual(
      expect.objectContaining({ title: '约谈依据已更正', on: '2026-11-10', to: organization }),
    );
  });
});
