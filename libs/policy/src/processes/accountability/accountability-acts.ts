import type { CaseId } from '../../case/process-list';
import type { CivilDate } from '../../dates/civil-date';
import type { OfficeId, Territory } from '../../base/office';

/** Clause: a leader responsible for the county (包联领导), by surrogate id, with the office that reaches them. */
export type LiaisonLeader = { person: string; office: OfficeId };

/** Of the round, but no longer leader at its end: shown with the days, both ends included. */
export type EarlierLeader = LiaisonLeader & { days: number };

/** [D liaison-leaders]: who is jointly liable for a ground, and who was leader before in the same round. */
export type AccountableLeaders = { leaders: LiaisonLeader[]; earlierLeaders: EarlierLeader[] };

/** Clause: what makes two listings consecutive; the second kind is the office's decision and waits for the province's confirmation. */
export const accountabilityGroundKinds = {
  'failed-acceptance': '未通过摘牌验收，再次挂牌督办',
  'relisted-within-months': '摘牌后规定月数内又被挂牌督办',
} as const;
export type AccountabilityGroundKind = keyof typeof accountabilityGroundKinds;

/** Clause: a listing that follows another, the day it began, and its leaders. `id` stays when something is corrected. */
export type AccountabilityGround = {
  id: string;
  kind: AccountabilityGroundKind;
  round: number;
  on: CivilDate;
} & AccountableLeaders;

/** Clause: opened by the system only, from a county's listing. */
export type AccountabilityOpening = {
  county: Territory;
  listing: CaseId;
  round: number;
  grounds: AccountabilityGround[];
  pendingConfirmation: boolean;
  startedOn: CivilDate;
};

/** Clause: a later round joins the open procedure, or is taken back from it. */
export type GroundMessage = { ground: AccountabilityGround };

export interface ConfirmBody {
  note?: string | undefined;
}

export interface DeclineBody {
  reason: string;
}

/** How an accountability procedure can be concluded. */
export const accountabilityOutcomes = {
  'no-liability': '不予追责',
  criticism: '批评教育或通报批评',
  'organizational-handling': '组织处理',
  disciplinary: '党纪政务处分',
  transferred: '移送有关机关处理',
} as const;
export type AccountabilityOutcome = keyof typeof accountabilityOutcomes;

/** Clause: the conclusion, said for the county and for every leader with joint liability (`party`: `county` or a surrogate id). */
export interface OutcomeBody {
  outcome: AccountabilityOutcome;
  against: { party: string; what: string }[];
  reason: string;
}

/** What the procedure tells the listing when it ends, with the grounds it dealt with. */
export type AccountabilityEnded = { caseId: CaseId; outcome: string; grounds: string[] };

/** Clause: everything that can be said to a procedure, with its body; the last three by the listing. */
export interface AccountabilityBodies {
  confirm: ConfirmBody;
  decline: DeclineBody;
  outcome: OutcomeBody;
  addGround: GroundMessage;
  withdrawGround: GroundMessage;
  withdraw: object;
}
