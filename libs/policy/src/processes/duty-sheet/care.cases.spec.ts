import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { daysOf } from '../../dates/natural-period';
import { officeDecisions } from '../../settings/office-decisions';
import type { RosterEntry } from '../cadre-posting/roster';
import { builtSheet, countyOffice, rowOf, system, threeCadres, type Sheet } from './duty-builder';

const unit = { office: 'dispatching-unit:1404:U07' };
const [example] = threeCadres() as [RosterEntry];
const posted = (cadre: string, from: CivilDate, to: CivilDate | null = null): RosterEntry => ({
  ...example,
  ...{ cadre, postingCase: `posting:140423100:${cadre}:1`, unit: unit.office, from, to },
});
const both = [posted('C1', '2026-07-01'), posted('C2', '2026-07-01')];
const yearOf = (roster: readonly RosterEntry[] = both, more: Parameters<typeof builtSheet>[0] = {}) =>
  builtSheet({ territory: '140423', cadence: 'year', on: '2026-01-01', roster, ...more });

const insure = (sheet: Sheet, on: CivilDate, ower: string, days: object) =>
  sheet.say('record', on, { duty: 'insurance', ower, ...days }, unit);
const check = (sheet: Sheet, on: CivilDate, ower: string, more: object = {}) =>
  sheet.say('record', on, { duty: 'health-check', ower, ...more }, unit);
interface Line {
  ower: string;
  state: string;
  doneOn: CivilDate | null;
  lacking?: string[];
}
const linesOf = (sheet: Sheet, id: string) => (rowOf(sheet, `${id}~${unit.office}`)?.lines ?? []) as unknown as Line[];
const named = (sheet: Sheet, id: string) =>
  linesOf(sheet, id)
    .filter(({ state }) => state === 'open')
    .map(({ ower, lacking }) => [ower, ...(lacking ?? [])]);
const deadlineOf = (sheet: Sheet, id: string) => sheet.deadline(`${id}~${unit.office}`);

describe('case 77 (C-3.6.f, D22): insurance entered for C1 from 1 Jul 2026, for C2, posted on 1 Jul, from 5 Jul', () => {
  const insured = () => {
    const sheet = yearOf();
    insure(sheet, '2026-07-03', 'C1', { from: '2026-07-01' });
    insure(sheet, '2026-07-03', 'C2', { from: '2026-07-05' });
    return sheet;
  };

  it('U’s line is open and names C2 with the gap 1–4 Jul', () => {
    const sheet = insured();
    expect(named(sheet, 'insurance@2026')).toEqual([['C2', '7月1日至7月4日']]);
    expect(rowOf(sheet, `insurance@2026~${unit.office}`)).toMatchObject({ owed: 2, fulfilled: 1, missing: 1 });
    expect(deadlineOf(sheet, 'insurance@2026')).toMatchObject({ due: '2026-07-16', owner: unit.office });
    expect(deadlineOf(sheet, 'insurance@2026')?.metOn).toBeUndefined();
  });

  it('is done when the gap is closed: in time by 16 Jul, 15 days from the posting, late from the 17th', () => {
    const closedOn = (on: CivilDate) => {
      const sheet = insured();
      insure(sheet, on, 'C2', { from: '2026-07-01', to: '2026-07-04' });
      return linesOf(sheet, 'insurance@2026').map(({ ower, state, doneOn }) => [ower, state, doneOn]);
    };
    expect(closedOn('2026-07-16')[1]).toEqual(['C2', 'fulfilled', '2026-07-16']);
    expect(closedOn('2026-07-17')[1]).toEqual(['C2', 'made-up', '2026-07-17']);
  });

  it('neither a number nor another’s cover covers him', () => {
    const sheet = insured();
    expect(insure(sheet, '2026-07-10', 'C2', { covered: 2, of: 2 })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(insure(sheet, '2026-07-10', 'C2', { amount: 2 })).toMatchObject({ field: 'amount', clause: 'C-3.6' });
    expect(insure(sheet, '2026-07-10', 'C2', {})).toMatchObject({ field: 'from' });
    expect(insure(sheet, '2026-07-10', 'C2', { from: '2026-07-05', to: '2026-07-04' })).toMatchObject({ field: 'to' });
    insure(sheet, '2026-07-10', 'C1', { from: '2026-07-01', to: '2026-07-04' });
    expect(named(sheet, 'insurance@2026')).toEqual([['C2', '7月1日至7月4日']]);
  });

  it('a cover that ends names what comes after it, owed within 15 days of its first day', () => {
    const sheet = yearOf([posted('C1', '2026-07-01')]);
    insure(sheet, '2026-07-03', 'C1', { from: '2026-07-01', to: '2026-08-31' });
    expect(named(sheet, 'insurance@2026')).toEqual([['C1', '9月1日至12月31日']]);
    expect(deadlineOf(sheet, 'insurance@2026')).toMatchObject({ due: '2026-09-16' });
    insure(sheet, '2026-09-10', 'C1', { from: '2026-09-01' });
    expect(linesOf(sheet, 'insurance@2026')).toMatchObject([{ state: 'fulfilled' }]);
  });

  it('what was missed once stays late, however soon the rest is closed', () => {
    const sheet = yearOf([posted('C1', '2026-07-01')]);
    insure(sheet, '2026-07-20', 'C1', { from: '2026-07-01', to: '2026-08-31' });
    insure(sheet, '2026-08-20', 'C1', { from: '2026-09-01' });
    expect(linesOf(sheet, 'insurance@2026')).toMatchObject([{ state: 'made-up', doneOn: '2026-08-20' }]);
  });

  it('what an earlier sheet insured counts on the next, and its taking back is the earlier sheet’s', () => {
    const cycle = { from: '2027-01-01', to: '2027-12-31' };
    const next = yearOf(both, { on: '2027-01-01', cycle });
    const cover = { duty: 'insurance', unit: unit.office, from: '2026-07-01', on: '2026-07-03' };
    const covers = [
      { ...cover, cadre: 'C1', to: null },
      { ...cover, cadre: 'C2', to: '2027-06-30' },
    ];
    next.say('coversRead', '2027-01-01', covers, system);
    expect(named(next, 'insurance@2027')).toEqual([['C2', '7月1日至12月31日']]);
    expect(deadlineOf(next, 'insurance@2027')).toMatchObject({ due: '2027-07-16' });
    expect(
      yearOf()
        .view()
        .consequences.flatMap((one) => (one.kind === 'ask' && one.question === 'covers' ? [one.on] : []))
        .slice(0, 3),
    ).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
  });

  it('the row keeps what was covered, for the next sheet', () =>
    expect(linesOf(insured(), 'insurance@2026')[1]).toMatchObject({
      covers: [{ from: '2026-07-05', to: null, on: '2026-07-03' }],
    }));

  it('who left is covered to his last day, who left before the cycle not asked for', () => {
    const left = yearOf([posted('C1', '2026-07-01', '2026-07-20'), posted('C2', '2026-02-01', '2026-06-30')], {
      on: '2026-07-11',
      cycle: { from: '2026-07-11', to: '2026-12-31' },
    });
    insure(left, '2026-07-12', 'C1', { from: '2026-07-01', to: '2026-07-19' });
    expect(named(left, 'insurance@2026')).toEqual([['C1', '7月20日']]);
    expect(linesOf(left, 'insurance@2026')).toHaveLength(1);
  });

  it('an insurance without an end ends with the posting in which it began', () => {
    const twice = yearOf([posted('C1', '2026-02-01', '2026-03-31'), posted('C1', '2026-07-01')]);
    insure(twice, '2026-02-01', 'C1', { from: '2026-02-01' });
    expect(named(twice, 'insurance@2026')).toEqual([['C1', '7月1日至12月31日']]);
  });

  it('nor does it reach a posting of the next year, wherever the one in which it began has ended', () => {
    const cycle = { from: '2027-01-01', to: '2027-12-31' };
    const covers = [
      { duty: 'insurance', unit: unit.office, cadre: 'C1', from: '2026-07-01', to: null, on: '2026-07-03' },
    ];
    const carriedTo = (from: CivilDate) => {
      const next = yearOf([posted('C1', from)], { on: '2027-01-01', cycle });
      next.say('coversRead', '2027-01-01', covers, system);
      return next;
    };
    const anew = carriedTo('2027-03-01');
    expect(named(anew, 'insurance@2027')).toEqual([['C1', '3月1日至12月31日']]);
    expect(deadlineOf(anew, 'insurance@2027')).toMatchObject({ due: '2027-03-16' });
    expect(linesOf(anew, 'insurance@2027')).toMatchObject([{ covers: [{ to: '2026-12-31' }] }]);
    expect(named(carriedTo('2026-07-01'), 'insurance@2027')).toEqual([]);
  });

  it('a cadre of another unit is not U’s to insure', () => {
    const sheet = yearOf([...both, { ...posted('C3', '2026-07-01'), unit: 'dispatching-unit:14:U01' }]);
    const refused = insure(sheet, '2026-07-03', 'C3', { from: '2026-07-01' });
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED', field: 'ower' });
    expect(refused.admitted ? '' : refused.detail).toContain('dispatching-unit:14:U01');
  });

  it('somebody who has just come is taken in, and the roster read again', () => {
    const sheet = yearOf();
    expect(insure(sheet, '2026-08-10', 'C9', { from: '2026-08-09' })).toMatchObject({
      admitted: true,
      told: expect.stringContaining('重新核对'),
    });
    const asked = sheet.view().consequences.filter(({ key }) => key.startsWith('people#'));
    expect(asked).toMatchObject([{ question: 'roster', on: '2026-08-10' }]);
    sheet.say('rosterRead', '2026-08-10', [...both, posted('C9', '2026-08-09')], system);
    expect(named(sheet, 'insurance@2026').map(([who]) => who)).toEqual(['C1', 'C2']);
  });

  it('the first of all is taken in too', () => {
    const sheet = yearOf([]);
    for (const body of [{ duty: 'health-check' }, { duty: 'insurance', from: '2026-08-09' }])
      expect(codeOf(sheet.say('record', '2026-08-10', { ...body, ower: 'C9', unit: unit.office }, countyOffice))).toBe(
        'admitted',
      );
    sheet.say('rosterRead', '2026-08-10', [posted('C9', '2026-08-09')], system);
    expect(named(sheet, 'insurance@2026')).toEqual([]);
    expect(linesOf(sheet, 'health-check@2026')).toMatchObject([{ ower: 'C9', state: 'fulfilled' }]);
  });

  it('the county’s 驻村办 enters it for the unit', () => {
    const sheet = yearOf();
    const body = { duty: 'insurance', ower: 'C1', unit: unit.office, from: '2026-07-01' };
    expect(codeOf(sheet.say('record', '2026-07-03', body, countyOffice))).toBe('admitted');
    expect(named(sheet, 'insurance@2026').map(([who]) => who)).toEqual(['C2']);
  });
});

describe('case 77 (C-3.6.e, D22): C2’s health check missing on 1 Jan 2027', () => {
  it('the year’s line is overdue and names C2 only', () => {
    const sheet = yearOf();
    check(sheet, '2026-10-12', 'C1');
    expect(named(sheet, 'health-check@2026')).toEqual([['C2']]);
    expect(deadlineOf(sheet, 'health-check@2026')).toMatchObject({ due: '2026-12-31', clause: 'C-3.6' });
    expect(deadlineOf(sheet, 'health-check@2026')?.metOn).toBeUndefined();
    check(sheet, '2027-01-05', 'C2', { period: '2026' });
    expect(deadlineOf(sheet, 'health-check@2026')).toMatchObject({ metOn: '2027-01-05' });
  });

  it('two checks of C1 are none of C2, and an entry without a name is nobody’s', () => {
    const sheet = yearOf();
    check(sheet, '2026-10-12', 'C1', { amount: 2 });
    expect(named(sheet, 'health-check@2026')).toEqual([['C2']]);
    expect(sheet.say('record', '2026-10-12', { duty: 'health-check', amount: 2 }, unit)).toMatchObject({
      field: 'ower',
    });
  });

  it('who joined by 30 Sep owes this year’s, who joined later the next year’s; the month is the office’s decision', () => {
    const sheet = yearOf([posted('C1', '2026-09-30'), posted('C2', '2026-10-01')]);
    expect(named(sheet, 'health-check@2026')).toEqual([['C1']]);
    expect(check(sheet, '2026-11-02', 'C2')).toMatchObject({
      admitted: true,
      told: expect.stringContaining('本期不要求'),
    });
    sheet.say('rosterRead', '2026-12-01', [posted('C1', '2026-09-30'), posted('C2', '2026-10-01')], system);
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
    expect(deadlineOf(sheet, 'health-check@2026')?.decisions).toEqual(['healthCheckLastMonth']);
    const earlier = yearOf([posted('C1', '2026-09-30')], { changes: { healthCheckLastMonth: 8 } });
    expect(named(earlier, 'health-check@2026')).toEqual([]);
    expect(officeDecisions.find(({ id }) => id === 'per-cadre')?.settings).toContain('healthCheckLastMonth');
  });
});

describe('OBLIGATIONS D22: per cadre', () => {
  const day = fc.nat(364).map((days) => addDays('2026-01-01', days));
  const span = fc
    .tuple(day, day)
    .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));
  const cadres = fc.array(fc.record({ on: span, isOpen: fc.boolean(), covers: fc.array(span, { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 5,
  });

  it('named are exactly those with a day of the posting uncovered, with exactly these days, for any roster and covers', () =>
    fc.assert(
      fc.property(cadres, (people) => {
        const roster = people.map(({ on, isOpen }, index) => posted(`C${index}`, on.from, isOpen ? null : on.to));
        const sheet = yearOf(roster);
        people.forEach(({ covers }, index) =>
          covers.forEach((cover) => insure(sheet, '2026-06-01', `C${index}`, cover)),
        );
        const uncovered = people.flatMap(({ on, isOpen, covers }, index) => {
          const days = daysOf({ from: on.from, to: isOpen ? '2026-12-31' : on.to });
          const count = days.filter((one) => !covers.some(({ from, to }) => from <= one && one <= to)).length;
          return count === 0 ? [] : [[`C${index}`, count]];
        });
        const lengths = linesOf(sheet, 'insurance@2026')
          .filter(({ state }) => state === 'open')
          .map(({ ower, lacking = [] }) => [ower, lacking.flatMap(daysNamed).length]);
        expect(lengths).toEqual(uncovered);
      }),
      { numRuns: 60 },
    ));
});

/** 7月1日至7月4日, day by day. */
function daysNamed(words: string): CivilDate[] {
  const [from = '', to = from] = words.split('至').map((one) => {
    const [, month = '', day = ''] = /^(\d+)月(\d+)日$/.exec(one) ?? [];
    return `2026-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
  return daysOf({ from, to });
}
