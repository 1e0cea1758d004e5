import fc from 'fast-check';
import { addDays } from '../../dates/civil-date';
import { builtAssessment, firstTownship, rosterOf } from './month-builder';

const six = rosterOf(firstTownship, 1, 6);
/** On post too briefly in November to be scored. */
const brief = { ...rosterOf(firstTownship, 7, 1)[0]!, from: '2026-11-28' };
const totals = { C01: 95, C02: 90, C03: 85, C04: 80, C05: 75, C06: 40 };

/** November 2026, scored, with a bulletin on a day, or with none. */
function november(bulletinOn?: string) {
  const month = builtAssessment();
  month.say('rosterRead', '2026-12-01', [...six, brief]);
  const scores = Object.entries(totals).map(([cadre, total]) => ({ cadre, task: total, presence: total }));
  month.say('sheetReceived', '2026-12-03', { township: firstTownship, version: 2, scores, unscored: [] });
  if (bulletinOn !== undefined) month.say('issueBulletin', bulletinOn, { number: '襄驻办〔2026〕12号' });
  return month;
}
const told = (month: ReturnType<typeof november>, operation: string) =>
  month
    .view()
    .consequences.flatMap((one) =>
      one.kind === 'tell' && one.operation === operation
        ? [{ caseId: one.caseId, on: one.on, withdraw: one.withdraw }]
        : [],
    );
const everybody = [...six, brief].map(({ postingCase }) => postingCase);

describe('D4: a month without any bulletin neither adds nor breaks', () => {
  it('is told to everybody on its roster as neutral, from the day the next month is scored', () => {
    const neutral = told(november(), 'neutralMonth');
    expect(neutral.map(({ caseId }) => caseId)).toEqual(everybody);
    expect(new Set(neutral.map(({ on, withdraw }) => `${on} ${withdraw}`))).toEqual(
      new Set(['2027-01-01 notNeutralMonth']),
    );
  });

  it('with its bulletin in time is neutral only for who was not scored', () =>
    expect(told(november('2026-12-07'), 'neutralMonth').map(({ caseId }) => caseId)).toEqual([brief.postingCase]));

  it('with a bulletin after all on 10 January: taken back of who was ranked, low of who was low, and still neutral of who was not scored', () => {
    const late = november('2027-01-10');
    expect(new Set(told(late, 'neutralMonth').map(({ caseId }) => caseId))).toEqual(new Set([brief.postingCase]));
    expect(told(late, 'lowMonth').map(({ caseId }) => caseId)).toEqual([six[5]?.postingCase]);
  });

  it('whenever the bulletin is issued, nobody who was ranked stays neutral', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), (days) => {
        const month = november(addDays('2026-12-03', days));
        const neutral = told(month, 'neutralMonth').map(({ caseId }) => caseId);
        expect(neutral.filter((caseId) => caseId !== brief.postingCase)).toEqual([]);
        expect(neutral).toContain(brief.postingCase);
      }),
    ));
});
