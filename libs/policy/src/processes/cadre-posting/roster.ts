import type { CaseId } from '../../case/process-list';
import type { OfficeId, Territory } from '../../base/office';
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
}

/** A dispatching unit with somebody on post in a territory, and how long. */
export interface UnitOnRoster {
  unit: OfficeId;
  from: CivilDate;
  to: CivilDate | null;
}

/** The stretch of a span somebody is on post; empty when none. */
export const onPostWithin = ({ from, to }: { from: CivilDate; to: CivilDate | null }, span: Span): Span =>
  overlapOf({ from, to: to ?? span.to }, span);

/** Days on post within a span, first and last day included. */
export const daysOnPost = (entry: { from: CivilDate; to: CivilDate | null }, span: Span): number =>
  lengthOf(onPostWithin(entry, span));
