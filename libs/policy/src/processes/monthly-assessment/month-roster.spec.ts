import { daysOnPost } from '../cadre-posting/roster';
import { monthRoster } from './month-roster';
import { rosterOf } from './month-builder';

const entry = (more: object = {}) => ({ ...rosterOf('140423100', 1, 1)[0]!, ...more });
const outcome = (...entries: ReturnType<typeof entry>[]) => {
  const { scored, unscored } = monthRoster(entries, '2026-11', 10);
  return [
    ...scored.map(({ cadre }) => `${cadre} scored`),
    ...unscored.map(({ cadre, reason }) => `${cadre} ${reason}`),
  ];
};

const february = { from: '2028-02-01', to: '2028-02-29' };

describe('clause C-3.5 [D month-score]: who is scored in a month', () => {
  it.each([
    ['on post for years', {}, 'C01 scored'],
    ['on post from the 21st, ten days', { from: '2026-11-21' }, 'C01 scored'],
    ['on post from the 22nd, nine days', { from: '2026-11-22' }, 'C01 too-few-days'],
    ['left on the last day', { to: '2026-11-30' }, 'C01 scored'],
    ['left the day before the last', { to: '2026-11-29' }, 'C01 not-on-post'],
    ['left in the following month', { to: '2026-12-01' }, 'C01 scored'],
  ])('%s', (_title, more, expected) => expect(outcome(entry(more))).toEqual([expected]));

  it('adds the days of a cadre who changed posting within the month, and scores the later one', () => {
    const later = entry({ from: '2026-11-25', township: '140423101', postingCase: 'posting:140423101:C01:2' });
    const { scored } = monthRoster([later, entry({ to: '2026-11-24' })], '2026-11', 10);
    expect(scored).toEqual([later]);
  });

  it('counts first and last day, in a leap February as well', () => {
    expect(daysOnPost({ from: '2028-02-01', to: null }, february)).toBe(29);
    expect(daysOnPost({ from: '2028-02-29', to: '2028-02-29' }, february)).toBe(1);
    expect(daysOnPost({ from: '2028-03-01', to: null }, february)).toBe(0);
  });
});
