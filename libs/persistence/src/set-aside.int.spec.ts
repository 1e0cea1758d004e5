import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { CaseWrite, EntryRow } from './case-rows';
import { builtDeadline, builtEntry, builtNotice, builtWrite } from './case-rows-builder';
import { caseOf } from './cases';
import { upsertOffices } from './directory';
import { openSetAside, setAsideFigures, settleSetAside } from './set-aside';
import { closeTestSchema, openTestSchema } from './test-schema';
import { verifyChain } from './verify-chain';
import { writeCase } from './write-case';

const operator = 'leading-group-office:14';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestSchema();
  await upsertOffices(dataSource, [
    { id: 'party-committee:140423100', name: '古韩镇党委' },
    { id: operator, name: '省巩固衔接办' },
  ]);
});
afterAll(() => closeTestSchema(dataSource));

let cases = 0;
const nextCase = (): string => `household:140423100:A${(cases += 1)}:1`;

const write = (caseId: string, given: Parameters<typeof builtWrite>[0] = {}): CaseWrite =>
  builtWrite({ ...given, snapshot: { caseId, ...given.snapshot } });
const entriesOf = (caseId: string) =>
  dataSource.query<{ sequence: number; what: string; occurred_on: string; detail: Record<string, unknown> }[]>(
    'SELECT sequence, what, occurred_on, detail FROM entries WHERE case_id = $1 ORDER BY sequence',
    [caseId],
  );
const asideOf = async (caseId: string) =>
  (await openSetAside(dataSource, 1_000)).items.filter((item) => item.caseId === caseId);
const contentOf = async (caseId: string): Promise<unknown> => {
  const rows = await dataSource.query<{ content: string }[]>(
    'SELECT content FROM set_aside_writes WHERE case_id = $1',
    [caseId],
  );
  return rows.map(({ content }) => JSON.parse(content) as unknown);
};
const bad = (sequence: number, more: Partial<EntryRow>): EntryRow =>
  builtEntry(sequence, { key: `k${sequence}`, ...more });

describe('a write that is refused for what it contains', () => {
  it.each<[string, Parameters<typeof builtWrite>[0], string]>([
    [
      'an act of year 0',
      { entries: [bad(1, { occurredOn: '0000-01-01' })] },
      '第 1 条记录：日期或时刻超出可保存的范围',
    ],
    [
      'an act of no day',
      { entries: [bad(1, { occurredOn: '2026-02-30' })] },
      '第 1 条记录：日期或时刻超出可保存的范围',
    ],
    ['an act of no moment', { entries: [bad(1, { at: 'soon' })] }, '第 1 条记录：内容不完整或格式有误'],
    ['NUL in its words', { entries: [bad(1, { what: 'a\u0000b' })] }, '第 1 条记录：含有无法保存的字符'],
    ['half a pair in its body', { entries: [bad(1, { detail: { reason: '\ud800' } })] }, '第 1 条记录：'],
    ['NUL in its key', { entries: [bad(1, { key: '\u0000' })] }, '第 1 条记录：含有无法保存的字符'],
    ['a case opened in year 0', { snapshot: { openedOn: '0000-01-01' } }, '案件概要：日期或时刻超出可保存的范围'],
    ['a version without end', { snapshot: { policy: { set: 'x', version: 1e14 } } }, '案件概要：数值超出可保存的范围'],
    ['NUL in what is listed', { snapshot: { listed: { kind: '\u0000' } } }, '案件概要：含有无法保存的字符'],
    ['a notice with NUL', { notices: [builtNotice('n', { text: '\u0000' })] }, '第 1 条通知：含有无法保存的字符'],
    [
      'a deadline of no day',
      { deadlines: [{ id: 'x', deadline: { ...builtDeadline('x', '2026-07-16').deadline, due: '2026-02-30' } }] },
      '第 1 条时限：日期或时刻超出可保存的范围',
    ],
    ['a deadline twice', { deadlines: [builtDeadline('x', '2026-07-16'), builtDeadline('x', '2026-07-17')] }, ''],
    [
      'a row without its place',
      { records: [{ table: 'leave', key: '1', row: { cadre: null as never, from: '2026-08-03', to: '2026-08-05' } }] },
      '第 1 条台账数据：缺少必须有的内容',
    ],
  ])('%s: the rest is stored, it is kept as it was, and the case goes on', async (_, given, reason) => {
    const caseId = nextCase();
    const sent = write(caseId, given);
    const receipt = await writeCase(dataSource, sent);
    const aside = await asideOf(caseId);
    if (reason === '') {
      // Each by itself can be stored: nothing is left to repair.
      expect([receipt, aside]).toEqual([{ undelivered: [] }, []]);
    } else {
      expect(receipt).toMatchObject({
        undelivered: [],
        setAside: { reason: expect.stringContaining(reason) as string },
      });
      expect(aside).toMatchObject([{ caseId, sequence: 1, kind: 'write', reason: receipt.setAside?.reason }]);
      expect(await contentOf(caseId)).toEqual([JSON.parse(JSON.stringify(sent))]);
    }
    expect(await caseOf(dataSource, caseId)).toMatchObject({ caseId });
    expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: true, sealed: 1, waiting: 0 });
    expect(await writeCase(dataSource, write(caseId, { entries: [builtEntry(2)] }))).toEqual({ undelivered: [] });
    expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: true, sealed: 2, waiting: 0 });
  });

  it('leads to the same ledger however often it comes', async () => {
    const caseId = nextCase();
    const sent = write(caseId, {
      entries: [bad(1, { what: '走\u0000访', occurredOn: '0000-01-01' }), builtEntry(2)],
      notices: [builtNotice('n', { text: '\u0000' }), builtNotice('m', { to: 'department:999999' })],
    });
    const first = await writeCase(dataSource, sent);
    const before = [await entriesOf(caseId), await asideOf(caseId), await verifyChain(dataSource, caseId)];
    expect(first).toMatchObject({ undelivered: ['m'], setAside: {} });
    expect(await Promise.all([sent, sent, sent].map((one) => writeCase(dataSource, one)))).toEqual([
      first,
      first,
      first,
    ]);
    expect([await entriesOf(caseId), await asideOf(caseId), await verifyChain(dataSource, caseId)]).toEqual(before);
  });

  it('keeps in the entry what can be stored, with the reason and the seal of what could not', async () => {
    const caseId = nextCase();
    await writeCase(dataSource, write(caseId, { entries: [bad(1, { detail: { body: { note: 'a\u0000', ok: 1 } } })] }));
    expect(await entriesOf(caseId)).toMatchObject([
      {
        detail: {
          body: { note: 'a\ufffd', ok: 1 },
          setAside: {
            hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
            reason: expect.stringMatching(/[一-龥]/) as string,
          },
        },
      },
    ]);
  });

  it('still tells a case that has forgotten what the ledger has', async () => {
    const caseId = nextCase();
    await writeCase(dataSource, write(caseId, { entries: [bad(1, { what: '走\u0000访' })] }));
    const other = await writeCase(
      dataSource,
      write(caseId, { entries: [bad(1, { what: '另\u0000外', key: 'other' })] }),
    );
    expect(other.ahead).toMatchObject([{ sequence: 1, what: '走\ufffd访', key: 'k1' }]);
    expect(await asideOf(caseId)).toHaveLength(1);
  });

  it('and arrives after what follows it takes its place in the chain', async () => {
    const caseId = nextCase();
    await writeCase(dataSource, write(caseId, { entries: [builtEntry(2)] }));
    await writeCase(dataSource, write(caseId, { entries: [bad(1, { occurredOn: '0000-01-01' })] }));
    expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: true, sealed: 2, waiting: 0 });
  });

  it('cannot be changed where it is kept without the chain telling', async () => {
    const caseId = nextCase();
    await writeCase(dataSource, write(caseId, { entries: [builtEntry(1), bad(2, { what: '\u0000' })] }));
    await expect(
      dataSource.query(`UPDATE set_aside_writes SET content = '{}' WHERE case_id = $1`, [caseId]),
    ).rejects.toThrow('set_aside_writes is append-only');
    await expect(dataSource.query('DELETE FROM set_aside_writes')).rejects.toThrow('set_aside_writes is append-only');
    await dataSource.transaction(async (manager) => {
      await manager.query('ALTER TABLE set_aside_writes DISABLE TRIGGER USER');
      await manager.query(`UPDATE set_aside_writes SET content = '{}' WHERE case_id = $1`, [caseId]);
      await manager.query('ALTER TABLE set_aside_writes ENABLE TRIGGER USER');
    });
    expect(await verifyChain(dataSource, caseId)).toEqual({ intact: false, sequence: 2, fault: 'set aside altered' });
  });

  it('whatever text it is, never stops a case', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 12 });
    const days = fc.oneof(fc.constantFrom('0000-01-01', '2026-02-30', 'x', '2026-07-02'), texts);
    await fc.assert(
      fc.asyncProperty(texts, texts, days, days, async (what, note, occurredOn, openedOn) => {
        const caseId = nextCase();
        const sent = write(caseId, {
          entries: [bad(1, { what, occurredOn, detail: { note, [note]: what } })],
          snapshot: { openedOn, stageName: what, listed: { note } },
          notices: [builtNotice('n', { title: note, text: what })],
        });
        const receipt = await writeCase(dataSource, sent);
        expect(await verifyChain(dataSource, caseId)).toMatchObject({ intact: true, sealed: 1 });
        expect((await asideOf(caseId)).length).toBe(receipt.setAside === undefined ? 0 : 1);
        if (receipt.setAside !== undefined) expect(await contentOf(caseId)).toEqual([JSON.parse(JSON.stringify(sent))]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('what was set aside', () => {
  it('is told to the office that runs the system, once per case and reason', async () => {
    const caseId = nextCase();
    for (const sequence of [1, 2, 3])
      await writeCase(
        dataSource,
        write(caseId, { entries: [builtEntry(sequence)], snapshot: { openedOn: '0000-01-01' } }),
      );
    expect(await asideOf(caseId)).toHaveLength(3);
    const notices = await dataSource.query('SELECT recipient, kind, text FROM notices WHERE case_id = $1', [caseId]);
    expect(notices).toEqual([
      { recipient: operator, kind: 'repair', text: expect.stringContaining('原内容已另存，不再自动重试') as string },
    ]);
  });

  it('is named until somebody says that it was put right, and counted for ever', async () => {
    const caseId = nextCase();
    await writeCase(dataSource, write(caseId, { entries: [bad(1, { what: '\u0000' })] }));
    const [item] = await asideOf(caseId);
    const before = await setAsideFigures(dataSource);
    const done = { id: item?.id ?? '', by: operator, note: '已按原件更正', at: '2026-07-03T01:00:00.000Z' };
    expect(await settleSetAside(dataSource, done)).toBe(true);
    expect(await settleSetAside(dataSource, done)).toBe(false);
    expect(await asideOf(caseId)).toEqual([]);
    expect(await setAsideFigures(dataSource)).toEqual({ ever: before.ever, open: before.open - 1 });
  });
});
