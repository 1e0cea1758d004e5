import type { CaseId } from '../../case/process-list';
import type { Department } from '../../base/departments';
import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import type { PolicyArea } from '../../base/policy-areas';

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

/** RULES 9.corrections: the office above opens a closed dispatch again, up to a day. */
export interface ReopenDispatchBody {
  until: CivilDate;
  reason: string;
}

/** What the directory answered: the places directly below. */
export type PlacesReadBody = { place: Territory }[];

/** Everything that can be said to a dispatch, with its body. */
export interface DispatchBodies {
  fileReturn: ReturnBody;
  correctReturn: CorrectReturnBody;
  supervise: SuperviseBody;
  reopen: ReopenDispatchBody;
  placesRead: PlacesReadBody;
  periodClosed: { until: CivilDate };
  periodSealed: object;
}
