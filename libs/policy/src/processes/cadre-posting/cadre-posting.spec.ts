import { describe, expect, it } from '@jest/globals';
import { cadrePosting } from './cadre-posting';
import { judgeBeginningOf } from '../../case/case-builder';
import type { PostingOpening } from './posting-acts';
import {
  absence,
  act,
  approval,
  candidate,
  cityStationing,
  countyStationing,
  held,
  low,
  moved,
  named,
  neutral,
  notLow,
  organization,
  postingFile,
  recall,
  reminder,
  builtOpening,
  township,
  unit,
  type BuiltAct,
  type BuiltMore,
} from './posting-builder';

const today = '2027-12-31';
const view = (acts: BuiltAct[], more?: BuiltMore) => cadrePosting.view(postingFile(acts, more));
const judge = (next: BuiltAct, acts: BuiltAct[] = [], more?: BuiltMore) =>
  cadrePosting.judge(postingFile(acts, more), next, today);
const noticeKeys = (...args: Parameters<typeof view>) => view(...args).notices.map(({ key }) => key);
const deadline = (id: string, ...args: Parameters<typeof view>) => view(...args).deadlines.find((one) => one.id === id);

describe('clause C-2.1: posting with the selection check', () => {
  const open = (more: object, openedOn = '2026-07-01') =>
    judgeBeginningOf(cadrePosting, { ...builtOpening, ...more } as PostingOpening, { openedOn, today });

  it('answers the check, and admits a cadre who fails it: he is on post', () => {
    expect(open({})).toMatchObject({ admitted: true, answer: { passed: true } });
    expect(open({ bornOn: '1960-01-01' })).toMatchObject({
      admitted: true,
      answer: { passed: false, failures: [{ clause: 'C-2.1' }] },
    });
  });

  it.each([
    [{ postedOn: '2028-01-01' }, 'FUTURE_DATE', 'postedOn'],
    [{ postedOn: '2026-07-02' }, 'BEFORE_BEGINNING', 'postedOn'],
    [{ bornOn: '2026-07-01' }, 'INVALID_INPUT', 'bornOn'],
    [{ village: '140423100' }, 'INVALID_INPUT', 'village'],
    [{ village: '140521100201' }, 'INVALID_INPUT', 'village'],
    [{ unit: 'department:1404' }, 'INVALID_INPUT', 'unit'],
    [{ senderLevel: 'county' }, 'INVALID_INPUT', 'senderLevel'],
    [{ previousOpen: 'posting:140423100:C1:1' }, 'WRONG_STAGE', 'cadreId'],
    [
      {
        annualAssessments: [
          { year: 2025, grade: 'none' },
          { year: 2025, grade: 'none' },
        ],
      },
      'INVALID_INPUT',
      'annualAssessments',
    ],
  ])('refuses %j as %s', (more, code, field) => {
    expect(open(more)).toMatchObject({ admitted: false, code, field });
  });

  it('who failed is to be recalled by the stationing office of the sender’s level', () => {
    const failed = { opening: { education: 'secondary' as const } };
    const seen = view([], failed);
    expect(seen.stage).toBe('to-be-recalled');
    expect(seen.notices).toMatchObject([
      { key: 'selection-recall', to: cityStationing, kind: 'order', clause: 'C-2.1', on: '2026-07-01' },
    ]);
    expect(judge(recall('2026-07-02', 'selection'), [], failed)).toMatchObject({ admitted: true });
    expect(judge(act('recall', '2026-07-02', { reason: '召回', path: 'selection' }, unit), [], failed)).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(
      judge(act('recall', '2026-07-02', { reason: '召回', path: 'selection' }, countyStationing), [], failed),
    ).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('sends the record of who is on post, from and to', () => {
    expect(view([moved('2026-08-01', '140423100202')]).records[0]?.row).toMatchObject({
      village: '140423100202',
      from: '2026-07-01',
      to: null,
    });
    expect(view([recall('2026-09-01')]).records[0]?.row).toMatchObject({ to: '2026-09-01' });
  });
});

describe('clause C-3.7: absence', () => {
  const twice = [absence('2026-09-10'), reminder('2026-09-10', '2026-09-11'), absence('2026-09-20')];

  it('once: the township owes a reminder in three days', () => {
    expect(deadline('reminder:2026-09-10', [absence('2026-09-10')])).toMatchObject({
      owner: township,
      trigger: '2026-09-10',
      period: { days: 3, unit: 'natural' },
    });
    expect(deadline('reminder:2026-09-10', twice)).toMatchObject({ metOn: '2026-09-11' });
    expect(view([absence('2026-09-10')]).listed).toMatchObject({ rung: 'reminder', absences: 1 });
  });

  it('is reminded of by the township of the day, also after a move', () => {
    const acts = [absence('2026-09-10'), moved('2026-09-11', '140423101201'), absence('2026-09-12')];
    expect(deadline('reminder:2026-09-10', acts)).toMatchObject({ owner: township });
    expect(judge(moved('2026-09-11', '140424101201'))).toMatchObject({ code: 'OUT_OF_RANGE' });
    expect(judge(moved('2026-09-11', '140423100201'))).toMatchObject({ keep: false });
  });

  it('twice: the unit is ordered to recall and to handle, each by a date', () => {
    const seen = view(twice);
    expect(seen.stage).toBe('to-be-recalled');
    expect(seen.listed).toMatchObject({ noExcellentYear: 2026, rung: 'recall', recallPending: true });
    expect(seen.notices).toContainEqual(
      expect.objectContaining({ key: 'recall-order:2026-09-20', to: unit, kind: 'order', on: '2026-09-20' }),
    );
    expect(seen.deadlines.map(({ id }) => id)).toEqual([
      'reminder:2026-09-10',
      'recall',
      'organizational-handling:absence',
    ]);
  });

  it('waits for the reminder and says why; the recall is refused meanwhile', () => {
    const unreminded = [absence('2026-09-10'), absence('2026-09-20')];
    expect(view(unreminded).stage).toBe('on-post');
    expect(noticeKeys(unreminded)).toEqual(['repair:recall:2026-09-20:reminder']);
    expect(judge(recall('2026-09-21', 'absence'), unreminded)).toMatchObject({ code: 'CONDITIONS_NOT_MET' });
    expect(noticeKeys(twice, { undelivered: ['reminded:2026-09-10'] })).toContain('repair:recall:2026-09-20:delivery');
    expect(judge(recall('2026-09-21', 'absence'), twice, { undelivered: ['reminded:2026-09-10'] })).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
    });
  });

  it('is recalled by its own unit only, and not before the second absence', () => {
    expect(judge(recall('2026-09-21', 'absence'), twice)).toMatchObject({ admitted: true, keep: true });
    expect(
      judge(act('recall', '2026-09-21', { reason: '召回', path: 'absence' }, 'dispatching-unit:1404:U08'), twice),
    ).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(judge(recall('2026-09-21', 'absence'), [absence('2026-09-10')])).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
    });
  });

  it('takes the order back by leave approved afterwards, and tells the unit', () => {
    const excused = [...twice, approval('2026-09-20', '2026-09-25')];
    expect(view(excused).stage).toBe('on-post');
    expect(noticeKeys(excused)).toContain('recall-cancelled:2026-09-20');
    expect(deadline('organizational-handling:absence', excused)).toMatchObject({ dropped: { on: '2026-09-25' } });
    expect(view(excused).listed).toMatchObject({ noExcellentYear: null });
  });

  it('refuses leave approved afterwards once the recall is decided, and for a day without absence', () => {
    expect(judge(approval('2026-09-20', '2026-09-25'), [...twice, recall('2026-09-24', 'absence')])).toMatchObject({
      code: 'WRONG_STAGE',
    });
    expect(judge(approval('2026-09-19', '2026-09-25'), twice)).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      field: 'absenceOn',
    });
  });

  it('records a second clerk’s absence or reminder as a supplement', () => {
    expect(judge(absence('2026-09-10'), twice)).toMatchObject({ admitted: true, keep: false });
    expect(judge(reminder('2026-09-10', '2026-09-12'), twice)).toMatchObject({ admitted: true, keep: false });
  });

  it('asks for leave beforehand to be approved beforehand, and lets no absence fall on it', () => {
    const leave = act('leave', '2026-09-30', { from: '2026-10-01', to: '2026-10-03', reason: '探亲' });
    expect(judge(leave)).toMatchObject({ admitted: true });
    expect(judge({ ...leave, occurredOn: '2026-10-02' })).toMatchObject({ code: 'CONDITIONS_NOT_MET' });
    expect(judge(absence('2026-10-03'), [leave])).toMatchObject({ code: 'CONDITIONS_NOT_MET' });
  });
});

describe('clause C-3.7: ranking', () => {
  const two = [low('2026-12', '2027-01-05'), low('2027-01', '2027-02-05')];
  const starts = (acts: BuiltAct[], more?: BuiltMore) =>
    view(acts, more).consequences.filter(({ kind }) => kind === 'start');

  it('two low months across the year-end start an interview that a correction withdraws', () => {
    expect(starts(two)).toMatchObject([
      {
        key: 'interview:2026-12+2027-01',
        caseId: 'interview:140423:C1:1:2026-12+2027-01',
        on: '2027-02-05',
        withdraw: 'withdrawn',
        opening: {
          county: '140423',
          posting: 'posting:140423100:C1:1',
          unit,
          because: { months: ['2026-12', '2027-01'], bulletins: [] },
        },
      },
    ]);
    expect(starts([...two, notLow('2027-01', '2027-02-07')])).toEqual([]);
  });

  it('runs follow a move to another village', () => {
    expect(starts([...two, moved('2027-01-10', '140423101201')])).toHaveLength(1);
  });

  it('a neutral month between does not break the run', () => {
    expect(
      starts([low('2026-10', '2026-11-05'), neutral('2026-11', '2026-12-05'), low('2026-12', '2027-01-05')]),
    ).toHaveLength(1);
  });

  it('a held interview stands after the correction, and the organization department is told', () => {
    const acts = [...two, held('2027-02-10', '2027-02-05', ['2026-12', '2027-01']), notLow('2027-01', '2027-02-12')];
    expect(starts(acts)).toEqual([]);
    expect(view(acts).notices).toContainEqual(
      expect.objectContaining({ key: 'annotated:2026-12+2027-01', to: organization, kind: 'inform' }),
    );
    expect(view(acts).listed).toMatchObject({ interviewsHeld: 1 });
  });

  it('waits for the copy with a repair item, and starts once it is delivered', () => {
    const undelivered = [low('2026-12', '2027-01-05'), low('2027-01', '2027-02-05', false)];
    expect(starts(undelivered)).toEqual([]);
    expect(noticeKeys(undelivered)).toEqual(['repair:interview:2026-12+2027-01']);
    const delivered = [...undelivered, act('copyDelivered', '2027-02-08', { bulletin: 'B-2027-01' }, 'system')];
    expect(starts(delivered)).toMatchObject([{ on: '2027-02-08', opening: { orderedOn: '2027-02-08' } }]);
    expect(noticeKeys(delivered)).toEqual([]);
  });

  it('two superior bulletins start one, unless their copy is undelivered', () => {
    const bulletins = [named('M1', '2026-09-01'), named('M2', '2026-10-01')];
    expect(starts(bulletins)).toMatchObject([{ key: 'interview:named-M1+M2' }]);
    expect(starts(bulletins, { undelivered: ['named:M2'] })).toEqual([]);
    expect(judge(named('M1', '2026-09-15'), bulletins)).toMatchObject({ keep: false });
    expect(
      starts([...bulletins, act('withdrawNaming', '2026-10-03', { matter: 'M1', reason: '误登' }, countyStationing)]),
    ).toEqual([]);
  });

  it('interviewed twice: handling is due, and may decide a recall that the unit carries out', () => {
    const heldTwice = [
      ...two,
      held('2027-02-10', '2027-02-05', ['2026-12', '2027-01']),
      low('2027-02', '2027-03-05'),
      low('2027-03', '2027-04-05'),
      held('2027-04-09', '2027-04-05', ['2027-02', '2027-03']),
    ];
    expect(deadline('organizational-handling', heldTwice)).toMatchObject({
      trigger: '2027-04-09',
      owner: organization,
    });
    const handling = act(
      'organizationalHandling',
      '2027-04-12',
      { decision: 'recall', reason: '情节较重' },
      organization,
    );
    expect(judge(handling, two)).toMatchObject({ code: 'CONDITIONS_NOT_MET' });
    expect(judge(recall('2027-04-13', 'handling'), heldTwice)).toMatchObject({ code: 'CONDITIONS_NOT_MET' });
    const decided = [...heldTwice, handling];
    expect(deadline('organizational-handling', decided)).toMatchObject({ metOn: '2027-04-12' });
    expect(view(decided)).toMatchObject({ stage: 'to-be-recalled', listed: { interviewsHeld: 0 } });
    expect(judge(recall('2027-04-13', 'handling'), decided)).toMatchObject({ admitted: true });
    expect(judge(handling, decided)).toMatchObject({ keep: false });
  });

  it('no second interview is ordered while one is pending', () => {
    const order = (on: string) => act('orderInterview', on, { reason: '工作滞后' }, organization);
    expect(judge(order('2027-02-06'), [])).toMatchObject({ admitted: true });
    expect(judge(order('2027-02-07'), [order('2027-02-06')])).toMatchObject({ code: 'WRONG_STAGE', clause: 'C-3.7' });
  });

  it('an interview ordered by hand rests on free grounds only', () => {
    const order = (months: string[]) =>
      act('orderInterview', '2027-02-06', { reason: '工作滞后', because: { months } }, organization);
    expect(judge(order(['2026-12']), [low('2026-12', '2027-01-05')])).toMatchObject({ admitted: true });
    expect(judge(order(['2026-12']), two)).toMatchObject({ code: 'WRONG_STAGE' });
    expect(judge(order(['2026-12']), [...two, held('2027-02-06', '2027-02-05', ['2026-12', '2027-01'])])).toMatchObject(
      { code: 'CONDITIONS_NOT_MET', field: 'because.months' },
    );
    expect(starts([low('2026-12', '2027-01-05'), order(['2026-12'])])).toMatchObject([
      { key: 'interview:hand-2027-02-06', on: '2027-02-06' },
    ]);
  });
});

describe('clause C-2.1: recall, replacement, handover', () => {
  const recalled = [recall('2026-09-24')];
  const overdue = 'replacement-overdue@2026-09-29';

  it('is due on the fifth day after the recall, and the organization department hears on the sixth', () => {
    expect(deadline('replacement', recalled)).toMatchObject({
      trigger: '2026-09-24',
      period: { days: 5 },
      owner: unit,
    });
    expect(view(recalled).notices).toContainEqual(
      expect.objectContaining({ key: overdue, on: '2026-09-30', to: organization }),
    );
    expect(view(recalled).listed).toMatchObject({ vacantSince: '2026-09-24' });
  });

  it('is in time on the fifth day and late on the sixth', () => {
    expect(noticeKeys([...recalled, candidate('2026-09-29')])).not.toContain(overdue);
    expect(noticeKeys([...recalled, candidate('2026-09-30')])).toContain(overdue);
    expect(deadline('replacement', [...recalled, candidate('2026-09-30')])).toMatchObject({ metOn: '2026-09-30' });
  });

  it('records a failed candidate, and the clock runs on', () => {
    expect(judge(candidate('2026-09-26', { bornOn: '1960-01-01' }), recalled)).toMatchObject({
      admitted: true,
      keep: false,
      answer: { passed: false },
    });
    expect(judge(candidate('2026-09-26'), recalled)).toMatchObject({
      keep: true,
      answer: { passed: true, posting: 'posting:140423100:C2:20260926' },
    });
    expect(judge(candidate('2026-09-26', { postingNumber: 3 }), recalled)).toMatchObject({
      answer: { posting: 'posting:140423100:C2:3' },
    });
  });

  it('refuses the recalled cadre himself, and a candidate where nothing is vacant', () => {
    expect(judge(candidate('2026-09-26', { cadreId: 'C1' }), recalled)).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      field: 'cadreId',
    });
    expect(judge(candidate('2026-09-26'))).toMatchObject({ code: 'WRONG_STAGE' });
    expect(judge(candidate('2026-09-23'), recalled)).toMatchObject({ code: 'CONDITIONS_NOT_MET' });
  });

  it('starts a linked posting for the newcomer, whom the handover leaves alone on post', () => {
    const filled = [...recalled, candidate('2026-09-26')];
    expect(view(filled)).toMatchObject({
      stage: 'handover',
      listed: { replacedBy: 'posting:140423100:C2:20260926', vacantSince: null },
    });
    expect(view(filled).consequences).toMatchObject([
      {
        kind: 'start',
        process: 'cadre-posting',
        on: '2026-09-26',
        opening: { cadreId: 'C2', postedOn: '2026-09-26', unit, replaces: 'posting:140423100:C1:1' },
      },
    ]);
    const handover = act('handover', '2026-09-28', { items: ['工作台账'] }, unit);
    expect(judge(handover, recalled)).toMatchObject({ code: 'WRONG_STAGE' });
    expect(view([...filled, handover]).ended).toEqual({
      on: '2026-09-28',
      outcome: 'recalled',
      outcomeName: '召回并完成压茬交接',
    });
  });

  it('admits nothing on post after the recall, and no second recall', () => {
    expect(judge(absence('2026-09-25'), recalled)).toMatchObject({
      code: 'WRONG_STAGE',
      clause: 'C-2.1',
      field: 'occurredOn',
    });
    expect(judge(recall('2026-09-25'), recalled)).toMatchObject({ keep: false });
  });

  it('ends a vacant post otherwise only when the post is given up', () => {
    const end = (reason: 'term-ended' | 'transferred' | 'post-cancelled') => act('end', '2026-09-26', { reason }, unit);
    expect(judge(end('term-ended'), recalled)).toMatchObject({ code: 'WRONG_STAGE' });
    expect(judge(end('post-cancelled'), recalled)).toMatchObject({ admitted: true });
    expect(deadline('replacement', [...recalled, end('post-cancelled')])).toMatchObject({
      dropped: { on: '2026-09-26' },
    });
    expect(view([end('transferred')]).ended).toMatchObject({ outcome: 'transferred', outcomeName: '工作调动' });
  });
});

describe('clauses C-2.2, C-2.4, C-3.7: registers and misconduct', () => {
  it('keeps training and sales help in the ledger only, and tells what the clause asks for', () => {
    expect(judge(act('training', '2026-09-01', { days: 3, level: 'county' }))).toMatchObject({
      keep: false,
      told: expect.stringContaining('12天或90学时'),
    });
    expect(judge(act('training', '2026-09-01', { level: 'county' }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(judge(act('salesHelp', '2026-09-01', { yuan: 5000 }, unit))).toMatchObject({
      keep: false,
      told: expect.stringContaining('2万元'),
    });
  });

  it('clauses C-3.2, C-3.3, C-3.6: visits, meetings and incentives are recorded and change nothing; the end of a posting ends it', () => {
    for (const [operation, office] of [
      ['visit', township],
      ['meeting', township],
      ['incentive', organization],
    ] as const) {
      const said = act(operation, '2026-09-01', { what: '入村看望' }, office);
      expect(judge(said)).toMatchObject({ admitted: true, keep: false });
    }
    expect(view([act('end', '2026-09-01', { reason: 'transferred' }, unit)]).ended).toMatchObject({
      on: '2026-09-01',
      outcome: 'transferred',
    });
  });

  it('clause C-3.3: leave is from a day to a later day', () => {
    expect(judge(act('leave', '2026-09-01', { from: '2026-09-03', to: '2026-09-02', reason: '看病' }))).toMatchObject({
      clause: 'C-3.3',
      field: 'to',
    });
  });

  it('orders the unit to handle misconduct, and transfers a suspected violation to the unit’s discipline commission', () => {
    expect(view([act('misconduct', '2026-09-01', { kind: 'poor-work', what: '帮扶不力' })]).notices).toMatchObject([
      { to: unit, kind: 'order' },
    ]);
    const notices = view([act('misconduct', '2026-09-01', { kind: 'suspected-violation', what: '涉嫌违纪' })]).notices;
    expect(notices.map(({ to }) => to)).toEqual([unit, 'discipline-commission:1404']);
  });

  it('refuses what a posting does not know', () => {
    expect(
      cadrePosting.judge(postingFile([]), { ...absence('2026-09-10'), operation: 'promote' }, today),
    ).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
