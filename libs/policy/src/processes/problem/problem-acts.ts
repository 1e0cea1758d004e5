import type { OfficeId, Territory } from '../../base/office';
import type { CaseId } from '../../case/process-list';
import type { CivilDate } from '../../dates/civil-date';
import { policyAreaNames } from '../../base/policy-areas';

/** C-2.end: the seven lists of 重点排查, then the eight policy areas of A-2: how the ledger of problems is classified (分类建立问题台账). */
export const problemLists = {
  selection: '选派和交接（五查五看）',
  skills: '政策水平和履职能力',
  'monitoring-help': '防返贫动态监测和帮扶',
  livelihood: '产业就业和消费帮扶',
  publicity: '到户到人政策宣传落实',
  recognition: '帮扶实效和驻村帮扶认可度',
  'party-building': '抓党建促乡村振兴',
  ...policyAreaNames,
} as const;
export type ProblemList = keyof typeof problemLists;

export const problemSources = {
  check: '日常排查',
  inspection: '专项巡查',
  'flight-check': '飞行检查',
  'spot-check': '选派暗访抽查',
  'follow-check': '举一反三排查',
  exam: '考核反馈',
  public: '群众反映',
  'project-risk': '项目风险预警',
} as const;
export type ProblemSource = keyof typeof problemSources;

/** C-2.end: a problem is entered in the ledger. */
export interface RecordProblemBody {
  /** Village, township, county or city. */
  place: Territory;
  list: ProblemList;
  what: string;
  source: ProblemSource;
  reference?: string | undefined;
  /** 到事到人: by surrogate ids. */
  persons?: string[] | undefined;
  /** The problem written off before that has come back. */
  recurs?: string | undefined;
}

/** C-2.4: an industry project with more than 500,000 yuan of public money shows a risk. */
export interface WarnRiskBody {
  place: Territory;
  project: string;
  yuan: number;
  risk: string;
}

export interface ProblemOpening {
  place: Territory;
  list: ProblemList;
  what: string;
  source: ProblemSource;
  reference: string | null;
  persons: string[];
  recurs: string | null;
  /** Of a project's risk: public money in yuan. */
  yuan: number | null;
  /** Who has to put it right, where it is known from the beginning. */
  owner: OfficeId | null;
}

/** C-2.end: 研究制定整改举措，责任到人，限期整改到位. */
export interface PlanBody {
  measure: string;
  /** 责任到人: who answers for it, by surrogate id. */
  responsible: string;
  due: CivilDate;
}

/** C-2.end: what needs county, township or departments is reported in writing by the village committee, to both at once. */
export interface ReportUpwardBody {
  /** The department of the county. */
  department: OfficeId;
  report: string;
}

export interface RectifiedBody {
  what: string;
  evidence: string;
  /** Which office did the work; the village, or who took it over, where nothing is said. */
  rectifiedBy?: OfficeId | undefined;
}

export interface VerifyBody {
  passed: boolean;
  note: string;
}

/** A new date after a missed one or a failed verification, set by the office above. */
export interface RenewBody {
  due: CivilDate;
  reason: string;
}

/** The problem has come back after it was written off (屡改屡犯). */
export interface ReturnedBody {
  what: string;
}

/** C-2.end: a date set for rectification has passed without a report. */
export interface DeadlineMissedBody {
  due: CivilDate;
}

/** What the ledger answered: problems of the place that stand as written off, and since when. */
export type WrittenOffReadBody = { caseId: CaseId; list: ProblemList; on: CivilDate }[];

/** Everything that can be said to a problem, with its body. */
export interface ProblemBodies {
  reportUpward: ReportUpwardBody;
  plan: PlanBody;
  rectified: RectifiedBody;
  verify: VerifyBody;
  renew: RenewBody;
  returned: ReturnedBody;
  deadlineMissed: DeadlineMissedBody;
  watchEnded: object;
  writtenOffRead: WrittenOffReadBody;
  withdraw: object;
}
