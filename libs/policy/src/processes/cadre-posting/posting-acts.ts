import type { CivilDate, Month } from '../../dates/civil-date';
import type { AsksCycles, CyclesReadBody } from '../../case/duty-done';
import type { InterviewGrounds } from '../interview/interview-grounds';
import type { OfficeId, Territory } from '../../base/office';
import type { TrainingLevel } from '../../base/training-levels';
import type { AnnualAssessment } from './assessment-check';
import type { AttendanceBody } from './attendance';
import type { Education, PostingRole, SenderLevel } from './selection-check';
import type { SuperiorLevel } from './superior-level';

/** Clause C-2.1: a cadre goes on post, with what the selection check asks for. */
export interface PostingOpening extends AsksCycles {
  cadreId: string;
  village: Territory;
  unit: OfficeId;
  senderLevel: SenderLevel;
  role: PostingRole;
  postedOn: CivilDate;
  bornOn: CivilDate;
  education: Education;
  identity?: 'ok' | 'not-ok' | undefined;
  annualAssessments: AnnualAssessment[];
  careerBegan?: CivilDate | undefined;
  /** Clause C-2.1: 前置审核, the days on which the county's and the city's stationing office checked the candidate. */
  countyCheckedOn?: CivilDate | undefined;
  cityCheckedOn?: CivilDate | undefined;
  /** 任期届满之日, where it is known. */
  termEndsOn?: CivilDate | undefined;
  /** The posting this one fills after a recall. */
  replaces?: string | null | undefined;
  /** The same cadre's posting in the township that has not ended yet. */
  previousOpen?: string | null | undefined;
}

export interface AbsenceBody {
  note?: string | undefined;
}

/** Clause C-3.3: leave approved beforehand. */
export interface LeaveBody {
  from: CivilDate;
  to: CivilDate;
  reason: string;
}

export interface ApproveLeaveAfterwardsBody {
  absenceOn: CivilDate;
  reason: string;
}

/** Clause C-3.7: the township party committee has reminded. */
export interface RecordReminderBody {
  absenceOn: CivilDate;
  note?: string | undefined;
}

/** Clause C-3.7: named in a critical bulletin of a superior level; one matter counts once. */
export interface NamedInSuperiorBulletinBody {
  matter: string;
  level: SuperiorLevel;
  bulletin: string;
}

/** Clause C-3.7: message of a superior bulletin that names the cadre in one of its findings. */
export type NamedByFindingBody = {
  matter: string;
  /** Case of the inspection whose bulletin it is. */
  source: string;
  level: SuperiorLevel;
  bulletin: string;
};

export interface WithdrawNamingBody {
  matter: string;
  reason: string;
}

/** Clause C-3.7: an interview ordered by the county organization department itself. */
export interface OrderInterviewBody {
  reason: string;
  because?: { months?: Month[] | undefined; bulletins?: string[] | undefined } | undefined;
}

/** Clause C-3.7: outcomes of organizational handling; `recall` obliges the unit to recall. */
export const handlingDecisions = {
  none: '不予处理',
  warning: '批评教育、诫勉',
  recall: '召回',
  'post-adjustment': '调整岗位',
  demotion: '免职降职',
} as const;
export type HandlingDecision = keyof typeof handlingDecisions;

/** Clause C-3.7: which provision the handling follows. */
export const handlingPaths = { absence: '无故脱岗', ranking: '被约谈2次', misconduct: '作风纪律问题' } as const;
export type HandlingPath = keyof typeof handlingPaths;

export interface OrganizationalHandlingBody {
  decision: HandlingDecision;
  reason: string;
  /** Default: absence for the dispatching unit, ranking for the organization department. */
  path?: HandlingPath | undefined;
}

/** OBLIGATIONS D15: the unit takes its handling of an absence back, and may then look at the absence again. */
export interface TakeBackHandlingBody {
  reason: string;
}

/** Clause C-3.7: kinds of misconduct, by what must follow. */
export const misconductKinds = {
  'poor-work': '工作不实、帮扶不力',
  'weak-discipline': '作风散漫、纪律松弛',
  'suspected-violation': '涉嫌违纪违法',
} as const;
export type MisconductKind = keyof typeof misconductKinds;

export interface MisconductBody {
  kind: MisconductKind;
  what: string;
}

/** Clauses C-2.1 and C-3.7: ways to a recall. */
export const recallPaths = {
  selection: '不符合选派要求',
  absence: '无故脱岗',
  handling: '组织处理',
  other: '其他原因',
} as const;
export type RecallPath = keyof typeof recallPaths;

export interface RecallBody {
  reason: string;
  path: RecallPath;
}

/** Clause C-2.1: a grade that came out after the posting, or what a spot check has found. */
export interface RecheckBody {
  annualAssessments?: AnnualAssessment[] | undefined;
  identity?: 'ok' | 'not-ok' | undefined;
  education?: Education | undefined;
}

/** Clause C-2.1: somebody proposed for the vacant post; the act's date is that of the appointment. */
export interface CandidateBody {
  cadreId: string;
  bornOn: CivilDate;
  education: Education;
  identity?: 'ok' | 'not-ok' | undefined;
  annualAssessments: AnnualAssessment[];
  careerBegan?: CivilDate | undefined;
  countyCheckedOn?: CivilDate | undefined;
  cityCheckedOn?: CivilDate | undefined;
  role?: PostingRole | undefined;
  /** Number of the newcomer's posting; by default made of the date of the appointment. */
  postingNumber?: number | undefined;
}

/** Clause C-2.1: 压茬交接. */
export interface HandoverBody {
  items: string[];
}

export interface MoveBody {
  village: Territory;
}

/** Reasons a posting ends without a handover by recall. */
export const postingEndReasons = {
  'term-ended': '任期届满',
  transferred: '工作调动',
  health: '身体原因',
  death: '去世',
  'post-cancelled': '岗位撤销',
  'recorded-in-error': '登记有误',
} as const;
export type PostingEndReason = keyof typeof postingEndReasons;

export interface EndPostingBody {
  reason: PostingEndReason;
  /** 任期届满之日, where the posting does not say it. */
  termEndedOn?: CivilDate | undefined;
  note?: string | undefined;
}

/** Clause C-2.2: training days or hours; only county level or higher counts towards 12 days or 90 hours. */
export interface TrainingBody {
  days?: number | undefined;
  hours?: number | undefined;
  level: TrainingLevel;
}

export interface SalesHelpBody {
  yuan: number;
}

export interface NoteOfWorkBody {
  what: string;
}

/** Clause C-3.5: message of the monthly assessment about one month's ranking of this cadre. */
export interface MonthResultBody {
  month: Month;
  bulletin?: string | undefined;
  copyNotice?: string | undefined;
  copyDelivered?: boolean | undefined;
}

/** RULES 4.fairness: the copy of a bulletin found no inbox, or was delivered after all. */
export interface BulletinCopyBody {
  bulletin: string;
}

/** Clause C-3.7: message of an interview that was held. */
export interface InterviewHeldBody {
  interview: string;
  key: string;
  because: InterviewGrounds;
  orderedOn: CivilDate;
  on: CivilDate;
}

/** Clause C-2.1: the case’s own reminder that a grade was not handed in by its day. */
export type GradeOverdueBody = { year: number };

/** Everything that can be said to a posting, with its body. */
export interface PostingBodies {
  absence: AbsenceBody;
  attendance: AttendanceBody;
  leave: LeaveBody;
  approveLeaveAfterwards: ApproveLeaveAfterwardsBody;
  recordReminder: RecordReminderBody;
  namedInSuperiorBulletin: NamedInSuperiorBulletinBody;
  withdrawNaming: WithdrawNamingBody;
  orderInterview: OrderInterviewBody;
  organizationalHandling: OrganizationalHandlingBody;
  takeBackHandling: TakeBackHandlingBody;
  misconduct: MisconductBody;
  recheck: RecheckBody;
  recall: RecallBody;
  candidate: CandidateBody;
  handover: HandoverBody;
  move: MoveBody;
  end: EndPostingBody;
  training: TrainingBody;
  visit: NoteOfWorkBody;
  salesHelp: SalesHelpBody;
  incentive: NoteOfWorkBody;
  meeting: NoteOfWorkBody;
  lowMonth: MonthResultBody;
  notLowMonth: MonthResultBody;
  neutralMonth: MonthResultBody;
  notNeutralMonth: MonthResultBody;
  copyUndelivered: BulletinCopyBody;
  copyDelivered: BulletinCopyBody;
  interviewHeld: InterviewHeldBody;
  cyclesRead: CyclesReadBody;
  gradeOverdue: GradeOverdueBody;
  namedByFinding: NamedByFindingBody;
  findingWithdrawn: NamedByFindingBody;
}
export type PostingOperation = keyof PostingBodies;
