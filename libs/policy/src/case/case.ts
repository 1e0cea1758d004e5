import type { HolidayCalendar } from '../dates/calendar';
import type { CivilDate, Instant } from '../dates/civil-date';
import type { ClauseId } from '../base/clauses/clauses';
import type { Json } from '../base/json';
import type { Message } from './messages';
import type { DeadlineSpec } from '../dates/deadline';
import type { OfficeId, Territory } from '../base/office';
import type { CaseId, ProcessName } from './process-list';
import type { RegisterRow } from './register-kinds';
import type { PolicyRef } from '../settings/policy-set';

export { processNames, type ProcessName } from './process-list';

/** Who acts: an office, and within it a person (surrogate id, never a name). The system itself is `system`. */
export interface Actor {
  office: OfficeId | 'system';
  person?: string;
}

/** One thing said to a case: over the API, by another case, or by an answered question. */
export interface Act<Body = unknown> {
  /** Idempotency key: the same key has no second effect. */
  key: string;
  operation: string;
  /** The civil date it took place on; never later than the day of recording. */
  occurredOn: CivilDate;
  by: Actor;
  body: Body;
}

/** An act that was admitted and matters for what follows. */
export interface KeptAct<Body = unknown> extends Act<Body> {
  sequence: number;
  recordedAt: Instant;
}

/** An act of a process, told by its name: `act.operation === 'plan'` says what its body is. */
export type KeptActOf<Bodies> = {
  [Name in keyof Bodies & string]: KeptAct<Bodies[Name]> & { operation: Name };
}[keyof Bodies & string];

/** All that is known of a case: how it was opened, and the dated facts since. Everything else is derived by `view`. */
export type CaseFile<Opening = unknown, Bodies = Record<string, unknown>> = FileOfActs<Opening, KeptActOf<Bodies>>;

/** By its acts: a file whose acts are told by their names is a file of any acts too. */
interface FileOfActs<Opening, A> {
  /** `<process prefix>:<territory>:<subject…>`, see `case-id.ts`. */
  caseId: CaseId;
  openedOn: CivilDate;
  openedBy: Actor;
  opening: Opening;
  policy: PolicyRef;
  calendar: HolidayCalendar;
  acts: readonly A[];
  /** Keys of notices that could not be delivered to any inbox and have not been repaired. */
  undelivered: readonly string[];
}

/** What a case may ask the ledger: who is on post in a territory in a span, and which units or townships have somebody there. */
export const questionNames = {
  roster: '读取在岗花名册',
  units: '读取派出单位名册',
  attendance: '读取考勤',
  households: '读取监测户名单',
  roll: '读取农户花名册',
  leaders: '读取包联领导名单',
  covers: '读取已办理的保险',
  townships: '读取有驻村干部的乡镇',
  places: '读取下级地区名册',
  'policy-lines': '读取上期台账',
  entries: '读取台账登记情况',
  'written-off': '读取已销账的问题',
  candidates: '归集通报候选',
  drawn: '读取近期已抽中名单',
  cycles: '读取督办周期',
} as const;
export type QuestionName = keyof typeof questionNames;
export type QuestionBody = { territory: Territory; from: CivilDate; to: CivilDate };

/**
 * What another case has to be started for, told or asked, as it follows from the facts. Done once per key, not before its day; when a
 * later view no longer has the key it is taken back.
 */
export type Consequence = {
  key: string;
  clause: ClauseId;
  /** The civil day from which it is carried out; it may lie in the future. Recorded date of the message. */
  on: CivilDate;
} & (
  | {
      kind: 'start';
      process: ProcessName;
      caseId: CaseId;
      opening: Json;
      /** Message to the started case when its start no longer follows from the facts. */
      withdraw?: Message;
    }
  | { kind: 'tell'; caseId: CaseId; operation: Message; body: Json; withdraw?: Message }
  /** A question to the ledger; the answer comes back as an act `operation` by `system`. */
  | { kind: 'ask'; question: QuestionName; operation: Message; body: QuestionBody }
);

/** Something an office must be told beyond the ladders of deadlines (copies of bulletins, feedback, orders, repair items). */
export interface NoticeSpec {
  key: string;
  clause: ClauseId;
  on: CivilDate;
  to: OfficeId;
  /** `copy` 抄送, `order` 责成, `feedback` 反馈, `repair` 待办修复, `warning` 预警, `inform` 告知. */
  kind: 'copy' | 'order' | 'feedback' | 'repair' | 'warning' | 'inform';
  title: string;
  text: string;
}

/** A row for the ledger's tables, replaced as a whole when it changes. */
export type LedgerRecord =
  | {
      table: 'posting';
      key: string;
      row: {
        cadre: string;
        township: Territory;
        village: Territory;
        unit: OfficeId;
        role: string;
        from: CivilDate;
        to: CivilDate | null;
      };
    }
  | {
      table: 'score';
      key: string;
      row: { month: string; township: Territory; cadre: string; task: number; presence: number; total: number };
    }
  | {
      table: 'rank';
      key: string;
      row: { month: string; scope: Territory; cadre: string; total: number; rank: number; low: boolean };
    }
  | {
      table: 'bulletin';
      key: string;
      row: {
        number: string;
        month: string;
        scope: Territory;
        issuedOn: CivilDate;
        corrects: string | null;
        title: string;
        text: string;
      };
    }
  | { table: 'leave'; key: string; row: { cadre: string; from: CivilDate; to: CivilDate } }
  | {
      table: 'duty';
      key: string;
      row: {
        duty: string;
        period: string;
        cadence: string;
        territory: Territory;
        owner: OfficeId;
        from: CivilDate;
        due: CivilDate;
        owed: number;
        fulfilled: number;
        late: number;
        excused: number;
        missing: number;
        /** Who owes it, line by line: `[{ ower, owed, done, state, doneOn }]`. */
        lines: Json;
      };
    }
  | { table: 'register'; key: string; row: RegisterRow }
  | {
      table: 'household';
      key: string;
      row: { household: string; village: Territory; kind: string; settlement: boolean; watched: boolean };
    };

/** Everything that follows from a case's facts on any day; a pure function of the file. */
export interface CaseView {
  /** A closed set per process. */
  stage: string;
  stageName: string;
  deadlines: readonly DeadlineSpec[];
  consequences: readonly Consequence[];
  notices: readonly NoticeSpec[];
  records: readonly LedgerRecord[];
  /** Shown in lists and asked for by filters; scalars only, no personal data. */
  listed: Readonly<Record<string, string | number | boolean | null>>;
  ended?: { on: CivilDate; outcome: string; outcomeName: string };
}
