import { laterOf, earlierOf, type CivilDate } from '../../dates/civil-date';
import type { Settings } from '../../settings/policy-set';

/** Clause C-3.7: dated facts about absence without cause. */
export interface AbsenceFacts {
  absences: readonly CivilDate[];
  /** Leave approved beforehand: such a day is no absence without cause. */
  leaves: readonly { from: CivilDate; to: CivilDate }[];
  approvals: readonly { absenceOn: CivilDate; on: CivilDate }[];
  reminders: readonly { absenceOn: CivilDate; on: CivilDate }[];
  handled: readonly CivilDate[];
  /** From this day on nobody is on post. */
  recalledOn?: CivilDate | undefined;
  /** Days of a recall, or of handling on this path: an absence up to then is decided upon. */
  decisions: readonly CivilDate[];
  /** Absences whose reminder found no inbox. */
  undelivered: readonly CivilDate[];
}

/** The township's duty to remind after an absence that does not yet call for recall. */
export interface ReminderDuty {
  absenceOn: CivilDate;
  /** The absence itself, or the approval that made a later absence the first. */
  since: CivilDate;
  remindedOn?: CivilDate;
  excusedOn?: CivilDate;
}

/** The dispatching unit's duty to recall, and to handle. */
export interface RecallDuty {
  window: 'posting' | number;
  /** The absence that filled the count. */
  absenceOn: CivilDate;
  /** The day the order may go out; `null` while the reminder before it is missing or undelivered. */
  readyOn: CivilDate | null;
  waitsFor?: 'reminder' | 'delivery';
  handledOn?: CivilDate;
  /** Leave approved afterwards took the basis away. */
  cancelledOn?: CivilDate;
}

export interface AbsenceLadder {
  /** Days without cause that still count. */
  counted: CivilDate[];
  /** Days for which leave was asked before or approved afterwards. */
  excused: CivilDate[];
  reminders: ReminderDuty[];
  recalls: RecallDuty[];
  noExcellentYears: number[];
}

interface Absence {
  on: CivilDate;
  excusedOn?: CivilDate;
  beforehand: boolean;
}

/** Clause C-3.7: once → reminder by the township; twice or more → no 优秀 that year, recall, organizational handling. */
export function absenceLadder(facts: AbsenceFacts, settings: Settings): AbsenceLadder {
  const onPost = facts.absences.filter((on) => facts.recalledOn === undefined || on <= facts.recalledOn);
  const absences = [...new Set(onPost)].sort().map((on) => absenceOf(on, facts));
  const windows = inWindows(absences, settings);
  const recalls = windows.flatMap(([window, inside]) => recallDuty(window, inside, facts, settings));
  return {
    counted: absences.filter(isCounted).map(({ on }) => on),
    excused: absences.filter((one) => !isCounted(one)).map(({ on }) => on),
    reminders: windows.flatMap(([, inside]) => reminderDuties(inside, facts, settings)),
    recalls,
    noExcellentYears: [
      ...new Set(
        recalls.filter((duty) => duty.cancelledOn === undefined).map((duty) => Number(duty.absenceOn.slice(0, 4))),
      ),
    ],
  };
}

/** OBLIGATIONS D15: the decision that stands against leave approved for an absence on a day; on any day, where none is named. */
export const decisionOn = (
  absenceOn: CivilDate,
  decisions: readonly CivilDate[],
  approvedOn?: CivilDate,
): CivilDate | undefined =>
  decisions.find((day) => day >= absenceOn && (approvedOn === undefined || day <= approvedOn));

const isCounted = (absence: Absence): boolean => absence.excusedOn === undefined;

function absenceOf(on: CivilDate, facts: AbsenceFacts): Absence {
  if (facts.leaves.some(({ from, to }) => from <= on && on <= to)) return { on, excusedOn: on, beforehand: true };
  const [first, ...others] = facts.approvals
    .filter((approval) => approval.absenceOn === on && decisionOn(on, facts.decisions, approval.on) === undefined)
    .map((approval) => approval.on);
  return first === undefined
    ? { on, beforehand: false }
    : { on, excusedOn: earlierOf(first, ...others), beforehand: false };
}

function inWindows(absences: readonly Absence[], settings: Settings): ['posting' | number, Absence[]][] {
  if (settings.absenceWindow === 'posting') return absences.length === 0 ? [] : [['posting', [...absences]]];
  const years = [...new Set(absences.map(({ on }) => Number(on.slice(0, 4))))];
  return years.map((year) => [year, absences.filter(({ on }) => Number(on.slice(0, 4)) === year)]);
}

function reminderDuties(inside: readonly Absence[], facts: AbsenceFacts, settings: Settings): ReminderDuty[] {
  return inside.flatMap((absence) => {
    const since = reminderSince(absence, inside, settings);
    if (since === undefined) return [];
    const reminded = firstOf(facts.reminders.filter(({ absenceOn }) => absenceOn === absence.on).map(({ on }) => on));
    const excused = absence.excusedOn === undefined ? {} : { excusedOn: absence.excusedOn };
    return [{ absenceOn: absence.on, since, ...(reminded === undefined ? {} : { remindedOn: reminded }), ...excused }];
  });
}

/** The day from which an absence is one to remind of: its own, or that on which an earlier one was excused. */
function reminderSince(absence: Absence, inside: readonly Absence[], settings: Settings): CivilDate | undefined {
  const later = inside
    .flatMap(({ excusedOn }) => (excusedOn !== undefined && excusedOn > absence.on ? [excusedOn] : []))
    .sort();
  const days = [absence.on, ...later].filter(
    (day) => absence.excusedOn === undefined || day === absence.on || day < absence.excusedOn,
  );
  return days.find((day) => ordinalAt(absence, day, inside) < settings.absencesForRecall);
}

const ordinalAt = (absence: Absence, day: CivilDate, inside: readonly Absence[]): number =>
  1 + inside.filter(({ on, excusedOn }) => on < absence.on && (excusedOn === undefined || excusedOn > day)).length;

function recallDuty(
  window: 'posting' | number,
  inside: readonly Absence[],
  facts: AbsenceFacts,
  settings: Settings,
): RecallDuty[] {
  const counted = inside.filter(isCounted);
  const filled = counted[settings.absencesForRecall - 1];
  if (filled !== undefined) return [dutyFrom(window, filled, counted, facts)];
  const once = inside.filter(({ beforehand }) => !beforehand);
  const before = once.find((absence) => ordinalAt(absence, absence.on, inside) >= settings.absencesForRecall);
  const [excused, ...others] = once.flatMap(({ excusedOn }) => (excusedOn === undefined ? [] : [excusedOn]));
  if (before === undefined || excused === undefined) return [];
  return [{ ...dutyFrom(window, before, once, facts), cancelledOn: laterOf(excused, ...others) }];
}

function dutyFrom(
  window: 'posting' | number,
  filled: Absence,
  counted: readonly Absence[],
  facts: AbsenceFacts,
): RecallDuty {
  const days = new Set(counted.map(({ on }) => on));
  const reminders = facts.reminders.filter(({ absenceOn }) => days.has(absenceOn));
  const delivered = firstOf(
    reminders.filter(({ absenceOn }) => !facts.undelivered.includes(absenceOn)).map(({ on }) => on),
  );
  const handled = firstOf(facts.handled.filter((on) => on >= filled.on));
  return {
    window,
    absenceOn: filled.on,
    readyOn: delivered === undefined ? null : laterOf(filled.on, delivered),
    ...(delivered === undefined
      ? { waitsFor: reminders.length === 0 ? ('reminder' as const) : ('delivery' as const) }
      : {}),
    ...(handled === undefined ? {} : { handledOn: handled }),
  };
}

const firstOf = (days: readonly CivilDate[]): CivilDate | undefined => [...days].sort()[0];
