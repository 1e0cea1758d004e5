import type { ContestContent, ContestMethod } from '../../base/contest-parts';
import type { Department } from '../../base/departments';
import type { Territory } from '../../base/office';

/** the province's contest of a year. */
export type ContestOpening = {
  province: Territory;
  year: string;
  title: string;
  counties: Territory[];
  /** The key counties among them; which they are is imported data with its own source. */
  keyCounties: Territory[];
  membershipSource: string;
  /** The provincial departments that evaluate (省直部门评价); where none are named, whoever scores. */
  departments?: Department[] | undefined;
};

export interface ImportMembershipBody {
  keyCounties: Territory[];
  source: string;
  reason: string;
}

/** One score, with what it rests on. */
export interface ContestScore {
  county: Territory;
  method: ContestMethod;
  content: ContestContent;
  /** 0–100, one decimal. */
  score: number;
  evidence: string;
  /** Of 省直部门评价: which department's. Said only by who corrects it after publication. */
  department?: Department | undefined;
}

export interface ScoreContestBody {
  scores: ContestScore[];
}

/** Replaces a score; after publication by a correcting publication with a number of its own. */
export interface CorrectContestBody extends ContestScore {
  reason: string;
  number?: string | undefined;
}

export interface PublishContestBody {
  number: string;
  /** Counties left unranked because parts of theirs are missing, departments whose evaluation is not waited for, and why. */
  without?: { counties: Territory[]; departments?: Department[] | undefined; reason: string } | undefined;
}

/** Everything that can be said to a contest, with its body. */
export interface ContestBodies {
  importMembership: ImportMembershipBody;
  scoreAll: ScoreContestBody;
  correct: CorrectContestBody;
  publish: PublishContestBody;
  correctionsExpired: object;
}
