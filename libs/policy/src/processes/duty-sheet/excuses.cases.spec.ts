import type { Actor } from '../../case/case';
import { codeOf } from '../../case/case-builder';
import { builtSheet, countyOffice, rowOf } from './duty-builder';

const excuse = (sheet: ReturnType<typeof builtSheet>, body: object, office: string) =>
  sheet.say('excuse', '2026-12-20', { reason: '防汛值守', ...body }, { office } as Actor);

describe('case 74 (C-3.1.f, D17): the covert visit of the county party head for Nov–Dec 2026', () => {
  const body = { duty: 'county-covert-visit', ower: 'party-head' };
  const sheet = builtSheet({ territory: '140423', cadence: 'two-months' });

  it('excused by the county 驻村办 on 20 Dec: refused, naming the city party committee', () => {
    const refused = excuse(sheet, body, countyOffice.office);
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(refused.admitted ? '' : refused.detail).toContain('party-committee:1404');
    expect(codeOf(excuse(sheet, body, 'party-committee:140423'))).toBe('NOT_ALLOWED');
  });

  it('by the city party committee: admitted with its reason, for that head alone', () => {
    expect(codeOf(excuse(sheet, body, 'party-committee:1404'))).toBe('admitted');
    expect(rowOf(sheet, 'county-covert-visit@2026-M11-12')?.lines).toMatchObject([
      { ower: 'party-head', state: 'excused', doneOn: '2026-12-20' },
      { ower: 'government-head', state: 'open' },
    ]);
  });

  it.each([
    'party-committee:1404',
    'party-committee:140423',
    'stationing-office:1404',
    'stationing-office:140423',
    'dispatching-unit:1404:U04',
  ])('C-3.2.e excused by %s: refused, it is not 原则上', (office) => {
    const year = builtSheet({ territory: '140423', cadence: 'year', on: '2026-01-01' });
    const unit = 'dispatching-unit:1404:U04';
    const said = excuse(year, { duty: 'unit-head-visit', unit, ower: unit }, office);
    expect(said).toMatchObject({ admitted: false });
    expect(['NOT_ALLOWED', 'CONDITIONS_NOT_MET']).toContain(codeOf(said));
    expect(rowOf(year, `unit-head-visit@2026~${unit}`)).toMatchObject({ excused: 0, missing: 1 });
  });

  it('C-3.2.e: the office that excuses what is 原则上 on the same sheet is told why not this', () => {
    const year = builtSheet({ territory: '140423', cadence: 'year', on: '2026-01-01' });
    const unit = 'dispatching-unit:1404:U04';
    const said = excuse(year, { duty: 'unit-head-visit', unit, ower: unit }, 'stationing-office:1404');
    expect(said).toMatchObject({ code: 'CONDITIONS_NOT_MET', clause: 'C-3.2' });
    expect(said.admitted ? '' : said.detail).toContain('未写“原则上”');
  });
});
