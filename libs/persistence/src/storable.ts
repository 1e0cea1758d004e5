import { storableText } from '@duban/policy/base/plain-text';
import { civilDateOf, isCivilDate, type CivilDate, type Instant } from '@duban/policy/dates/civil-date';
import type { CaseSnapshotRow, EntryRow } from './case-rows';

const largestCount = 2_147_483_647;

/** The value with a mark in each text in place of what PostgreSQL does not store. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return storableText(value) as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [storableText(name), storable(part)])) as T;
}

/** What stands in the ledger for an entry that it would not take: all of it that can be stored, and the seal of the original. */
export interface SetAsideMark {
  /** SHA-256 of the write that was set aside. */
  hash: string;
  reason: string;
}

/** Forms in which an entry that was refused may be taken, the fullest first. */
export function formsOfEntry(entry: EntryRow, mark: SetAsideMark, now: Instant): EntryRow[] {
  const at = isInstant(entry.at) ? entry.at : now;
  const plain = { ...storable(entry), at, occurredOn: dayOr(entry.occurredOn, at) };
  const { detail } = plain;
  const isGroup = typeof detail === 'object' && detail !== null && !Array.isArray(detail);
  return [
    { ...plain, detail: { ...(isGroup ? detail : {}), setAside: { ...mark } } },
    { ...plain, what: '（内容另存）', detail: { setAside: { ...mark } } },
  ];
}

/** Forms in which a snapshot that was refused may be taken, the fullest first. */
export function formsOfSnapshot(snapshot: CaseSnapshotRow, now: Instant): CaseSnapshotRow[] {
  const { ended, policy, number, ...rest } = storable(snapshot);
  const plain = {
    ...rest,
    openedOn: dayOr(snapshot.openedOn, now),
    number: countOr(number, 1),
    policy: { ...policy, version: countOr(policy.version, 0) },
    ended: ended && { ...ended, on: dayOr(ended.on, now) },
  };
  return [plain, { ...plain, listed: {} }];
}

const isStorableDay = (date: unknown): date is CivilDate => isCivilDate(date) && !date.startsWith('0000');
const dayOr = (date: CivilDate, at: Instant): CivilDate => (isStorableDay(date) ? date : civilDateOf(at));
const countOr = (count: number, otherwise: number): number =>
  Number.isInteger(count) && Math.abs(count) <= largestCount ? count : otherwise;
const isInstant = (text: unknown): boolean =>
  typeof text === 'string' && !Number.isNaN(Date.parse(text)) && !new Date(text).toISOString().startsWith('0000');
