import type { CaseId } from '@duban/policy/case/process-list';
import type { Message } from '@duban/policy/case/messages';
import type { Json } from '@duban/policy/base/json';
import {
  processNames,
  type Act,
  type Actor,
  type CaseFile,
  type Consequence,
  type ProcessName,
  type QuestionBody,
  type QuestionName,
} from '@duban/policy/case/case';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { HolidayCalendar } from '@duban/policy/dates/calendar';
import type { PolicyRef } from '@duban/policy/settings/policy-set';
import type { LedgerPosition, LedgerReceipt, LedgerWrite } from './ledger';

/** Workflow type of a process, as the engine knows it and its pages show it: `county-listing` runs as `countyListing`. */
export const workflowTypeOf = (process: ProcessName): string =>
  process.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const processes = new Map(
  (Object.keys(processNames) as ProcessName[]).map((process) => [workflowTypeOf(process), process]),
);

/** The process that runs as a workflow type. */
export const processOfType = (workflowType: string): ProcessName | undefined => processes.get(workflowType);

/** Update: an office acts and waits for the verdict. The update id is the idempotency key. */
export const recordAct = 'recordAct';
/** Update that comes with the start: answers once the opening stands in the ledger. */
export const confirmOpening = 'confirmOpening';
/** Signal: another case, or an operator, says something nobody waits for. */
export const tellCase = 'tellCase';
/** Signal: apply another policy version or calendar to this open case; open deadlines are re-projected, both dates recorded. */
export const reprojectCase = 'reprojectCase';
/** Query, for operators: the whole state. */
export const caseState = 'caseState';

/** Where all cases run. */
export const caseTaskQueue = 'duban-cases';

export interface ActRequest {
  act: Act;
  /** SHA-256 of operation, date and body: the same key with another body is a conflict. */
  bodyHash: string;
  /** Instant of sending; a receiver whose clock lags computes from it. */
  at: Instant;
  /** The clause the act follows, and what it is in Chinese, for the timeline. */
  clause: ClauseId;
  what: string;
}

export interface Reprojection {
  key: string;
  at: Instant;
  by: Actor;
  policy?: PolicyRef;
  calendar?: HolidayCalendar;
}

/** What an office hears back. */
export interface ActAnswer {
  caseId: CaseId;
  sequence: number;
  stage: string;
  stageName: string;
  bodyHash: string;
  /**
   * `pending`: accepted and durable, but the ledger database is away; it will appear there. `set-aside`: accepted, but the ledger
   * refuses some of it for what it contains; that is kept aside until somebody has put it right.
   */
  ledger: 'written' | 'pending' | 'set-aside';
  told?: string;
  answer?: Json;
}

/** How a case begins. */
export interface CaseStart {
  process: ProcessName;
  /** Which of the process's openings it follows; its first where none is named. */
  openingName?: string;
  /** Why it may be older than the plan: it is taken over from before. */
  importReason?: string;
  caseId: CaseId;
  openedOn: CivilDate;
  openedBy: Actor;
  opening: Json;
  policy: PolicyRef;
  calendar: HolidayCalendar;
  key: string;
  bodyHash: string;
  at: Instant;
  /** The clause the opening follows, and what it is in Chinese, for the timeline. */
  clause: ClauseId;
  what: string;
  run: RunOptions;
}

/** How wake-ups run here: spread over minutes in live use, exact in rehearsals. */
export interface RunOptions {
  spreadMinutes: number;
  /** Events of history after which a case continues as new; tests set it low. */
  continueAfterEvents: number;
}

/** What a case carries from run to run; its opening stands in the file. */
export interface CarriedCase {
  start: Omit<CaseStart, 'opening'>;
  state: CaseState;
  position: LedgerPosition;
}

/** What the shell remembers besides the file: what has been said, sent and written, so that nothing is done twice. */
export interface CaseState {
  version: 1;
  file: CaseFile<Json>;
  /** What the opening and the acts come to once compressed, as reckoned; a case that would not fit into the engine refuses further acts. */
  packedBytes?: number;
  sequence: number;
  /** Latest instant known to this case: its own clock or a message's. */
  latest: Instant;
  /** The latest idempotency keys, each with what was answered. */
  keys: Record<string, Omit<ActAnswer, 'caseId' | 'ledger'>>;
  /** Marks of all keys before them, one after the other: what came once is never recorded again. */
  olderKeys?: string;
  /** Last known form of each deadline. */
  deadlines: Record<string, KnownDeadline>;
  firedRungs: string[];
  /** Consequences carried out, with what is needed to take them back. */
  carriedOut: Record<string, CarriedOut>;
  /** How often a consequence was taken back: a case started anew for it gets a further id. */
  takenBack: Record<string, number>;
  sentNotices: string[];
  /** Checksum of each ledger record by `table/key`. */
  records: Record<string, number>;
  candidates: Record<string, { since: CivilDate; withdrawnOn: CivilDate | null }>;
  ended: boolean;
}

export interface CarriedOut {
  /** `null` for a question. */
  caseId: string | null;
  clause: ClauseId;
  withdraw: Message | null;
  /** Of the message that takes it back; `null` where nothing does. */
  body: Json;
}

export interface KnownDeadline {
  due: CivilDate;
  metOn: CivilDate | null;
  dropped: boolean;
  suspended: boolean;
  /** When the system first knew of it. */
  knownAt: Instant;
  /** The day it was recorded that it was met; later than `metOn` where it was entered belatedly (补登). */
  recordedOn?: CivilDate;
}

/** A message one case sends another, or the start of another. Idempotent by its key. */
export type CaseMessage = { kind: 'start'; start: CaseStart } | { kind: 'tell'; caseId: string; request: ActRequest };

export type Question = Extract<Consequence, { kind: 'ask' }>;

/** Everything one turn of a case does to the world, committed by one local activity. */
export interface TurnCommit {
  messages: readonly CaseMessage[];
  write: LedgerWrite;
}

/** Type of the failure of an activity that was refused for what it was given: nobody tries it again, and the case goes on. */
export const refusedForContent = 'REFUSED_FOR_CONTENT';

/** The activities a case calls. Named methods, bound by hand in the worker. */
export interface CaseActivities {
  /** Sends the messages, then writes the ledger; idempotent as a whole. */
  commitTurn(commit: TurnCommit): Promise<LedgerReceipt>;
  answerQuestion(question: QuestionName, about: QuestionBody, caseId: string): Promise<Json>;
}
