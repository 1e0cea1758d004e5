import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { addDays } from '../../dates/civil-date';
import { lengthOf } from '../../dates/natural-period';
import { officeDecisions } from '../../settings/office-decisions';
import { dutyRows } from '../../settings/duty-rows';
import { builtSheet, record, rowOf, system, threeCadres, type Sheet } from './duty-builder';
import { figureOf } from './duty-figure';

/** The plan's own cycle of 2026. */
const cycle = { from: '2026-07-11', to: '2026-12-31' };
const yearSheet = (more: Parameters<typeof builtSheet>[0] = {}): Sheet =>
  builtSheet({ cadence: 'year', on: '2026-07-11', cycle, ...more });
const cityUnit = { office: 'dispatching-unit:1404:U04' };
const countyYear = (more: Parameters<typeof builtSheet>[0] = {}) => yearSheet({ territory: '140423', ...more });
const linesOf = (sheet: Sheet, id: string) => rowOf(sheet, id)?.lines as { ower: string; owed: number }[] | undefined;

describe('case 26 (C-2.2.e, C-3.2.e, C-2.4.j, C-3.6.f, D6): the plan’s cycle 11 Jul–31 Dec 2026', () => {
  it('each cadre on post since January owes 12 days', () =>
    expect(linesOf(yearSheet(), 'training@2026')?.map(({ owed }) => owed)).toEqual([12, 12, 12]));

  it('each unit’s head 2 visits, each province unit 30,000 yuan per village, each unit’s insurance line 1', () => {
    const sheet = countyYear();
    const owed = (id: string, unit: string) => linesOf(sheet, `${id}@2026~dispatching-unit:${unit}`);
    expect(owed('unit-head-visit', '140423:U07')).toMatchObject([{ owed: 2 }]);
    expect(owed('province-sales-help', '14:U01')).toMatchObject([{ ower: '140423100201', owed: 30_000 }]);
    expect(owed('insurance', '1404:U04')).toMatchObject([{ owed: 1 }]);
    expect(sheet.deadline(`unit-head-visit@2026~${cityUnit.office}`)?.decisions).toBeUndefined();
  });

  it('a head’s visit of 20 Mar 2026 counts; one of the year before does not', () => {
    const sheet = countyYear();
    const visit = (on: string) => sheet.say('record', on, { duty: 'unit-head-visit' }, cityUnit);
    expect(codeOf(visit('2026-03-20'))).toBe('admitted');
    expect(codeOf(visit('2026-09-20'))).toBe('admitted');
    expect(rowOf(sheet, `unit-head-visit@2026~${cityUnit.office}`)).toMatchObject({ fulfilled: 1, missing: 0 });
    expect(visit('2025-12-31')).toMatchObject({ code: 'BEFORE_BEGINNING', field: 'occurredOn' });
  });

  it('what another case says was done in March counts too', () => {
    const sheet = yearSheet();
    const training = { duty: 'training', ower: 'C01', amount: 12, period: '2026' };
    expect(sheet.say('dutyDone', '2026-03-20', training, system)).toMatchObject({ admitted: true, keep: true });
    expect(rowOf(sheet, 'training@2026')).toMatchObject({ fulfilled: 1, missing: 2 });
  });

  it('a month’s sheet still takes nothing of before its cycle', () => {
    const month = builtSheet({ on: '2026-07-11', cycle });
    expect(record(month, '2026-07-03', { duty: 'township-study' })).toMatchObject({ code: 'BEFORE_BEGINNING' });
  });

  it('lists per person are never prorated, whatever the office chose', () => {
    const duties = { 'health-check': { cadence: 'year', amount: 2 } } as const;
    const sheet = countyYear({ changes: { dutyShare: 'by-days', duties } });
    expect(linesOf(sheet, 'health-check@2026~dispatching-unit:14:U01')).toMatchObject([{ owed: 2 }]);
  });
});

describe('case 27 (D6): the same cycle and `dutyShare` by-days', () => {
  const sheet = yearSheet({ changes: { dutyShare: 'by-days' } });

  it('training is 12 × 174 / 365 = 6 days (5.72 half up)', () =>
    expect(linesOf(sheet, 'training@2026')?.map(({ owed }) => owed)).toEqual([6, 6, 6]));

  it('the screen says it is the office’s choice', () => {
    expect(sheet.deadline('training@2026')?.decisions).toEqual(['dutyShare']);
    expect(officeDecisions.find(({ settings }) => settings.includes('dutyShare'))?.words).toContain('一月一日');
  });
});

describe('case 28 (C-2.2.e, D6): cadres posted on 1, 2 and 3 Jul 2026 (184, 183, 182 days of the year)', () => {
  const posted = ['2026-07-01', '2026-07-02', '2026-07-03'];
  const roster = threeCadres().map((entry, index) => ({ ...entry, from: posted[index] ?? '' }));
  const owed = (more: Parameters<typeof builtSheet>[0] = {}) =>
    linesOf(yearSheet({ roster, ...more }), 'training@2026')?.map((line) => line.owed);

  it('owe 12, 12 and 6 days (5.98)', () => expect(owed()).toEqual([12, 12, 6]));
  it('and by the office’s other choices 12 each, or by days', () => {
    expect(owed({ changes: { joinerShare: 'whole' } })).toEqual([12, 12, 12]);
    expect(owed({ changes: { joinerShare: 'by-days' } })).toEqual([6, 6, 6]);
  });

  it('leave makes nobody a joiner', () => {
    const onLeave = roster.map((entry) => ({ ...entry, leaves: [{ from: '2026-08-01', to: '2026-08-31' }] }));
    expect(owed({ roster: onLeave })).toEqual([12, 12, 6]);
  });

  it('two postings of one year add up, but who is not there in the cycle owes nothing', () => {
    const [first] = threeCadres();
    const twice = [
      { ...first!, from: '2026-01-01', to: '2026-04-10' },
      { ...first!, from: '2026-09-01', to: null },
    ];
    expect(owed({ roster: twice })).toEqual([12]);
    expect(owed({ roster: twice.slice(0, 1) })).toBeUndefined();
  });

  it('is asked of the ledger from 1 January, so that the first months are known', () =>
    expect(
      yearSheet()
        .view()
        .consequences.find(({ kind }) => kind === 'ask'),
    ).toMatchObject({
      body: { from: '2026-01-01' },
    }));
});

describe('OBLIGATIONS D6: a year’s figure', () => {
  const period = { id: '2026', cadence: 'year', from: '2026-01-01', to: '2026-12-31', name: '2026年' } as const;
  const settings = { dutyShare: 'whole', joinerShare: 'half-year' } as const;
  const owedBy = (from: string, to: string, amount = 12) => {
    const daysIn = (stretch: { from: string; to: string }) =>
      lengthOf({ from: from > stretch.from ? from : stretch.from, to: to < stretch.to ? to : stretch.to });
    return figureOf(dutyRows.training, amount, { period, span: period, daysIn }, settings).owed;
  };

  it('is whole from 183 days on, never less than one below, and never grows by leaving earlier', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 364 }),
        fc.nat(364),
        fc.integer({ min: 1, max: 40_000 }),
        (days, at, amount) => {
          const start = Math.min(at, 365 - days);
          const from = addDays('2026-01-01', start);
          const owed = owedBy(from, addDays(from, days - 1), amount);
          expect(owed >= 1 && owed <= amount).toBe(true);
          if (days >= 183) expect(owed).toBe(amount);
          else expect(Math.abs(owed - (amount * days) / 365) <= 0.5 || owed === 1).toBe(true);
          if (days > 1) expect(owedBy(from, addDays(from, days - 2), amount)).toBeLessThanOrEqual(owed);
        },
      ),
    ));
});

describe('case 32 (C-2.4.k): a city unit with two helped villages', () => {
  const [v1, v2] = ['140423100201', '140423100202'];
  const units = [v1, v2].map((village) => ({ unit: cityUnit.office, village, from: '2025-06-01', to: null }));
  const sheet = countyYear();
  sheet.say('unitsRead', '2026-07-11', units, system);
  const help = (more: object) => sheet.say('record', '2026-09-01', { duty: 'city-sales-help', ...more }, cityUnit);

  it('asks for which village it was', () =>
    expect(help({ amount: 20_000 })).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      field: 'ower',
      detail: expect.stringContaining(`〔${v1}〕、〔${v2}〕`),
    }));

  it('20,000 yuan for V1 and 19,999.99 for V2: V1 is fulfilled and V2 open, although the sum is enough', () => {
    help({ ower: v1, amount: 20_000 });
    help({ ower: v2, amount: 19_999.99 });
    expect(rowOf(sheet, `city-sales-help@2026~${cityUnit.office}`)).toMatchObject({
      owed: 2,
      fulfilled: 1,
      missing: 1,
      lines: [
        { ower: v1, owed: 20_000, state: 'fulfilled' },
        { ower: v2, owed: 20_000, done: 19_999.99, state: 'open' },
      ],
    });
  });

  it('a trip to one of them is still one trip of the unit', () =>
    expect(linesOf(sheet, `unit-head-visit@2026~${cityUnit.office}`)).toHaveLength(1));
});
