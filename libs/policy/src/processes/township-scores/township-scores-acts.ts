import type { CaseId } from '../../case/process-list';
import type { Month } from '../../dates/civil-date';
import type { MonthScore } from './month-score';
import type { TaskItem } from './task-item';
import type { OfficeId, Territory } from '../../base/office';

/** A cadre the township has to score. */
export interface CadreToScore {
  cadre: string;
  postingCase: CaseId;
  unit: OfficeId;
  role: string;
}

/** Clause C-3.5: a township's score sheet for a month, started by the county's assessment. */
export interface TownshipScoresOpening {
  township: Territory;
  county: Territory;
  month: Month;
  /** The county's assessment, which hears every score. */
  assessment: CaseId;
  cadres: CadreToScore[];
  /** The month's task list, against which is scored. */
  tasks: TaskItem[];
}

/** Clause C-3.5: one cadre's score. */
export type ScoreBody = MonthScore;

/** Clause C-3.5: the scores of a whole township in one act, all or nothing. */
export interface ScoreAllBody {
  scores: ScoreBody[];
}

/** Clause C-3.5, RULES 3.total: the township's own correction, until the bulletin. */
export interface CorrectBody extends MonthScore {
  reason: string;
}

/** Clause C-3.5, RULES 3.township-cut: a cadre that is not scored this month, with the reason. */
export interface LeaveUnscoredBody {
  cadre: string;
  reason: string;
}

/** Message of the county's assessment: the bulletin is issued; `counted` is the last of this township's acts that entered it. */
export interface MonthClosedBody {
  bulletin: string;
  counted: number;
}

/** Message to the county's assessment: what one act of the township means for the cadres it concerns. */
export interface SheetBody {
  township: Territory;
  /** Sequence of the township's act: a higher version of a cadre's score replaces a lower one. */
  version: number;
  scores: MonthScore[];
  unscored: string[];
}

/** Everything that can be said to a township's sheet, with its body. */
export interface TownshipScoresBodies {
  score: ScoreBody;
  scoreAll: ScoreAllBody;
  correct: CorrectBody;
  leaveUnscored: LeaveUnscoredBody;
  monthClosed: MonthClosedBody;
}
