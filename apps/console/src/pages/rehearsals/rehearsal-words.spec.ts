import type { RehearsalFile } from '@duban/contracts/answers/rehearsals';
import { monthsOf } from './calendar-weeks';
import type { CalendarDay } from '@duban/contracts/answers/rehearsals';
import { durationWords, progressWords, spanWords, summaryLines } from './rehearsal-words';

const counts = {
  byKind: [
    { kind: 'act', name: '办理登记', count: 1316 },
    { kind: 'deadline-due', name: '期限到期', count: 220 },
    { kind: 'overdue', name: '逾期', count: 6 },
  ],
  byProcess: [{ process: 'dispatch', name: '半月调度', count: 1146 }],
  byClause: [],
} satisfies RehearsalFile['counts'];

describe('a rehearsal in words', () => {
  it('sums up what happened', () => {
    const file = {
      counts,
      start: '2026-11-27',
      until: '2027-01-26',
      countyName: '襄垣县',
      summary: { cases: 92, events: 2030, moves: 0, refused: 0, seconds: 82 },
    };
    expect(summaryLines(file)).toEqual([
      '2026年11月27日至2027年1月26日，襄垣县共发生 2,030 件次，涉及案件 92 件（立案 0 件，结案 0 件）。',
      '期限到期 220 项，期限办结 0 项；发出逾期提醒 6 次。',
      '各单位办理登记 1,316 次，没有登记被退回；到期提醒 0 次，告知送达 0 次。',
      '最多的是半月调度 1,146 件次。',
    ]);
    expect(spanWords({ start: '2026-11-27', until: '2026-12-26' })).toBe('2026年11月27日至12月26日');
  });

  it('tells how far it is', () => {
    const progress = { day: null, done: 0, total: 0, share: 0 };
    expect(progressWords({ state: 'waiting', progress, start: '2026-11-27' }, 2)).toBe('排队中，前面还有 2 个推演。');
    expect(progressWords({ state: 'running', progress, start: '2026-11-27' }, null)).toContain('正在准备');
    expect(
      progressWords(
        { state: 'running', progress: { ...progress, day: '2026-12-05', done: 162, total: 349 }, start: '2026-11-27' },
        null,
      ),
    ).toBe('推演到 2026年12月5日（周六），已办登记 162/349 件。');
    expect([durationWords(12.4), durationWords(82)]).toEqual(['12 秒', '1 分 22 秒']);
  });

  it('stands as month grids, Monday first', () => {
    const day = (date: string, weekday: number): CalendarDay => ({ day: date, weekday, total: 2, counts: {} });
    const months = monthsOf([
      day('2026-11-27', 5),
      day('2026-11-28', 6),
      day('2026-11-29', 7),
      day('2026-11-30', 1),
      day('2026-12-01', 2),
    ]);
    expect(
      months.map(({ month, total, weeks }) => [
        month,
        total,
        weeks.map((week) => week.map((one) => one?.day.slice(8) ?? '')),
      ]),
    ).toEqual([
      [
        '2026-11',
        8,
        [
          ['', '', '', '', '27', '28', '29'],
          ['30', '', '', '', '', '', ''],
        ],
      ],
      ['2026-12', 2, [['', '01', '', '', '', '', '']]],
    ]);
  });
});
