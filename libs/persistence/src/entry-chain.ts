import { createHash } from 'node:crypto';
import type { Json } from '@duban/policy/base/json';
import type { EntryRow } from './case-rows';

/** How far a case's chain is sealed, and the hash it ends with. */
export interface ChainHead {
  sealedSequence: number;
  headHash: string;
}

/** What seals an entry to its predecessor. */
export interface Seal {
  algorithm: string;
  previousHash: string;
  hash: string;
}

export const beginning: ChainHead = { sealedSequence: 0, headHash: '' };

const sealingAlgorithm = 'sha256';

/** The hash of an entry over its predecessor's: of the predecessor's hash, a line feed, and the entry as canonical JSON. */
export function hashOf(algorithm: string, previousHash: string, caseId: string, entry: EntryRow): string {
  return createHash(algorithm)
    .update(`${previousHash}\n${canonical(algorithm, caseId, entry)}`, 'utf8')
    .digest('hex');
}

/** Seals, in order, the entries that follow the head without a gap. */
export function sealFollowing(
  caseId: string,
  head: ChainHead,
  entries: ReadonlyMap<number, EntryRow>,
): { seals: Map<number, Seal>; head: ChainHead } {
  const seals = new Map<number, Seal>();
  let { sealedSequence, headHash } = head;
  for (let entry = entries.get(sealedSequence + 1); entry !== undefined; entry = entries.get(sealedSequence + 1)) {
    const hash = hashOf(sealingAlgorithm, headHash, caseId, entry);
    seals.set(entry.sequence, { algorithm: sealingAlgorithm, previousHash: headHash, hash });
    sealedSequence = entry.sequence;
    headHash = hash;
  }
  return { seals, head: { sealedSequence, headHash } };
}

function canonical(algorithm: string, caseId: string, entry: EntryRow): string {
  const { sequence, kind, name, clause, by, occurredOn, what, key } = entry;
  const at = new Date(entry.at).toISOString();
  return JSON.stringify([
    algorithm,
    caseId,
    sequence,
    kind,
    name,
    clause,
    by.office,
    by.person ?? null,
    occurredOn,
    at,
    what,
    sorted(entry.detail ?? null),
    entry.recipients,
    key,
  ]);
}

/** The database keeps no order of an object's keys. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const known = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
