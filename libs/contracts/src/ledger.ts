import type { Json } from '@duban/policy/base/json';
import type { Actor, LedgerRecord, ProcessName } from '@duban/policy/case/case';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import type { Deadline } from '@duban/policy/dates/deadline';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import type { CaseScope } from '@duban/policy/case/scope';
import type { Span } from '@duban/policy/dates/natural-period';
import type { BulletinCandidate } from '@duban/policy/processes/work-bulletin/work-bulletin-acts';
import type { WrittenOffReadBody } from '@duban/policy/processes/problem/problem-acts';
import type { LinesReadBody } from '@duban/policy/processes/dispatch/dispatch-acts';
import type {
  CoverOnList,
  EntriesReadBody,
  HouseholdOnList,
  LeaderOnList,
  RollPart,
} from '@duban/policy/processes/duty-sheet/duty-acts';
import type { CadreAttendance, RosterEntry, UnitOnRoster } from '@duban/policy/processes/cadre-posting/roster';

/** What the ledger shows of a case; replaced as a whole by a write of a higher sequence. */
export interface CaseSnapshot {
  caseId: string;
  process: ProcessName;
  territory: Territory;
  /** The case id without its number: all episodes of one subject share it. */
  subject: string;
  number: number;
  stage: string;
  stageName: string;
  policy: { set: string; version: number };
  openedOn: CivilDate;
  ended: { on: CivilDate; outcome: string; outcomeName: string } | null;
  listed: Readonly<Record<string, string | number | boolean | null>>;
  /** Whose it is: who may see it in lists. */
  scope: CaseScope;
}

/** An act of an office, or an event of the system (marked 自动). Append-only; each carries a hash over its predecessor. */
export interface LedgerEntry {
  sequence: number;
  kind: 'act' | 'event';
  /**
   * Operation of the act; for events one of `opened deadline-started deadline-met deadline-moved deadline-dropped rung-fired
   * case-started message-sent message-taken-back notice-sent ended message-ignored act-taken-in`.
   */
  name: string;
  clause: ClauseId;
  by: Actor;
  occurredOn: CivilDate;
  at: Instant;
  /** One Chinese sentence for the timeline. */
  what: string;
  detail: Json;
  recipients: readonly OfficeId[];
  /** Idempotency key of the act; `null` for events. */
  key: string | null;
}

/** A deadline as the ledger holds it. State and colour are derived at reading and never stored. */
export interface LedgerDeadline {
  id: string;
  /** The whole deadline with its trigger, period, suspensions: enough to explain it. */
  deadline: Deadline;
}

/** A message for an inbox, for the log and for a webhook; exactly once per key and recipient. */
export interface LedgerNotice {
  key: string;
  to: OfficeId;
  kind: 'deadline-started' | 'reminder' | 'overdue' | 'copy' | 'order' | 'feedback' | 'repair' | 'warning' | 'inform';
  clause: ClauseId;
  title: string;
  text: string;
  /** When it came to be; it is delivered then or, outside 08:00–20:00, at the next 08:00 (`deliverAt`). */
  at: Instant;
  deliverAt: Instant;
}

/** An area or department proposed for criticism in the next bulletin because of an overdue deadline; withdrawn when it was met in time after all. */
export interface CriticismCandidate {
  key: string;
  area: Territory;
  office: OfficeId;
  deadline: string;
  clause: ClauseId;
  since: CivilDate;
  withdrawnOn: CivilDate | null;
}

/** One write of one case: idempotent by `caseId` and `sequence`, and independent of the order of arrival. */
export interface LedgerWrite {
  /** Of this write: the highest sequence it contains. */
  sequence: number;
  snapshot: CaseSnapshot;
  entries: readonly LedgerEntry[];
  deadlines: readonly LedgerDeadline[];
  notices: readonly LedgerNotice[];
  candidates: readonly CriticismCandidate[];
  records: readonly LedgerRecord[];
  /** Keys of records that no longer follow from the facts. */
  removedRecords: readonly { table: LedgerRecord['table']; key: string }[];
}

/** What became of a write. */
export interface LedgerReceipt {
  /** Keys of notices that found no inbox: the office is unknown to the directory. */
  undelivered: readonly string[];
  /**
   * Nothing was written, because the ledger holds other entries at the write's place: those from there on. They are what a case
   * wrote before a power cut and has forgotten since; what the ledger has was said to offices and stands.
   */
  ahead?: readonly LedgerEntry[];
  /** The write was refused for what it contains: what can be stored is, the write is kept aside, and it is not tried again. */
  setAside?: { reason: string };
}

/** Something a case wanted that was refused for what it contains. It is kept until somebody has put it right. */
export interface SetAside {
  caseId: string;
  sequence: number;
  kind: 'write' | 'message' | 'question';
  /** In Chinese, without quoting what was refused. */
  reason: string;
  content: unknown;
}

/** How a case's own numbering of entries stands to the ledger's, and which entries it has still to come to again. */
export interface LedgerPosition {
  offset: number;
  ahead: readonly LedgerEntry[];
}

/** The port workflows write through, and ask. */
export interface LedgerPort {
  writeLedger(write: LedgerWrite): Promise<LedgerReceipt>;
  /** Keeps what else was refused for what it contains. */
  setAside(refused: SetAside): Promise<void>;
  /** Postings of a territory that touch the span, read from the `postings` records. */
  readRoster(territory: Territory, span: Span): Promise<RosterEntry[]>;
  /** Townships with somebody on post in a territory in the span. */
  readTownships(territory: Territory, span: Span): Promise<{ township: Territory }[]>;
  /** Places directly below a territory, as the directory of offices has them. */
  readPlaces(territory: Territory): Promise<{ place: Territory }[]>;
  /** The policies of the departments' ledgers of a territory, as a half month's dispatch left them (A-3.3). */
  readPolicyLines(territory: Territory, span: Span): Promise<LinesReadBody>;
  /** What the registers kept by hand hold for the duties of a territory's sheet in the span. */
  readEntries(territory: Territory, span: Span): Promise<EntriesReadBody>;
  /** Problems of exactly this place that stand as written off in the span. */
  readWrittenOff(place: Territory, span: Span): Promise<WrittenOffReadBody>;
  /** Areas and departments the closed data of a span proposes for praise or criticism. */
  readBulletinCandidates(territory: Territory, span: Span): Promise<BulletinCandidate[]>;
  /** Who was drawn for an inspection by the offices of a territory in the span. */
  readDrawn(territory: Territory, span: Span): Promise<string[]>;
  /** The duty books of a territory whose cycles the span touches. */
  readDutyBooks(territory: Territory, span: Span): Promise<string[]>;
  /** Dispatching units with somebody on post in a territory in the span. */
  readUnits(territory: Territory, span: Span): Promise<UnitOnRoster[]>;
  /** The households of a territory that were monitored on some day of the span (C-2.3). */
  readHouseholds(territory: Territory, span: Span): Promise<HouseholdOnList[]>;
  /** The villages' rolls of households (农户花名册), C-2.3. */
  readRoll(territory: Territory, span: Span): Promise<RollPart[]>;
  /** The leaders responsible for a county on some day of the span. */
  readLeaders(territory: Territory, span: Span): Promise<LeaderOnList[]>;
  /** What was entered on the other sheets of a territory and covers days from the span's first on (C-3.6). */
  readCovers(territory: Territory, span: Span, caseId: string): Promise<CoverOnList[]>;
  /** The marked days of a span of everybody who was on post in a territory in it, in whatever village (C-3.1). */
  readAttendance(territory: Territory, span: Span): Promise<CadreAttendance[]>;
}
