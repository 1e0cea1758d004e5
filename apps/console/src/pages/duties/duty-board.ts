import type { DutyStanding, DutyStandingLine } from '@duban/contracts/answers/duties';
import { kindOf, levelOf, officeId, territoryOf } from '@duban/policy/base/office';
import type { DutyRecordBody } from '@duban/policy/processes/duty-sheet/duty-acts';
import { excuserOf as excuserByRule } from '@duban/policy/processes/duty-sheet/duty-whose';
import { visitedOnFestivals, type Covering } from '@duban/policy/settings/duty-bound';
import { isCoveredList } from '@duban/policy/settings/duty-bound';
import { dutyRow, type DutyId, type DutyRow, type Measure } from '@duban/policy/settings/duty-rows';

export interface Boards {
  late: DutyStanding[];
  current: DutyStanding[];
  coming: DutyStanding[];
}

const byDue = (one: DutyStanding, other: DutyStanding): number => (one.due + one.key < other.due + other.key ? -1 : 1);

/** What is missed and can be made up, what runs now, what begins later; soonest first. */
export const boardsOf = (rows: readonly DutyStanding[], today: string): Boards => ({
  late: rows.filter(({ due, missing }) => due < today && missing > 0).sort(byDue),
  current: rows.filter(({ from, due }) => from <= today && today <= due).sort(byDue),
  coming: rows.filter(({ from }) => from > today).sort(byDue),
});

/** The owing office; for cadres and teams the township, and the party secretary of the village; for units also the county's stationing office. */
export function mayRecord(office: string, row: Pick<DutyStanding, 'duty' | 'owner' | 'territory'>): boolean {
  const who = dutyRow(row.duty)?.bound.who;
  if (office === row.owner) return true;
  if (who === 'unit') return office === officeId('stationing-office', row.territory);
  return (
    (who === 'cadre' || who === 'team') &&
    kindOf(office) === 'village-party-secretary' &&
    territoryOf(office).startsWith(row.territory)
  );
}

/** A village sees its own lines: the team's under its code, those of its cadres by who is on post there. */
export function linesFor(office: string, row: DutyStanding, cadresOfVillage: ReadonlySet<string>): DutyStandingLine[] {
  if (levelOf(territoryOf(office)) !== 'village') return row.lines;
  const village = territoryOf(office);
  return row.lines.filter(({ ower }) => ower === village || cadresOfVillage.has(ower));
}

/** 原则上: who may excuse it; `undefined` where the clause does not say so. */
export const excuserOf = ({ duty, owner }: Pick<DutyStanding, 'duty' | 'owner'>): string | undefined =>
  dutyRow(duty)?.isInPrinciple === true ? excuserByRule({ duty: duty as DutyId, owner }) : undefined;

/** Where households are ticked one by one, for a duty that is counted from them; `undefined` for all others. */
export function dayPathOf(
  { duty }: Pick<DutyStanding, 'duty'>,
  lines: readonly DutyStandingLine[],
): string | undefined {
  if (!isCoveredList(dutyRow(duty)?.covers)) return undefined;
  const [only, ...others] = lines;
  return only === undefined || others.length > 0 ? '/village-day' : `/village-day?village=${only.ower}`;
}

const namedAtMost = 20;

/** Who is left, by number: the first of them where there are many. */
export const lackingWords = (lacking: readonly string[]): string =>
  `${lacking.slice(0, namedAtMost).join('、')}${lacking.length > namedAtMost ? `等 ${lacking.length} 户` : ''}`;

/** What is filled in for one line. */
export interface Filled {
  amount: number | null;
  covered: number | null;
  of: number | null;
  nothingToDo: boolean;
  /** The days of an insurance; without a last one for as long as he is on post. */
  from?: string | null;
  to?: string | null;
  /** Whom a festival's visit was paid to. */
  visited?: string[];
}

/** How the doing is counted. */
export const measureOf = (duty: string): Measure => dutyRow(duty)?.measure ?? 'times';

/** What is to be covered, where it is not a number of all. */
export const coveringOf = (duty: string): Covering | undefined => dutyRow(duty)?.covers;

/** One more time or day is what is mostly recorded; sums, counts and days have to be said. */
export const usualFilling = (duty: string): Filled => {
  const measure = measureOf(duty);
  return {
    ...{ amount: measure === 'times' || measure === 'days' ? 1 : null, covered: null, of: null, nothingToDo: false },
    ...(coveringOf(duty) === 'cadre-and-family' && { visited: Object.keys(visitedOnFestivals) }),
  };
};

/** What is left to do at once, for a table filled line by line. */
export const remainingOf = (duty: string, { owed, done }: Pick<DutyStandingLine, 'owed' | 'done'>): Filled => ({
  ...usualFilling(duty),
  amount: measureOf(duty) === 'coverage' ? null : Math.max(0, Math.round((owed - done) * 100) / 100) || null,
});

export function isFilled(duty: string, { amount, covered, of, nothingToDo, from, visited = [] }: Filled): boolean {
  if (coveringOf(duty) === 'days-on-post') return typeof from === 'string';
  if (coveringOf(duty) === 'cadre-and-family') return visited.length > 0;
  return (
    nothingToDo || (measureOf(duty) === 'coverage' ? covered !== null && of !== null : amount !== null && amount > 0)
  );
}

/** The record as the sheet reads it; its period is always said, so that making up for an earlier one is plain. */
export function recordOf(
  row: Pick<DutyStanding, 'duty' | 'period' | 'owner'>,
  line: Pick<DutyStandingLine, 'ower'>,
  filled: Filled,
  { office, note, evidence }: { office: string; note: string; evidence: string },
): DutyRecordBody {
  const isOfUnit = (dutyRow(row.duty) as DutyRow | undefined)?.bound.who === 'unit';
  return {
    duty: row.duty as DutyId,
    ower: line.ower,
    period: row.period,
    ...(isOfUnit && office !== row.owner && { unit: row.owner }),
    ...saidBy(row.duty, filled),
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(evidence.trim() !== '' && { evidence: evidence.trim() }),
  };
}

function saidBy(
  duty: string,
  { amount, covered, of, nothingToDo, from, to, visited = [] }: Filled,
): Omit<DutyRecordBody, 'duty'> {
  if (nothingToDo) return { nothingToDo: true };
  if (coveringOf(duty) === 'days-on-post')
    return { ...(typeof from === 'string' && { from }), ...(typeof to === 'string' && { to }) };
  if (coveringOf(duty) === 'cadre-and-family') return { visited };
  return measureOf(duty) === 'coverage' ? { covered: covered ?? 0, of: of ?? 0 } : { amount: amount ?? 1 };
}
