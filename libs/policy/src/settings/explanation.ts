import type { HolidayCalendar } from '../dates/calendar';
import { addDays, chineseDate, laterOf, type CivilDate } from '../dates/civil-date';
import type { ClauseId } from '../base/clauses/clauses';
import { runClock } from '../dates/clock';
import { countDays, skippedByRollover, type DayRun } from '../dates/day-count';
import {
  openStandstill,
  suspensionReasons,
  type Deadline,
  type DeadlineSpec,
  type Extension,
  type Standstill,
} from '../dates/deadline';
import type { SettingOrigin, Settings } from './policy-set';

/** Why a deadline falls on its day, in parts and (`lines`) to be printed. Whoever follows the parts arrives at `due`. */
export interface Explanation {
  deadline: string;
  clause: ClauseId;
  clauseWords: string;
  what: string;
  trigger: { on: CivilDate; what: string };
  period: string;
  /** Every day from the trigger to the end of the period, counted or skipped; empty for a fixed day that nothing moved. */
  days: readonly DayRun[];
  standstills: readonly Standstill[];
  extension?: Extension;
  /** Only when the last day was moved off rest days. */
  rollover?: { from: CivilDate; to: CivilDate; skipped: readonly DayRun[] };
  due: CivilDate;
  overdueFrom: CivilDate;
  /** Why the date is provisional. */
  remark?: string;
  /** What the office chose and the clause leaves open. */
  decisions: readonly string[];
  calendar: string;
  lines: readonly string[];
}

/** What an explanation quotes: the clause's own words, and where the settings come from (`settingOrigins`). */
export interface ExplanationWords {
  clause: string;
  origins?: Partial<Record<string, SettingOrigin>>;
}

/** RULES 0.days: a date explained by its clause, its start, every day counted or skipped, and the office's own decisions. */
export function explain(
  deadline: Deadline,
  calendar: HolidayCalendar,
  settings: Settings,
  words: ExplanationWords,
): Explanation {
  const { due } = deadline;
  const { due: end, extended } = runClock(deadline, calendar);
  const extension = extended ? deadline.extension : undefined;
  const remark = remarkOn(deadline, end, calendar);
  const parts = {
    deadline: deadline.id,
    clause: deadline.clause,
    clauseWords: words.clause,
    what: deadline.what,
    trigger: { on: deadline.trigger, what: deadline.triggerWhat },
    period: periodWords(deadline),
    days: isCountedByDay(deadline, end) ? countDays(deadline, calendar) : [],
    standstills: deadline.standstills ?? [],
    ...(extension !== undefined && { extension }),
    ...(end !== due && { rollover: { from: end, to: due, skipped: skippedByRollover(end, due, calendar) } }),
    due,
    overdueFrom: addDays(due, 1),
    ...(remark !== undefined && { remark }),
    decisions: decisionsOf(deadline, settings, words),
    calendar: calendar.version,
  };
  return { ...parts, lines: linesOf(parts) };
}

/** A fixed day needs no counting until a suspension or an extension moves it. */
function isCountedByDay(deadline: Deadline, end: CivilDate): boolean {
  const isPeriod = 'days' in deadline.period || 'months' in deadline.period;
  const isMoved = deadline.standstills !== undefined || deadline.extension !== undefined;
  return end >= deadline.trigger && (isPeriod || isMoved);
}

function remarkOn(deadline: Deadline, end: CivilDate, calendar: HolidayCalendar): string | undefined {
  if (!deadline.provisional) return undefined;
  const standing = openStandstill(deadline);
  if (standing !== undefined)
    return `暂定：期限中止中，剩余${standing.remainder}${unitOf(deadline)}，自恢复之日的次日起继续计算`;
  const years = unpublishedYears(deadline.trigger, laterOf(end, deadline.due), calendar).join('、');
  return `暂定：${years}年节假日安排尚未公布，暂按周一至周五为工作日推算，公布后以公布的安排为准`;
}

function unpublishedYears(from: CivilDate, to: CivilDate, calendar: HolidayCalendar): string[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first) + 1 }, (_, i) => String(Math.min(first, last) + i));
  return years.filter((year) => calendar.years[year] === undefined);
}

const unitOf = ({ period }: Pick<DeadlineSpec, 'period'>): string =>
  'unit' in period && period.unit === 'working' ? '个工作日' : '日';

function periodWords({ period }: DeadlineSpec): string {
  if ('unit' in period)
    return `次日起${period.days}${unitOf({ period })}${period.unit === 'natural' ? '（自然日，节假日照计）' : ''}，起算当日不计入`;
  if ('months' in period) return `起算日后${period.months}个月的对应日，该月没有对应日的为月末日`;
  if ('until' in period) return `至${chineseDate(period.until)}`;
  const month = monthWords(period.monthsAhead);
  if ('dayOfMonth' in period) return `${month}${period.dayOfMonth}日前（含当日）`;
  return `${month}${period.half === 'first' ? '上半月（1日至15日）' : '下半月（16日至月末）'}`;
}

function monthWords(monthsAhead: number): string {
  if (monthsAhead === 0) return '当月';
  return monthsAhead === 1 ? '次月' : `其后第${monthsAhead}个月`;
}

const decisionsOf = (
  { decisions = [] }: DeadlineSpec,
  settings: Settings,
  { origins = {} }: ExplanationWords,
): string[] =>
  decisions
    .filter((name) => origins[name]?.isDecision ?? true)
    .map(
      (name) =>
        `${origins[name]?.title ?? name}＝${valueOf(settings, name, origins[name]?.choices)}：本单位设定，非条款原文`,
    );

function valueOf(settings: Settings, name: string, choices?: SettingOrigin['choices']): string {
  const value = Object.entries(settings).find(([key]) => key === name)?.[1] as unknown;
  return choices?.[String(value)] ?? String(value ?? '未设');
}

function linesOf(parts: Omit<Explanation, 'lines'>): string[] {
  const { days, standstills, extension, rollover, remark } = parts;
  return [
    `依据：${parts.clause}「${parts.clauseWords}」`,
    `事项：${parts.what}`,
    `起算：${chineseDate(parts.trigger.on)}，${parts.trigger.what}`,
    `期间：${parts.period}`,
    ...days.map(runLine),
    ...standstills.map(standstillLine),
    ...(extension === undefined
      ? []
      : [`延期：${chineseDate(extension.grantedOn)}批准延期${extension.days}日，理由：${extension.reason}`]),
    ...(rollover === undefined ? [] : [rolloverLine(rollover)]),
    `期限：${chineseDate(parts.due)}24时前，自${chineseDate(parts.overdueFrom)}零时起逾期`,
    ...(remark === undefined ? [] : [remark]),
    ...parts.decisions,
  ];
}

const stretch = ({ from, to }: DayRun): string =>
  from === to ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;

const runLine = (run: DayRun): string =>
  `　${stretch(run)}：${run.counted ? `计入${run.days}日` : '不计入'}，${run.why}`;

const standstillLine = ({ from, to, reason, remainder }: Standstill): string =>
  `中止：${chineseDate(from)}因${suspensionReasons[reason]}中止，剩余${remainder}日；${to === undefined ? '尚未恢复' : `${chineseDate(to)}恢复，自次日起继续计算`}`;

const rolloverLine = ({ from, to, skipped }: NonNullable<Explanation['rollover']>): string =>
  `${from < to ? '顺延' : '提前'}：${skipped.map((run) => `${stretch(run)}${run.why}`).join('，')}，${from < to ? '顺延至其后' : '提前至其前'}第一个工作日${chineseDate(to)}`;
