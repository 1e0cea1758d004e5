import type { CivilDate, Month } from '@duban/policy/dates/civil-date';
import { firstDayOf, lastDayOf } from '@duban/policy/dates/civil-date';
import {
  monthRoster,
  unscoredReasons,
  type UnscoredReason,
} from '@duban/policy/processes/monthly-assessment/month-roster';
import type { MonthScore } from '@duban/policy/processes/township-scores/month-score';
import { totalOf } from '@duban/policy/processes/monthly-assessment/ranking';
import type { ScoreSheet } from '@duban/policy/processes/township-scores/township-scores-facts';
import type { CadreToScore } from '@duban/policy/processes/township-scores/township-scores-acts';
import { daysOnPost, type RosterEntry } from '@duban/policy/processes/cadre-posting/roster';
import type { Settings } from '@duban/policy/settings/policy-set';
import type { Territory } from '@duban/policy/base/office';

/** A township's sheet as the ledger holds it; `null` before the month is over, when there is none yet. */
export interface RecordedSheet {
  cadres: readonly CadreToScore[];
  sheet: ScoreSheet;
  /** After the bulletin: the scores as published and corrected since. */
  published: readonly MonthScore[];
}

/** One cadre's line of a month's sheet (C-3.5). */
export interface SheetRow {
  cadre: string;
  postingCase: string;
  village: Territory | null;
  unit: string;
  role: string;
  from: CivilDate | null;
  to: CivilDate | null;
  /** Days on post in the township in the month. */
  days: number;
  toBeScored: boolean;
  state: 'open' | 'scored' | 'excused' | 'unscored';
  reason: UnscoredReason | null;
  reasonName: string | null;
  task: number | null;
  presence: number | null;
  total: number | null;
  scoredOn: CivilDate | null;
  /** The operation that fills the line now; `null`: nothing may be changed. */
  operation: 'score' | 'correct' | null;
}

type Rule = Pick<Settings, 'minimumDaysOnPost' | 'taskWeight' | 'presenceWeight'>;

/**
 * Clause C-3.5: everybody on post in a township on some day of a month. `roster` is the county's: who left for another township is
 * scored there. Once the sheet has begun, it says who is scored.
 */
export function sheetRows(
  township: Territory,
  month: Month,
  roster: readonly RosterEntry[],
  recorded: RecordedSheet | null,
  rule: Rule,
): SheetRow[] {
  const { unscored } = monthRoster(roster, month, rule.minimumDaysOnPost);
  const reasons = new Map(unscored.map(({ cadre, reason }) => [cadre, reason]));
  const scoredHere = new Set(recorded?.cadres.map(({ cadre }) => cadre) ?? scoredIn(township, roster, month, rule));
  const present = new Map(roster.filter((entry) => entry.township === township).map((entry) => [entry.cadre, entry]));
  const gone = (recorded?.cadres ?? []).filter(({ cadre }) => !present.has(cadre));
  const own = (cadre: string): RosterEntry[] =>
    roster.filter((entry) => entry.cadre === cadre && entry.township === township);
  const span = { from: firstDayOf(month), to: lastDayOf(month) };
  return [
    ...[...present.values()].map(({ cadre, postingCase, village, unit, role, from, to }) => {
      const days = own(cadre).reduce((sum, entry) => sum + daysOnPost(entry, span), 0);
      const person = { cadre, postingCase, village, unit, role, from, to, days };
      return scoredHere.has(cadre)
        ? toScore(person, recorded, rule)
        : notScored(person, reasons.get(cadre) ?? 'not-on-post');
    }),
    ...gone.map((cadre) => toScore({ ...cadre, village: null, from: null, to: null, days: 0 }, recorded, rule)),
  ].sort((a, b) => compare(a.village ?? '', b.village ?? '') || compare(a.cadre, b.cadre));
}

const scoredIn = (township: Territory, roster: readonly RosterEntry[], month: Month, rule: Rule): string[] =>
  monthRoster(roster, month, rule.minimumDaysOnPost)
    .scored.filter((entry) => entry.township === township)
    .map(({ cadre }) => cadre);

type Person = Pick<SheetRow, 'cadre' | 'postingCase' | 'village' | 'unit' | 'role' | 'from' | 'to' | 'days'>;

const blank = { reason: null, reasonName: null, task: null, presence: null, total: null, scoredOn: null } as const;

const notScored = (person: Person, reason: UnscoredReason): SheetRow => ({
  ...person,
  ...blank,
  toBeScored: false,
  state: 'unscored',
  reason,
  reasonName: unscoredReasons[reason],
  operation: null,
});

function toScore(person: Person, recorded: RecordedSheet | null, rule: Rule): SheetRow {
  const line = recorded?.sheet.lines.get(person.cadre);
  const isOpen = recorded !== null && recorded.sheet.closed === undefined;
  const score = recorded?.published.find(({ cadre }) => cadre === person.cadre) ?? line?.score;
  const common = { ...person, ...blank, toBeScored: true };
  if (score !== undefined) {
    const { task, presence } = score;
    return {
      ...common,
      state: 'scored',
      task,
      presence,
      total: totalOf(score, rule),
      scoredOn: line?.since ?? null,
      operation: isOpen ? 'correct' : null,
    };
  }
  const reason = reasonOf(line !== undefined, recorded !== null && !isOpen);
  return {
    ...common,
    state: line === undefined ? 'open' : 'excused',
    reason,
    reasonName: reason && unscoredReasons[reason],
    operation: isOpen ? 'score' : null,
  };
}

function reasonOf(isExcused: boolean, isClosed: boolean): UnscoredReason | null {
  if (isExcused) return 'excused';
  return isClosed ? 'not-scored' : null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
