import fc from 'fast-check';
import { computeDeadline } from '../../dates/deadline';
import { chinaCalendar } from '../../dates/china-calendar';
import { builtSheet, countyOffice, record, rowOf, system, threeCadres, township, type Sheet } from './duty-builder';
import { codeOf } from '../../case/case-builder';
import { dutyRows } from '../../settings/duty-rows';
import { dutySheet } from './duty-sheet';
import { isClauseId } from '../../base/clauses/clauses';

const idsOf = (sheet: Sheet) =>
  sheet
    .view()
    .deadlines.filter(({ dropped }) => dropped === undefined)
    .map(({ id }) => id);

describe('RULES 7: the rows', () => {
  it('cite clauses of the catalogue', () =>
    expect(Object.values(dutyRows).filter(({ clause }) => !isClauseId(clause))).toEqual([]));

  it.each([
    ['training', 'C-2.2', 'year', 12, 'days'],
    ['visit-monitored', 'C-2.3', 'month', 1, 'coverage'],
    ['visit-all', 'C-2.3', 'quarter', 1, 'coverage'],
    ['five-days', 'C-3.3', 'week', 5, 'days'],
    ['township-study', 'C-3.1', 'month', 1, 'times'],
    ['county-study', 'C-3.1', 'two-months', 1, 'times'],
    ['unit-study', 'C-3.2', 'two-months', 1, 'times'],
    ['unit-head-visit', 'C-3.2', 'year', 2, 'times'],
    ['upper-unit-visit', 'C-3.2', 'two-months', 1, 'times'],
    ['county-unit-visit', 'C-3.2', 'month', 1, 'times'],
    ['province-sales-help', 'C-2.4', 'year', 30_000, 'yuan'],
    ['city-sales-help', 'C-2.4', 'year', 20_000, 'yuan'],
    ['county-sales-help', 'C-2.4', 'year', 10_000, 'yuan'],
    ['county-flight-check', 'C-3.4', 'month', 1, 'times'],
    ['province-flight-check', 'C-3.4', 'two-months', 1, 'times'],
    ['spot-quiz', 'C-2.5', 'month', 1, 'times'],
    ['province-bulletin', 'A-3.4', 'month', 1, 'times'],
    ['province-interview', 'B-3.3', 'two-months', 1, 'times'],
    ['province-inspection', 'B-3.3', 'quarter', 1, 'times'],
    ['liaison-supervision', 'A-4.1', 'quarter', 1, 'times'],
    ['work-plan', 'C-2.6', 'year', 1, 'times'],
    ['village-meetings', 'C-2.7', 'month', 1, 'coverage'],
    ['health-check', 'C-3.6', 'year', 1, 'times'],
    ['insurance', 'C-3.6', 'year', 1, 'coverage'],
    ['festival-visit', 'C-3.6', 'year', 1, 'coverage'],
    ['misfortune-visit', 'C-3.6', 'year', 1, 'times'],
    ['selection-spot-check', 'C-2.1', 'year', 1, 'times'],
  ] as const)('%s follows %s: %s, %d %s', (id, clause, cadence, amount, measure) =>
    expect(dutyRows[id]).toMatchObject({ clause, measure, terms: { cadence, amount } }),
  );
});

describe('a township’s month', () => {
  it('carries the weeks that begin in it, to the end of the last one', () => {
    const weeks = idsOf(builtSheet()).filter((id) => id.startsWith('work-meeting'));
    expect(weeks).toEqual(
      ['2026-W45', '2026-W46', '2026-W47', '2026-W48', '2026-W49'].map((week) => `work-meeting@${week}`),
    );
    expect(builtSheet().deadline('work-meeting@2026-W49')).toMatchObject({
      due: '2026-12-06',
      owner: 'party-committee:140423100',
    });
  });

  it('of the cycle’s first month begins with the cut week, of its last ends with the cycle', () => {
    const first = builtSheet({ on: '2026-11-11', cycle: { from: '2026-11-11', to: '2026-12-31' } });
    expect(first.deadline('work-meeting@2026-W46')).toMatchObject({ trigger: '2026-11-11', due: '2026-11-15' });
    const last = builtSheet({ on: '2026-12-01' });
    expect(last.deadline('work-meeting@2026-W53')).toMatchObject({ due: '2026-12-31' });
  });

  it('is one deadline for each duty and period, met when everybody has done it', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-05', { duty: 'work-meeting', ower: '140423100201' });
    expect(sheet.deadline('work-meeting@2026-W45')?.metOn).toBeUndefined();
    record(sheet, '2026-11-07', { duty: 'work-meeting', ower: '140423100202' });
    expect(sheet.deadline('work-meeting@2026-W45')).toMatchObject({ metOn: '2026-11-07', due: '2026-11-08' });
    expect(rowOf(sheet, 'work-meeting@2026-W45')).toMatchObject({
      owed: 2,
      fulfilled: 2,
      missing: 0,
      owner: 'party-committee:140423100',
    });
  });

  it('counts days of a week, and refuses more than it has', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-06', { duty: 'five-days', ower: 'C01', amount: 4 });
    expect(rowOf(sheet, 'five-days@2026-W45')).toMatchObject({ owed: 3, fulfilled: 0, missing: 3 });
    expect(record(sheet, '2026-11-08', { duty: 'five-days', ower: 'C01', amount: 4 })).toMatchObject({
      code: 'OUT_OF_RANGE',
      field: 'amount',
      clause: 'C-3.3',
    });
    record(sheet, '2026-11-08', { duty: 'five-days', ower: 'C01', amount: 1 });
    expect(rowOf(sheet, 'five-days@2026-W45')).toMatchObject({ fulfilled: 1, missing: 2 });
  });

  it('is covered when the numbers together reach what there is', () => {
    const sheet = builtSheet();
    const attended = (on: string, covered: number, of: number) =>
      record(sheet, on, { duty: 'village-meetings', ower: 'C01', covered, of });
    attended('2026-11-10', 5, 8);
    attended('2026-11-20', 3, 9);
    expect(rowOf(sheet, 'village-meetings@2026-11')?.missing).toBe(3);
    attended('2026-11-30', 1, 9);
    expect(rowOf(sheet, 'village-meetings@2026-11')).toMatchObject({ fulfilled: 1, missing: 2 });
    expect(attended('2026-11-30', 10, 9)).toMatchObject({ code: 'OUT_OF_RANGE' });
  });
});

describe('partial periods and leave', () => {
  const monthly = (from: string, to: string | null = null) =>
    builtSheet({ roster: threeCadres().map((entry) => ({ ...entry, village: '140423100201', from, to })) });

  it.each([
    ['posted on the 28th', '2026-11-28', null, false],
    ['posted on the 17th, 14 of 30 days', '2026-11-17', null, false],
    ['posted on the 16th, half the month', '2026-11-16', null, true],
    ['left on the 14th', '2026-01-01', '2026-11-14', false],
    ['left on the 15th', '2026-01-01', '2026-11-15', true],
  ] as const)('%s', (_title, from, to, isOwed) =>
    expect(idsOf(monthly(from, to)).includes('visit-monitored@2026-11')).toBe(isOwed),
  );

  it('marks the deadline as the office’s decision', () =>
    expect(monthly('2026-11-16').deadline('visit-monitored@2026-11')?.decisions).toEqual(['joinerShare']));

  it('asks for the whole where the office counts whole periods', () => {
    const roster = threeCadres().map((entry) => ({ ...entry, from: '2026-11-28' }));
    expect(idsOf(builtSheet({ roster, changes: { joinerShare: 'whole' } }))).toContain('visit-monitored@2026-11');
  });

  it('takes leave off the days of a week', () => {
    const [first, ...others] = threeCadres();
    const sheet = builtSheet({
      roster: [{ ...first!, leaves: [{ from: '2026-11-02', to: '2026-11-04' }] }, ...others],
    });
    expect(rowOf(sheet, 'five-days@2026-W45')?.lines).toMatchObject([
      { ower: 'C01', owed: 2 },
      { owed: 5 },
      { owed: 5 },
    ]);
  });

  it('reads a village as covered when its people take turns', () => {
    const [first, second] = threeCadres();
    const roster = [
      { ...first!, to: '2026-11-10' },
      { ...second!, from: '2026-11-08' },
    ];
    expect(rowOf(builtSheet({ roster }), 'broadcast@2026-W46')?.lines).toMatchObject([{ owed: 7 }]);
  });
});

describe('a county’s two months', () => {
  const county = () => builtSheet({ territory: '140423', cadence: 'two-months' });
  const cityUnit = { office: 'dispatching-unit:1404:U04' };

  it('asks units of province and city for three visitors each, and every unit to study', () => {
    const visits = idsOf(county()).filter((id) => id.startsWith('upper-unit-visit'));
    expect(visits).toEqual(
      ['14:U01', '1404:U04'].map((unit) => `upper-unit-visit@2026-M11-12~dispatching-unit:${unit}`),
    );
    expect(idsOf(county()).filter((id) => id.startsWith('unit-study'))).toHaveLength(3);
  });

  it('asks yuan of each level by its own amount', () => {
    const year = builtSheet({ territory: '140423', cadence: 'year', on: '2026-01-01' });
    const own = (id: string, unit: string) => rowOf(year, `${id}@2026~dispatching-unit:${unit}`)?.lines;
    expect([
      own('province-sales-help', '14:U01'),
      own('city-sales-help', '1404:U04'),
      own('county-sales-help', '140423:U07'),
    ]).toMatchObject([[{ owed: 30_000 }], [{ owed: 20_000 }], [{ owed: 10_000 }]]);
    const help = { duty: 'city-sales-help', ower: '140423100201' };
    expect(year.say('record', '2026-11-20', help, cityUnit)).toMatchObject({ code: 'INVALID_INPUT', field: 'amount' });
    expect(year.say('record', '2026-11-20', { ...help, amount: -1 }, cityUnit)).toMatchObject({
      code: 'OUT_OF_RANGE',
      field: 'amount',
    });
  });

  it('owes a fixed day once it still lies ahead', () => {
    const due = (from: string) =>
      builtSheet({ territory: '140423', cadence: 'year', on: from, cycle: { from, to: '2026-12-31' } }).deadline(
        'county-training@2026',
      )?.due;
    expect(due('2026-06-30')).toBe('2026-06-30');
    expect(due('2026-07-01')).toBeUndefined();
  });
});

describe('the province', () => {
  it('may have nobody to interview, and must inspect', () => {
    const sheet = builtSheet({ territory: '14', cadence: 'two-months' });
    expect(
      codeOf(
        sheet.say(
          'record',
          '2026-12-20',
          { duty: 'province-interview', nothingToDo: true },
          { office: 'province-group:14' },
        ),
      ),
    ).toBe('admitted');
    expect(rowOf(sheet, 'province-interview@2026-M11-12')).toMatchObject({ fulfilled: 1 });
    const quarter = builtSheet({ territory: '14', cadence: 'quarter' });
    expect(
      quarter.say(
        'record',
        '2026-12-20',
        { duty: 'province-inspection', nothingToDo: true },
        { office: 'inspection-team:14' },
      ),
    ).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('a closed period', () => {
  const closed = () => {
    const sheet = builtSheet();
    sheet.say('periodClosed', '2026-12-21', { until: '2026-12-20' }, system);
    return sheet;
  };

  it('closes two weeks after its last week', () =>
    expect(
      builtSheet()
        .view()
        .consequences.filter(({ kind }) => kind === 'tell'),
    ).toMatchObject([
      { operation: 'periodClosed', on: '2026-12-21', body: { until: '2026-12-20' } },
      { operation: 'periodSealed', on: '2027-01-19' },
    ]));

  it('takes nothing in, until the office above reopens it with a reason', () => {
    const sheet = closed();
    const late = { duty: 'township-study', period: '2026-11' };
    expect(record(sheet, '2026-12-21', late)).toMatchObject({
      code: 'CLOSED_PERIOD',
      detail: expect.stringContaining('上级单位'),
    });
    const reopen = (until: string, by: { office: string }) =>
      sheet.say('reopen', '2026-12-22', { until, reason: '系统故障' }, by);
    expect(reopen('2026-12-25', township)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(reopen('2026-12-21', countyOffice)).toMatchObject({ code: 'OUT_OF_RANGE', field: 'until' });
    expect(codeOf(reopen('2026-12-25', countyOffice))).toBe('admitted');
    expect(codeOf(record(sheet, '2026-12-23', late))).toBe('admitted');
    sheet.say('periodClosed', '2026-12-26', { until: '2026-12-25' }, system);
    expect(record(sheet, '2026-12-26', late)).toMatchObject({ code: 'CLOSED_PERIOD' });
  });

  it('is open to be reopened only once it is closed', () =>
    expect(
      builtSheet().say('reopen', '2026-11-20', { until: '2026-11-25', reason: '误操作' }, countyOffice),
    ).toMatchObject({ code: 'WRONG_STAGE' }));

  it('is put away with what is missing', () => {
    const sheet = closed();
    sheet.say('periodSealed', '2027-01-19', {}, system);
    expect(sheet.view()).toMatchObject({ stage: 'sealed', ended: { on: '2027-01-19', outcome: 'incomplete' } });
    expect(sheet.deadline('township-study@2026-11')).toMatchObject({ dropped: { on: '2027-01-19' } });
  });
});

describe('a cycle closed before its time', () => {
  it('owes no later week, and a part of the month', () => {
    const sheet = builtSheet();
    sheet.say('cycleClosed', '2026-11-15', { on: '2026-11-15' }, system);
    expect(idsOf(sheet).filter((id) => id.startsWith('work-meeting'))).toEqual([
      'work-meeting@2026-W45',
      'work-meeting@2026-W46',
    ]);
    expect(sheet.deadline('work-meeting@2026-W47')).toMatchObject({ dropped: { on: '2026-11-15' } });
    expect(sheet.deadline('township-study@2026-11')).toMatchObject({ due: '2026-11-15' });
  });
});

describe('RULES 0.dates: the order of recording', () => {
  it('changes neither what is done nor the day it was done', () => {
    const said = [
      ['2026-11-03', { duty: 'five-days', ower: 'C01', amount: 2 }],
      ['2026-11-08', { duty: 'five-days', ower: 'C01', amount: 3 }],
      ['2026-11-07', { duty: 'work-meeting', ower: '140423100201' }],
      ['2026-11-20', { duty: 'work-meeting', ower: '140423100202', period: '2026-W45' }],
      ['2026-11-30', { duty: 'visit-monitored', ower: '140423100201', visited: ['W201'] }],
    ] as const;
    const viewOf = (order: readonly (typeof said)[number][]) => {
      const sheet = builtSheet();
      for (const [on, body] of order) record(sheet, on, body);
      const { records, deadlines } = dutySheet.view(sheet.file());
      return { records, dues: deadlines.map((spec) => computeDeadline(spec, chinaCalendar)) };
    };
    fc.assert(
      fc.property(fc.shuffledSubarray([...said], { minLength: said.length }), (order) =>
        expect(viewOf(order)).toEqual(viewOf(said)),
      ),
      { numRuns: 30 },
    );
  });
});
