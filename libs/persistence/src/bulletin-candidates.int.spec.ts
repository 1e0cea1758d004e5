import type { LedgerRecord } from '@duban/policy/case/case';
import type { DataSource } from 'typeorm';
import { bulletinCandidatesOf } from './bulletin-candidates';
import type { CandidateRow } from './case-rows';
import { builtWrite } from './case-rows-builder';
import { closeTestSchema, openTestSchema } from './test-schema';
import { writeCase } from './write-case';

type RegisterRow = Extract<LedgerRecord, { table: 'register' }>['row'];
const november = { from: '2026-11-01', to: '2026-11-30' };
const row = (more: Partial<RegisterRow> & Pick<RegisterRow, 'kind' | 'territory' | 'state'>): RegisterRow => ({
  period: null,
  owner: null,
  on: '2026-11-15',
  body: {},
  ...more,
});
const duty = (owner: string, territory: string, fulfilled: number, missing: number, due = '2026-11-30') => ({
  ...{ duty: 'township-study', period: '2026-11', cadence: 'month', territory, owner, from: '2026-11-01', due },
  ...{ owed: fulfilled + missing, fulfilled, late: 0, excused: 0, missing, lines: [] },
});
const overall = { area: 'overall', rank: 6 };
const records: LedgerRecord[] = [
  {
    table: 'register',
    key: 'r1',
    row: row({ kind: 'dispatch', territory: '140423105', state: 'lagging', body: overall }),
  },
  {
    table: 'register',
    key: 'r2',
    row: row({ kind: 'dispatch', territory: '140423100', state: 'ranked', body: { area: 'overall', rank: 1 } }),
  },
  {
    table: 'register',
    key: 'r3',
    row: row({ kind: 'dispatch', territory: '140423104', state: 'lagging', on: '2026-12-15', body: overall }),
  },
  {
    table: 'register',
    key: 'r4',
    row: row({ kind: 'dispatch-return', territory: '140423', owner: 'department:140423:water', state: 'missing' }),
  },
  {
    table: 'register',
    key: 'r5',
    row: row({
      kind: 'problem',
      territory: '140423101200',
      state: 'found',
      body: { recurringSince: '2026-11-20', repeatedlyUnrectifiedOn: null },
    }),
  },
  { table: 'duty', key: 'd1', row: duty('party-committee:140423102', '140423102', 0, 2) },
  { table: 'duty', key: 'd2', row: duty('party-committee:140423103', '140423103', 3, 0) },
  { table: 'duty', key: 'd3', row: duty('dispatching-unit:140423:U07', '140423', 0, 1) },
];

describe('A-3.4: candidates for a bulletin', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await openTestSchema();
    const candidates: CandidateRow[] = [
      {
        key: 'late',
        area: '140423106',
        office: 'party-committee:140423106',
        deadline: 'plan',
        clause: 'A-2.1',
        since: '2026-11-10',
        withdrawnOn: null,
      },
      {
        key: 'undone',
        area: '140423107',
        office: 'party-committee:140423107',
        deadline: 'plan',
        clause: 'A-2.1',
        since: '2026-11-10',
        withdrawnOn: '2026-11-12',
      },
    ];
    await writeCase(dataSource, builtWrite({ records, candidates }));
  });
  afterAll(() => closeTestSchema(dataSource));

  it('are the county’s townships and departments, from every kind of closed data of the month, and nobody else', async () =>
    expect(
      (await bulletinCandidatesOf(dataSource, '140423', november)).map(({ key, count }) => `${key} ${count}`),
    ).toEqual([
      'criticism:dispatch:department:140423:water 1',
      'criticism:duty:party-committee:140423102 2',
      'criticism:overdue:party-committee:140423106 1',
      'criticism:problem:140423101 1',
      'criticism:ranking:140423105 1',
      'praise:duty:party-committee:140423103 3',
      'praise:ranking:140423100 1',
    ]));

  it('of a city are its counties', async () =>
    expect((await bulletinCandidatesOf(dataSource, '1404', november)).map(({ key }) => key)).toEqual([
      'criticism:problem:140423',
    ]));

  it('of another month are others', async () =>
    expect(
      (await bulletinCandidatesOf(dataSource, '140423', { from: '2026-12-01', to: '2026-12-31' })).map(
        ({ key }) => key,
      ),
    ).toEqual(['criticism:ranking:140423104']));
});
