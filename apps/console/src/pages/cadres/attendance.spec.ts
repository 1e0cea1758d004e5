import type { TimelineEntry } from '@duban/contracts/answers/cases';
import { attendanceOf, attendanceWords, dayFacts, dayTitle, trainingOf } from './attendance';

let sequence = 0;
const act = (name: string, occurredOn: string, body: object = {}): TimelineEntry =>
  ({ kind: 'act', name, occurredOn, sequence: (sequence += 1), detail: { body } }) as unknown as TimelineEntry;
const entries = [
  act('leave', '2026-10-30', { from: '2026-10-31', to: '2026-11-02' }),
  act('absence', '2026-11-05'),
  act('absence', '2026-11-09'),
  act('approveLeaveAfterwards', '2026-11-10', { absenceOn: '2026-11-09' }),
  act('recordReminder', '2026-11-06', { absenceOn: '2026-11-05' }),
  act('training', '2026-11-05', { days: 2, level: 'county' }),
];
const november = attendanceOf('2026-11', { from: '2026-03-01', to: '2026-11-20' }, dayFacts(entries));
const dayOn = (day: number) => november.days[day - 1];

it('begins under its weekday: 1 November 2026 is a Sunday', () => {
  expect(november.before).toBe(6);
  expect(november.days).toHaveLength(30);
});

it.each<[number, string, string[]]>([
  [1, 'leave', ['请假']],
  [3, 'plain', []],
  [5, 'absent', ['无故脱岗', '培训']],
  [6, 'noted', ['乡镇提醒']],
  [9, 'excused', ['脱岗，已补假']],
  [21, 'off-post', ['不在任']],
])('says of day %i: %s', (day, kind, words) => expect(dayOn(day)).toMatchObject({ kind, words }));

it('sums the month in words', () => {
  expect(attendanceWords(november.days)).toBe('在任 20 天，请假 2 天，无故脱岗 1 天，脱岗已补假 1 天');
  expect(dayTitle(november.days[4] as never)).toBe('2026年11月5日（周四）：无故脱岗、培训');
});

it('counts training of county level or higher, hours as days', () => {
  const trained = [
    ...entries,
    act('training', '2026-06-01', { hours: 15, level: 'city' }),
    act('training', '2026-06-02', { days: 3, level: 'township' }),
    act('training', '2025-06-02', { days: 3, level: 'county' }),
  ];
  expect(trainingOf(trained, '2026', 7.5)).toEqual({ times: 3, days: 2, hours: 15, asDays: 4 });
});
