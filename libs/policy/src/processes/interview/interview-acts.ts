import type { CaseId } from '../../case/process-list';
import type { OfficeId, Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import type { InterviewGrounds } from './interview-grounds';

/** Clause C-3.7: an interview as the posting orders it. */
export interface InterviewOpening {
  county: Territory;
  cadre: string;
  /** Case id of the posting it belongs to. */
  posting: CaseId;
  unit: OfficeId;
  key: string;
  because: InterviewGrounds;
  orderedOn: CivilDate;
  byHand?: boolean | undefined;
}

/** Clause C-3.7: the interview took place on the act's date. */
export interface HoldBody {
  minutes?: string | undefined;
  feedbackGiven?: boolean | undefined;
  /** Interviews held together (集体约谈) share a name. */
  session?: string | undefined;
}

/** Clause C-3.7: what the dispatching unit was told. */
export interface FeedbackBody {
  note: string;
}

/** Everything that can be said to an interview, with its body. */
export interface InterviewBodies {
  hold: HoldBody;
  feedback: FeedbackBody;
  withdrawn: object;
}
