import type { DataSource } from 'typeorm';
import { writeWhatCanBe } from './careful-write';
import { lockCase, saveCandidates, saveDeadlines, saveNotices } from './case-parts';
import type { CaseWrite, WrittenCase } from './case-rows';
import { appendEntries, LedgerAhead } from './entries';
import { saveRecords } from './record-tables';
import { isDuplicate, isRefusedForContent } from './refused-content';
import { inTransaction } from './transaction';

/**
 * Writes one turn of a case: once, whatever the order in which the case's writes arrive. A case does not get stuck on what the
 * database will never take.
 */
export async function writeCase(dataSource: DataSource, write: CaseWrite): Promise<WrittenCase> {
  try {
    return await writeWhole(dataSource, write).catch((error: unknown) => {
      if (isDuplicate(error)) return writeWhole(dataSource, write);
      throw error;
    });
  } catch (error) {
    if (error instanceof LedgerAhead) return { undelivered: [], ahead: error.entries };
    if (isRefusedForContent(error)) return writeWhatCanBe(dataSource, write, error);
    throw error;
  }
}

const writeWhole = (dataSource: DataSource, write: CaseWrite): Promise<WrittenCase> =>
  inTransaction(dataSource, async (client) => {
    const head = await lockCase(client, write);
    // The connection takes them one after the other without waiting for each answer.
    const [undelivered] = await Promise.all([
      saveNotices(client, write),
      appendEntries(client, write, head),
      saveDeadlines(client, write),
      saveCandidates(client, write),
      saveRecords(client, write),
    ]);
    return { undelivered };
  });
