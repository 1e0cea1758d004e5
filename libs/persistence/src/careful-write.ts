import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { lockCase, saveCandidates, saveDeadlines, saveNotices } from './case-parts';
import type { CaseWrite, EntryRow, WrittenCase } from './case-rows';
import { appendEntries, LedgerAhead } from './entries';
import { beginning } from './entry-chain';
import { saveRecords } from './record-tables';
import { isRefusedByDatabase, isRefusedForContent, refusalWords } from './refused-content';
import { contentOf, keepAside, sealOf, setAside, type SetAside } from './set-aside';
import { formsOfEntry, formsOfSnapshot, storable, type SetAsideMark } from './storable';
import { inTransaction } from './transaction';

/** A write under way part by part, and what of it was refused so far. */
interface CarefulWrite {
  client: PoolClient;
  given: CaseWrite;
  now: string;
  refused: string[];
}

/**
 * For a write that the database refused because of something in it: stores everything else. Each row is tried alone; a refused one is
 * stored in a reduced form (`storable.ts`) or left out. The original is set aside for repair, and each entry that had to be reduced
 * carries the hash of the original. Repeating the write changes nothing.
 */
export async function writeWhatCanBe(dataSource: DataSource, given: CaseWrite, why: unknown): Promise<WrittenCase> {
  try {
    return await inTransaction(dataSource, (client) =>
      writeParts({ client, given, now: new Date().toISOString(), refused: [] }, refusalWords(why)),
    );
  } catch (error) {
    if (error instanceof LedgerAhead) return { undelivered: [], ahead: error.entries };
    if (!isRefusedByDatabase(error)) throw error;
    const kept = asideOf(given, `整笔内容：${refusalWords(error)}`);
    await setAside(dataSource, kept);
    return { undelivered: [], setAside: { reason: kept.reason } };
  }
}

async function writeParts(writing: CarefulWrite, why: string): Promise<WrittenCase> {
  const { client, given, refused } = writing;
  const mark: SetAsideMark = { hash: sealOf(contentOf({ content: given })), reason: why };
  const snapshot = await storableSnapshot(writing);
  const entries = await storableEntries(writing, snapshot, mark);
  const write: CaseWrite = { ...given, snapshot, entries };
  const head = await lockCase(client, write);
  const undelivered = await saveRows(writing, write);
  await appendEntries(client, write, head);
  if (refused.length === 0) return { undelivered };
  const kept = asideOf(given, refused.join('；'));
  await keepAside(client, kept);
  return { undelivered, setAside: { reason: kept.reason } };
}

const asideOf = (given: CaseWrite, reason: string): SetAside => ({
  caseId: given.snapshot.caseId,
  sequence: given.sequence,
  kind: 'write',
  reason,
  content: given,
});

async function storableSnapshot({ client, given, now, refused }: CarefulWrite): Promise<CaseWrite['snapshot']> {
  const forms = [given.snapshot, ...formsOfSnapshot(given.snapshot, now)];
  const tried = await firstTaken(forms, (snapshot) =>
    attempt(client, () => lockCase(client, { ...given, snapshot, entries: [] }), 'undone'),
  );
  if (tried.why !== undefined) refused.push(`案件概要：${refusalWords(tried.why)}`);
  if (tried.form === undefined) throw tried.why;
  return tried.form;
}

async function storableEntries(
  { client, given, now, refused }: CarefulWrite,
  snapshot: CaseWrite['snapshot'],
  mark: SetAsideMark,
): Promise<EntryRow[]> {
  const taken: EntryRow[] = [];
  const alone = { ...beginning, isLatest: true };
  for (const entry of given.entries) {
    const tried = await firstTaken([entry, ...formsOfEntry(entry, mark, now)], (form) =>
      attempt(client, () => appendEntries(client, { ...given, snapshot, entries: [form] }, alone), 'undone'),
    );
    if (tried.why !== undefined) refused.push(`第 ${entry.sequence} 条记录：${refusalWords(tried.why)}`);
    if (tried.form === undefined) throw tried.why;
    taken.push(tried.form);
  }
  return taken;
}

/** Notices that found no inbox come back; a row no form of which is taken is left out. */
async function saveRows(writing: CarefulWrite, write: CaseWrite): Promise<string[]> {
  const { client } = writing;
  const undelivered: string[] = [];
  await saveEach(writing, '通知', write.notices, async (notices) => {
    undelivered.push(...(await saveNotices(client, { ...write, notices })));
  });
  await saveEach(writing, '时限', write.deadlines, (deadlines) => saveDeadlines(client, { ...write, deadlines }));
  await saveEach(writing, '通报候选', write.candidates, (candidates) =>
    saveCandidates(client, { ...write, candidates }),
  );
  const { records, removedRecords } = write;
  await saveEach(writing, '台账数据', records, (some) =>
    saveRecords(client, { ...write, records: some, removedRecords: [] }),
  );
  await saveEach(writing, '台账数据的撤销', removedRecords, (some) =>
    saveRecords(client, { ...write, records: [], removedRecords: some }),
  );
  return undelivered;
}

async function saveEach<Row>(
  { client, refused }: CarefulWrite,
  name: string,
  rows: readonly Row[],
  save: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  if ((await attempt(client, () => save(rows), 'kept')) === undefined) return;
  for (const [index, row] of rows.entries()) {
    const { why } = await firstTaken([row, storable(row)], (form) => attempt(client, () => save([form]), 'kept'));
    if (why !== undefined) refused.push(`第 ${index + 1} 条${name}：${refusalWords(why)}`);
  }
}

/** The first form that the database accepts, and why it refused the original (the first form tried), if it did. */
async function firstTaken<Form>(
  forms: readonly Form[],
  tried: (form: Form) => Promise<unknown>,
): Promise<{ form?: Form; why?: unknown }> {
  let why: unknown;
  for (const form of forms) {
    const error = await tried(form);
    if (error === undefined) return { form, why };
    why ??= error;
  }
  return { why };
}

/** Tries a step inside the transaction and undoes it when its content is refused; answers why, or `undefined` when it went well. */
async function attempt(client: PoolClient, work: () => Promise<unknown>, outcome: 'kept' | 'undone'): Promise<unknown> {
  await client.query('SAVEPOINT part');
  try {
    await work();
    await client.query(outcome === 'kept' ? 'RELEASE SAVEPOINT part' : 'ROLLBACK TO SAVEPOINT part');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT part');
    if (isRefusedForContent(error)) return error;
    throw error;
  }
}
