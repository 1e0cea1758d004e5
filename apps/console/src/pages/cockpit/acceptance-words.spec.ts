import { acceptanceWords } from './acceptance-words';

it.each([
  [{ state: 'rectifying', daysToWindow: 64, daysLeft: 94 }, '还有 64 天可以摘牌验收'],
  [{ state: 'acceptance', daysToWindow: -18, daysLeft: 12 }, '可以摘牌验收，离截止还有 12 天'],
  [{ state: 'acceptance', daysToWindow: -30, daysLeft: 0 }, '可以摘牌验收，今天截止'],
  [{ state: 'overdue', daysToWindow: -40, daysLeft: -3 }, '摘牌验收已逾期 3 天'],
] as const)('clause A-3.7: %j: %s', (county, words) => {
  expect(acceptanceWords(county)).toBe(words);
});
