import { foundWanting, accepted, listedOn, withActs } from './listing-builder';
import { failureWords } from './listing-failure';

describe('clause A-3.7: what follows a failed acceptance', () => {
  const first = listedOn('2026-03-10');
  const second = withActs(first, ...foundWanting('2026-09'), accepted('2026-09-20', false));

  it('is another listing of as many months as the policy sets, and accountability for two in a row', () => {
    expect(failureWords(first)).toEqual([
      '再次挂牌督办：自验收未通过之日起，再督办 6 个月，届时重新验收。',
      '连续两次挂牌督办的，对该县启动问责追责程序。',
      '本轮周期届满之日（2026年9月10日（周四））在任的包联领导（目前 2 名）承担连带责任。',
      '不因期满自动摘牌，也不因逾期自动判为不通过；摘牌后，已启动的问责追责不终止。',
    ]);
    expect(failureWords(listedOn('2026-03-10', {}, { listingMonths: 4 }))[0]).toContain('再督办 4 个月');
  });

  it('joins the accountability that has begun where the county is listed again', () => {
    expect(failureWords(second)[1]).toContain('问责追责程序已经启动');
  });
});
