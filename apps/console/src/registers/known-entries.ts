import { read } from '../api/client';
import type { Page } from '@duban/contracts/answers/answer-fields';
import type { RegisterRow } from '@duban/contracts/answers/registers';

const most = 2_000;

/** Every row of a register within the office's own territory, so that others can be chosen from it; `isWhole` tells whether there are more. */
export async function knownEntries(
  kind: string,
  signal?: AbortSignal,
): Promise<{ rows: RegisterRow[]; isWhole: boolean }> {
  const rows: RegisterRow[] = [];
  let after: string | null | undefined;
  do {
    const page: Page<RegisterRow> = await read('/registers/:kind', { kind, limit: 200, after }, signal);
    rows.push(...page.items);
    after = page.next;
  } while (after !== null && rows.length < most);
  return { rows, isWhole: after === null };
}

export const textOf = (row: RegisterRow, field: string): string => String(row.body[field] ?? '');
export const numberOf = (row: RegisterRow, field: string): number => Number(row.body[field] ?? 0);
