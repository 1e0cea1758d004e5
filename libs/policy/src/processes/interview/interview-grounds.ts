import { addToMonth, type CivilDate, type Month } from '../../dates/civil-date';
import type { Settings } from '../../settings/policy-set';

/** Clause C-3.7: the low months or the matters named in superior bulletins behind an interview. */
export interface InterviewGrounds {
  months: readonly Month[];
  bulletins: readonly string[];
}

/** What is known of a month's ranking; a month not told about was ranked and not low. */
export interface MonthState {
  low: boolean;
  neutral: boolean;
  bulletin?: string | undefined;
  deliveredOn?: CivilDate | undefined;
}

/** Clause C-3.7: what can lie behind an interview, and the interviews that have consumed some of it. */
export interface KnownGrounds {
  months: Map<Month, MonthState>;
  /** From the earliest bulletin that stands; all that name it, by their source. */
  matters: Map<
    string,
    {
      since: CivilDate;
      deliveredOn?: CivilDate;
      bulletins: readonly { source: string; on: CivilDate; deliveredOn?: CivilDate }[];
    }
  >;
  interviews: readonly { because: InterviewGrounds }[];
}

/** Key of an interview: what it rests on, never when. */
export const interviewKey = ({ months, bulletins }: InterviewGrounds): string =>
  months.length > 0 ? months.join('+') : `named-${bulletins.join('+')}`;

/** Clause C-3.7: the next interview the facts call for: the earliest free run of low months, then the earliest free matters. */
export function nextGrounds(state: KnownGrounds, settings: Settings): InterviewGrounds | null {
  const { found } = lowRuns(state, settings.lowMonthsForInterview);
  if (found !== null) return { months: found, bulletins: [] };
  const matters = freeMatters(state).slice(0, settings.superiorBulletinsForInterview);
  return matters.length === settings.superiorBulletinsForInterview ? { months: [], bulletins: matters } : null;
}

/** Clause C-3.7: the earliest run of free low months long enough, and the run the known months end with. Neutral months neither add nor break. */
export function lowRuns(state: KnownGrounds, length: number): { found: Month[] | null; last: Month[] } {
  const known = [...state.months.keys()].sort();
  const free = new Set(freeMonths(state));
  const [first, final] = [known[0], known.at(-1)];
  let run: Month[] = [];
  for (let month = first; month !== undefined && final !== undefined && month <= final; month = addToMonth(month, 1)) {
    const { low, neutral } = state.months.get(month) ?? { low: false, neutral: false };
    if (low) run = free.has(month) ? [...run, month] : [];
    else if (!neutral) run = [];
    if (run.length === length) return { found: run, last: run };
  }
  return { found: null, last: run };
}

/** Clause C-3.7: do only low and neutral months lie between the first and the last? */
export function isUnbroken({ months }: KnownGrounds, run: readonly Month[]): boolean {
  const [first, last] = [run[0], run.at(-1)];
  for (let month = first; month !== undefined && last !== undefined && month < last; month = addToMonth(month, 1)) {
    const known = months.get(month);
    if (known?.low !== true && known?.neutral !== true) return false;
  }
  return true;
}

/** Clause C-3.7: low months that no interview has consumed, oldest first. */
export function freeMonths(state: KnownGrounds): Month[] {
  const taken = new Set(state.interviews.flatMap(({ because }) => because.months));
  return [...state.months]
    .filter(([month, { low }]) => low && !taken.has(month))
    .map(([month]) => month)
    .sort();
}

/** Clause C-3.7: matters named in superior bulletins that no interview has consumed, oldest first. */
export function freeMatters(state: KnownGrounds): string[] {
  const taken = new Set(state.interviews.flatMap(({ because }) => because.bulletins));
  const order = (a: [string, { since: CivilDate }], b: [string, { since: CivilDate }]): number =>
    `${a[1].since}/${a[0]}` < `${b[1].since}/${b[0]}` ? -1 : 1;
  return [...state.matters]
    .filter(([matter]) => !taken.has(matter))
    .sort(order)
    .map(([matter]) => matter);
}
