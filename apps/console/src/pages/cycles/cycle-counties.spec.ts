import type { CaseFile } from '@duban/policy/case/case';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import type { CycleOpening } from '@duban/policy/processes/supervision-cycle/supervision-cycle-acts';
import { basePolicy } from '@duban/policy/settings/policy-set';
import type { TimelineEntry } from '@duban/contracts/answers/cases';
import { citiesWith, countiesOf, countOf, furtherName, standingWords, startedBy } from './cycle-counties';

const file = (acts: unknown[] = []): CaseFile<CycleOpening> =>
  ({
    caseId: 'cycle:14:2026',
    opening: { province: '14', year: 2026, title: '行动', counties: ['140425', '140423'] },
    openedOn: '2026-09-01',
    policy: basePolicy,
    policies: [],
    acts,
    undelivered: [],
    calendar: chinaCalendar,
  }) as unknown as CaseFile<CycleOpening>;

describe('a cycle', () => {
  it('has its counties, each from the day it takes part', () => {
    const joined = {
      operation: 'addCounty',
      occurredOn: '2026-10-08',
      sequence: 2,
      key: 'k',
      by: { office: 'x' },
      recordedAt: '',
      body: { county: '140426' },
    };
    expect(countiesOf(file([joined]))).toEqual([
      { county: '140423', from: '2026-09-01' },
      { county: '140425', from: '2026-09-01' },
      { county: '140426', from: '2026-10-08' },
    ]);
  });

  it('counts what it started', () => {
    const started = (process: string): TimelineEntry =>
      ({ name: 'case-started', detail: { process } }) as unknown as TimelineEntry;
    expect(startedBy([started('duty-book'), started('monthly-assessment'), started('duty-book')])).toEqual({
      months: 1,
      books: 2,
    });
    const counts = [
      { area: '140423', process: 'duty-sheet', count: 4 },
      { area: '140423100', process: 'duty-sheet', count: 6 },
      { area: '140423', process: 'dispatch', count: 1 },
    ] as const;
    expect([countOf(counts, 'duty-sheet'), countOf(counts, 'work-bulletin')]).toEqual([10, 0]);
  });

  it('says how long it runs yet', () => {
    const span = { startsOn: '2026-09-01', endsOn: '2026-12-31' };
    expect(['2026-08-30', '2026-11-26', '2026-12-31', '2027-01-01'].map((day) => standingWords(span, day))).toEqual([
      '还有 2 天开始',
      '距结束还有 35 天',
      '今天结束',
      '已结束',
    ]);
  });

  it('of a year that has one already is told by a name', () => {
    const taken = [
      { caseId: 'cycle:14:2026', listed: { year: 2026 } },
      { caseId: 'cycle:14:2026:2', listed: { year: 2026 } },
    ];
    expect([
      furtherName(taken, 2026),
      furtherName(taken, 2027),
      furtherName([{ caseId: 'cycle:14:2026:P1', listed: { year: 2026 } }], 2026),
    ]).toEqual(['3', undefined, undefined]);
  });

  it('is joined by counties looked for by their name or their city', () => {
    const cities = [
      {
        code: '1404',
        name: '长治市',
        counties: [
          { code: '140423', name: '襄垣县' },
          { code: '140425', name: '平顺县' },
        ],
      },
      { code: '1405', name: '晋城市', counties: [{ code: '140522', name: '阳城县' }] },
    ];
    expect(citiesWith('平', cities).map(({ counties }) => counties.length)).toEqual([1]);
    expect(citiesWith('长治', cities).map(({ counties }) => counties.length)).toEqual([2]);
    expect(citiesWith('', cities)).toHaveLength(2);
  });
});
