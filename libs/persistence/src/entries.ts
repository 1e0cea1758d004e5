import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import type { Json } from '@duban/policy/base/json';
import type { OfficeId } from '@duban/policy/base/office';
import type { Actor } from '@duban/policy/case/case';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { PoolClient } from 'pg';
import type { CaseWrite, EntryRow } from './case-rows';
import { storable } from './storable';
import { sealFollowing, type ChainHead, type Seal } from './entry-chain';

/** How a row of `entries` is read. */
export interface StoredEntry {
  sequence: number;
  kind: 'act' | 'event';
  name: string;
  clause: ClauseId;
  by_office: OfficeId;
  by_person: string | null;
  occurred_on: CivilDate;
  at: Instant;
  what: string;
  detail: Json;
  recipients: string[];
  key: string | null;
}

/** How large what was said is: an entry holds up to a megabyte. */
export const detailBytes = 'octet_length(detail::text)';

export const entryColumns =
  'sequence, kind, name, clause, by_office, by_person, occurred_on, at, what, detail, recipients, key';

export function entryOf({
  by_office,
  by_person,
  occurred_on,
  sequence,
  kind,
  name,
  clause,
  at,
  what,
  detail,
  recipients,
  key,
}: StoredEntry): EntryRow {
  const by: Actor = by_person === null ? { office: by_office } : { office: by_office, person: by_person };
  return { sequence, kind, name, clause, by, occurredOn: occurred_on, at, what, detail, recipients, key };
}

/** Other entries already have the numbers of this write; `entries` are those from the first such number on. */
export class LedgerAhead extends Error {
  constructor(readonly entries: readonly EntryRow[]) {
    super('the ledger is ahead of the case');
  }
}

/**
 * Appends a write's entries and adds the hash to every entry that now follows the last hashed one without a gap; one that arrives before
 * its predecessor gets its hash later. Entries written before are left alone. Throws {@link LedgerAhead} where other entries have their numbers.
 */
export async function appendEntries(
  client: PoolClient,
  write: CaseWrite,
  head: ChainHead & { isLatest: boolean },
): Promise<void> {
  const { caseId } = write.snapshot;
  const waiting = head.isLatest ? [] : await readWaiting(client, caseId, head.sealedSequence);
  const known = new Map([...write.entries, ...waiting].map((entry) => [entry.sequence, entry]));
  const { seals, head: newHead } = sealFollowing(caseId, head, known);
  const rows = write.entries.map((entry) => ({ ...flat(entry), ...flatSeal(seals.get(entry.sequence)) }));
  const values = [caseId, JSON.stringify(rows), newHead.sealedSequence, newHead.headHash];
  const appended = await client.query<{ sequence: number }>({ name: 'append entries', text: append, values });
  if (appended.rows.length < rows.length)
    await expectSame(client, write, new Set(appended.rows.map(({ sequence }) => sequence)));
  const sealedNow = waiting
    .filter(({ sequence }) => seals.has(sequence))
    .map(({ sequence }) => ({ sequence, ...flatSeal(seals.get(sequence)) }));
  if (sealedNow.length > 0)
    await client.query({ name: 'seal entries', text: seal, values: [caseId, JSON.stringify(sealedNow)] });
}

/** For a write some of whose numbers are in use: throws {@link LedgerAhead} unless an earlier attempt at this same write used them. */
async function expectSame(
  client: PoolClient,
  { snapshot, entries }: CaseWrite,
  appended: ReadonlySet<number>,
): Promise<void> {
  const text = `SELECT ${entryColumns} FROM entries WHERE case_id = $1 AND sequence >= $2 ORDER BY sequence`;
  const { rows } = await client.query<StoredEntry>({
    name: 'read entries from',
    text,
    values: [snapshot.caseId, entries[0]?.sequence ?? 0],
  });
  const before = rows.map(entryOf).filter(({ sequence }) => !appended.has(sequence));
  const taken = new Map(before.map((entry) => [entry.sequence, entry]));
  const isOther = (entry: EntryRow): boolean =>
    taken.has(entry.sequence) && contentOf(entry) !== contentOf(taken.get(entry.sequence) as EntryRow);
  if (entries.some(isOther)) throw new LedgerAhead(before);
}

/** What an entry says, without the moment at which it was written down, and as far as it can be stored. */
const contentOf = ({ kind, name, key, what }: EntryRow): string => JSON.stringify(storable([kind, name, key, what]));

async function readWaiting(client: PoolClient, caseId: string, sealedSequence: number): Promise<EntryRow[]> {
  const text = `SELECT ${entryColumns} FROM entries WHERE case_id = $1 AND sequence > $2 AND hash IS NULL ORDER BY sequence`;
  const { rows } = await client.query<StoredEntry>({
    name: 'read waiting entries',
    text,
    values: [caseId, sealedSequence],
  });
  return rows.map(entryOf);
}

const flat = ({ by, occurredOn, ...entry }: EntryRow): object => ({
  ...entry,
  by_office: by.office,
  by_person: by.person ?? null,
  occurred_on: occurredOn,
});

const flatSeal = (made: Seal | undefined): object =>
  made === undefined ? {} : { algorithm: made.algorithm, previous_hash: made.previousHash, hash: made.hash };

const append = `
  WITH head AS (UPDATE cases SET sealed_sequence = $3, head_hash = $4 WHERE case_id = $1 AND sealed_sequence < $3)
  INSERT INTO entries (case_id, ${entryColumns}, algorithm, previous_hash, hash)
  SELECT $1, ${entryColumns}, algorithm, previous_hash, hash
    FROM json_to_recordset($2::json) AS r (
      sequence integer, kind text, name text, clause text, by_office text, by_person text, occurred_on date, at timestamptz,
      what text, detail jsonb, recipients text[], key text, algorithm text, previous_hash text, hash text)
  ON CONFLICT DO NOTHING
  RETURNING sequence`;

const seal = `
  UPDATE entries SET algorithm = r.algorithm, previous_hash = r.previous_hash, hash = r.hash
    FROM json_to_recordset($2::json) AS r (sequence integer, algorithm text, previous_hash text, hash text)
   WHERE entries.case_id = $1 AND entries.sequence = r.sequence AND entries.hash IS NULL`;
