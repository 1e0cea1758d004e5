import type { HolidayCalendar } from './calendar';
import { addDays, chineseDate, daysBetween, type CivilDate, type Instant } from './civil-date';
import type { ClauseId } from '../base/clauses/clauses';
import { isStanding, runClock } from './clock';
import type { LadderName } from './ladder';
import type { Line, OfficeId } from '../base/office';
import { rollOver } from './period';
import { admit, refuse, type RefusalCode, type Verdict } from '../base/verdict';

/** How long: natural or working days after the trigger day, calendar months, a fixed day of a month, or a named date. */
export type Period =
  | { days: number; unit: 'natural' | 'working' }
  | { months: number }
  | { dayOfMonth: number; monthsAhead: number }
  | { half: 'first' | 'second'; monthsAhead: number }
  | { until: CivilDate };

export type Rollover = 'none' | 'next-workday' | 'previous-workday';

/** The closed list of reasons for a suspension (RULES 0.extension). */
export const suspensionReasons = {
  flood: '防汛抗灾',
  epidemic: '疫情防控',
  disaster: '自然灾害',
  absence: '全家外出无法入户',
  litigation: '涉诉待决',
} as const;
export type SuspensionReason = keyof typeof suspensionReasons;

/** A stretch in which the clock stands: from the day of suspension; `resumedOn` missing while it still stands. */
export interface Suspension {
  from: CivilDate;
  reason: SuspensionReason;
  resumedOn?: CivilDate;
}

export interface Extension {
  grantedOn: CivilDate;
  days: number;
  reason: string;
}

/** Everything a date follows from. Written by a process's `view`, computed here, explained by `explanation.ts`. */
export interface DeadlineSpec {
  /** Stable within the case: `identification`, `replacement`, `task-list`. */
  id: string;
  clause: ClauseId;
  /** What must be done, in Chinese, as a verb phrase: 完成监测对象认定. */
  what: string;
  /** The day the period runs from. For periods of days it does not count itself. */
  trigger: CivilDate;
  /** What happened on the trigger day, in Chinese: 收到线索. */
  triggerWhat: string;
  period: Period;
  rollover: Rollover;
  owner: OfficeId;
  line: Line;
  /** Who hears of it when it is overdue, where that is not the office above the owner on its line. */
  above?: OfficeId;
  ladder: LadderName;
  /** The day the obligation began to bind; rungs before it never fire. Default: the trigger. */
  startedOn?: CivilDate;
  /** The exact instant it began to bind, where it is known; a rung of that day whose time had passed by then never fires. */
  startedAt?: Instant;
  suspensions?: readonly Suspension[];
  extension?: Extension;
  /** The day it was done (`occurredOn` of the act), once it was. */
  metOn?: CivilDate;
  /** No longer owed, and why: moved away, withdrawn, replaced by a new one. */
  dropped?: { on: CivilDate; reason: string };
  /** The case says in one notice what several deadlines ask for, instead of one message each. */
  announced?: 'together';
  /** Names of settings by which the office decided what the clause leaves open. */
  decisions?: readonly string[];
}

/** A stretch in which the clock stood, cut to where it mattered; `to` (the day of resumption) missing while it still stands. */
export interface Standstill {
  from: CivilDate;
  to?: CivilDate;
  reason: SuspensionReason;
  /** Days left on the day of suspension, in the period's own unit. */
  remainder: number;
}

/** A deadline with its date. `due` is the last day in time, to 24:00. While the clock stands `due` is what it was before, and provisional. */
export interface Deadline extends DeadlineSpec {
  due: CivilDate;
  /** The date rests on a year whose holidays are not published, or the clock stands and the remainder is not yet running. */
  provisional: boolean;
  /** The suspensions that had an effect; missing when there are none. */
  standstills?: readonly Standstill[];
  /** The day it was recorded that it was met, where that was later than the day it was (补登). */
  recordedOn?: CivilDate;
}

/** Derived and never stored, with the names on screens. */
export const deadlineStates = {
  open: '正常',
  near: '临近',
  'due-today': '今日到期',
  overdue: '逾期',
  met: '按期办结',
  'met-late': '逾期办结',
  suspended: '中止',
  dropped: '已撤销',
} as const;
export type DeadlineState = keyof typeof deadlineStates;
/** The states of a deadline that is still to be met; the others are behind the case. */
export const runningStates = [
  'open',
  'near',
  'due-today',
  'overdue',
  'suspended',
] as const satisfies readonly DeadlineState[];
export type Colour = 'green' | 'yellow' | 'red' | 'grey' | 'blue';

/** One announced step of a deadline's ladder, at its instant. */
export interface Rung {
  /** `<deadline id>@<due>#<days>`: fires once per due date. */
  key: string;
  deadline: string;
  days: number;
  at: Instant;
  to: 'responsible' | 'head' | 'above' | 'above-again';
  recipient: OfficeId;
  /** The owing area or department becomes a candidate for criticism in the next bulletin. */
  criticism: boolean;
}

/** RULES 0.days: the date that follows from a trigger, a period, suspensions, an extension and the rollover. */
export function computeDeadline(spec: DeadlineSpec, calendar: HolidayCalendar): Deadline {
  const clock = runClock(spec, calendar);
  const last = rollOver(clock.due, spec.rollover, calendar);
  const provisional = isStanding(clock) || !clock.published || !last.published;
  return {
    ...spec,
    due: last.date,
    provisional,
    ...(clock.standstills.length > 0 && { standstills: clock.standstills }),
  };
}

/** RULES 0.dates: how a deadline stands on a day; overdue from the day after `due` at 00:00. */
export function deadlineState(deadline: Deadline, today: CivilDate, nearDays: number): DeadlineState {
  const { due, metOn } = deadline;
  if (isDropped(deadline, today)) return 'dropped';
  if (metOn !== undefined && metOn <= today) return metOn <= due ? 'met' : 'met-late';
  if (isSuspended(deadline, today)) return 'suspended';
  if (today > due) return 'overdue';
  if (today === due) return 'due-today';
  return daysBetween(today, due) <= nearDays ? 'near' : 'open';
}

const colours: Record<DeadlineState, Colour> = {
  open: 'green',
  near: 'yellow',
  'due-today': 'yellow',
  overdue: 'red',
  met: 'blue',
  'met-late': 'blue',
  suspended: 'grey',
  dropped: 'grey',
};

/** The light on screens: green in time, yellow near, red overdue, blue done, grey not owed now. */
export const colourOf = (state: DeadlineState): Colour => colours[state];

/** RULES 0.reminders: does it bind on a day, overdue or not? Not before its start, not once met or dropped, not while suspended. */
export function isRunning(deadline: Deadline, onDay: CivilDate): boolean {
  const { metOn } = deadline;
  const hasStarted = startOf(deadline) <= onDay;
  const isMet = metOn !== undefined && metOn <= onDay;
  return hasStarted && !isMet && !isDropped(deadline, onDay) && !isSuspended(deadline, onDay);
}

/** The day a deadline began to bind. */
export const startOf = (spec: DeadlineSpec): CivilDate => spec.startedOn ?? spec.trigger;

/** Does the clock stand on a day? The day of suspension is part of it, the day of resumption is not. */
export const isSuspended = (deadline: Deadline, onDay: CivilDate): boolean =>
  (deadline.standstills ?? []).some(({ from, to }) => from <= onDay && (to === undefined || onDay < to));

/** The standstill that has no resumption yet, if the clock stands. */
export const openStandstill = ({ standstills }: Deadline): Standstill | undefined =>
  standstills?.find(({ to }) => to === undefined);

/** RULES 0.extension: where the office allows it, once, before expiry. */
export function judgeExtension(
  deadline: Deadline,
  settings: { extensionAllowed: boolean },
  grantedOn: CivilDate,
): Verdict {
  if (!settings.extensionAllowed)
    return no(deadline, 'SWITCHED_OFF', '条款未规定可以延期，本单位也未启用延期，期限不予延长');
  const closed = refuseUnlessOwed(deadline, '延期', grantedOn);
  if (closed !== undefined) return closed;
  if (deadline.extension !== undefined)
    return no(
      deadline,
      'ALREADY_DONE',
      `只可延期一次，已于${chineseDate(deadline.extension.grantedOn)}延期${deadline.extension.days}日`,
    );
  if (grantedOn > deadline.due && !isSuspended(deadline, grantedOn))
    return no(deadline, 'EXPIRED', expiredWords(deadline, '延期', grantedOn));
  return admit();
}

/** RULES 0.extension: where the office allows it, only while not overdue. */
export function judgeSuspension(deadline: Deadline, settings: { suspensionAllowed: boolean }, on: CivilDate): Verdict {
  if (!settings.suspensionAllowed)
    return no(deadline, 'SWITCHED_OFF', '条款未规定可以中止，本单位也未启用中止，期限照常计算');
  const closed = refuseUnlessOwed(deadline, '中止', on);
  if (closed !== undefined) return closed;
  const last = deadline.standstills?.at(-1);
  if (last !== undefined && last.to === undefined)
    return no(deadline, 'ALREADY_DONE', `期限自${chineseDate(last.from)}起已中止，尚未恢复，不能再次中止`);
  if (last?.to !== undefined && on < last.to)
    return no(
      deadline,
      'BEFORE_BEGINNING',
      `期限已于${chineseDate(last.to)}恢复，中止日不能早于该日，提交的是${chineseDate(on)}`,
    );
  if (on > deadline.due) return no(deadline, 'EXPIRED', expiredWords(deadline, '中止', on));
  return admit();
}

/** RULES 0.extension: a standing clock runs on from the day of resumption, not before the day of suspension. */
export function judgeResumption(deadline: Deadline, settings: { suspensionAllowed: boolean }, on: CivilDate): Verdict {
  const standing = openStandstill(deadline);
  if (standing === undefined && !settings.suspensionAllowed)
    return no(deadline, 'SWITCHED_OFF', '本单位未启用中止，没有需要恢复的期限');
  if (standing === undefined) return no(deadline, 'WRONG_STAGE', '期限没有中止，无需恢复');
  if (on < standing.from)
    return no(
      deadline,
      'BEFORE_BEGINNING',
      `期限自${chineseDate(standing.from)}起中止，恢复日不能早于该日，提交的是${chineseDate(on)}`,
    );
  return admit();
}

const isDropped = ({ dropped, metOn }: Deadline, onDay: CivilDate): boolean =>
  dropped !== undefined && dropped.on <= onDay && (metOn === undefined || dropped.on < metOn);

function refuseUnlessOwed(deadline: Deadline, step: string, on: CivilDate): Verdict | undefined {
  const { metOn, dropped } = deadline;
  if (metOn !== undefined) return no(deadline, 'ALREADY_DONE', `已于${chineseDate(metOn)}办结，无需${step}`);
  if (dropped !== undefined) return no(deadline, 'ALREADY_DONE', `期限已于${chineseDate(dropped.on)}撤销，无需${step}`);
  const start = startOf(deadline);
  return on < start
    ? no(
        deadline,
        'BEFORE_BEGINNING',
        `期限自${chineseDate(start)}起算，${step}日不能早于该日，提交的是${chineseDate(on)}`,
      )
    : undefined;
}

const no = ({ clause, what }: Deadline, code: RefusalCode, detail: string): Verdict =>
  refuse(code, clause, `${what}：${detail}`);

const expiredWords = ({ due }: Deadline, step: string, on: CivilDate): string =>
  `期限至${chineseDate(due)}24时届满，自${chineseDate(addDays(due, 1))}零时起逾期；${step}须在届满前办理，提交的是${chineseDate(on)}`;

export type { HolidayCalendar };
