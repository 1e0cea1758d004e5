import { divisionName, divisionPath, officeName } from '@duban/contracts/divisions';
import type { CaseRow } from '@duban/persistence/cases';
import type { DeadlineRow } from '@duban/persistence/deadlines';
import type { TimelineRow } from '@duban/persistence/timeline';
import { processNames } from '@duban/policy/case/case';
import { daysBetween, type CivilDate } from '@duban/policy/dates/civil-date';
import { colourOf, deadlineStates } from '@duban/policy/dates/deadline';
import type { Caller } from '../auth/caller';
import { withPlaces } from './in-brackets';
import { nextStepOf, type NextStep } from './next-act';

/** A case as lists show it, with names beside codes. */
export const shownCase = (row: CaseRow) => ({
  ...row,
  processName: processNames[row.process],
  territoryName: divisionPath(row.territory),
  villageName: typeof row.listed['village'] === 'string' ? divisionName(row.listed['village']) : null,
});

/** A deadline with what derives from today: state, colour, days left, and what the caller does next about it. */
export const shownDeadline = (row: DeadlineRow, today: CivilDate, caller: Caller) =>
  withStep(row, today, nextStepOf(row, caller));

export const withStep = ({ deadline, ...row }: DeadlineRow, today: CivilDate, step: NextStep) => ({
  ...row,
  processName: processNames[row.process],
  stateName: deadlineStates[row.state],
  colour: colourOf(row.state),
  what: withPlaces(deadline.what),
  clause: deadline.clause,
  due: deadline.due,
  daysLeft: daysBetween(today, deadline.due),
  provisional: deadline.provisional,
  metOn: deadline.metOn ?? null,
  owner: deadline.owner,
  ownerName: officeName(deadline.owner),
  ...step,
  explanation: `/api/v1/cases/${row.caseId}/deadlines/${row.id}/explanation`,
});

/** An entry of a timeline; what the system did by itself is marked 自动. */
export const shownEntry = (row: TimelineRow) => ({
  ...row,
  what: withPlaces(row.what),
  marked: row.kind === 'event' ? '自动' : null,
  byName: officeName(row.by.office),
  recipientNames: row.recipients.map(officeName),
});
