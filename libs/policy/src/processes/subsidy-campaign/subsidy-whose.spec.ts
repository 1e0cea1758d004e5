import { buildCase, codeOf, judgeBeginningOf } from '../../case/case-builder';
import { isInScope } from '../../case/scope';
import type { SubsidyKind } from './subsidy-acts';
import { subsidyCampaign } from './subsidy-campaign';

const township = { office: 'party-committee:140423100' };
const bureau = { office: 'revitalization-bureau:140423' };
const labour = { office: 'department:140423:human-resources' };
const [own, other] = ['140423100204', '140423100208'];
const committeeOf = (village: string) => ({ office: `village-committee:${village}` });
const opening = { township: '140423100', year: '2026' };
const built = () => buildCase(subsidyCampaign, { caseId: 'subsidies:140423100:2026', openedOn: '2026-03-02', opening });
type Built = ReturnType<typeof built>;
const of = (worker: string, kind: SubsidyKind = 'transport') => ({ worker, kind });
const entitle = (running: Built, worker: string, village: string, by: { office: string }) =>
  running.say('entitle', '2026-03-05', { entitled: [{ ...of(worker), household: 'H1', village }] }, by);
const apply = (running: Built, worker: string, by: { office: string }, on = '2026-03-10') =>
  running.say('apply', on, { applications: [{ ...of(worker), by: 'self' }] }, by);
const two = (): Built => {
  const running = built();
  entitle(running, 'W1', own, township);
  entitle(running, 'W2', other, township);
  return running;
};
const offerOf = (running: Built, operation: string, by: { office: string }, today = '2026-04-01') =>
  subsidyCampaign.offer(running.file(), operation, { by, today });
const refusedAs = (code: string) => ({ isOffered: false, refusal: { code } });

describe('B-2.3.4: a village acts for its own people', () => {
  it('lists nobody of another village', () => {
    expect(entitle(built(), 'W9', other, committeeOf(own))).toMatchObject({
      code: 'NOT_ALLOWED',
      field: 'entitled.0.village',
    });
    expect(codeOf(entitle(built(), 'W9', own, committeeOf(own)))).toBe('admitted');
  });

  it('hears nothing of another village’s list, not even the day somebody was put on it', () => {
    const detailOf = (by: { office: string }) => {
      const verdict = entitle(two(), 'W2', by === township ? other : own, by);
      return verdict.admitted ? '' : verdict.detail;
    };
    expect(detailOf(township)).toContain('2026年3月5日');
    expect(detailOf(committeeOf(own))).toContain('已列入，不重复列入');
  });

  it('applies for nobody of another village: whom it does not have is as unknown as nobody', () => {
    const unknown = apply(two(), 'W9', committeeOf(own));
    const foreign = apply(two(), 'W2', committeeOf(own));
    expect(foreign).toMatchObject({ code: 'UNKNOWN_SUBJECT', field: 'applications.0.worker' });
    expect([unknown, foreign].map((one) => (one.admitted ? '' : one.detail.replace(/W\d/, 'W')))).toEqual([
      '应享受名单中没有〔W〕的一次性交通补贴，请核对编号或先列入名单。',
      '应享受名单中没有〔W〕的一次性交通补贴，请核对编号或先列入名单。',
    ]);
    expect(codeOf(apply(two(), 'W1', committeeOf(own)))).toBe('admitted');
    expect(codeOf(apply(two(), 'W2', township))).toBe('admitted');
  });

  it('is offered an application while one of its own people may apply', () => {
    const running = two();
    expect(offerOf(running, 'apply', committeeOf('140423100209'))).toMatchObject(refusedAs('UNKNOWN_SUBJECT'));
    apply(running, 'W1', committeeOf(own));
    expect(offerOf(running, 'apply', committeeOf(own))).toMatchObject(refusedAs('ALREADY_DONE'));
    expect(offerOf(running, 'apply', committeeOf(other))).toMatchObject({ isOffered: true });
    expect(offerOf(running, 'apply', township)).toMatchObject({ isOffered: true });
  });

  it('of the township alone: no village of another one, no neighbouring township', () => {
    for (const office of [
      'village-committee:140423101200',
      'party-committee:140423101',
      'revitalization-bureau:140429',
    ])
      expect(offerOf(two(), 'entitle', { office })).toMatchObject(refusedAs('NOT_ALLOWED'));
    const scope = subsidyCampaign.scope(built().file());
    expect(isInScope(scope, committeeOf(own).office)).toBe(true);
    expect(isInScope(scope, 'dispatching-unit:1404:U1')).toBe(false);
  });

  it('a village takes nobody off the list, and opens no campaign', () => {
    expect(offerOf(two(), 'disentitle', committeeOf(own))).toMatchObject(refusedAs('NOT_ALLOWED'));
    const openedBy = (by: { office: string }) =>
      codeOf(judgeBeginningOf(subsidyCampaign, opening, { openedOn: '2026-03-02', by }));
    expect([committeeOf(own), township, bureau].map(openedBy)).toEqual(['NOT_ALLOWED', 'admitted', 'admitted']);
  });
});

describe('A-4.3: each department reviews and pays its own kind', () => {
  const reviewed = (approved = true): Built => {
    const running = two();
    apply(running, 'W1', township);
    running.say('review', '2026-03-15', { decisions: [{ ...of('W1'), approved, reason: '未外出' }] }, bureau);
    return running;
  };

  it('not one that pays neither', () => {
    for (const operation of ['review', 'pay', 'correctPayment'])
      expect(offerOf(reviewed(), operation, { office: 'department:140423:water' })).toMatchObject({
        isOffered: false,
        refusal: { code: 'NOT_ALLOWED', clause: 'A-4.3' },
      });
    const payments = { payments: [{ ...of('W1', 'retention'), yuan: 600 }] };
    const verdict = reviewed().say('pay', '2026-03-20', payments, bureau);
    expect(verdict).toMatchObject({ code: 'NOT_ALLOWED', clause: 'A-4.3', field: 'payments.0.kind' });
  });

  it('is offered what waits for it, by kind', () => {
    expect(offerOf(two(), 'review', bureau)).toMatchObject(refusedAs('WRONG_STAGE'));
    const running = two();
    apply(running, 'W1', township);
    expect(offerOf(running, 'review', bureau)).toMatchObject({ isOffered: true });
    expect(offerOf(running, 'review', labour)).toMatchObject(refusedAs('WRONG_STAGE'));
    expect(offerOf(running, 'pay', bureau)).toMatchObject(refusedAs('WRONG_STAGE'));
    expect(offerOf(reviewed(), 'review', bureau)).toMatchObject(refusedAs('ALREADY_DONE'));
    expect(offerOf(reviewed(), 'pay', bureau)).toMatchObject({ isOffered: true });
    expect(offerOf(reviewed(false), 'apply', committeeOf(own))).toMatchObject({ isOffered: true });
  });

  it('once paid is corrected, not paid again nor taken off', () => {
    const running = reviewed();
    expect(offerOf(running, 'correctPayment', bureau)).toMatchObject(refusedAs('WRONG_STAGE'));
    running.say('pay', '2026-03-20', { payments: [{ ...of('W1'), yuan: 600 }] }, bureau);
    expect(offerOf(running, 'correctPayment', bureau)).toMatchObject({ isOffered: true });
    expect(offerOf(running, 'pay', bureau)).toMatchObject(refusedAs('ALREADY_DONE'));
    expect(offerOf(running, 'disentitle', township)).toMatchObject({ isOffered: true });
    running.say('disentitle', '2026-03-21', { ...of('W2'), reason: '重复列入' }, township);
    expect(offerOf(running, 'disentitle', township)).toMatchObject(refusedAs('WRONG_STAGE'));
    expect(offerOf(built(), 'disentitle', township)).toMatchObject(refusedAs('UNKNOWN_SUBJECT'));
  });
});

describe('a campaign’s year', () => {
  it('ends on 31 December for lists and applications; what was applied for is reviewed and paid later too', () => {
    const late = buildCase(subsidyCampaign, {
      caseId: 'subsidies:140423100:2026',
      openedOn: '2026-03-02',
      opening,
      today: '2027-01-02',
    });
    const acts: [string, object, { office: string }][] = [
      [
        'entitle',
        { entitled: ['W1', 'W2'].map((worker) => ({ ...of(worker), household: 'H1', village: own })) },
        township,
      ],
      ['disentitle', { ...of('W2'), reason: '重复列入' }, township],
      ['apply', { applications: [{ ...of('W1'), by: 'self' }] }, township],
      ['review', { decisions: [{ ...of('W1'), approved: true }] }, bureau],
      ['pay', { payments: [{ ...of('W1'), yuan: 600 }] }, bureau],
      ['correctPayment', { ...of('W1'), yuan: 500, reason: '录错' }, bureau],
    ];
    for (const [operation, body, by] of acts) {
      if (operation === 'entitle' || operation === 'apply')
        expect(late.say(operation, '2027-01-01', body, by)).toMatchObject({
          code: 'OUT_OF_RANGE',
          field: 'occurredOn',
        });
      const on = operation === 'entitle' || operation === 'apply' ? '2026-12-31' : '2027-01-01';
      expect([operation, codeOf(late.say(operation, on, body, by))]).toEqual([operation, 'admitted']);
    }
  });
});
