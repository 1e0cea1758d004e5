import { chineseDate } from '../../dates/civil-date';
import { settingsOf } from '../../settings/policy-set';
import { readListing, type ListingFile } from './listing-facts';
import { isLeaderOn } from './listing-leaders';

/** what follows a failed acceptance, for a county in its first or a later round, with the leaders who answer for it. */
export function failureWords(file: ListingFile): string[] {
  const { current, leaders } = readListing(file);
  const { listingMonths } = settingsOf(file.policy);
  const liable = leaders.filter(isLeaderOn(current.acceptanceFrom)).length;
  return [
    `再次挂牌督办：自验收未通过之日起，再督办 ${listingMonths} 个月，届时重新验收。`,
    current.round > 1
      ? '本县已是连续挂牌，问责追责程序已经启动；再不通过的，并入在办的问责追责。'
      : '连续两次挂牌督办的，对该县启动问责追责程序。',
    `本轮周期届满之日（${chineseDate(current.acceptanceFrom)}）在任的包联领导（目前 ${liable} 名）承担连带责任。`,
    '不因期满自动摘牌，也不因逾期自动判为不通过；摘牌后，已启动的问责追责不终止。',
  ];
}
