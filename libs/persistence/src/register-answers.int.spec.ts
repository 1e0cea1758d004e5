import type { LedgerRecord } from '@duban/policy/case/case';
import type { DataSource } from 'typeorm';
import { builtEntry, builtWrite } from './case-rows-builder';
import { placesBelow, upsertOffices } from './directory';
import { dutyEntriesOf } from './duty-entries';
import { changeRegister, type RegisterAction } from './register-entries';
import { policyLinesOf, writtenOffOf } from './registers';
import { closeTestSchema, openTestSchema } from './test-schema';
import { writeCase } from './write-case';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestSchema();
});
afterAll(() => closeTestSchema(dataSource));

let turn = 0;
/** Something is done to an entry of a register, by the township. */
async function done(
  kind: string,
  id: string,
  territory: string,
  on: string,
  body: RegisterAction['entry']['body'],
  action: RegisterAction['action'] = 'enter',
): Promise<void> {
  const key = `K${(turn += 1)}`;
  await changeRegister(dataSource, { territory: '140423', kinds: [kind], key }, () => [
    {
      entry: { id, kind, territory, on, body },
      action,
      at: '2026-12-03T02:00:00.000Z',
      by: { office: 'party-committee:140423100', person: null },
      reason: null,
      key,
      bodyHash: key,
      line: 0,
    },
  ]);
}

const row = (key: string, more: Partial<Extract<LedgerRecord, { table: 'register' }>['row']>): LedgerRecord => ({
  table: 'register',
  key,
  row: {
    kind: 'policy-line',
    territory: '140423',
    period: '2026-10-H2',
    owner: 'department:140423:education',
    on: '2026-10-31',
    state: 'confirmed',
    body: {},
    ...more,
  },
});
const keep = (caseId: string, records: LedgerRecord[]) =>
  writeCase(
    dataSource,
    builtWrite({ entries: [builtEntry(1, { key: caseId })], records, snapshot: { caseId, subject: caseId } }),
  );

describe('A-4.1: what the registers hold for the duties of a sheet', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' };
  const [V1, V2] = ['140423100201', '140423100202'] as const;

  it('an entry of a stated month counts for it, another on each day it was entered or corrected, and a withdrawn one not at all', async () => {
    await done('village-sheet', 'S1', V1, '2026-12-03', { month: '2026-11' });
    await done('village-sheet', 'S2', V2, '2026-11-20', { month: '2026-10' });
    await done('village-ledger', 'L1', V1, '2026-10-30', { policy: '雨露计划', state: 'doing' });
    await done('village-ledger', 'L1', V1, '2026-11-12', { policy: '雨露计划', state: 'done' }, 'correct');
    await done('village-ledger', 'L2', V2, '2026-10-30', { policy: '雨露计划', state: 'doing' });
    await done('village-ledger', 'L3', V2, '2026-11-05', { policy: '低保', state: 'doing' });
    await done('village-ledger', 'L3', V2, '2026-11-06', { policy: '低保', state: 'doing' }, 'withdraw');
    await done('village-ledger', 'L4', '140423101201', '2026-11-05', { policy: '低保', state: 'done' });
    const by = 'party-committee:140423100';
    expect(await dutyEntriesOf(dataSource, '140423100', november)).toEqual([
      { duty: 'village-sheets', covered: V1, on: '2026-12-03', by },
      { duty: 'village-ledgers', covered: V1, on: '2026-11-12', by },
    ]);
  });

  it('a county’s ranking covers whom it names, in the quarter of its month', async () => {
    const ranked = (subject: string, month: string) => ({ month, subject, rank: 1, basis: '季度评比' });
    await done('office-ranking', 'R1', '140423', '2027-01-04', ranked('140423100', '2026-12'));
    await done('office-ranking', 'R2', '140423', '2026-12-20', ranked('department:140423:water', '2026-12'));
    await done('office-ranking', 'R3', '140423', '2026-12-20', ranked('140423101', '2026-09'));
    const fourth = await dutyEntriesOf(dataSource, '140423', { from: '2026-10-01', to: '2026-12-31' });
    expect(fourth.filter(({ duty }) => duty === 'township-ranking').map(({ covered, on }) => [covered, on])).toEqual([
      ['department:140423:water', '2026-12-20'],
      ['140423100', '2027-01-04'],
    ]);
  });
});

describe('OBLIGATIONS D25: the ledger of the half month before', () => {
  it('is read as it stood, of exactly this territory and half month', async () => {
    const body = { policy: 'free-tuition', department: 'education', of: 100, done: 97, none: null };
    await keep('dispatch:140423:2026-10-H2', [row('ledger/education/free-tuition', { body })]);
    await keep('dispatch:1404:2026-10-H2', [row('ledger/education/free-tuition', { body, territory: '1404' })]);
    await keep('dispatch:140423:2026-10-H1', [row('ledger/education/free-tuition', { body, on: '2026-10-15' })]);
    expect(await policyLinesOf(dataSource, '140423', { from: '2026-10-16', to: '2026-10-31' })).toEqual([
      { policy: 'free-tuition', department: 'education', of: 100, done: 97 },
    ]);
  });
});

describe('OBLIGATIONS A-3.7.d: what stands as written off', () => {
  it('is read of exactly the place, by the day of its write-off', async () => {
    const problem = (place: string, writtenOffOn: string | null, state = 'written-off') =>
      row('problem', { kind: 'problem', territory: place, state, body: { list: 'publicity', writtenOffOn } });
    await keep('problem:140423100201:1', [problem('140423100201', '2026-04-01')]);
    await keep('problem:140423100201:2', [problem('140423100201', '2026-01-01')]);
    await keep('problem:140423100201:3', [problem('140423100201', null, 'rectifying')]);
    await keep('problem:140423100202:1', [problem('140423100202', '2026-04-01')]);
    expect(await writtenOffOf(dataSource, '140423100201', { from: '2026-03-01', to: '2026-10-01' })).toEqual([
      { caseId: 'problem:140423100201:1', list: 'publicity', on: '2026-04-01' },
    ]);
  });
});

describe('A-4.1: the places directly below', () => {
  it('are a township’s villages by their committees, and a county’s townships by their party committees', async () => {
    const ids = ['village-committee:140423100201', 'village-party-secretary:140423100202', 'party-committee:140423100'];
    await upsertOffices(
      dataSource,
      ids.map((id) => ({ id, name: id })),
    );
    expect(await placesBelow(dataSource, '140423100')).toEqual([{ place: '140423100201' }]);
    expect(await placesBelow(dataSource, '140423')).toEqual([{ place: '140423100' }]);
  });
});
