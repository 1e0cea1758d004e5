import type { Territory } from '../case/office';

/** what is compared. */
export const contestContents = { duty: '责任落实', policy: '政策落实', work: '工作落实', effect: '成效巩固' } as const;
export type ContestContent = keyof typeof contestContents;

/** how it is compared; on site in the 46 key counties alone. */
export const contestMethods = {
  showcase: '工作同台展示',
  'on-site': '到县实地核查',
  departments: '省直部门评价',
  daily: '日常监督评价',
} as const;
export type ContestMethod = keyof typeof contestMethods;

/** the province's contest of a year. */
export type ContestOpening = {
  province: Territory;
  year: string;
  title: string;
  counties: Territory[];
  /** The key counties among them; which they are is imported data with its own source. */
  keyCounties: Territory[];
  membershipSource: string;
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
  /** Counties left unranked because parts of theirs are missing, and why. */
  without?: { counties: Territory[]; reason: string } | undefined;
}
