import fc from 'fast-check';
import { isWorkday, workdaysBetween } from './calendar';
import { chinaCalendar } from './china-calendar';
import { addDays, daysBetween } from './civil-date';
import {
  colourOf,
  computeDeadline,
  deadlineState,
  isRunning,
  judgeExtension,
  judgeResumption,
  judgeSuspension,
  type DeadlineSpec,
  type Period,
  type Rollover,
  type Suspension,
} from './deadline';

const spec = (more: Partial<DeadlineSpec> = {}): DeadlineSpec => ({
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
});
const deadline = (more: Partial<DeadlineSpec> = {}) => computeDeadline(spec(more), chinaCalendar);
const allowed = { extensionAllowed: true, suspensionAllowed: true };
const flood = (from: string, resumedOn?: string): Suspension => ({
  from,
  reason: 'flood',
  ...(resumedOn !== undefined && { resumedOn }),
});
const codeOf = (verdict: ReturnType<typeof judgeExtension>) => (verdict.admitted ? 'admitted' : verdict.code);

describe('RULES 0.days: the last day of a period', () => {
  const natural = (days: number): Period => ({ days, unit: 'natural' });
  const working = (days: number): Period => ({ days, unit: 'working' });
  test.each<[string, string, Period, Rollover, string, boolean]>([
    ['15 days do not count the trigger day', '2026-07-01', natural(15), 'none', '2026-07-16', false],
    ['natural days run through holidays and the year-end', '2026-12-25', natural(10), 'none', '2027-01-04', false],
    ['0 days end on the trigger day', '2026-07-01', natural(0), 'none', '2026-07-01', false],
    ['working days skip National Day and count 调休', '2026-09-30', working(3), 'none', '2026-10-10', false],
    ['working days into an unpublished year are provisional', '2026-12-30', working(3), 'none', '2027-01-04', true],
    ['31 August and 6 months is 29 February', '2023-08-31', { months: 6 }, 'none', '2024-02-29', false],
    ['31 August and 6 months is 28 February', '2026-08-31', { months: 6 }, 'none', '2027-02-28', false],
    ['15 January and 6 months is 15 July', '2026-01-15', { months: 6 }, 'none', '2026-07-15', false],
    [
      'the 5th of the month itself',
      '2026-11-20',
      { dayOfMonth: 5, monthsAhead: 0 },
      'next-workday',
      '2026-11-05',
      false,
    ],
    [
      'the 5th of next month on a Sunday',
      '2026-06-20',
      { dayOfMonth: 5, monthsAhead: 1 },
      'next-workday',
      '2026-07-06',
      false,
    ],
    [
      'the 5th within National Day',
      '2026-09-01',
      { dayOfMonth: 5, monthsAhead: 1 },
      'next-workday',
      '2026-10-08',
      false,
    ],
    [
      'the 5th of January of an unpublished year',
      '2026-12-01',
      { dayOfMonth: 5, monthsAhead: 1 },
      'next-workday',
      '2027-01-05',
      true,
    ],
    ['the 5th without rollover', '2026-09-01', { dayOfMonth: 5, monthsAhead: 1 }, 'none', '2026-10-05', false],
    ['the 31st of February', '2026-01-10', { dayOfMonth: 31, monthsAhead: 1 }, 'none', '2026-02-28', false],
    ['the first half of the month', '2026-07-01', { half: 'first', monthsAhead: 0 }, 'none', '2026-07-15', false],
    ['the second half of February', '2026-02-16', { half: 'second', monthsAhead: 0 }, 'none', '2026-02-28', false],
    ['a named date', '2026-07-01', { until: '2026-11-30' }, 'none', '2026-11-30', false],
    ['a named date before the trigger', '2026-07-01', { until: '2026-06-30' }, 'none', '2026-06-30', false],
    ['a Sunday worked for 调休 is the last day', '2026-09-05', natural(15), 'next-workday', '2026-09-20', false],
    ['back over National Day', '2026-09-05', natural(30), 'previous-workday', '2026-09-30', false],
    ['back from an unpublished year', '2026-12-25', natural(8), 'previous-workday', '2027-01-01', true],
  ])('%s', (_, trigger, period, rollover, due, provisional) =>
    expect(deadline({ trigger, period, rollover })).toMatchObject({ due, provisional }),
  );
});

describe('RULES 0.dates: state', () => {
  test.each([
    ['2026-07-01', 'open', 'green'],
    ['2026-07-12', 'open', 'green'],
    ['2026-07-13', 'near', 'yellow'],
    ['2026-07-15', 'near', 'yellow'],
    ['2026-07-16', 'due-today', 'yellow'],
    ['2026-07-17', 'overdue', 'red'],
  ])('on %s it is %s', (today, state, colour) => {
    expect(deadlineState(deadline(), today, 3)).toBe(state);
    expect(colourOf(deadlineState(deadline(), today, 3))).toBe(colour);
  });

  test('met on the last day is in time, a day later is late', () => {
    expect(deadlineState(deadline({ metOn: '2026-07-16' }), '2026-07-20', 3)).toBe('met');
    expect(deadlineState(deadline({ metOn: '2026-07-17' }), '2026-07-20', 3)).toBe('met-late');
    expect(deadlineState(deadline({ metOn: '2026-07-17' }), '2026-07-16', 3)).toBe('due-today');
  });

  test('dropped from its day on, unless it had been met before', () => {
    const dropped = { on: '2026-07-10', reason: '整户迁出' };
    expect(deadlineState(deadline({ dropped }), '2026-07-09', 3)).toBe('open');
    expect(deadlineState(deadline({ dropped }), '2026-07-10', 3)).toBe('dropped');
    expect(deadlineState(deadline({ dropped, metOn: '2026-07-08' }), '2026-07-12', 3)).toBe('met');
  });

  test('runs from its start until met, overdue or not', () => {
    const late = deadline({ metOn: '2026-07-20', startedOn: '2026-07-03' });
    expect(['2026-07-02', '2026-07-03', '2026-07-19', '2026-07-20'].map((day) => isRunning(late, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isRunning(deadline({ dropped: { on: '2026-07-10', reason: '' } }), '2026-07-10')).toBe(false);
  });
});

describe('RULES 0.extension: suspension and extension', () => {
  test('the remainder is kept over the old due date', () => {
    const resumed = deadline({ suspensions: [flood('2026-07-10', '2026-07-25')] });
    expect(resumed).toMatchObject({
      due: '2026-07-31',
      provisional: false,
      standstills: [{ from: '2026-07-10', to: '2026-07-25', remainder: 6 }],
    });
    expect(
      ['2026-07-09', '2026-07-10', '2026-07-24', '2026-07-25', '2026-07-31', '2026-08-01'].map((day) =>
        deadlineState(resumed, day, 3),
      ),
    ).toEqual(['open', 'suspended', 'suspended', 'open', 'due-today', 'overdue']);
  });

  test('while it stands the date is provisional and nothing is overdue', () => {
    const standing = deadline({ suspensions: [flood('2026-07-16')] });
    expect(standing).toMatchObject({ due: '2026-07-16', provisional: true, standstills: [{ remainder: 0 }] });
    expect(deadlineState(standing, '2026-08-30', 3)).toBe('suspended');
    expect(isRunning(standing, '2026-08-30')).toBe(false);
  });

  test('what is done while the clock stands is in time', () => {
    const done = deadline({ suspensions: [flood('2026-07-10')], metOn: '2026-07-20' });
    expect(done.provisional).toBe(false);
    expect(deadlineState(done, '2026-08-01', 3)).toBe('met');
  });

  test('a suspension before the trigger takes effect with it', () =>
    expect(deadline({ suspensions: [flood('2026-06-20', '2026-07-05')] })).toMatchObject({
      due: '2026-07-20',
      standstills: [{ from: '2026-07-01' }],
    }));

  test.each([
    ['over before the trigger', [flood('2026-06-01', '2026-07-01')], {}],
    ['after expiry', [flood('2026-07-17', '2026-07-25')], {}],
    ['after it was met', [flood('2026-07-10', '2026-07-25')], { metOn: '2026-07-10' }],
    ['resumed on the same day', [flood('2026-07-10', '2026-07-10')], {}],
  ])('a suspension %s changes nothing', (_, suspensions, more) => {
    expect(deadline({ suspensions, ...more }).due).toBe('2026-07-16');
    expect(deadline({ suspensions, ...more }).standstills).toBeUndefined();
  });

  test('several suspensions in sequence, in whatever order they were recorded', () => {
    const both = [flood('2026-07-20', '2026-07-25'), flood('2026-07-05', '2026-07-15')];
    expect(deadline({ suspensions: both }).due).toBe('2026-07-31');
    expect(deadline({ suspensions: [...both].reverse() })).toMatchObject({
      due: '2026-07-31',
      standstills: [{ remainder: 11 }, { remainder: 6 }],
    });
  });

  test('suspended on the rest days after its last day, nothing is left but the day of resumption', () =>
    expect(
      deadline({ trigger: '2026-07-03', rollover: 'next-workday', suspensions: [flood('2026-07-19', '2026-07-22')] }),
    ).toMatchObject({
      due: '2026-07-22',
      standstills: [{ remainder: 0 }],
    }));

  test('the remainder of working days is kept in working days', () =>
    expect(
      deadline({
        trigger: '2026-09-28',
        period: { days: 4, unit: 'working' },
        suspensions: [flood('2026-09-29', '2026-10-09')],
      }),
    ).toMatchObject({
      due: '2026-10-13',
      standstills: [{ remainder: 3 }],
    }));

  test('an extension lengthens the period before the rollover', () => {
    expect(deadline({ extension: { grantedOn: '2026-07-16', days: 10, reason: '' } }).due).toBe('2026-07-26');
    expect(
      deadline({ rollover: 'next-workday', extension: { grantedOn: '2026-07-16', days: 10, reason: '' } }).due,
    ).toBe('2026-07-27');
    expect(deadline({ extension: { grantedOn: '2026-07-17', days: 10, reason: '' } }).due).toBe('2026-07-16');
  });

  test('an extension carries into a later suspension', () =>
    expect(
      deadline({
        extension: { grantedOn: '2026-07-10', days: 10, reason: '' },
        suspensions: [flood('2026-07-20', '2026-08-01')],
      }).due,
    ).toBe('2026-08-07'));

  test.each([
    ['in time', '2026-07-16', {}, allowed, 'admitted'],
    ['where it is switched off', '2026-07-10', {}, { extensionAllowed: false }, 'SWITCHED_OFF'],
    ['on the day after', '2026-07-17', {}, allowed, 'EXPIRED'],
    [
      'a second time',
      '2026-07-18',
      { extension: { grantedOn: '2026-07-10', days: 5, reason: '' } },
      allowed,
      'ALREADY_DONE',
    ],
    ['after it was met', '2026-07-10', { metOn: '2026-07-08' }, allowed, 'ALREADY_DONE'],
    ['after it was dropped', '2026-07-10', { dropped: { on: '2026-07-08', reason: '' } }, allowed, 'ALREADY_DONE'],
    ['before its start', '2026-06-30', {}, allowed, 'BEFORE_BEGINNING'],
    ['while it stands', '2026-08-10', { suspensions: [flood('2026-07-16')] }, allowed, 'admitted'],
  ])('extension %s', (_, on, more, settings, code) =>
    expect(codeOf(judgeExtension(deadline(more), settings, on))).toBe(code),
  );

  test.each([
    ['on the last day', '2026-07-16', {}, allowed, 'admitted'],
    ['where it is switched off', '2026-07-10', {}, { suspensionAllowed: false }, 'SWITCHED_OFF'],
    ['when overdue', '2026-07-17', {}, allowed, 'EXPIRED'],
    ['while it stands', '2026-07-12', { suspensions: [flood('2026-07-10')] }, allowed, 'ALREADY_DONE'],
    [
      'a second time, after resumption',
      '2026-07-12',
      { suspensions: [flood('2026-07-05', '2026-07-10')] },
      allowed,
      'admitted',
    ],
    [
      'dated into an earlier one',
      '2026-07-08',
      { suspensions: [flood('2026-07-05', '2026-07-10')] },
      allowed,
      'BEFORE_BEGINNING',
    ],
    ['after it was met', '2026-07-10', { metOn: '2026-07-08' }, allowed, 'ALREADY_DONE'],
    ['before its start', '2026-06-30', {}, allowed, 'BEFORE_BEGINNING'],
  ])('suspension %s', (_, on, more, settings, code) =>
    expect(codeOf(judgeSuspension(deadline(more), settings, on))).toBe(code),
  );

  test.each([
    ['of a standing clock', '2026-08-10', { suspensions: [flood('2026-07-10')] }, allowed, 'admitted'],
    [
      'of a standing clock, switched off since',
      '2026-08-10',
      { suspensions: [flood('2026-07-10')] },
      { suspensionAllowed: false },
      'admitted',
    ],
    ['before the suspension', '2026-07-09', { suspensions: [flood('2026-07-10')] }, allowed, 'BEFORE_BEGINNING'],
    ['of a running clock', '2026-07-09', {}, allowed, 'WRONG_STAGE'],
    ['where it is switched off', '2026-07-09', {}, { suspensionAllowed: false }, 'SWITCHED_OFF'],
  ])('resumption %s', (_, on, more, settings, code) =>
    expect(codeOf(judgeResumption(deadline(more), settings, on))).toBe(code),
  );

  test('a refusal names its clause, what was expected and what came', () =>
    expect(judgeExtension(deadline(), allowed, '2026-07-18')).toEqual({
      admitted: false,
      code: 'EXPIRED',
      clause: 'A-2.1',
      detail:
        '完成监测对象认定：期限至2026年7月16日（周四）24时届满，自2026年7月17日（周五）零时起逾期；延期须在届满前办理，提交的是2026年7月18日（周六）',
    }));
});

describe('properties', () => {
  const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-02-01', days));
  const unit = fc.constantFrom('natural' as const, 'working' as const);
  const rollover = fc.constantFrom<Rollover>('none', 'next-workday', 'previous-workday');
  const pauses = fc.array(fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 20 })), { maxLength: 4 });
  const suspensionsFrom = (start: string, lengths: readonly (readonly [number, number])[]): Suspension[] => {
    let day = start;
    return lengths.map(([running, standing]) => {
      const from = addDays(day, running);
      day = addDays(from, standing);
      return flood(from, day);
    });
  };

  test('suspended days and running days add up', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), pauses, (trigger, days, lengths) => {
        const { due, standstills = [] } = deadline({
          trigger,
          period: { days, unit: 'natural' },
          suspensions: suspensionsFrom(trigger, lengths),
        });
        const stood = standstills.reduce((sum, { from, to }) => sum + daysBetween(from, to!), 0);
        expect(daysBetween(trigger, due) - stood).toBe(days);
      }),
    ));

  test('working days outside suspensions add up', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), pauses, (trigger, days, lengths) => {
        const { due, standstills = [] } = deadline({
          trigger,
          period: { days, unit: 'working' },
          suspensions: suspensionsFrom(trigger, lengths),
        });
        const stood = standstills.reduce((sum, { from, to }) => sum + workdaysBetween(chinaCalendar, from, to!), 0);
        expect(workdaysBetween(chinaCalendar, trigger, due) - stood).toBe(days);
      }),
    ));

  test('a rollover never ends on a rest day', () =>
    fc.assert(
      fc.property(anyDay, fc.nat(60), unit, rollover, (trigger, days, kind, how) => {
        const { due } = deadline({ trigger, period: { days, unit: kind }, rollover: how });
        expect(how === 'none' || isWorkday(chinaCalendar, due).workday).toBe(true);
      }),
    ));

  test('more days never end earlier', () =>
    fc.assert(
      fc.property(anyDay, fc.nat(60), unit, rollover, pauses, (trigger, days, kind, how, lengths) => {
        const more = { trigger, rollover: how, suspensions: suspensionsFrom(trigger, lengths) };
        const [shorter, longer] = [days, days + 1].map(
          (n) => deadline({ ...more, period: { days: n, unit: kind } }).due,
        );
        expect(longer! >= shorter!).toBe(true);
      }),
    ));
});
