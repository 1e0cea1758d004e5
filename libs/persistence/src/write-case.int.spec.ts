import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { LedgerRecord } from '@duban/policy/case/case';
import type { CaseWrite } from './case-rows';
import { builtDeadline, builtEntry, builtNotice, builtWrite } from './case-rows-builder';
import { caseOf } from './cases';
import { upsertOffices } from './directory';
import { bulletinsOf, rosterOf, townshipsOf, unitsOf } from './records';
import { openSetAside } from './set-aside';
import { closeTestSchema, openTestSchema } from './test-schema';
import { verifyChain } from './verify-chain';
import { writeCase } from './write-case';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestSchema();
  await upsertOffices(dataSource, [{ id: 'party-committee:140423100', name: '古韩镇党委' }]);
});
afterAll(() => closeTestSchema(dataSource));

let cases = 0;
const nextCase = (): string => `household:140423100:W${(cases += 1)}:1`;

const posting = (cadre: string, to: string | null) =>
  ({
    table: 'posting',
    key: cadre,
    row: {
      cadre,
      township: '140423100',
      village: '140423100201',
      unit: 'dispatching-unit:1404:U07',
      role: 'member',
      from: '2026-05-01',
      to,
    },
  }) as const;
const bulletin = (text: string) =>
  ({
    table: 'bulletin',
    key: '2026-07',
    row: {
      number: '1',
      month: '2026-07',
      scope: '140423',
      issuedOn: '2026-08-05',
      corrects: null,
      title: '通报',
      text,
    },
  }) as const;

/** The life of a case in writes, each with what a later one changes. */
const life = (caseId: string): CaseWrite[] => [
  builtWrite({
    entries: [builtEntry(1, { name: 'opened' }), builtEntry(2, { kind: 'event', name: 'deadline-started' })],
    snapshot: { caseId, listed: { kind: 'sudden' } },
    deadlines: [builtDeadline('identification', '2026-07-16')],
    notices: [builtNotice('start/identification')],
    records: [posting('C1', null), posting('C2', null), bulletin('as first published')],
  }),
  builtWrite({
    entries: [builtEntry(3)],
    snapshot: { caseId, stage: 'identified', listed: { kind: 'sudden', watched: true } },
    deadlines: [
      builtDeadline('identification', '2026-07-16', { metOn: '2026-07-10' }),
      builtDeadline('plan', '2026-07-20'),
    ],
    candidates: [
      {
        key: 'k',
        area: '140423',
        office: 'department:140423',
        deadline: 'plan',
        clause: 'A-3.4',
        since: '2026-07-27',
        withdrawnOn: null,
      },
    ],
    removedRecords: [{ table: 'posting', key: 'C2' }],
  }),
  builtWrite({
    entries: [builtEntry(4, { kind: 'event', name: 'rung-fired', detail: null, key: null }), builtEntry(5)],
    snapshot: { caseId, stage: 'planned' },
    notices: [builtNotice('rung/1'), builtNotice('rung/1', { to: 'department:999999' })],
    candidates: [
      {
        key: 'k',
        area: '140423',
        office: 'department:140423',
        deadline: 'plan',
        clause: 'A-3.4',
        since: '2026-07-27',
        withdrawnOn: '2026-07-28',
      },
    ],
    records: [posting('C1', '2026-07-31'), bulletin('as changed later')],
  }),
  builtWrite({
    entries: [builtEntry(6)],
    snapshot: { caseId, stage: 'ended', ended: { on: '2026-08-01', outcome: 'eliminated', outcomeName: '风险消除' } },
    deadlines: [builtDeadline('plan', '2026-07-20', { metOn: '2026-07-19' })],
    records: [posting('C3', null)],
    removedRecords: [{ table: 'posting', key: 'C1' }],
  }),
];

const tables = ['cases', 'deadlines', 'entries', 'postings', 'bulletins', 'candidates', 'notices'];

/** All that the ledger holds of a case, apart from the case's own name and what follows from it. */
async function ledgerOf(caseId: string): Promise<unknown> {
  const rows = await Promise.all(
    tables.map((table) =>
      dataSource.query(
        `SELECT to_jsonb(t) - '{id,case_id,subject,hash,previous_hash,head_hash}'::text[] AS row FROM ${table} t WHERE case_id = $1`,
        [caseId],
      ),
    ),
  );
  return rows.map((found: { row: unknown }[]) => found.map(({ row }) => JSON.stringify(row)).sort());
}

async function inOrder(): Promise<{ expected: unknown; bulletins: string[] }> {
  const caseId = nextCase();
  for (const write of life(caseId)) await writeCase(dataSource, write);
  return {
    expected: await ledgerOf(caseId),
    bulletins: (await bulletinsOf(dataSource, { caseId })).map(({ text }) => text),
  };
}

describe('writes of a case', () => {
  it('give the same ledger in any order of arrival, with any repetition', async () => {
    const { expected, bulletins } = await inOrder();
    const order = fc.tuple(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.array(fc.nat(3), { maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(order, async ([first, again]) => {
        const caseId = nextCase();
        const writes = life(caseId);
        for (const index of [...again.slice(2), ...first, ...again])
          await writeCase(dataSource, writes[index] as CaseWrite);
        expect(await ledgerOf(caseId)).toEqual(expected);
        expect((await bulletinsOf(dataSource, { caseId })).map(({ text }) => text)).toEqual(bulletins);
        expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: true, sealed: 6, waiting: 0 });
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  it('give the same ledger when they arrive at once', async () => {
    const { expected } = await inOrder();
    for (let round = 0; round < 10; round += 1) {
      const caseId = nextCase();
      const writes = life(caseId);
      await Promise.all([...writes, ...writes].reverse().map((write) => writeCase(dataSource, write)));
      expect(await ledgerOf(caseId)).toEqual(expected);
      expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: true, sealed: 6 });
    }
  });

  it('wait unsealed while a predecessor is missing', async () => {
    const caseId = nextCase();
    const [first, second, third] = life(caseId) as [CaseWrite, CaseWrite, CaseWrite];
    await writeCase(dataSource, third);
    await writeCase(dataSource, first);
    expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: true, sealed: 2, waiting: 2 });
    await writeCase(dataSource, second);
    expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: true, sealed: 5, waiting: 0 });
  });

  it('find other entries in their place: nothing is written, and those are returned', async () => {
    const caseId = nextCase();
    await writeCase(
      dataSource,
      builtWrite({ snapshot: { caseId }, entries: [builtEntry(1, { name: 'opened', key: 'a' })] }),
    );
    const forgotten = [builtEntry(2, { key: 'b' }), builtEntry(3, { kind: 'event', name: 'deadline-met', key: null })];
    await writeCase(dataSource, builtWrite({ snapshot: { caseId, stage: 'identified' }, entries: forgotten }));
    const before = [await caseOf(dataSource, caseId), await verifyChain(dataSource, caseId)];

    const other = [builtEntry(2, { key: 'c' }), builtEntry(3, { key: 'd' }), builtEntry(4, { key: 'e' })];
    const receipt = await writeCase(dataSource, builtWrite({ snapshot: { caseId, stage: 'ended' }, entries: other }));
    expect(receipt.ahead?.map(({ sequence, name, key }) => [sequence, name, key])).toEqual([
      [2, forgotten[0]?.name, 'b'],
      [3, 'deadline-met', null],
    ]);
    expect([await caseOf(dataSource, caseId), await verifyChain(dataSource, caseId)]).toEqual(before);
  });

  it('written again at another moment are the same', async () => {
    const caseId = nextCase();
    const entry = builtEntry(1, { name: 'opened', key: 'a' });
    await writeCase(dataSource, builtWrite({ snapshot: { caseId }, entries: [entry] }));
    expect(
      await writeCase(
        dataSource,
        builtWrite({ snapshot: { caseId }, entries: [{ ...entry, at: '2027-01-01T00:00:00.000Z' }] }),
      ),
    ).toEqual({
      undelivered: [],
    });
  });

  it('change nothing when one part fails for the moment', async () => {
    const caseId = nextCase();
    const [first] = life(caseId) as [CaseWrite];
    await dataSource.query('ALTER TABLE deadlines RENAME TO deadlines_away');
    await expect(writeCase(dataSource, first)).rejects.toThrow('relation "deadlines" does not exist');
    await dataSource.query('ALTER TABLE deadlines_away RENAME TO deadlines');
    expect(await caseOf(dataSource, caseId)).toBeNull();
    expect((await openSetAside(dataSource, 100)).items.filter((item) => item.caseId === caseId)).toEqual([]);
  });
});

describe('notices', () => {
  it('to an office that is not in the directory are named, at each repetition', async () => {
    const caseId = nextCase();
    const write = life(caseId)[2] as CaseWrite;
    expect(await writeCase(dataSource, write)).toEqual({ undelivered: ['rung/1'] });
    expect(await writeCase(dataSource, write)).toEqual({ undelivered: ['rung/1'] });
    expect(await writeCase(dataSource, life(caseId)[0] as CaseWrite)).toEqual({ undelivered: [] });
  });

  it('stand once per key and recipient', async () => {
    const caseId = nextCase();
    const write = life(caseId)[2] as CaseWrite;
    await Promise.all([write, write, write].map((one) => writeCase(dataSource, one)));
    const rows = await dataSource.query('SELECT key, recipient FROM notices WHERE case_id = $1 ORDER BY recipient', [
      caseId,
    ]);
    expect(rows).toEqual([
      { key: 'rung/1', recipient: 'department:999999' },
      { key: 'rung/1', recipient: 'party-committee:140423100' },
    ]);
  });
});

describe('the record of a case', () => {
  const tamper = async (sql: string, ...values: unknown[]): Promise<void> => {
    await dataSource.transaction(async (manager) => {
      await manager.query('ALTER TABLE entries DISABLE TRIGGER USER');
      await manager.query(sql, values);
      await manager.query('ALTER TABLE entries ENABLE TRIGGER USER');
    });
  };
  const written = async (): Promise<string> => {
    const caseId = nextCase();
    for (const write of life(caseId)) await writeCase(dataSource, write);
    return caseId;
  };

  it('refuses changes, deletions and truncation; bulletins too', async () => {
    const caseId = await written();
    await expect(
      dataSource.query(`UPDATE entries SET what = 'x' WHERE case_id = $1 AND sequence = 2`, [caseId]),
    ).rejects.toThrow('entries is append-only');
    await expect(
      dataSource.query(`UPDATE entries SET hash = 'x' WHERE case_id = $1 AND sequence = 2`, [caseId]),
    ).rejects.toThrow('entries is append-only');
    await expect(dataSource.query('DELETE FROM entries WHERE case_id = $1', [caseId])).rejects.toThrow(
      'entries is append-only',
    );
    await expect(dataSource.query('TRUNCATE entries')).rejects.toThrow('entries is append-only');
    await expect(dataSource.query('UPDATE bulletins SET text = $1', ['x'])).rejects.toThrow('bulletins is append-only');
  });

  it('names the row in which one byte was changed', async () => {
    const caseId = await written();
    await tamper(
      `UPDATE entries SET what = overlay(what placing '检' from 1 for 1) WHERE case_id = $1 AND sequence = 3`,
      caseId,
    );
    expect(await verifyChain(dataSource, caseId)).toEqual({ intact: false, sequence: 3, fault: 'altered' });
  });

  it('names the row that follows a forged one', async () => {
    const caseId = await written();
    await tamper(`UPDATE entries SET hash = repeat('0', 64) WHERE case_id = $1 AND sequence = 3`, caseId);
    expect(await verifyChain(dataSource, caseId)).toEqual({ intact: false, sequence: 3, fault: 'altered' });
    await tamper(`UPDATE entries SET previous_hash = '' WHERE case_id = $1 AND sequence = 2`, caseId);
    expect(await verifyChain(dataSource, caseId)).toEqual({ intact: false, sequence: 2, fault: 'wrong predecessor' });
  });

  it.each([
    [2, 'missing'],
    [6, 'missing'],
  ])('names row %i when it was taken out', async (sequence, fault) => {
    const caseId = await written();
    await tamper('DELETE FROM entries WHERE case_id = $1 AND sequence = $2', caseId, sequence);
    expect(await verifyChain(dataSource, caseId)).toEqual({ intact: false, sequence, fault });
  });

  it('notices that the end was turned back', async () => {
    const caseId = await written();
    await dataSource.query(
      `UPDATE cases SET sealed_sequence = 5, head_hash = (SELECT hash FROM entries WHERE case_id = $1 AND sequence = 5) WHERE case_id = $1`,
      [caseId],
    );
    expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: false, sequence: 6 });
  });
});

describe('clause C-3.5', () => {
  const july = { from: '2026-07-01', to: '2026-07-31' };

  it('shows who is on post on some day of the month', async () => {
    const caseIdOf = (cadre: string) => `posting:140581100:${cadre}:1` as const;
    const of = (key: string, from: string, to: string | null) => ({
      ...posting(key, to),
      key,
      row: { ...posting(key, to).row, township: '140581100', from },
    });
    const records = [
      of('A', '2026-07-31', null),
      of('B', '2026-08-01', null),
      of('C', '2026-01-01', '2026-07-01'),
      of('D', '2026-01-01', '2026-06-30'),
      of('E', '2026-01-01', null),
    ];
    const leave: LedgerRecord = { table: 'leave', key: '4', row: { cadre: 'A', from: '2026-08-03', to: '2026-08-05' } };
    for (const record of records) {
      const own = record.key === 'A' ? [record, leave] : [record];
      await writeCase(dataSource, builtWrite({ snapshot: { caseId: caseIdOf(record.key) }, records: own }));
    }
    const roster = await rosterOf(dataSource, '140581', july);
    expect(roster.map(({ cadre }) => cadre)).toEqual(['A', 'C', 'E']);
    expect(roster[0]).toEqual({
      cadre: 'A',
      postingCase: caseIdOf('A'),
      township: '140581100',
      village: '140423100201',
      unit: 'dispatching-unit:1404:U07',
      role: 'member',
      from: '2026-07-31',
      to: null,
      leaves: [{ from: '2026-08-03', to: '2026-08-05' }],
      stays: null,
    });
    expect(await rosterOf(dataSource, '140582', july)).toEqual([]);
    expect(await townshipsOf(dataSource, '140581', july)).toEqual([{ township: '140581100' }]);
    expect(await unitsOf(dataSource, '140581', july)).toEqual([
      { unit: 'dispatching-unit:1404:U07', village: '140423100201', from: '2026-01-01', to: null },
    ]);
  });
});
