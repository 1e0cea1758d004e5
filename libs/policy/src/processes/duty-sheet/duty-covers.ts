import { addDays, laterOf, type CivilDate } from '../../dates/civil-date';
import { chineseSpan, lengthOf, without, type Span } from '../../dates/natural-period';
import type { Settings } from '../../settings/policy-set';
import type { CoverOnList } from './duty-acts';
import type { DutyRecord } from './duty-facts';
import type { DutyLine } from './duty-lines';
import type { Reached } from './duty-sums';

/** Clause C-3.6: days for which somebody is insured, and the day it was entered; without an end for as long as he is on post. */
export type Cover = Pick<CoverOnList, 'from' | 'to' | 'on'>;

/** How far a line is covered. */
export interface Covered extends Reached {
  /** Where days are to be covered: so many days from the first that was not covered in time, or is not covered yet. */
  due: CivilDate;
  /** What is not covered: the days, 7月1日至7月4日, or whom it is still owed to. */
  lacking: readonly string[];
}

/** The covers that were entered for a line. */
export const coversIn = (records: readonly DutyRecord[]): Cover[] =>
  records.flatMap(({ on, body: { from, to } }) => (from === undefined ? [] : [{ from, to: to ?? null, on }]));

/** A cover that names no end ends with the days on post in which it begins: it is none for a later posting, nor for one of a later year. */
export function endingOf(cover: Cover, { days, since }: Pick<DutyLine, 'days' | 'since'>): Cover {
  const there = days.find(({ to }) => cover.from <= to);
  if (cover.to !== null || there === undefined) return cover;
  if (cover.from < since && since < there.from) return { ...cover, to: addDays(since, -1) };
  return days.at(-1) === there ? cover : { ...cover, to: there.to };
}

/** OBLIGATIONS D22: no day of the posting uncovered; a gap is to be closed within days of its first day. */
export function coveredBy(
  { days, owed, span }: DutyLine,
  covers: readonly Cover[],
  { insuranceDays }: Pick<Settings, 'insuranceDays'>,
): Covered {
  const last = days.at(-1)?.to ?? span.to;
  const dueOf = ([gap]: readonly Span[]): CivilDate => gapDue(gap?.from ?? span.from, span, insuranceDays);
  let gaps: readonly Span[] = days;
  let due = dueOf(gaps);
  let isLate = false;
  let reachedOn: CivilDate | null = null;
  for (const { from, to, on } of [...covers].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    if (gaps.length === 0) break;
    if (!isLate) due = dueOf(gaps);
    isLate ||= on > due;
    gaps = without(gaps, { from, to: to ?? last });
    if (gaps.length === 0) reachedOn = on;
  }
  if (gaps.length > 0 && !isLate) due = dueOf(gaps);
  const [all, left] = [days, gaps].map(lengthOfAll) as [number, number];
  return {
    done: gaps.length === 0 ? owed : Math.floor(((all - left) * 100) / all) / 100,
    reachedOn,
    due,
    lacking: gaps.map(chineseSpan),
  };
}

/** Until when a gap that begins on a day is to be closed; what lies before the cycle is closed with its beginning. */
export const gapDue = (first: CivilDate, { from }: Span, insuranceDays: number): CivilDate =>
  addDays(laterOf(first, from), insuranceDays);

const lengthOfAll = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + lengthOf(span), 0);
