import type { AreaCount } from '@duban/contracts/answers/statistics';
import type { CaseFile } from '@duban/policy/case/case';
import { daysBetween, type CivilDate } from '@duban/policy/dates/civil-date';
import { supervisionCycle } from '@duban/policy/processes/supervision-cycle/supervision-cycle';
import type { CycleOpening } from '@duban/policy/processes/supervision-cycle/supervision-cycle-acts';
import type { TimelineEntry } from '@duban/contracts/answers/cases';

/** A county of a cycle, and the day it takes part from. */
export interface CycleCounty {
  county: string;
  from: CivilDate;
}

/** The counties of a cycle, as its own rules begin their duties. */
export function countiesOf(file: CaseFile<CycleOpening>): CycleCounty[] {
  const { consequences } = supervisionCycle.view(file);
  return consequences
    .flatMap((one) => {
      if (one.kind !== 'start' || one.process !== 'duty-book') return [];
      const { territory } = one.opening as unknown as { territory: string };
      return territory.length === 6 ? [{ county: territory, from: one.on }] : [];
    })
    .sort((one, other) => (one.county < other.county ? -1 : 1));
}

/** What a cycle has begun by itself, by process. */
export function startedBy(entries: readonly TimelineEntry[]): { months: number; books: number } {
  const started = entries
    .filter(({ name }) => name === 'case-started')
    .map(({ detail }) => (detail as { process?: string }).process);
  return {
    months: started.filter((process) => process === 'monthly-assessment').length,
    books: started.filter((process) => process === 'duty-book').length,
  };
}

/** How much of a cycle is over, in words. */
export function standingWords(
  { startsOn, endsOn }: { startsOn: CivilDate; endsOn: CivilDate },
  today: CivilDate,
): string {
  if (today < startsOn) return `还有 ${daysBetween(today, startsOn)} 天开始`;
  if (today > endsOn) return '已结束';
  const left = daysBetween(today, endsOn);
  return left === 0 ? '今天结束' : `距结束还有 ${left} 天`;
}

/** The sheets and turns of a territory and everything below it. */
export const countOf = (
  counts: readonly Pick<AreaCount, 'process' | 'count'>[],
  process: AreaCount['process'],
): number => counts.filter((one) => one.process === process).reduce((sum, { count }) => sum + count, 0);

/** A name that tells a further cycle of the year from those there are: none for the first, then 2, 3 … */
export function furtherName(
  taken: readonly { caseId: string; listed: Readonly<Record<string, unknown>> }[],
  year: number,
): string | undefined {
  const names = new Set(
    taken.filter(({ listed }) => listed['year'] === year).map(({ caseId }) => caseId.split(':')[3] ?? ''),
  );
  if (!names.has('')) return undefined;
  let next = 2;
  while (names.has(String(next))) next += 1;
  return String(next);
}

/** Counties grouped by city, those whose name or city holds the words. */
export function citiesWith(
  words: string,
  cities: readonly { code: string; name: string; counties: readonly { code: string; name: string }[] }[],
) {
  const wanted = words.trim();
  return cities
    .map((city) => ({
      ...city,
      counties: city.name.includes(wanted) ? city.counties : city.counties.filter(({ name }) => name.includes(wanted)),
    }))
    .filter(({ counties }) => counties.length > 0);
}
