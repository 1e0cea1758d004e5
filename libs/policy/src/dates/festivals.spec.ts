import { chinaCalendar } from './china-calendar';
import { festivals, holidaysOf, type Festival } from './festivals';

const all = Object.keys(festivals) as Festival[];

describe('重大节日, by the announced calendar', () => {
  it('2026 has 春节, 中秋 and 国庆, each with its days off', () =>
    expect(holidaysOf(chinaCalendar, '2026', all)).toEqual([
      { name: '春节', festival: 'spring-festival', from: '2026-02-15', to: '2026-02-23' },
      { name: '中秋节', festival: 'mid-autumn', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', festival: 'national-day', from: '2026-10-01', to: '2026-10-07' },
    ]));

  it('festivals that fall together are one holiday', () =>
    expect(holidaysOf(chinaCalendar, '2025', all)).toEqual([
      { name: '春节', festival: 'spring-festival', from: '2025-01-28', to: '2025-02-04' },
      { name: '国庆节、中秋节', festival: 'mid-autumn', from: '2025-10-01', to: '2025-10-08' },
    ]));

  it('only those chosen, and none of a year not announced', () => {
    expect(holidaysOf(chinaCalendar, '2026', ['national-day'])).toHaveLength(1);
    expect(holidaysOf(chinaCalendar, '2099', all)).toEqual([]);
  });
});
