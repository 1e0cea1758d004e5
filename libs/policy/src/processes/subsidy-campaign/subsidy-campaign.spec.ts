import { codeOf, buildCase, judgeBeginningOf } from '../../case/case-builder';
import type { SubsidyKind } from './subsidy-acts';
import { subsidyCampaign } from './subsidy-campaign';
import { listDays } from './subsidy-lists';

const township = { office: 'party-committee:140423100' };
const bureau = { office: 'revitalization-bureau:140423' };
const labour = { office: 'department:140423:human-resources' };
const system = { office: 'system' };
const village = '140423100204';
const built = () =>
  buildCase(subsidyCampaign, {
    caseId: 'subsidies:140423100:2026',
    openedOn: '2026-03-02',
    opening: { township: '140423100', year: '2026' },
  });
type Built = ReturnType<typeof built>;
const of = (worker: string, kind: SubsidyKind = 'transport') => ({ worker, kind });
const entitled = (...workers: string[]) => ({
  entitled: workers.map((worker) => ({ ...of(worker), household: 'H1', village })),
});
const apply = (running: Built, worker: string, on: string, more: object = {}) =>
  running.say('apply', on, { applications: [{ ...of(worker), by: 'self', ...more }] }, township);
const review = (running: Built, worker: string, on: string, approved = true, more: object = {}) =>
  running.say('review', on, { decisions: [{ ...of(worker), approved, ...more }] }, bureau);
const pay = (running: Built, worker: string, on: string, yuan = 600, by = bureau) =>
  running.say('pay', on, { payments: [{ ...of(worker), yuan }] }, by);
const two = () => {
  const running = built();
  running.say('entitle', '2026-03-05', entitled('W1', 'W2'), township);
  return running;
};
const paid = () => {
  const running = two();
  apply(running, 'W1', '2026-03-10');
  review(running, 'W1', '2026-03-15');
  pay(running, 'W1', '2026-03-20');
  return running;
};

describe('B-2.2.2, B-2.3.4: a township’s subsidies', () => {
  it('are all paid by 30 November, owed by the department of their kind, those who never applied included', () => {
    expect(two().deadline('paid:transport')).toMatchObject({
      due: '2026-11-30',
      owner: 'revitalization-bureau:140423',
      clause: 'B-2.2.2',
    });
    const running = paid();
    expect(running.deadline('paid:transport')?.metOn).toBeUndefined();
    apply(running, 'W2', '2026-11-20');
    review(running, 'W2', '2026-11-22', false, { reason: '未外出务工' });
    expect(running.deadline('paid:transport')?.metOn).toBe('2026-11-22');
    expect(running.view()).toMatchObject({ stage: 'complete' });
  });

  it('are reviewed and paid in time, each day’s by its own date', () => {
    const running = paid();
    expect(running.deadline('review:transport@2026-03-10')).toMatchObject({ due: '2026-03-20', metOn: '2026-03-15' });
    expect(running.deadline('payment:transport@2026-03-15')).toMatchObject({ due: '2026-03-30', metOn: '2026-03-20' });
  });

  it('lose nothing where the list was dated after the application, or a refusal before it', () => {
    const running = two();
    apply(running, 'W1', '2026-03-03');
    apply(running, 'W2', '2026-03-10');
    review(running, 'W2', '2026-03-09', false, { reason: '未外出务工' });
    expect(running.view().listed).toMatchObject({ applied: 2, refused: 1, missing: 0 });
    expect(codeOf(apply(running, 'W1', '2026-03-11'))).toBe('ALREADY_DONE');
  });

  it('are counted village by village, with who has not applied', () =>
    expect(paid().view().records).toMatchObject([
      {
        key: `transport/${village}`,
        row: {
          territory: village,
          state: 'open',
          body: { entitled: 2, applied: 1, approved: 1, paid: 1, missing: 1, yuan: 600, notApplied: ['W2'] },
        },
      },
    ]));

  it('tell the village who has not applied, monthly, and every Monday of November', () => {
    expect(listDays(built().file()).slice(-6)).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    const lists = paid().view().notices;
    expect(lists[0]).toMatchObject({
      on: '2026-04-01',
      to: `village-committee:${village}`,
      text: expect.stringContaining('〔W2〕一次性交通补贴'),
    });
    expect(lists.every(({ text }) => !text.includes('W1'))).toBe(true);
    const running = paid();
    apply(running, 'W2', '2026-06-10');
    const toVillage = running.view().notices.filter(({ to }) => to.startsWith('village-committee'));
    expect(toVillage.map(({ on }) => on)).toEqual(['2026-04-01', '2026-05-01', '2026-06-01']);
  });

  it('paid after the day are late and said to be so; the year is put away on 1 January', () => {
    const running = two();
    apply(running, 'W1', '2026-11-29');
    review(running, 'W1', '2026-11-30');
    expect(pay(running, 'W1', '2026-12-05')).toMatchObject({ admitted: true, told: expect.stringContaining('逾期') });
    running.say('disentitle', '2026-12-06', { ...of('W2'), reason: '重复列入' }, township);
    expect(running.deadline('paid:transport')).toMatchObject({ metOn: '2026-12-05', due: '2026-11-30' });
    expect(running.view().consequences).toMatchObject([{ operation: 'periodSealed', on: '2027-01-01' }]);
  });

  it('refused may apply again; corrected keep the day they were paid', () => {
    const running = two();
    apply(running, 'W1', '2026-03-10');
    review(running, 'W1', '2026-03-12', false, { reason: '缺合同' });
    expect(codeOf(apply(running, 'W1', '2026-04-01', { by: 'relative', proxy: 'R1' }))).toBe('admitted');
    review(running, 'W1', '2026-04-02');
    pay(running, 'W1', '2026-04-05');
    running.say('correctPayment', '2026-04-10', { ...of('W1'), yuan: 800, reason: '录错' }, bureau);
    expect(running.view().listed).toMatchObject({ paid: 1, yuan: 800 });
  });

  it.each<[string, (running: Built) => ReturnType<Built['say']>, string]>([
    [
      'a village of another township',
      (s) =>
        s.say(
          'entitle',
          '2026-03-06',
          { entitled: [{ ...of('W9'), household: 'H1', village: '140423101200' }] },
          township,
        ),
      'UNKNOWN_SUBJECT',
    ],
    ['somebody entitled already', (s) => s.say('entitle', '2026-03-06', entitled('W1'), township), 'ALREADY_DONE'],
    [
      'the same person twice in a list',
      (s) => s.say('entitle', '2026-03-06', entitled('W8', 'W8'), township),
      'INVALID_INPUT',
    ],
    ['somebody not entitled', (s) => apply(s, 'W9', '2026-03-10'), 'UNKNOWN_SUBJECT'],
    ['a proxy without a name', (s) => apply(s, 'W1', '2026-03-10', { by: 'relative' }), 'INVALID_INPUT'],
    ['a review before the application', (s) => review(s, 'W1', '2026-03-10'), 'WRONG_STAGE'],
    ['a payment before the approval', (s) => pay(s, 'W1', '2026-03-10'), 'WRONG_STAGE'],
    ['a day of another year', (s) => apply(s, 'W1', '2027-01-02'), 'OUT_OF_RANGE'],
    ['an office closing it', (s) => s.say('periodSealed', '2026-12-01', {}, township), 'NOT_ALLOWED'],
  ])('refuse %s', (_title, act, code) => expect(codeOf(act(two()))).toBe(code));

  it.each<[string, (running: Built) => ReturnType<Built['say']>, string]>([
    ['a second application', (s) => apply(s, 'W1', '2026-03-21'), 'ALREADY_DONE'],
    ['a second review', (s) => review(s, 'W1', '2026-03-21'), 'ALREADY_DONE'],
    ['a second payment', (s) => pay(s, 'W1', '2026-03-21'), 'ALREADY_DONE'],
    [
      'taking a paid one off the list',
      (s) => s.say('disentitle', '2026-03-21', { ...of('W1'), reason: '重复' }, township),
      'WRONG_STAGE',
    ],
    [
      'a correction to nothing',
      (s) => s.say('correctPayment', '2026-03-21', { ...of('W1'), yuan: 0, reason: '录错' }, bureau),
      'OUT_OF_RANGE',
    ],
  ])('once paid refuse %s', (_title, act, code) => expect(codeOf(act(paid()))).toBe(code));

  it('A-4.3: are paid by 乡村振兴 or 人社, each its own, and never an absurd amount', () => {
    const running = two();
    const retention = of('W1', 'retention');
    running.say('entitle', '2026-03-05', { entitled: [{ ...retention, household: 'H1', village }] }, township);
    running.say('apply', '2026-03-10', { applications: [{ ...retention, by: 'self' }] }, township);
    apply(running, 'W1', '2026-03-10');
    expect(codeOf(running.say('review', '2026-03-11', { decisions: [{ ...of('W1'), approved: true }] }, labour))).toBe(
      'NOT_ALLOWED',
    );
    expect(codeOf(review(running, 'W1', '2026-03-11', false))).toBe('INVALID_INPUT');
    review(running, 'W1', '2026-03-11');
    running.say('review', '2026-03-11', { decisions: [{ ...retention, approved: true }] }, labour);
    expect(codeOf(pay(running, 'W1', '2026-03-12', 600, labour))).toBe('NOT_ALLOWED');
    expect(codeOf(pay(running, 'W1', '2026-03-12', -600))).toBe('OUT_OF_RANGE');
    expect(codeOf(pay(running, 'W1', '2026-03-12', 5001))).toBe('OUT_OF_RANGE');
    expect(codeOf(pay(running, 'W1', '2026-03-12', 5000))).toBe('admitted');
  });

  it('are of the year they are opened in', () => {
    const open = (year: string) =>
      codeOf(judgeBeginningOf(subsidyCampaign, { township: '140423100', year }, { openedOn: '2026-03-02' }));
    expect([open('2026'), open('2025')]).toEqual(['admitted', 'OUT_OF_RANGE']);
  });

  it('end with the year, and say what was left', () => {
    const running = paid();
    running.say('periodSealed', '2027-01-01', {}, system);
    expect(running.view()).toMatchObject({
      stage: 'sealed',
      ended: { on: '2027-01-01', outcome: 'incomplete', outcomeName: '存档，1项未发放' },
    });
  });
});
