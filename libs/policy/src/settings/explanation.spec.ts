import fc from 'fast-check';
import { chinaCalendar } from '../dates/china-calendar';
import { addDays, daysBetween } from '../dates/civil-date';
import { computeDeadline, type DeadlineSpec, type Period, type Rollover } from '../dates/deadline';
import { explain, type Explanation } from './explanation';
import type { Settings } from './policy-set';

const settings = { householdRollover: 'none', townshipCutDay: 5 } as Settings;
const words: Parameters<typeof explain>[3] = {
  clause: '识别认定程序在15天内完成',
  origins: {
    householdRollover: { clause: 'A-2.1', isDecision: true, title: '遇节假日', choices: { none: '不顺延' } },
    identificationDays: { clause: 'A-2.1', isDecision: false, title: '' },
  },
};
const explained = (more: Partial<DeadlineSpec> = {}): Explanation => {
  const spec: DeadlineSpec = {
    id: 'identification',
    clause: 'A-2.1',
    what: '完成监测对象认定',
    trigger: '2026-07-01',
    triggerWhat: '收到线索',
    period: { days: 15, unit: 'natural' },
    rollover: 'none',
    owner: 'party-committee:140423100',
    line: 'leading-group',
    ladder: 'default',
    ...more,
  };
  return explain(computeDeadline(spec, chinaCalendar), chinaCalendar, settings, words);
};
const flood = (from: string, resumedOn?: string) => [
  { from, reason: 'flood' as const, ...(resumedOn !== undefined && { resumedOn }) },
];

/** Follows the printed days only: each run joins the one before, as many days are counted as were given. */
function followed({ days, rollover }: Explanation, given: number): string {
  days.forEach(({ from, to, days: length }, i) => {
    expect(length).toBe(daysBetween(from, to) + 1);
    if (i > 0) expect(from).toBe(addDays(days[i - 1]!.to, 1));
  });
  expect(days.reduce((sum, run) => sum + (run.counted ? run.days : 0), 0)).toBe(given);
  const end = days.at(-1)!.to;
  if (rollover === undefined) return end;
  expect(rollover.from).toBe(end);
  expect(rollover.skipped.reduce((sum, run) => sum + run.days, 0)).toBe(Math.abs(daysBetween(end, rollover.to)));
  return rollover.to;
}

describe('explanation of a date', () => {
  test('clause A-2.1: 15 days from 1 July, as printed', () =>
    expect(explained({ decisions: ['householdRollover', 'identificationDays'] }).lines).toEqual([
      '依据：A-2.1「识别认定程序在15天内完成」',
      '事项：完成监测对象认定',
      '起算：2026年7月1日（周三），收到线索',
      '期间：次日起15日（自然日，节假日照计），起算当日不计入',
      '　2026年7月1日（周三）：不计入，起算当日不计入',
      '　2026年7月2日（周四）至2026年7月16日（周四）：计入15日，自然日',
      '期限：2026年7月16日（周四）24时前，自2026年7月17日（周五）零时起逾期',
      '遇节假日＝不顺延：本单位设定，非条款原文',
    ]));

  test('clause C-3.5: the 5th within National Day names the holiday', () => {
    const fifth = explained({
      trigger: '2026-10-01',
      period: { dayOfMonth: 5, monthsAhead: 0 },
      rollover: 'next-workday',
    });
    expect(fifth.lines).toContain('期间：当月5日前（含当日）');
    expect(fifth.lines).toContain(
      '顺延：2026年10月5日（周一）至2026年10月7日（周三）国庆节放假，顺延至其后第一个工作日2026年10月8日（周四）',
    );
    expect(fifth.days).toEqual([]);
  });

  test('the 5th that is a working day is not moved', () =>
    expect(
      explained({ trigger: '2026-11-01', period: { dayOfMonth: 5, monthsAhead: 0 }, rollover: 'next-workday' })
        .rollover,
    ).toBeUndefined());

  test('working days say why each rest day was skipped', () =>
    expect(
      explained({ trigger: '2026-09-30', period: { days: 4, unit: 'working' } }).days.map(
        ({ from, days, counted, why }) => [from, days, counted, why],
      ),
    ).toEqual([
      ['2026-09-30', 1, false, '起算当日不计入'],
      ['2026-10-01', 7, false, '国庆节放假'],
      ['2026-10-08', 2, true, '工作日'],
      ['2026-10-10', 1, true, '国庆节调休上班'],
      ['2026-10-11', 1, false, '周日'],
      ['2026-10-12', 1, true, '工作日'],
    ]));

  test('suspension and extension are told with their days', () => {
    const long = explained({
      suspensions: flood('2026-07-10', '2026-07-25'),
      extension: { grantedOn: '2026-07-28', days: 5, reason: '道路中断' },
    });
    expect(long.due).toBe('2026-08-05');
    expect(long.lines).toContain('　2026年7月11日（周六）至2026年7月25日（周六）：不计入，中止（防汛抗灾）');
    expect(long.lines).toContain('　2026年8月1日（周六）至2026年8月5日（周三）：计入5日，延期');
    expect(long.lines).toContain(
      '中止：2026年7月10日（周五）因防汛抗灾中止，剩余6日；2026年7月25日（周六）恢复，自次日起继续计算',
    );
    expect(long.lines).toContain('延期：2026年7月28日（周二）批准延期5日，理由：道路中断');
  });

  test('an extension whose day ran before a suspension took up the rest is told, though the last day is the same', () => {
    const told = explained({
      trigger: '2024-02-06',
      period: { days: 4, unit: 'natural' },
      rollover: 'next-workday',
      suspensions: flood('2024-02-11', '2024-02-12'),
      extension: { grantedOn: '2024-02-06', days: 1, reason: '' },
    });
    expect([told.extension?.days, followed(told, 5)]).toEqual([1, told.due]);
  });

  test('an extension after expiry is not told as one', () =>
    expect(explained({ extension: { grantedOn: '2026-07-17', days: 5, reason: '' } }).extension).toBeUndefined());

  test('a standing clock and an unpublished year are remarked on', () => {
    expect(explained({ suspensions: flood('2026-07-10') }).remark).toBe(
      '暂定：期限中止中，剩余6日，自恢复之日的次日起继续计算',
    );
    expect(explained({ trigger: '2026-12-30', period: { days: 3, unit: 'working' } }).remark).toMatch(
      /^暂定：2027年节假日安排尚未公布/,
    );
    expect(explained().remark).toBeUndefined();
  });

  test.each<[Period, string]>([
    [{ months: 6 }, '起算日后6个月的对应日，该月没有对应日的为月末日'],
    [{ dayOfMonth: 5, monthsAhead: 1 }, '次月5日前（含当日）'],
    [{ half: 'first', monthsAhead: 0 }, '当月上半月（1日至15日）'],
    [{ half: 'second', monthsAhead: 2 }, '其后第2个月下半月（16日至月末）'],
    [{ until: '2026-11-30' }, '至2026年11月30日（周一）'],
  ])('%j is told as %s', (period, told) => expect(explained({ period }).period).toBe(told));
});

describe('an explanation followed day by day', () => {
  const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2024-02-01', days));
  const unit = fc.constantFrom('natural' as const, 'working' as const);
  const rollover = fc.constantFrom<Rollover>('none', 'next-workday', 'previous-workday');
  const length = fc.integer({ min: 1, max: 40 });

  test('arrives at the computed date', () =>
    fc.assert(
      fc.property(anyDay, length, unit, rollover, (trigger, days, kind, how) => {
        const told = explained({ trigger, period: { days, unit: kind }, rollover: how });
        expect(followed(told, days)).toBe(told.due);
      }),
    ));

  test('through two suspensions', () =>
    fc.assert(
      fc.property(
        anyDay,
        length,
        unit,
        rollover,
        fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20)),
        (trigger, days, kind, how, [a, b, c, d]) => {
          const [first, second, third, fourth] = [a, a + b, a + b + c, a + b + c + d].map((n) => addDays(trigger, n));
          const suspensions = [...flood(first!, second), ...flood(third!, fourth)];
          const told = explained({ trigger, period: { days, unit: kind }, rollover: how, suspensions });
          expect(followed(told, days)).toBe(told.due);
        },
      ),
    ));

  test('through a suspension and an extension in either order', () =>
    fc.assert(
      fc.property(
        anyDay,
        length,
        rollover,
        fc.tuple(fc.nat(20), fc.nat(20), fc.nat(40), length),
        (trigger, days, how, [from, standing, granted, more]) => {
          const suspensions = flood(addDays(trigger, from), addDays(trigger, from + standing));
          const extension = { grantedOn: addDays(trigger, granted), days: more, reason: '' };
          const told = explained({ trigger, period: { days, unit: 'natural' }, rollover: how, suspensions, extension });
          expect(followed(told, days + (told.extension?.days ?? 0))).toBe(told.due);
        },
      ),
    ));

  test('through months', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 14 }), (trigger, months) => {
        const told = explained({ trigger, period: { months } });
        expect(followed(told, daysBetween(trigger, told.due))).toBe(told.due);
      }),
    ));
});
