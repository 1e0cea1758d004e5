import type { ListedCounty } from '@duban/contracts/answers/supervision';

/** How many days there are to the acceptance: until it may be held, then until it must have been. */
export function acceptanceWords({
  state,
  daysToWindow,
  daysLeft,
}: Pick<ListedCounty, 'state' | 'daysToWindow' | 'daysLeft'>): string {
  if (state === 'rectifying') return `还有 ${daysToWindow} 天可以摘牌验收`;
  if (state === 'overdue') return `摘牌验收已逾期 ${-daysLeft} 天`;
  return daysLeft === 0 ? '可以摘牌验收，今天截止' : `可以摘牌验收，离截止还有 ${daysLeft} 天`;
}
