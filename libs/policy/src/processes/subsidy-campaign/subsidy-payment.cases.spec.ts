import fc from 'fast-check';
import { buildCase, codeOf } from '../../case/case-builder';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { subsidyCampaign } from './subsidy-campaign';
import { claimsOf, lastDay, unpaidOn, type SubsidyFile } from './subsidy-facts';

const township = { office: 'party-committee:140423100' };
const bureau = { office: 'revitalization-bureau:140423' };
const W1 = { worker: 'W1', kind: 'transport' } as const;
const campaign = () => {
  const { say, ...running } = buildCase(subsidyCampaign, {
    caseId: 'subsidies:140423100:2026',
    openedOn: '2026-03-02',
    opening: { township: '140423100', year: '2026' },
    today: '2027-06-30',
  });
  return {
    ...running,
    entitle: (on: CivilDate) =>
      say('entitle', on, { entitled: [{ ...W1, household: 'H1', village: '140423100204' }] }, township),
    apply: (on: CivilDate) => say('apply', on, { applications: [{ ...W1, by: 'self' }] }, township),
    approve: (on: CivilDate) => say('review', on, { decisions: [{ ...W1, approved: true }] }, bureau),
    pay: (on: CivilDate) => say('pay', on, { payments: [{ ...W1, yuan: 600 }] }, bureau),
    seal: () => say('periodSealed', '2027-01-01', {}, { office: 'system' }),
  };
};
type Campaign = ReturnType<typeof campaign>;
const approved = (): Campaign => {
  const running = campaign();
  running.entitle('2026-03-05');
  running.apply('2026-08-10');
  running.approve('2026-08-12');
  return running;
};
const named = (running: Campaign, day: CivilDate): string[] => {
  const file = running.file() as SubsidyFile;
  return unpaidOn(claimsOf(file), lastDay(file), day).map(({ worker }) => worker);
};
const lists = (running: Campaign) =>
  running
    .view()
    .notices.filter(({ key }) => key.startsWith('unpaid'))
    .map(({ on }) => on);

describe('case 67 (B-2.3.4.c, D19): applied for on 10 August, approved on the 12th', () => {
  it.each([
    ['2026-04-01', 'TOO_EARLY'],
    ['2026-08-11', 'TOO_EARLY'],
    ['2026-08-12', 'admitted'],
  ])('a payment of %s is %s', (on, code) => expect(codeOf(approved().pay(on))).toBe(code));

  it('the refusal says what came first, and when', () =>
    expect(approved().pay('2026-08-11')).toMatchObject({
      clause: 'B-2.3.4',
      field: 'occurredOn',
      detail: expect.stringMatching(/2026年8月12日.*审核通过/),
    }));
});

describe('case 68 (B-2.2.2.c, D19): paid on 5 December 2026', () => {
  it('is recorded as late, and the deadline stays missed', () => {
    const running = approved();
    expect(running.pay('2026-12-05')).toMatchObject({ admitted: true, told: expect.stringContaining('逾期') });
    expect(running.deadline('paid:transport')).toMatchObject({ due: '2026-11-30', metOn: '2026-12-05' });
  });

  it('the worker is named as unpaid from 1 December, and from the 5th not', () => {
    const unpaid = approved();
    expect(named(unpaid, '2026-11-30')).toEqual([]);
    expect(named(unpaid, '2026-12-01')).toEqual(['W1']);
    expect(lists(unpaid)).toEqual(['2026-12-01', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28']);
    expect(unpaid.view().notices.at(-1)).toMatchObject({
      to: 'revitalization-bureau:140423',
      text: expect.stringContaining('〔W1〕'),
    });
    const paid = approved();
    paid.pay('2026-12-05');
    expect(named(paid, '2026-12-04')).toEqual(['W1']);
    expect(named(paid, '2026-12-05')).toEqual([]);
    expect(lists(paid)).toEqual(['2026-12-01']);
    expect(paid.view().records).toMatchObject([{ row: { body: { unpaid: [] } } }]);
  });

  it('(B-2.3.4.a) an application of 20 December, approved on the 24th, is admitted, and paid by 8 January 2027', () => {
    const running = campaign();
    running.entitle('2026-12-18');
    expect(running.apply('2026-12-20')).toMatchObject({ admitted: true, keep: true });
    running.approve('2026-12-24');
    expect(running.deadline('payment:transport@2026-12-24')).toMatchObject({ due: '2027-01-08' });
    expect(running.deadline('paid:transport')).toBeUndefined();
    expect(named(running, '2026-12-31')).toEqual([]);
  });

  it('the year is not put away before such a payment, which is in time until its own day', () => {
    const late = (on: CivilDate) => {
      const running = campaign();
      running.entitle('2026-12-18');
      running.apply('2026-12-20');
      running.approve('2026-12-24');
      running.seal();
      expect(running.view().ended).toBeUndefined();
      return { running, verdict: running.pay(on) };
    };
    const inTime = late('2027-01-08');
    expect(inTime.verdict).toMatchObject({ admitted: true, answer: { lines: 1 } });
    expect(inTime.running.view()).toMatchObject({ ended: { on: '2027-01-08', outcome: 'complete' } });
    expect(late('2027-01-09').verdict).toMatchObject({ admitted: true, told: expect.stringContaining('逾期') });
  });
});

describe('OBLIGATIONS D19: never paid too early, never refused for being late', () => {
  const day = fc.integer({ min: 0, max: 400 });

  it('whatever the days of application, approval and payment', () =>
    fc.assert(
      fc.property(day, day, day, (first, second, third) => {
        const at = (days: number) => addDays('2026-03-05', days);
        const running = campaign();
        running.entitle('2026-03-05');
        const isTaken = codeOf(running.apply(at(first))) === 'admitted';
        const isApproved = isTaken && codeOf(running.approve(at(second))) === 'admitted';
        const isEarly = third < first || third < second;
        const code = codeOf(running.pay(at(third)));
        expect(code).toBe(!isApproved ? 'WRONG_STAGE' : isEarly ? 'TOO_EARLY' : 'admitted');
      }),
    ));
});

describe('B-2.2.2: very many unpaid', () => {
  const workers = Array.from({ length: 101 }, (_, index) => ({ worker: `M${index}`, kind: 'transport' as const }));
  const running = buildCase(subsidyCampaign, {
    caseId: 'subsidies:140423100:2026',
    openedOn: '2026-03-02',
    opening: { township: '140423100', year: '2026' },
    today: '2027-06-30',
  });
  const entitled = workers.map((one) => ({ ...one, household: 'H1', village: '140423100204' }));
  running.say('entitle', '2026-03-05', { entitled }, township);
  const { notices, records } = running.view();

  it('a hundred are named in the list, and it says how many there are and where the others stand', () => {
    const [list] = notices.filter(({ key }) => key.startsWith('unpaid'));
    expect(list?.title).toContain('（101人）');
    expect(list?.text).toContain('等101人，其余见各村发放台账');
    expect(list?.text.match(/〔M\d+〕/g)).toHaveLength(100);
  });

  it('the village’s row names them all', () =>
    expect(records).toMatchObject([{ row: { body: { unpaid: workers.map(({ worker }) => worker) } } }]));
});
