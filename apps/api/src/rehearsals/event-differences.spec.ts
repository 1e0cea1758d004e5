import type { RehearsalEventRow } from '@duban/persistence/rehearsal-events';
import { differencesBetween, sideBySide } from './event-differences';

let line = 0;
const event = (day: string, what: string, more: Partial<RehearsalEventRow> = {}): RehearsalEventRow => ({
  line: (line += 1),
  day,
  at: `${day}T00:30:00.000Z`,
  kind: 'deadline-due',
  name: 'deadline-due',
  process: 'household-monitoring',
  caseId: 'household:140423100:H001:1',
  clause: '',
  by: 'system',
  recipients: ['party-committee:140423100'],
  what,
  ...more,
});
const words = (events: readonly RehearsalEventRow[]): string[] => events.map(({ day, what }) => `${day} ${what}`);

describe('two rehearsals beside each other', () => {
  it('agree in what happens on the same day in the same words', () => {
    const both = [event('2030-07-13', '提醒'), event('2030-07-14', '提醒')];
    expect(differencesBetween(both, [...both])).toEqual({
      onlyLeft: [],
      onlyRight: [],
      moved: [],
      changed: [],
      same: 2,
    });
  });

  it('tell a moved date from what one of them has alone', () => {
    const { moved, onlyLeft, onlyRight } = differencesBetween(
      [event('2030-07-16', '完成认定：2030年7月16日24时前'), event('2030-08-01', '约谈', { kind: 'notice' })],
      [event('2030-07-21', '完成认定：2030年7月21日24时前'), event('2030-08-02', '召回', { kind: 'notice' })],
    );
    expect(moved.map(({ left, right, days }) => [left.day, right.day, days])).toEqual([
      ['2030-07-16', '2030-07-21', 5],
    ]);
    expect(words(onlyLeft)).toEqual(['2030-08-01 约谈']);
    expect(words(onlyRight)).toEqual(['2030-08-02 召回']);
  });

  it('keep together what is alike before they take others for moved', () => {
    const weeks = ['2030-07-07', '2030-07-14', '2030-07-21'].map((day) => event(day, '例会'));
    const { moved, onlyLeft, same } = differencesBetween(weeks, weeks.slice(1));
    expect({ moved, same, onlyLeft: words(onlyLeft) }).toEqual({ moved: [], same: 2, onlyLeft: ['2030-07-07 例会'] });
  });

  it('see on the same day that the words differ in their numbers', () => {
    const { changed } = differencesBetween([event('2030-07-20', '逾期3天办结')], [event('2030-07-20', '逾期5天办结')]);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.days).toBe(0);
  });

  it('do not take one case for another', () => {
    const { onlyLeft, onlyRight } = differencesBetween(
      [event('2030-07-20', '到期')],
      [event('2030-07-20', '到期', { caseId: 'household:140423100:H002:1' })],
    );
    expect([onlyLeft.length, onlyRight.length]).toEqual([1, 1]);
  });

  it('have their counts side by side, the greatest difference first', () => {
    const left = [event('2030-07-01', '一'), event('2030-07-01', '二')];
    const right = [
      event('2030-07-01', '一'),
      ...['三', '四', '五'].map((what) => event('2030-07-02', what, { kind: 'overdue' })),
    ];
    expect(sideBySide(left, right, 'kind')).toEqual([
      { of: 'overdue', left: 0, right: 3, difference: 3 },
      { of: 'deadline-due', left: 2, right: 1, difference: -1 },
    ]);
  });
});
