import { checksum } from './checksum';
import type { LedgerRecord } from '@duban/policy/case/case';
import type { Draft } from './draft';

/** Hands changed rows to the ledger, and names those that no longer follow. Published bulletins stay for ever. */
export function settleRecords(draft: Draft): void {
  const before = draft.state.records;
  const after: Record<string, number> = {};
  for (const record of draft.view.records) {
    const name = `${record.table}/${record.key}`;
    const sum = sumOf(record);
    after[name] = sum;
    if (before[name] !== sum) draft.records.push(record);
  }
  for (const name of Object.keys(before)) {
    if (after[name] !== undefined) continue;
    const [table = '', ...key] = name.split('/');
    draft.removedRecords.push({ table: table as LedgerRecord['table'], key: key.join('/') });
  }
  draft.state.records = after;
}

/** A row that a process hands over again as it was is not summed again. */
const sums = new WeakMap<LedgerRecord, number>();

function sumOf(record: LedgerRecord): number {
  const known = sums.get(record);
  if (known !== undefined) return known;
  const sum = checksum(JSON.stringify(record.row));
  sums.set(record, sum);
  return sum;
}
