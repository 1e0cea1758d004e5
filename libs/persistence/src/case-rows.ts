import type { Json } from '@duban/policy/base/json';
import type { Actor, LedgerRecord, ProcessName } from '@duban/policy/case/case';
import type { CandidateEntity } from './entities/record.entities';
import type { CaseScope } from '@duban/policy/case/scope';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import type { Deadline } from '@duban/policy/dates/deadline';
import type { OfficeId, Territory } from '@duban/policy/base/office';

/** What one turn of a case adds to the ledger. */
export interface CaseWrite {
  sequence: number;
  snapshot: CaseSnapshotRow;
  entries: readonly EntryRow[];
  deadlines: readonly { id: string; deadline: Deadline }[];
  notices: readonly NoticeRow[];
  candidates: readonly CandidateRow[];
  records: readonly LedgerRecord[];
  removedRecords: readonly { table: LedgerRecord['table']; key: string }[];
}

export interface CaseSnapshotRow {
  caseId: string;
  process: ProcessName;
  territory: Territory;
  subject: string;
  number: number;
  stage: string;
  stageName: string;
  policy: { set: string; version: number };
  openedOn: CivilDate;
  ended: { on: CivilDate; outcome: string; outcomeName: string } | null;
  listed: Readonly<Record<string, string | number | boolean | null>>;
  /** Whose it is. */
  scope: CaseScope;
}

export interface EntryRow {
  sequence: number;
  kind: 'act' | 'event';
  name: string;
  clause: ClauseId;
  by: Actor;
  occurredOn: CivilDate;
  at: Instant;
  what: string;
  detail: Json;
  recipients: readonly OfficeId[];
  key: string | null;
}

export interface NoticeRow {
  key: string;
  to: OfficeId;
  kind: string;
  clause: ClauseId;
  title: string;
  text: string;
  at: Instant;
  deliverAt: Instant;
}

export type CandidateRow = Omit<CandidateEntity, 'caseId' | 'sequence'>;

/** What became of a write. */
export interface WrittenCase {
  /** Keys of notices that found no inbox. */
  undelivered: readonly string[];
  /** The ledger holds other entries in the write's place, and nothing was written. */
  ahead?: readonly EntryRow[];
  /** The write was refused for what it contains: all that can be stored is, and the write is kept aside as it was. */
  setAside?: { reason: string };
}
