import { officeName } from '@duban/contracts/divisions';
import type { DayOfReading, DeadlineRow } from '@duban/persistence/deadlines';
import { processNames } from '@duban/policy/case/case';
import { daysBetween, type CivilDate } from '@duban/policy/dates/civil-date';
import { colourOf, deadlineStates } from '@duban/policy/dates/deadline';
import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import type { Caller } from '../auth/caller';
import { withPlaces } from '../names/in-brackets';
import { nextStepOf, type NextStep } from './next-act';

/** The day states are told for, and how many days before it a due date counts as near. */
export const dayOfReading = (today: CivilDate): DayOfReading => ({ today, nearDays: settingsOf(basePolicy).nearDays });

/** A deadline with what derives from today: state, colour, days left, and what the caller does next about it. */
export const shownDeadline = (row: DeadlineRow, today: CivilDate, caller: Caller) =>
  withStep(row, today, nextStepOf(row, caller));

export const withStep = ({ deadline, ...row }: DeadlineRow, today: CivilDate, step: NextStep) => ({
  ...row,
  processName: processNames[row.process],
  stateName: `${deadlineStates[row.state]}${deadline.recordedOn === undefined ? '' : '（补登）'}`,
  colour: colourOf(row.state),
  what: withPlaces(deadline.what),
  clause: deadline.clause,
  due: deadline.due,
  daysLeft: daysBetween(today, deadline.due),
  provisional: deadline.provisional,
  metOn: deadline.metOn ?? null,
  recordedOn: deadline.recordedOn ?? null,
  owner: deadline.owner,
  ownerName: officeName(deadline.owner),
  ...step,
  explanation: `/api/v1/cases/${row.caseId}/deadlines/${row.id}/explanation`,
});
