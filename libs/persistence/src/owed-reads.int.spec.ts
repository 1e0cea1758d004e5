import type { DataSource } from 'typeorm';
import { builtEntry, builtWrite } from './case-rows-builder';
import { coversOf } from './duties';
import { leadersOf } from './registers';
import { closeTestSchema, openTestSchema } from './test-schema';
import { writeCase } from './write-case';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestSchema();
});
afterAll(() => closeTestSchema(dataSource));

const county = '140423';
type Write = NonNullable<Parameters<typeof builtWrite>[0]>;
const write = (caseId: string, records: NonNullable<Write['records']>) =>
  writeCase(
    dataSource,
    builtWrite({
      snapshot: { caseId, territory: county, subject: caseId },
      entries: [builtEntry(1, { key: caseId })],
      records,
    }),
  );

describe('A-4.1: who leads for a county', () => {
  const quarter = { from: '2026-07-01', to: '2026-09-30' };
  const leader = (kind: string, key: string, owner: string, body: object) => ({
    table: 'register' as const,
    key,
    row: { kind, territory: county, period: '2026', owner, on: '2026-01-01', state: 'named', body } as never,
  });

  beforeAll(() =>
    write('listing:140423:1', [
      leader('liaison-leader', 'r1', 'leading-group-office:14', {
        leader: 'L1',
        level: 'province',
        from: '2026-01-01',
        to: '2026-07-31',
      }),
      leader('liaison-leader', 'r2', 'leading-group-office:14', { leader: 'L2', level: 'city', from: '2026-08-01' }),
      leader('liaison-leader', 'r3', 'leading-group-office:14', { leader: 'L3', level: 'county', from: '2026-10-01' }),
      leader('liaison-leader', 'r4', 'leading-group-office:14', {
        leader: 'L4',
        level: 'county',
        from: '2026-01-01',
        to: '2026-06-30',
      }),
      leader('listing-leader', 'leader/L2', 'party-committee:14', { leader: 'L2', from: null, to: null }),
      leader('listing-leader', 'leader/L4', 'party-committee:14', { leader: 'L4', from: null, to: null }),
      leader('listing-leader', 'leader/L5', 'party-committee:14', { leader: 'L5', from: null, to: null }),
    ]),
  );

  it('is read with his office and days; a listing’s word counts of whom the register does not know', async () =>
    expect(await leadersOf(dataSource, county, quarter)).toEqual([
      { leader: 'L1', office: 'party-committee:14', from: '2026-01-01', to: '2026-07-31' },
      { leader: 'L2', office: 'party-committee:1404', from: '2026-08-01', to: null },
      { leader: 'L5', office: 'party-committee:14', from: null, to: null },
    ]));

  it('of another county there is nobody', async () =>
    expect(await leadersOf(dataSource, '140425', quarter)).toEqual([]));
});

describe('C-3.6: what other sheets insured', () => {
  const unit = 'dispatching-unit:1404:U07';
  const year = { from: '2027-01-01', to: '2027-12-31' };
  const duty = (of: number, lines: object[]) => ({
    table: 'duty' as const,
    key: `duties:140423:${of}/insurance@${of}~${unit}`,
    row: {
      ...{ duty: 'insurance', period: String(of), cadence: 'year', territory: county, owner: unit },
      ...{ from: `${of}-01-01`, due: `${of}-12-31`, owed: 1, fulfilled: 0, late: 0, excused: 0, missing: 1 },
      lines: lines as never,
    },
  });
  const line = (ower: string, ...covers: object[]) => ({
    ...{ ower, owed: 1, done: 0, state: 'open', doneOn: null },
    ...(covers.length > 0 && { covers }),
  });
  const open = { from: '2026-07-01', to: null, on: '2026-07-03' };
  const ended = { from: '2026-01-01', to: '2026-12-31', on: '2026-01-03' };
  const reaching = { from: '2026-07-01', to: '2027-06-30', on: '2026-07-04' };

  beforeAll(async () => {
    await write('duties:140423:2026', [duty(2026, [line('C1', open), line('C2', ended, reaching), line('C3')])]);
    await write('duties:140423:2027', [duty(2027, [line('C1', { ...open, from: '2027-02-01' })])]);
  });

  it('and reaches into the year is read, not what this sheet says itself', async () =>
    expect(await coversOf(dataSource, { territory: county, span: year, caseId: 'duties:140423:2027' })).toEqual([
      { duty: 'insurance', unit, cadre: 'C1', ...open },
      { duty: 'insurance', unit, cadre: 'C2', ...reaching },
    ]));

  it('a later sheet tells an earlier one nothing', async () =>
    expect(
      await coversOf(dataSource, {
        territory: county,
        span: { from: '2026-01-01', to: '2026-12-31' },
        caseId: 'duties:140423:2026',
      }),
    ).toEqual([]));
});
