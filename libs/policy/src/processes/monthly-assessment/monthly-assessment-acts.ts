import type { CaseId } from '../../case/process-list';
import type { CivilDate, Month } from '../../dates/civil-date';
import type { RosterEntry } from '../cadre-posting/roster';
import type { MonthScore } from '../township-scores/month-score';
import type { TaskItem } from '../township-scores/task-item';
import type { SheetBody } from '../township-scores/township-scores-acts';
import type { Territory } from '../../base/office';

/** Clause C-3.5: a county's assessment of a month, started by the cycle. */
export interface AssessmentOpening {
  county: Territory;
  month: Month;
  /** Case id of the cycle. */
  cycle: CaseId;
}

/** Clause C-3.5: the county stationing office issues the month's task list. */
export interface IssueTaskListBody {
  items: TaskItem[];
}

/** Clause C-3.5, 原则上: no list this month, with the reason. */
export interface ExcuseTaskListBody {
  reason: string;
}

/** The ledger's answer: who was on post in the county in the month. */
export type RosterReadBody = RosterEntry[];

/** Clause C-3.5: the county stationing office issues the bulletin; missing townships only when it says so. */
export interface IssueBulletinBody {
  /** 文号. */
  number: string;
  withoutMissing?: boolean | undefined;
}

/** Clause C-3.5 [D township-cut]: the county stationing office waits for missing townships. */
export interface WaitBody {
  reason: string;
  until: CivilDate;
}

/** Clause C-3.5 [D month-corrections]: a correction after the bulletin, published by a correcting bulletin of its own number. */
export interface CorrectScoreBody extends MonthScore {
  reason: string;
  number: string;
}

/** Message of the following month's assessment: its bulletin is issued. */
export interface NextIssuedBody {
  month: Month;
}

/** The month's message to itself: its days for corrections are over. */
export interface CorrectionsExpiredBody {
  month: Month;
}

/** Everything that can be said to a county's month, with its body. */
export interface MonthlyAssessmentBodies {
  issueTaskList: IssueTaskListBody;
  excuseTaskList: ExcuseTaskListBody;
  wait: WaitBody;
  issueBulletin: IssueBulletinBody;
  correctScore: CorrectScoreBody;
  rosterRead: RosterReadBody;
  sheetReceived: SheetBody;
  nextIssued: NextIssuedBody;
  correctionsExpired: CorrectionsExpiredBody;
}
