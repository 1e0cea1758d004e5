import type { CaseId } from '../../case/process-list';
import type { OfficeId, Territory } from '../../base/office';
import type { MarkedDay } from './attendance';
import type { CivilDate } from '../../dates/civil-date';
import { lengthOf, overlapOf, type Span } from '../../dates/natural-period';

/** Somebody on post on some day of a span, as the ledger's roster says; `to` is the last day on post. */
export interface RosterEntry {
  cadre: string;
  postingCase: CaseId;
  township: Territory;
  village: Territory;
  unit: OfficeId;
  role: string;
  from: CivilDate;
  to: CivilDate | null;
  /** Clause C-3.3: approved leave that touches the span. */
  leaves?: Span[];
  /** OBLIGATIONS D3: where the posting moved, all its stays one after another, in whatever township. */
  stays?: readonly Stretch[] | null;
}

/** Days of somebody who may still be there. */
export interface Stretch {
  from: CivilDate;
  to: CivilDate | null;
}

/** Clause C-3.1: the days of a posting that were marked, in whatever village. */
export interface CadreAttendance {
  cadre: string;
  postingCase: string;
  days: readonly MarkedDay[];
}

/** A dispatching unit with somebody on post in a village, and how long. */
export interface UnitOnRoster {
  unit: OfficeId;
  village: Territory;
  from: CivilDate;
  to: CivilDate | null;
}

/** The stretch of a span somebody is on post; empty when none. */
export const onPostWithin = ({ from, to }: { from: CivilDate; to: CivilDate | null }, span: Span): Span =>
  overlapOf({ from, to: to ?? span.to }, span);

/** Days on post within a span, first and last day included. */
export const daysOnPost = (entry: { from: CivilDate; to: CivilDate | null }, span: Span): number =>
  lengthOf(onPostWithin(entry, span));
