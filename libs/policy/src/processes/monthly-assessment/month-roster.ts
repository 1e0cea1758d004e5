import { firstDayOf, lastDayOf, type Month } from '../../dates/civil-date';
import { isDayOf } from '../../dates/natural-period';
import { grouped } from '../../base/grouped';
import { daysOnPost, type RosterEntry } from '../cadre-posting/roster';

/** Why a cadre is 未考核 in a month (C-3.5 [D month-score]). */
export const unscoredReasons = {
  'not-on-post': '月末不在岗',
  'too-few-days': '当月在岗天数不足',
  excused: '乡镇说明理由后未评分',
  'not-scored': '乡镇未评分',
} as const;
export type UnscoredReason = keyof typeof unscoredReasons;

/** Clause C-3.5: who is scored in a month, and who is not and why. */
export interface MonthRoster {
  scored: readonly RosterEntry[];
  unscored: readonly (RosterEntry & { reason: UnscoredReason })[];
}

/** Clause C-3.5 [D month-score]: scored are cadres on post on the month's last day with at least `minimumDays` days on post in it. */
export function monthRoster(entries: readonly RosterEntry[], month: Month, minimumDays: number): MonthRoster {
  const scored: RosterEntry[] = [];
  const unscored: (RosterEntry & { reason: UnscoredReason })[] = [];
  for (const [, own] of postingsByCadre(entries)) {
    const latest = own[own.length - 1];
    if (latest === undefined) continue;
    const days = own.reduce(
      (sum, entry) => sum + daysOnPost(entry, { from: firstDayOf(month), to: lastDayOf(month) }),
      0,
    );
    if (!isDayOf(latest, lastDayOf(month))) unscored.push({ ...latest, reason: 'not-on-post' });
    else if (days < minimumDays) unscored.push({ ...latest, reason: 'too-few-days' });
    else scored.push(latest);
  }
  return { scored, unscored };
}

const postingsByCadre = (entries: readonly RosterEntry[]): Map<string, RosterEntry[]> =>
  grouped(
    [...entries].sort(
      (a, b) => compare(a.cadre, b.cadre) || compare(a.from, b.from) || compare(a.postingCase, b.postingCase),
    ),
    ({ cadre }) => cadre,
  );

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
