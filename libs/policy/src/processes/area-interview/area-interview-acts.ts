import type { OfficeId, Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import type { AsksCycles } from '../../case/duty-done';

/** whom the province group invites. */
export const invitedNames = { 'discipline-commission': '省纪委监委', 'organization-department': '省委组织部' } as const;

/** B-3.3: the province group interviews a city, a county or a department of the province (约谈提醒). */
export interface SummonBody {
  /** 市、县党委 or 省直部门. */
  office: OfficeId;
  clause: 'A-3.5' | 'B-3.3';
  because: string;
  /** The bulletin, dispatch, inspection or problem it rests on. */
  source?: string | undefined;
  /** 根据工作需要，邀请省纪委监委、省委组织部负责同志参加. */
  invited: (keyof typeof invitedNames)[];
  plannedOn: CivilDate;
  /** Interviews held together (集体约谈) share a name. */
  session?: string | undefined;
}

/** The interview of the same office before this one; `endedOn` is `null` while its commitments are still open. */
export interface AreaInterviewOpening extends Omit<SummonBody, 'source' | 'session'>, AsksCycles {
  source: string | null;
  session: string | null;
  territory: Territory;
  previous: { caseId: string; endedOn: CivilDate | null } | null;
}

/** Something the interviewed commits itself to, with its date. */
export interface Commitment {
  id: string;
  what: string;
  due: CivilDate;
}

export interface HoldAreaInterviewBody {
  minutes: string;
  attended: OfficeId[];
  commitments: Commitment[];
}

/** Another day for the interview, with the reason. */
export interface PostponeBody {
  plannedOn: CivilDate;
  reason: string;
}

/** Not held after all. */
export interface CancelAreaInterviewBody {
  reason: string;
}

/** The interviewed reports a commitment kept, with evidence. */
export interface ReportCommitmentBody {
  commitment: string;
  what: string;
  evidence: string;
}

/** The province office finds it kept or not. */
export interface VerifyCommitmentBody {
  commitment: string;
  kept: boolean;
  note: string;
}

/** A commitment missed or found not kept gets a new date; the missed one stays. */
export interface RenewCommitmentBody {
  commitment: string;
  due: CivilDate;
  reason: string;
}

/** Everything that can be said to an interview, with its body. */
export interface AreaInterviewBodies {
  postpone: PostponeBody;
  cancel: CancelAreaInterviewBody;
  hold: HoldAreaInterviewBody;
  reportCommitment: ReportCommitmentBody;
  verifyCommitment: VerifyCommitmentBody;
  renewCommitment: RenewCommitmentBody;
  /** Books of the cycles that run on the day it was held. */
  cyclesRead: string[];
}
