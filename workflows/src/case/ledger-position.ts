import type { ActRequest } from '@duban/contracts/case-workflow';
import type { LedgerEntry, LedgerPosition, LedgerWrite } from '@duban/contracts/ledger';
import type { Act } from '@duban/policy/case/case';

export const beginning: LedgerPosition = { offset: 0, ahead: [] };

/** The ledger holds entries that the case does not know: they keep their numbers, and the case's next entries are numbered after them. */
export const behind = ({ offset, ahead }: LedgerPosition, found: readonly LedgerEntry[]): LedgerPosition => ({
  offset: offset + found.length,
  ahead: [...ahead, ...found],
});

/**
 * Numbers a write's entries behind the unknown ones. An event that is among those is not written twice; an act that is among them is
 * replaced by an event saying that it was recorded after an interruption.
 */
export function placeWrite(
  write: LedgerWrite,
  position: LedgerPosition,
): { write: LedgerWrite; position: LedgerPosition } {
  if (position.offset === 0 && position.ahead.length === 0) return { write, position };
  const ahead = [...position.ahead];
  let { offset } = position;
  const entries: LedgerEntry[] = [];
  for (const entry of write.entries) {
    const found = ahead.findIndex((other) => contentOf(other) === contentOf(entry));
    if (found >= 0) ahead.splice(found, 1);
    if (found >= 0 && entry.kind === 'event') offset -= 1;
    else entries.push({ ...(found >= 0 ? takenIn(entry) : entry), sequence: entry.sequence + offset });
  }
  return { write: { ...write, sequence: write.sequence + offset, entries }, position: { offset, ahead } };
}

/** The request that led to an office's act in the ledger, so that it can be recorded again; `undefined` for entries that the rules produce anew. */
export function requestOf({
  kind,
  name,
  key,
  clause,
  by,
  occurredOn,
  at,
  what,
  detail,
}: LedgerEntry): ActRequest | undefined {
  if (kind !== 'act' || key === null || name === 'opened' || name === 'reproject') return undefined;
  const { body, bodyHash } = detail as { body: Act['body']; bodyHash: string };
  return { act: { key, operation: name, occurredOn, by, body }, bodyHash, at, clause, what };
}

const takenIn = (act: LedgerEntry): LedgerEntry => ({
  ...act,
  kind: 'event',
  name: 'act-taken-in',
  by: { office: 'system' },
  what: `系统中断后接续办理：${act.what}`,
  detail: { key: act.key },
  key: null,
});

/** What an entry says, without its place and the moment at which it was written down. */
const contentOf = ({ kind, name, key, what }: LedgerEntry): string => JSON.stringify([kind, name, key, what]);
