import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { addDays } from '../../dates/civil-date';
import { officeDecisions } from '../../settings/office-decisions';
import { builtAssessment, firstTownship, rosterOf } from './month-builder';

const six = rosterOf(firstTownship, 1, 6);
const totals = { C01: 95, C02: 90, C03: 85, C04: 80, C05: 75, C06: 40 };
const correction = { cadre: 'C06', task: 92, presence: 92, reason: '漏计一项任务', number: '襄驻办〔2026〕12号' };
const talk = 'C06/2026-08+2026-09';

/** August 2026: C06 is low by the bulletin of Mon 7 Sep. */
const august = () => {
  const month = builtAssessment({ month: '2026-08' });
  month.say('rosterRead', '2026-09-01', six);
  const scores = Object.entries(totals).map(([cadre, total]) => ({ cadre, task: total, presence: total }));
  month.say('sheetReceived', '2026-09-03', { township: firstTownship, version: 2, scores, unscored: [] });
  month.say('issueBulletin', '2026-09-07', { number: '襄驻办〔2026〕9号' });
  return month;
};
type Month = ReturnType<typeof august>;
const toldLow = (month: Month) =>
  month.view().consequences.flatMap((one) => (one.kind === 'tell' && one.operation === 'lowMonth' ? [one.caseId] : []));
const corrected = (month: Month, on: string) => month.say('correctScore', on, correction);

describe('case 72 (C-3.5.d, D16): low in August (bulletin Mon 7 Sep 2026) and September (bulletin Thu 8 Oct)', () => {
  it('the county corrects August on 15 Oct, after September’s bulletin: admitted with a 更正通报, and the low month is taken back', () => {
    const month = august();
    expect(toldLow(month)).toEqual([six[5]?.postingCase]);
    month.say('talkOwed', '2026-10-08', { talk });
    expect(codeOf(corrected(month, '2026-10-15'))).toBe('admitted');
    expect(month.view().records.filter(({ table }) => table === 'bulletin')).toMatchObject([
      { row: { corrects: null } },
      { row: { corrects: '襄驻办〔2026〕9号', number: correction.number } },
    ]);
    expect(toldLow(month)).not.toContain(six[5]?.postingCase);
  });

  it('on 7 Dec 2026 (90 days ended on 6 Dec): refused where no talk rests on August', () => {
    expect(codeOf(corrected(august(), '2026-12-06'))).toBe('admitted');
    const refused = corrected(august(), '2026-12-07');
    expect(refused).toMatchObject({ code: 'CLOSED_PERIOD', clause: 'C-3.5', field: 'occurredOn' });
    expect(refused.admitted ? '' : refused.detail).toContain('2026年12月6日');
  });

  it('admitted while that talk is still owed, and 10 days after it was held', () => {
    const owed = august();
    owed.say('talkOwed', '2026-10-08', { talk });
    expect(codeOf(corrected(owed, '2026-12-07'))).toBe('admitted');
    const held = august();
    held.say('talkOwed', '2026-10-08', { talk });
    held.say('talkHeld', '2026-12-01', { talk });
    expect(codeOf(corrected(held, '2026-12-12'))).toBe('CLOSED_PERIOD');
    expect(codeOf(corrected(held, '2026-12-11'))).toBe('admitted');
  });

  it('a talk that was dropped holds nothing open', () => {
    const month = august();
    month.say('talkOwed', '2026-10-08', { talk });
    month.say('talkDropped', '2026-10-15', { talk });
    expect(codeOf(corrected(month, '2026-12-07'))).toBe('CLOSED_PERIOD');
  });

  it('never after handling that rests on it, within the 90 days either', () => {
    const month = august();
    month.say('talkOwed', '2026-10-08', { talk });
    month.say('talkHeld', '2026-10-10', { talk });
    month.say('talkHandled', '2026-10-20', { talk });
    expect(corrected(month, '2026-10-21')).toMatchObject({ code: 'CLOSED_PERIOD' });
  });

  it('is the office’s decision, with its own number of days', () => {
    expect(officeDecisions.find(({ id }) => id === 'correction-period')?.settings).toEqual(['monthCorrectionDays']);
    const month = builtAssessment({ month: '2026-08', changes: { monthCorrectionDays: 30 } });
    month.say('rosterRead', '2026-09-01', six);
    const scores = Object.keys(totals).map((cadre) => ({ cadre, task: 80, presence: 80 }));
    month.say('sheetReceived', '2026-09-03', { township: firstTownship, version: 2, scores, unscored: [] });
    month.say('issueBulletin', '2026-09-07', { number: '9号' });
    expect(codeOf(corrected(month, '2026-10-08'))).toBe('CLOSED_PERIOD');
    expect(codeOf(corrected(month, '2026-10-07'))).toBe('admitted');
  });
});

describe('OBLIGATIONS D16: how long a month is open', () => {
  it('is never shorter than its days, ends 10 days after the last talk held, and does not end while one is owed', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(200), fc.option(fc.nat(60), { nil: undefined })), { maxLength: 3 }),
        fc.nat(300),
        (talks, at) => {
          const month = august();
          const ends = [addDays('2026-09-07', 90)];
          let isOwed = false;
          talks.forEach(([owedAt, heldAfter], index) => {
            const owedOn = addDays('2026-09-07', owedAt);
            month.say('talkOwed', owedOn, { talk: `C06/${index}` });
            if (heldAfter === undefined) isOwed = true;
            else {
              const heldOn = addDays(owedOn, heldAfter);
              month.say('talkHeld', heldOn, { talk: `C06/${index}` });
              ends.push(addDays(heldOn, 10));
            }
          });
          const on = addDays('2026-09-07', at);
          const isOpen = isOwed || ends.some((end) => on <= end);
          expect(codeOf(corrected(month, on))).toBe(isOpen ? 'admitted' : 'CLOSED_PERIOD');
        },
      ),
      { numRuns: 60 },
    ));
});

describe('case 16 (C-3.5.b, D3): T2 scores who moved on 16 Nov 2026', () => {
  const [moved, ...others] = rosterOf(firstTownship, 1, 3);
  const before = { ...moved!, to: '2026-11-15' };
  const after = { ...moved!, township: '140423101', village: '140423101201', from: '2026-11-16' };
  const november = builtAssessment();
  november.say('rosterRead', '2026-12-01', [before, after, ...others]);
  const sheets = november
    .view()
    .consequences.flatMap((one) =>
      one.kind === 'start' ? [one.opening as { township: string; cadres: { cadre: string }[] }] : [],
    );
  const scoredBy = (township: string) =>
    sheets.find((sheet) => sheet.township === township)?.cadres.map(({ cadre }) => cadre);

  it('T1 does not, and he is ranked once', () => {
    expect(scoredBy('140423101')).toEqual(['C01']);
    expect(scoredBy(firstTownship)).toEqual(['C02', 'C03']);
    expect(november.view().listed).toMatchObject({ cadres: 3 });
  });
});

describe('case 73 (C-3.5.a, b): the 5th on a rest day', () => {
  it.each([
    ['5 Dec 2026 is a Saturday', '2026-12', '2026-11', '2026-12-07'],
    ['5 Oct 2026 lies in the holiday', '2026-10', '2026-09', '2026-10-08'],
  ])('%s: list and scores are in time until %s', (_title, listMonth, scoredMonth, due) => {
    const list = builtAssessment({ month: listMonth });
    expect(list.deadline('task-list')).toMatchObject({ due });
    list.say('issueTaskList', due, { items: [{ what: '走访监测户' }] });
    expect(list.deadline('task-list')).toMatchObject({ metOn: due, due });
    expect(builtAssessment({ month: scoredMonth }).deadline('bulletin')).toMatchObject({ due });
  });
});
