import { chineseInstant, countdown, dateOrDash, monthAway, withChineseDates } from './dates';

it.each([
  [3, '还剩 3 天'],
  [0, '今天到期'],
  [-1, '已逾期 1 天'],
])('%i days left reads %s', (days, words) => expect(countdown(days)).toBe(words));

it('an instant is told in China’s time', () => {
  expect(chineseInstant('2026-12-31T16:30:00.000Z')).toBe('2027年1月1日 00:30');
});

it.each([
  ['2026-01', -1, '2025-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-07', -7, '2025-12'],
])('%s moved by %i is %s', (month, by, moved) => expect(monthAway(month, by)).toBe(moved));

it('a date that is not there is a dash', () => {
  expect(dateOrDash(null)).toBe('—');
  expect(dateOrDash('2026-07-05')).toBe('2026年7月5日（周日）');
});

it.each([
  ['已于 2026-11-21 由党委办结', '已于2026年11月21日（周六）由党委办结'],
  ['2026-07-05起，至2026-07-06。', '2026年7月5日（周日）起，至2026年7月6日（周一）。'],
  ['编号 P-2026-07-05', '编号 P-2026-07-05'],
  ['duties:140423:2026-07-05', 'duties:140423:2026-07-05'],
  ['2026-07-05T08:00:00Z', '2026-07-05T08:00:00Z'],
  ['2026-07 月', '2026-07 月'],
])('in a text %s reads %s', (text, read) => expect(withChineseDates(text)).toBe(read));
