import type { GroundRef } from '../../case/named-ground';
import type { AccountabilityEnded, LiaisonLeader } from '../accountability/accountability-acts';
import type { CivilDate } from '../../dates/civil-date';
import type { OfficeId, Territory } from '../../base/office';

/** Clauses and B-3.3: why a county is listed. */
export const listingGroundKinds = {
  'national-exam': '国考反馈问题涉及',
  'policy-not-in-place': '省考或督查巡查发现政策落实不到位',
  'recurring-problems': '省考或督查巡查发现问题屡改屡犯',
  'last-in-ranking': '常态化排名末位',
  'plan-b-serious': '整改不力、作风不实、推进迟缓，造成严重后果',
} as const;
export type ListingGroundKind = keyof typeof listingGroundKinds;

export interface ListingGround {
  kind: ListingGroundKind;
  what: string;
  /** The feedback, report or bulletin it comes from. */
  source?: string | null | undefined;
  /** The proposed ground of the register it confirms (A-3.7: grounds from all sources). */
  confirms?: GroundRef | null | undefined;
}

/** Clause: one line of the problem list (问题清单). */
export interface ProblemLine {
  id: string;
  what: string;
  area?: string | null | undefined;
}

/** [D liaison-leaders]: a leader of any level with from and to, as far as they are known. */
export type ListedLeader = LiaisonLeader & { from?: CivilDate | null | undefined; to?: CivilDate | null | undefined };

/** Clause: the province office lists a county. */
export interface ListBody {
  county: Territory;
  grounds: ListingGround[];
  problems: ProblemLine[];
  liaisonLeaders: ListedLeader[];
}

/** Clause: the listing before this one; `delistedOn` is `null` while it still stands. */
export interface PreviousListing {
  caseId: string;
  delistedOn: CivilDate | null;
}

export interface ListingOpening extends ListBody {
  previous: PreviousListing | null;
}

export interface AddProblemBody {
  id: string;
  what: string;
  area?: string | undefined;
}

export interface AddGroundBody {
  kind: ListingGroundKind;
  what: string;
  source?: string | undefined;
  confirms?: GroundRef | undefined;
  problems?: AddProblemBody[] | undefined;
}

export interface ProblemProgressBody {
  problem: string;
  rectified: boolean;
  note: string;
  /** Which office did the work; the listed county where nothing is said. */
  rectifiedBy?: OfficeId | undefined;
  /** Needed once it is reported as rectified. */
  evidence?: string | undefined;
}

export interface VerifyProblemBody {
  problem: string;
  passed: boolean;
  note: string;
}

/** Clause: the finding on policy implementation, beside that on problem rectification. */
export interface PolicyFindingBody {
  positive: boolean;
  note: string;
}

export interface AcceptanceBody {
  passed: boolean;
  note?: string | undefined;
}

/** [D liaison-leaders]: who becomes leader, or ceases to be; said again of a person it replaces what was said before. */
export interface NameLeaderBody extends Omit<LiaisonLeader, 'person'> {
  /** `person` of an act is who records it. */
  leader: string;
  /** Needed of who was not named before. */
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
}

/** Replaces the verdict or the date of an acceptance recorded wrongly. */
export interface CorrectAcceptanceBody {
  round: number;
  passed?: boolean | undefined;
  correctedDate?: CivilDate | undefined;
  reason: string;
}

/** Clause: everything that can be said to a listing, with its body; the last by its accountability procedure. */
export interface ListingBodies {
  addGround: AddGroundBody;
  addProblem: AddProblemBody;
  problemProgress: ProblemProgressBody;
  verifyProblem: VerifyProblemBody;
  policyFinding: PolicyFindingBody;
  nameLeader: NameLeaderBody;
  acceptance: AcceptanceBody;
  correctAcceptance: CorrectAcceptanceBody;
  accountabilityEnded: AccountabilityEnded;
}
