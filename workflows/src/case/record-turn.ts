import { checksum } from './checksum';
import type { LedgerRecord } from '@duban/policy/case/case';
import type { Draft } from './draft';

/** Writes the rows of the view that have changed, and removes those the view no longer has. The ledger never removes a published bulletin. */
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

/** Checksums by row object: a process that returns the same object again has not changed the row. */
const sums = new WeakMap<LedgerRecord, number>();

function sumOf(record: LedgerRecord): number {
  const known = sums.get(record);
  if (known !== undefined) return known;
  const sum = checksum(JSON.stringify(record.row));
  sums.set(record, sum);
  return sum;
}
