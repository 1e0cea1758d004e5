import { kindOf, levelOf, officeKindName, officeKinds, territoryOf, type Level, type OfficeId } from '../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../base/verdict';
import { chineseDate, type CivilDate } from '../dates/civil-date';
import type { ClauseId } from '../base/clauses/clauses';
import type { Beginning, Condition, DayBound, Days, Grant, OpeningRow } from './operation';

/** 县级, 村级: what a level is called. */
export const levelNames: Record<Level, string> = {
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡镇',
  village: '村级',
};

/** The offices that may, in Chinese: 县级驻村办、乡镇党委、村委会. */
export const grantNames = (grants: readonly Grant[]): string => [...new Set(grants.map(nameOf))].join('、');

const nameOf = ({ level, kind }: Grant): string =>
  `${level === undefined || level === 'village' ? '' : levelNames[level]}${officeKinds[kind]}`;

/** Is it this kind of office's to do? */
export const isGranted = (office: OfficeId, grants: readonly Grant[]): boolean =>
  grants.some(
    ({ kind, level }) => kind === kindOf(office) && (level === undefined || level === levelOf(territoryOf(office))),
  );

/** Refuses an office of a kind or level that the operation is not granted to, and names those it is. */
export function refuseOthers(
  { by: granted, clause, title }: { by: readonly Grant[]; clause: ClauseId; title: string },
  office: OfficeId | 'system',
): Refusal | undefined {
  if (office !== 'system' && isGranted(office, granted)) return undefined;
  return refuse(
    'NOT_ALLOWED',
    clause,
    `“${title}”应由${grantNames(granted)}办理，当前单位是${officeKindName(office)}。`,
  );
}

/** The first condition that does not hold. */
export function refuseUnmet<S>(
  conditions: readonly Condition<S>[] | undefined,
  situation: S,
  clause: ClauseId,
): Refusal | undefined {
  for (const { code, reason, clause: own = clause } of conditions ?? []) {
    const why = reason(situation);
    if (why !== undefined) return refuse(code, own, why);
  }
  return undefined;
}

/** The days an act may be dated, both included; `first` after `last` where there is none. */
export interface Window {
  first: DayBound;
  last: DayBound;
}

/** From the later of the case's beginning and `since` to the earlier of `until` and the day of recording; `reachesBack` moves the beginning back. */
export function windowOf<S>(row: Days<S>, situation: S, opened: DayBound, today: CivilDate): Window {
  const before = row.reachesBack?.(situation);
  const beginning = before !== undefined && before.on < opened.on ? before : opened;
  const since = row.since?.(situation);
  const until = row.until?.(situation);
  const recording: DayBound = { on: today, what: '登记当日' };
  return {
    first: since !== undefined && since.on > beginning.on ? since : beginning,
    last: until !== undefined && until.on < today ? until : recording,
  };
}

/** Refuses a day outside the window, saying what happened on the day that bounds it. */
export function refuseDay(
  { first, last }: Window,
  on: CivilDate,
  { clause, today, field = 'occurredOn' }: { clause: ClauseId; today: CivilDate; field?: string },
): Refusal | undefined {
  const came = `，收到的是${chineseDate(on)}。`;
  if (on > today)
    return refuse('FUTURE_DATE', clause, `发生日期应不晚于登记当日（${chineseDate(today)}）${came}`, field);
  if (on < first.on) {
    const words = first.why ?? `发生日期应不早于${first.what}（${chineseDate(first.on)}）`;
    return refuse(first.code ?? 'BEFORE_BEGINNING', first.clause ?? clause, `${words}${came}`, field);
  }
  if (on <= last.on) return undefined;
  const words = last.why ?? `发生日期应不晚于${last.what}（${chineseDate(last.on)}）`;
  return refuse(last.code ?? 'EXPIRED', last.clause ?? clause, `${words}${came}`, field);
}

/** No day is left on which it might have taken place. */
export function refuseNoDay(window: Window, asked: { clause: ClauseId; today: CivilDate }): Refusal | undefined {
  const { first, last } = window;
  if (first.on <= last.on) return undefined;
  return refuseDay(window, first.on > asked.today ? asked.today : first.on, asked);
}

/** What is taken over from before the plan, with a reason, is no older than the century. */
const earliestImport: CivilDate = '2000-01-01';

/** Who opens, whose, from which day; then what hangs on the opening itself. */
export function judgeBeginning<O>(row: OpeningRow<O>, beginning: Beginning<O>, planBeganOn: CivilDate): Verdict {
  const { by, openedOn, today, importReason } = beginning;
  const began: DayBound =
    importReason === undefined
      ? { on: planBeganOn, what: '方案印发之日' }
      : { on: earliestImport, what: '可补录的最早日期' };
  return (
    refuseOpener(row, by.office) ??
    refuseDay(windowOf(row, beginning, began, today), openedOn, { clause: row.clause, today }) ??
    refuseUnmet(by.office === 'system' ? [] : row.own, beginning, row.clause) ??
    row.judge?.(beginning) ??
    admit()
  );
}

/** The system may open whatever follows from another case. */
function refuseOpener<O>({ by, clause, title }: OpeningRow<O>, office: OfficeId | 'system'): Refusal | undefined {
  if (office === 'system') return undefined;
  if (by === 'system') return refuse('NOT_ALLOWED', clause, `${title}由系统按规则自动立案，不由单位办理。`);
  return refuseOthers({ by, clause, title }, office);
}
