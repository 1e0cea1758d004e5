import { rankCadres } from '@duban/policy/processes/monthly-assessment/ranking';
import { lowRuleWords, movementWords, whatFollows, whyLow, type RankedLine } from './low-words';

const rule = { lowRankShare: 0.1, minimumRanked: 5, lowMonthsForInterview: 2 };
const ranking = (totals: readonly number[]): RankedLine[] =>
  rankCadres(
    totals.map((total, index) => ({ cadre: `C${index}`, total })),
    rule,
  ).ranked.map((line) => ({ ...line, lastRank: null, lastLow: null }));

it.each([
  [79, '末 7 名'],
  [9, '末 1 名'],
  [4, '不足 5 人，本月不确定靠后人员'],
])('says how many of %i are low', (ranked, words) => expect(lowRuleWords(ranked, rule)).toContain(words));

it('says why somebody is low, and that a tie shares it', () => {
  const lines = ranking([90, 80, 80, 70, 60, 60]);
  const low = lines.filter((line) => line.low);
  expect(low.map((line) => whyLow(line, lines, rule))).toEqual([
    '总分 60.0，排第 5 名，与另 1 人同分；低于其总分的有 0 人，在末 1 名之内。',
    '总分 60.0，排第 5 名，与另 1 人同分；低于其总分的有 0 人，在末 1 名之内。',
  ]);
});

it('its words agree with the policy’s own marks, whatever the totals', () => {
  let seed = 3;
  const next = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below;
  for (let round = 0; round < 100; round += 1) {
    const lines = ranking(Array.from({ length: 5 + next(40) }, () => next(12)));
    for (const line of lines.filter(({ low }) => low)) {
      const [, below = '', places = ''] = /有 (\d+) 人，在末 (\d+) 名/.exec(whyLow(line, lines, rule)) ?? [];
      expect(Number(below)).toBeLessThan(Number(places));
    }
  }
});

it('says what follows', () => {
  const [line] = ranking([90]);
  expect(whatFollows({ ...(line as RankedLine), lastLow: true }, rule)).toContain('由县委组织部约谈');
  expect(whatFollows({ ...(line as RankedLine), lastLow: false }, rule)).toBe(
    '连续 2 次靠后的，由县委组织部约谈，并向派出单位反馈。',
  );
});

it.each([
  [3, 5, '升 2 位'],
  [5, 3, '降 2 位'],
  [4, 4, '持平'],
  [4, null, '上月未排队'],
])('rank %i after %s reads %s', (rank, lastRank, words) => expect(movementWords({ rank, lastRank })).toBe(words));
