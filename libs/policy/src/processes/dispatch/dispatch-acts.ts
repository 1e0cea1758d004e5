import type { CaseId } from '../../case/process-list';
import type { Department } from '../../base/departments';
import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import type { PolicyArea } from '../../base/policy-areas';
import type { PolicyLineId } from '../../base/policy-lines';

/** one half month's dispatch (半月调度) of one territory. */
export type DispatchOpening = { territory: Territory; period: string; from: CivilDate; to: CivilDate; book: CaseId };

/** How the policy stands in a place. */
export const placeStates = { 'in-place': '落实到位', advancing: '正在推进', lagging: '落实不到位' } as const;
export type PlaceState = keyof typeof placeStates;

/** One figure of a place: so many done of so many to be done. */
export interface DispatchFigure {
  name: string;
  done: number;
  of: number;
}

export interface DispatchProblem {
  what: string;
  measure?: string | undefined;
}

/** What a department reports of one place: state, figures and problems. */
export interface PlaceReturn {
  place: Territory;
  state: PlaceState;
  figures: DispatchFigure[];
  problems?: DispatchProblem[] | undefined;
}

/** a lead department's return for one policy area. */
export interface ReturnBody {
  area: PolicyArea;
  /** Only where the leading-group office files it for the department. */
  department?: Department | undefined;
  summary: string;
  places: PlaceReturn[];
}

/** Replaces a return; the earlier one stays in the timeline. */
export interface CorrectReturnBody extends ReturnBody {
  reason: string;
}

/** targeted measures of a department for a lagging place (采取针对性措施，督导推动). */
export interface SuperviseBody {
  area: PolicyArea;
  department?: Department | undefined;
  place: Territory;
  measure: string;
}

/** What a policy's line says: so many entitled or planned and so many covered or done, or how many there are of what should be none. */
export interface LineSaid {
  of?: number | undefined;
  done?: number | undefined;
  none?: number | undefined;
}

/** OBLIGATIONS D25: one policy of a department's ledger, confirmed for the half month. */
export interface PolicyLineBody extends LineSaid {
  policy: PolicyLineId;
  /** As it stood in the half month before. */
  unchanged?: boolean | undefined;
  /** Why the one figure falls short of the other. */
  why?: string | undefined;
}

/** the lines of a department's ledger (台账), some or all; the latest of each stands. */
export interface ConfirmLinesBody {
  /** Only where the leading-group office confirms for the department. */
  department?: Department | undefined;
  lines: PolicyLineBody[];
}

/** RULES 9.corrections: the office above opens a closed dispatch again, up to a day. */
export interface ReopenDispatchBody {
  until: CivilDate;
  reason: string;
}

/** What the directory answered: the places directly below. */
export type PlacesReadBody = { place: Territory }[];

/** What the ledger answered: the lines of the half month before. */
export type LinesReadBody = (LineSaid & { policy: PolicyLineId; department: Department })[];

/** Everything that can be said to a dispatch, with its body. */
export interface DispatchBodies {
  fileReturn: ReturnBody;
  correctReturn: CorrectReturnBody;
  confirmLines: ConfirmLinesBody;
  supervise: SuperviseBody;
  reopen: ReopenDispatchBody;
  placesRead: PlacesReadBody;
  linesRead: LinesReadBody;
  periodClosed: { until: CivilDate };
  periodSealed: object;
}
