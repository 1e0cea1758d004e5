import fc from 'fast-check';
import { chinaCalendar } from './china-calendar';
import { addDays, civilDateOf, instantOf } from './civil-date';
import { computeDeadline, isSuspended, type DeadlineSpec } from './deadline';
import { rungsOf } from './ladder';
import type { RungRule } from './ladder';

const ladder: RungRule[] = [
  { days: -3, to: 'responsible' },
  { days: -1, to: 'responsible' },
  { days: 1, to: 'head' },
  { days: 3, to: 'above' },
  { days: 7, to: 'above-again', criticism: true },
];
const settings = { ladders: { default: ladder, acceptance: ladder, weekly: ladder }, rungTime: '08:30' };
const rungs = (more: Partial<DeadlineSpec> = {}) =>
  rungsOf(
    computeDeadline(
      {
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
      },
      chinaCalendar,
    ),
    settings,
  );
const days = (more: Partial<DeadlineSpec> = {}) => rungs(more).map((rung) => rung.days);
const flood = (from: string, resumedOn?: string) => [
  { from, reason: 'flood' as const, ...(resumedOn !== undefined && { resumedOn }) },
];

describe('RULES 0.reminders: reminders', () => {
  test('each rung at 08:30 of its day, to the one it is for', () =>
    expect(rungs().map(({ key, at, recipient, criticism }) => [key, at, recipient, criticism])).toEqual([
      ['identification@2026-07-16#-3', '2026-07-13T00:30:00.000Z', 'party-committee:140423100', false],
      ['identification@2026-07-16#-1', '2026-07-15T00:30:00.000Z', 'party-committee:140423100', false],
      ['identification@2026-07-16#1', '2026-07-17T00:30:00.000Z', 'party-committee:140423100', false],
      ['identification@2026-07-16#3', '2026-07-19T00:30:00.000Z', 'leading-group-office:140423', false],
      ['identification@2026-07-16#7', '2026-07-23T00:30:00.000Z', 'leading-group-office:1404', true],
    ]));

  test('a stationing line climbs through stationing offices', () =>
    expect(
      rungs({ line: 'stationing' })
        .slice(3)
        .map(({ recipient }) => recipient),
    ).toEqual(['stationing-office:140423', 'stationing-office:1404']));

  test.each<[string, Partial<DeadlineSpec>, number[]]>([
    ['three days or fewer have no rung before the start', { period: { days: 2, unit: 'natural' } }, [-1, 1, 3, 7]],
    ['a rung on the day of the start stays', { period: { days: 3, unit: 'natural' } }, [-3, -1, 1, 3, 7]],
    [
      'unless its time had passed',
      { period: { days: 3, unit: 'natural' }, startedAt: '2026-07-01T00:30:01.000Z' },
      [-1, 1, 3, 7],
    ],
    [
      'a start at the very minute keeps it',
      { period: { days: 3, unit: 'natural' }, startedAt: '2026-07-01T00:30:00Z' },
      [-3, -1, 1, 3, 7],
    ],
    ['begun after its due date', { startedOn: '2026-07-18' }, [3, 7]],
    ['met: none later than that day', { metOn: '2026-07-15' }, [-3, -1]],
    ['met late: those that had come', { metOn: '2026-07-18' }, [-3, -1, 1]],
    ['dropped: none later than that day', { dropped: { on: '2026-07-14', reason: '整户迁出' } }, [-3]],
    ['standing: none', { suspensions: flood('2026-07-10') }, []],
    ['resumed: those after the resumption', { suspensions: flood('2026-07-14', '2026-07-20') }, [-1, 1, 3, 7]],
    ['resumed: none on the day of resumption', { suspensions: flood('2026-07-13', '2026-07-20') }, [-1, 1, 3, 7]],
    [
      'extended: those after the day it was granted',
      { extension: { grantedOn: '2026-07-16', days: 2, reason: '' } },
      [-1, 1, 3, 7],
    ],
  ])('%s', (_, more, expected) => expect(days(more)).toEqual(expected));

  test('a moved date has rungs of its own', () =>
    expect(rungs({ suspensions: flood('2026-07-10', '2026-07-25') })[0]!.key).toBe('identification@2026-07-31#-3'));

  test('in order, none before the start, none while the clock stood', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.nat(40),
        fc.nat(50),
        fc.nat(20),
        fc.shuffledSubarray(ladder),
        (offset, length, running, standing, rules) => {
          const trigger = addDays('2025-01-01', offset);
          const suspensions = flood(addDays(trigger, running), addDays(trigger, running + standing));
          const spec: DeadlineSpec = {
            id: 'x',
            clause: 'A-2.1',
            what: '',
            trigger,
            triggerWhat: '',
            period: { days: length, unit: 'natural' },
            rollover: 'next-workday',
            owner: 'party-committee:140423100',
            line: 'stationing',
            ladder: 'default',
            suspensions,
          };
          const deadline = computeDeadline(spec, chinaCalendar);
          const instants = rungsOf(deadline, {
            ...settings,
            ladders: { default: rules, acceptance: [], weekly: [] },
          }).map(({ at }) => at);
          expect(instants).toEqual([...instants].sort());
          expect(
            instants.every((at) => at >= instantOf(trigger, '00:00') && !isSuspended(deadline, civilDateOf(at))),
          ).toBe(true);
        },
      ),
    ));
});
