import { describe, expect, it } from '@jest/globals';
import { builtOpening, cityStationing, countyStationing, held, organization, unit } from './posting-builder';
import { absentTwice, postingCase, type PostingCase } from './posting-case';

const absenceHandling = 'organizational-handling:absence';
const recalled = { reason: '两次无故脱岗', path: 'absence' } as const;
const warning = { decision: 'warning', reason: '两次无故脱岗' } as const;
const { bornOn, education, identity, annualAssessments } = builtOpening;
const newcomer = { cadreId: 'C2', bornOn, education, identity, annualAssessments };
const end = (
  posting: PostingCase,
  on: string,
  reason: 'transferred' | 'death' | 'health' | 'term-ended',
  office = unit,
) => posting.say('end', on, { reason }, { office });

describe('case 1 (C-3.7.d, D1): two absences, the first reminded of', () => {
  it('the unit owes the recall five days after the second, without rollover', () => {
    const posting = absentTwice();
    expect(posting.deadline('recall')).toMatchObject({
      owner: unit,
      what: expect.stringContaining('召回'),
      trigger: '2026-08-10',
      due: '2026-08-15',
      clause: 'C-3.7',
      decisions: expect.arrayContaining(['recallDays']),
    });
  });

  it('is in time on the 15th, and overdue from the 16th on', () => {
    const posting = absentTwice();
    expect(['2026-08-15', '2026-08-16'].map((day) => posting.stateOn('recall', day))).toEqual(['due-today', 'overdue']);
    expect(posting.asks('recall', '2026-08-15', recalled)).toBe('admitted');
    expect(posting.stateOn('recall', '2026-08-16')).toBe('met');
  });

  it('overdue, the unit hears of it, on 18 August the county organization department, on the 22nd the unit is a candidate for criticism', () => {
    expect(absentTwice().heard('recall')).toEqual([
      `2026-08-12 ${unit}`,
      `2026-08-14 ${unit}`,
      `2026-08-16 ${unit}`,
      `2026-08-18 ${organization}`,
      `2026-08-22 ${organization}`,
    ]);
  });
});

describe('case 2 (C-3.7.d, D1): the only reminder on 12 August', () => {
  const unreminded = () => {
    const posting = postingCase();
    posting.asks('absence', '2026-08-03', {});
    posting.asks('absence', '2026-08-10', {});
    return posting;
  };

  it('before it nothing is due, and a repair item says that the reminder is missing', () => {
    const posting = unreminded();
    expect([posting.deadline('recall'), posting.deadline(absenceHandling)]).toEqual([undefined, undefined]);
    expect(posting.view().notices).toContainEqual(
      expect.objectContaining({ kind: 'repair', on: '2026-08-10', text: expect.stringContaining('尚未登记提醒') }),
    );
    expect(posting.asks('recall', '2026-08-11', recalled)).toBe('CONDITIONS_NOT_MET');
  });

  it('the recall is due on the 17th, handling on the 22nd', () => {
    const posting = unreminded();
    posting.asks('recordReminder', '2026-08-12', { absenceOn: '2026-08-03' });
    expect(posting.deadline('recall')).toMatchObject({ trigger: '2026-08-12', due: '2026-08-17' });
    expect(posting.deadline(absenceHandling)).toMatchObject({ trigger: '2026-08-12', due: '2026-08-22' });
  });

  it('what waits for the reminder does not escape by an end of the posting', () => {
    expect(end(unreminded(), '2026-08-11', 'transferred')).toMatchObject({
      code: 'WRONG_STAGE',
      detail: expect.stringContaining('提醒尚未登记或尚未送达'),
    });
  });
});

describe('case 3 (C-3.7.e, D2): handling outlives recall and handover', () => {
  const handedOver = () => {
    const posting = absentTwice();
    posting.asks('recall', '2026-08-12', recalled);
    posting.asks('candidate', '2026-08-13', newcomer);
    posting.asks('handover', '2026-08-14', { items: ['工作台账'] });
    return posting;
  };

  it('the replacement is met, handling still open with the unit, the posting not ended', () => {
    const posting = handedOver();
    expect(posting.deadline('replacement')).toMatchObject({ metOn: '2026-08-13' });
    expect(posting.deadline(absenceHandling)).toMatchObject({ owner: unit, due: '2026-08-20' });
    expect(posting.stateOn(absenceHandling, '2026-08-21')).toBe('overdue');
    expect(posting.view()).toMatchObject({ stage: 'handling-owed', stageName: '已离岗待组织处理' });
    expect(posting.endedOn()).toBeNull();
  });

  it('a second handover is a supplement', () =>
    expect(handedOver().say('handover', '2026-08-15', { items: ['台账'] }, { office: unit })).toMatchObject({
      admitted: true,
      keep: false,
    }));

  it('handling on the 19th is in time and ends the posting', () => {
    const posting = handedOver();
    expect(posting.asks('organizationalHandling', '2026-08-19', warning)).toBe('admitted');
    expect(posting.stateOn(absenceHandling, '2026-08-19')).toBe('met');
    expect(posting.view().ended).toMatchObject({ on: '2026-08-19', outcome: 'recalled' });
  });
});

describe('case 4 (C-3.7.e, D2): 并给予组织处理 leaves no choice whether', () => {
  it('refuses 不予处理 on the absence path, saying what is expected', () => {
    const refused = absentTwice().say(
      'organizationalHandling',
      '2026-08-15',
      { decision: 'none', reason: '情节轻微' },
      { office: unit },
    );
    expect(refused).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      clause: 'C-3.7',
      field: 'decision',
      detail: expect.stringContaining('批评教育、诫勉、召回、调整岗位、免职降职之一'),
    });
  });

  it('admits it where the office has decided so', () => {
    const posting = absentTwice({ changes: { absenceHandlingMayBeNone: true } });
    expect(posting.asks('organizationalHandling', '2026-08-15', { decision: 'none', reason: '情节轻微' })).toBe(
      'admitted',
    );
  });

  it('decision recall on the 13th meets handling, and the recall stays owed until the 15th', () => {
    const posting = absentTwice();
    posting.asks('organizationalHandling', '2026-08-13', { decision: 'recall', reason: '两次无故脱岗' });
    expect(posting.deadline(absenceHandling)).toMatchObject({ metOn: '2026-08-13' });
    expect(posting.deadline('recall')).toMatchObject({ owner: unit, due: '2026-08-15' });
    expect(posting.stateOn('recall', '2026-08-16')).toBe('overdue');
  });
});

describe('case 5 (C-3.7.d, D2): no end while recall or handling is owed', () => {
  it('refuses a transfer, naming both with office and day', () => {
    const refused = end(absentTwice(), '2026-08-12', 'transferred');
    expect(refused).toMatchObject({ code: 'WRONG_STAGE', clause: 'C-3.7', field: 'reason' });
    for (const named of ['召回驻村干部', '2026年8月15日', '给予组织处理', '2026年8月20日', unit, '工作调动'])
      expect(refused).toMatchObject({ detail: expect.stringContaining(named) });
  });

  it('recall and handling recorded, both are met', () => {
    const posting = absentTwice();
    posting.asks('recall', '2026-08-12', recalled);
    posting.asks('organizationalHandling', '2026-08-13', warning);
    expect([posting.deadline('recall')?.metOn, posting.deadline(absenceHandling)?.metOn]).toEqual([
      '2026-08-12',
      '2026-08-13',
    ]);
  });

  it('handling alone is not enough, nor a recall alone', () => {
    const handled = absentTwice();
    handled.asks('organizationalHandling', '2026-08-12', warning);
    expect(end(handled, '2026-08-13', 'health')).toMatchObject({ code: 'WRONG_STAGE' });
    const away = absentTwice();
    away.asks('recall', '2026-08-12', recalled);
    const cancelled = away.say('end', '2026-08-13', { reason: 'post-cancelled' }, { office: unit });
    expect(cancelled).toMatchObject({ code: 'WRONG_STAGE', detail: expect.stringContaining('给予组织处理') });
  });
});

describe('case 6 (C-3.7.e, D1): death', () => {
  it('is admitted; recall and handling fall away with that reason', () => {
    const posting = absentTwice();
    expect(end(posting, '2026-08-13', 'death')).toMatchObject({ admitted: true });
    const dropped = { on: '2026-08-13', reason: '任职结束：去世' };
    expect(posting.deadline('recall')).toMatchObject({ dropped });
    expect(posting.deadline(absenceHandling)).toMatchObject({ dropped });
    expect(posting.endedOn()).toBe('2026-08-13');
  });

  it('after the recall handling falls away, and the post is still to be filled', () => {
    const posting = absentTwice();
    posting.asks('recall', '2026-08-12', recalled);
    expect(end(posting, '2026-08-13', 'death')).toMatchObject({ admitted: true });
    expect(posting.deadline(absenceHandling)).toMatchObject({ dropped: { on: '2026-08-13' } });
    expect(posting.stateOn('replacement', '2026-08-18')).toBe('overdue');
    expect(posting.endedOn()).toBeNull();
    posting.asks('candidate', '2026-08-18', newcomer);
    posting.asks('handover', '2026-08-19', { items: ['工作台账'] });
    expect(posting.endedOn()).toBe('2026-08-19');
  });

  it('an error is said by the stationing office that would recall him, and by nobody else', () => {
    const error = (office: string, posting = absentTwice()) =>
      posting.asks('end', '2026-08-13', { reason: 'recorded-in-error' }, office);
    expect([unit, countyStationing, cityStationing].map((office) => error(office))).toEqual([
      'NOT_ALLOWED',
      'NOT_ALLOWED',
      'admitted',
    ]);
    expect(error(unit, postingCase())).toBe('admitted');
  });
});

describe('case 9 (C-2.1.g, m): an education that does not do', () => {
  it('sent by the city: the city stationing office owes the recall by 6 July, waiting for no notice', () => {
    const posting = postingCase({ opening: { education: 'secondary' }, undelivered: ['selection-recall'] });
    expect(posting.deadline('recall')).toMatchObject({
      owner: cityStationing,
      clause: 'C-2.1',
      trigger: '2026-07-01',
      due: '2026-07-06',
    });
    expect(posting.asks('recall', '2026-07-01', { reason: '学历不符', path: 'selection' }, cityStationing)).toBe(
      'admitted',
    );
  });

  it('the same sent by the county passes, and nothing is owed', () => {
    const opening = { education: 'secondary', senderLevel: 'county', unit: 'dispatching-unit:140423:U07' } as const;
    expect(postingCase({ opening }).deadline('recall')).toBeUndefined();
  });

  it('central-sent is the province’s to recall', () => {
    const opening = { education: 'secondary', senderLevel: 'central', unit: 'dispatching-unit:14:U07' } as const;
    expect(postingCase({ opening }).deadline('recall')).toMatchObject({ owner: 'stationing-office:14' });
  });
});

describe('case 10 (C-2.1.n): a candidate who fails does not stop the clock', () => {
  const vacant = () => {
    const posting = postingCase({ opening: { education: 'secondary' } });
    posting.asks('recall', '2026-07-06', { reason: '学历不符', path: 'selection' }, cityStationing);
    expect(
      posting.say('candidate', '2026-07-09', { ...newcomer, bornOn: '1969-01-01' }, { office: unit }),
    ).toMatchObject({
      keep: false,
      answer: { passed: false },
    });
    return posting;
  };

  it.each([
    ['2026-07-11', 'met'],
    ['2026-07-12', 'met-late'],
  ])('another appointed on %s: %s', (on, state) => {
    const posting = vacant();
    expect(posting.deadline('replacement')?.due).toBe('2026-07-11');
    posting.asks('candidate', on, { ...newcomer, cadreId: 'C3' });
    expect(posting.stateOn('replacement', on)).toBe(state);
  });
});

describe('case 11 (C-3.7.i, D2): two talks held, then the end', () => {
  const talkedTwice = () => {
    const posting = postingCase();
    for (const { occurredOn, body } of [
      held('2026-10-15', '2026-10-08', ['2026-08', '2026-09']),
      held('2026-11-20', '2026-11-10', [], ['M1', 'M2']),
    ])
      posting.say('interviewHeld', occurredOn, body, { office: 'system' });
    return posting;
  };

  it('the organization department owes handling until 30 November, and no end is admitted', () => {
    const posting = talkedTwice();
    expect(posting.deadline('organizational-handling')).toMatchObject({ owner: organization, due: '2026-11-30' });
    expect(end(posting, '2026-11-25', 'term-ended')).toMatchObject({
      code: 'WRONG_STAGE',
      clause: 'C-3.7',
      detail: expect.stringContaining(`${organization}〕，期限2026年11月30日`),
    });
  });

  it('视情节 may be none, with its reason; then nothing of C-3.7 stands against the end', () => {
    const posting = talkedTwice();
    const none = { decision: 'none', reason: '情节较轻' } as const;
    expect(posting.asks('organizationalHandling', '2026-11-24', none, organization)).toBe('admitted');
    expect(end(posting, '2026-11-25', 'transferred')).toMatchObject({ admitted: true });
  });
});
