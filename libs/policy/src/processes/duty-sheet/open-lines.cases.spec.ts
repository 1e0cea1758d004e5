import { addDays } from '../../dates/civil-date';
import { lineMissed, type SheetOf } from './duty-builder';

const township: SheetOf = { territory: '140423100', cadence: 'month', on: '2026-11-01' };
const county: SheetOf = { territory: '140423', cadence: 'month', on: '2026-11-01' };
const countyTwoMonths: SheetOf = { territory: '140423', cadence: 'two-months', on: '2026-11-01' };
const countyYear: SheetOf = { territory: '140423', cadence: 'year', on: '2026-01-01' };
const city: SheetOf = { territory: '1404', cadence: 'month', on: '2026-11-01' };
const cityTwoMonths: SheetOf = { territory: '1404', cadence: 'two-months', on: '2026-11-01' };
const cityYear: SheetOf = { territory: '1404', cadence: 'year', on: '2026-01-01' };
const province: SheetOf = { territory: '14', cadence: 'month', on: '2026-11-01' };
const provinceTwoMonths: SheetOf = { territory: '14', cadence: 'two-months', on: '2026-11-01' };
const provinceYear: SheetOf = { territory: '14', cadence: 'year', on: '2026-01-01' };
const quarterOf = (sheet: SheetOf): SheetOf => ({ ...sheet, cadence: 'quarter', on: '2026-10-01' });

const townshipOffice = 'party-committee:140423100';
const countyParty = 'party-committee:140423';
const [unitP, unitM, unitX] = ['14:U01', '1404:U04', '140423:U07'].map((unit) => `dispatching-unit:${unit}`);
const village = '140423100201';

/** Which line, on which sheet, by whose name, last day; then whose deadline it is. */
type Line = [obligation: string, line: string, sheet: SheetOf, ower: string, due: string, owner: string];

const lines: Line[] = [
  ['C-2.3.a', 'visit-monitored@2026-11', township, village, '2026-11-30', townshipOffice],
  ['C-2.3.b', 'visit-all@2026-Q4', quarterOf(township), village, '2026-12-31', townshipOffice],
  ['C-2.2.e', 'training@2026', { ...township, cadence: 'year', on: '2026-01-01' }, 'C01', '2026-12-31', townshipOffice],
  ['C-2.2.f', 'daily-training@2026-11', township, townshipOffice, '2026-11-30', townshipOffice],
  ['C-2.5.i', 'broadcast@2026-W46', township, village, '2026-11-15', townshipOffice],
  ['C-2.7.f', 'village-meetings@2026-11', township, 'C01', '2026-11-30', townshipOffice],
  ['C-3.1.e', 'township-study@2026-11', township, townshipOffice, '2026-11-30', townshipOffice],
  ['C-3.1.h', 'township-covert-visit@2026-11', township, 'party-head', '2026-11-30', townshipOffice],
  ['C-3.1.i', 'township-covert-visit@2026-11', township, 'government-head', '2026-11-30', townshipOffice],
  ['C-3.3.f', 'five-days@2026-W46', township, 'C01', '2026-11-15', townshipOffice],
  ['C-3.3.g', 'four-nights@2026-W46', township, 'C01', '2026-11-15', townshipOffice],
  ['C-3.3.i', 'work-meeting@2026-W46', township, village, '2026-11-15', townshipOffice],
  ['C-2.2.b', 'county-training@2026', countyYear, 'C01', '2026-06-30', 'stationing-office:140423'],
  ['C-2.5.d', 'spot-quiz@2026-11', county, 'stationing-office:140423', '2026-11-30', 'stationing-office:140423'],
  ['C-3.1.d', 'county-study@2026-M11-12', countyTwoMonths, countyParty, '2026-12-31', countyParty],
  ['C-3.1.f', 'county-covert-visit@2026-M11-12', countyTwoMonths, 'party-head', '2026-12-31', countyParty],
  ['C-3.1.g', 'county-covert-visit@2026-M11-12', countyTwoMonths, 'government-head', '2026-12-31', countyParty],
  ['C-3.2.a', `unit-study@2026-M11-12~${unitX}`, countyTwoMonths, unitX!, '2026-12-31', unitX!],
  ['C-3.2.e', `unit-head-visit@2026~${unitX}`, countyYear, unitX!, '2026-12-31', unitX!],
  ['C-3.2.f', `upper-unit-visit@2026-M11-12~${unitP}`, countyTwoMonths, 'leader-in-charge', '2026-12-31', unitP!],
  ['C-3.2.g', `upper-unit-visit@2026-M11-12~${unitM}`, countyTwoMonths, 'leader-for-village', '2026-12-31', unitM!],
  ['C-3.2.h', `upper-unit-visit@2026-M11-12~${unitM}`, countyTwoMonths, 'department-head', '2026-12-31', unitM!],
  ['C-3.2.i', `county-unit-visit@2026-11~${unitX}`, county, 'leader-in-charge', '2026-11-30', unitX!],
  ['C-3.2.j', `county-unit-visit@2026-11~${unitX}`, county, 'leader-for-village', '2026-11-30', unitX!],
  ['C-3.2.k', `county-unit-visit@2026-11~${unitX}`, county, 'department-head', '2026-11-30', unitX!],
  ['C-2.4.j', `province-sales-help@2026~${unitP}`, countyYear, village, '2026-12-31', unitP!],
  ['C-2.4.k', `city-sales-help@2026~${unitM}`, countyYear, village, '2026-12-31', unitM!],
  ['C-2.4.l', `county-sales-help@2026~${unitX}`, countyYear, village, '2026-12-31', unitX!],
  ['C-2.6.a', `work-plan@2026~${unitX}`, countyYear, unitX!, '2026-12-31', unitX!],
  ['C-3.6.e', `health-check@2026~${unitX}`, countyYear, 'C03', '2026-12-31', unitX!],
  ['C-3.6.f', `insurance@2026~${unitX}`, countyYear, 'C03', '2026-01-16', unitX!],
  [
    'C-3.4.d',
    'county-flight-check@2026-11',
    county,
    'stationing-office:140423',
    '2026-11-30',
    'stationing-office:140423',
  ],
  [
    'C-3.4.c',
    'city-flight-check@2026-M11-12',
    cityTwoMonths,
    'stationing-office:1404',
    '2026-12-31',
    'stationing-office:1404',
  ],
  [
    'C-3.4.b',
    'province-flight-check@2026-M11-12',
    provinceTwoMonths,
    'stationing-office:14',
    '2026-12-31',
    'stationing-office:14',
  ],
  ['C-2.2.d', 'city-training@2026', cityYear, 'stationing-office:1404', '2026-11-30', 'stationing-office:1404'],
  ['C-2.2.c', 'province-training@2026', provinceYear, 'stationing-office:14', '2026-11-30', 'stationing-office:14'],
  ['C-2.1.l', 'selection-spot-check@2026', provinceYear, 'stationing-office:14', '2026-07-31', 'stationing-office:14'],
  [
    'A-4.1.c',
    'liaison-supervision@2026-Q4~party-committee:1404',
    quarterOf(county),
    'party-committee:1404',
    '2026-12-31',
    'party-committee:1404',
  ],
  [
    'B-3.3.c',
    'province-interview@2026-M11-12',
    provinceTwoMonths,
    'province-group:14',
    '2026-12-31',
    'province-group:14',
  ],
  [
    'B-3.3.d',
    'province-inspection@2026-Q4',
    quarterOf(province),
    'inspection-team:14',
    '2026-12-31',
    'inspection-team:14',
  ],
];

describe('OBLIGATIONS, way D: nobody did it, and the line of who owes it stands open', () => {
  it.each(lines)('%s: %s', (_, line, sheet, ower, due, owner) =>
    expect(lineMissed(sheet, line, ower)).toEqual({ state: 'open', owner, due, overdueFrom: addDays(due, 1) }),
  );

  it('A-2.1.b: monitored households every month, all households every quarter', () => {
    const visits: [string, SheetOf, string][] = [
      ['visit-monitored@2026-11', township, '2026-11-30'],
      ['visit-all@2026-Q4', quarterOf(township), '2026-12-31'],
    ];
    for (const [line, sheet, due] of visits)
      expect(lineMissed(sheet, line, village)).toMatchObject({ state: 'open', due, owner: townshipOffice });
  });

  it('A-3.4.a: the bulletin of the county, of the city, of the province', () => {
    for (const [duty, sheet, owner] of [
      ['county-bulletin', county, 'leading-group-office:140423'],
      ['city-bulletin', city, 'leading-group-office:1404'],
      ['province-bulletin', province, 'leading-group-office:14'],
    ] as const)
      expect(lineMissed(sheet, `${duty}@2026-11`, owner)).toEqual({
        ...{ state: 'open', owner, due: '2026-11-30', overdueFrom: '2026-12-01' },
      });
  });

  it('C-3.2.e–k: visits of a unit’s head, and of three leaders of upper and of county units', () => {
    const visits: [string, SheetOf, string, string][] = [
      [`unit-head-visit@2026~${unitX}`, countyYear, unitX!, '2026-12-31'],
      [`upper-unit-visit@2026-M11-12~${unitP}`, countyTwoMonths, 'leader-in-charge', '2026-12-31'],
      [`county-unit-visit@2026-11~${unitX}`, county, 'leader-in-charge', '2026-11-30'],
    ];
    for (const [line, sheet, ower, due] of visits)
      expect(lineMissed(sheet, line, ower)).toMatchObject({ state: 'open', due });
  });
});
