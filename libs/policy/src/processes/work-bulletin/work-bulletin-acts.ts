import type { CaseId } from '../../case/process-list';
import type { OfficeId, Territory } from '../../base/office';
import type { ClauseId } from '../../base/clauses/clauses';
import type { CivilDate } from '../../dates/civil-date';

/** one period's bulletin on how policies are carried out (政策落实情况通报), of the leading-group office of one level. */
export type WorkBulletinOpening = {
  territory: Territory;
  period: string;
  from: CivilDate;
  to: CivilDate;
  /** The closed data it draws on: the period before. */
  data: { from: CivilDate; to: CivilDate };
  /** The sheet on which issuing it is owed, and the duty. */
  sheet: CaseId;
  duty: string;
};

export const mentionSides = { praise: '表扬', criticism: '批评' } as const;
export type MentionSide = keyof typeof mentionSides;

/** Where a candidate comes from. */
export const candidateSources = {
  overdue: '事项逾期',
  duty: '周期性职责',
  dispatch: '半月调度',
  problem: '问题整改',
  ranking: '排队',
} as const;
export type CandidateSource = keyof typeof candidateSources;

/** An area or department the period's closed data proposes for praise or criticism; never a person. */
export type BulletinCandidate = {
  key: string;
  side: MentionSide;
  source: CandidateSource;
  subject: Territory | OfficeId;
  /** How many matters it rests on. */
  count: number;
  what: string;
  clause: ClauseId;
};

/** What the ledger answered. */
export type CandidatesReadBody = BulletinCandidate[];

/** An area or department as the bulletin names it, and the candidates taken up. */
export interface Mention {
  subject: Territory | OfficeId;
  what: string;
  candidates?: string[] | undefined;
}

/** issued on the act's date, with a number of its own; what is criticised gets the ids P1…, C1… in their order. */
export interface IssueWorkBulletinBody {
  number: string;
  praised: Mention[];
  criticised: Mention[];
}

/** 开展督查指导、跟进服务. */
export interface FollowUpBody {
  line: string;
  what: string;
}

/** 推动问题彻底解决: found to be solved, with evidence. */
export interface ConfirmSolvedBody {
  line: string;
  what: string;
  evidence: string;
}

/** A correcting bulletin: another wording of a line, or its withdrawal. */
export interface CorrectWorkBulletinBody {
  number: string;
  line: string;
  what?: string | undefined;
  withdraw?: boolean | undefined;
  reason: string;
}

/** Candidates are collected anew, and an ended bulletin is put away: there is nothing to say beside it. */
export type Nothing = Record<string, never>;

/** Everything that can be said to a bulletin, with its body. */
export interface WorkBulletinBodies {
  collect: Nothing;
  issue: IssueWorkBulletinBody;
  followUp: FollowUpBody;
  confirmSolved: ConfirmSolvedBody;
  correct: CorrectWorkBulletinBody;
  candidatesRead: CandidatesReadBody;
  correctionsExpired: Nothing;
}
