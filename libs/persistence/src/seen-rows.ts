import { townshipOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import type { Span } from '@duban/policy/dates/natural-period';
import { isSeen, within, type Condition } from './conditions';

/** Who looks, where it sees only what is its own in its territory: a village, or a dispatching unit. Nothing for all others. */
export interface Part {
  village?: Territory | undefined;
  unit?: OfficeId | undefined;
}

/** Is it one of those that see a part only? */
export const isPart = ({ village, unit }: Part): boolean => village !== undefined || unit !== undefined;

/** Every condition that is there, as one. */
export function both(...conditions: readonly (Condition | undefined)[]): Condition {
  const there = conditions.filter((one) => one !== undefined);
  return [there.map(([sql]) => `(${sql})`).join(' AND '), ...there.flatMap(([, ...values]) => values)];
}

/** Rows of those cases alone that the village or unit may open. `row`: the table's name in the query. */
export function isOfSeenCase(part: Part, row: string): Condition | undefined {
  const seen = isSeen({ village: part.village, unit: part.unit }, 'c');
  if (seen === undefined) return undefined;
  const [sql, ...values] = seen;
  return [`EXISTS (SELECT FROM cases c WHERE c.case_id = ${row}.case_id AND ${sql})`, ...values];
}

/**
 * The deadlines a village or unit sees, among the cases it may open. A unit: those it owes itself. A village: all of its own cases; of a
 * sheet shared by the whole township only those that the township or its villages owe, not those of the offices above.
 */
export function isSeenDeadline(part: Part, row: string): Condition | undefined {
  const { village, unit } = part;
  if (unit !== undefined) return both(isOfSeenCase(part, row), [`${row}.owner = ?`, unit]);
  if (village === undefined) return undefined;
  const township = townshipOf(village);
  return [
    `EXISTS (SELECT FROM cases c WHERE c.case_id = ${row}.case_id AND (c.villages @> ARRAY[?]
      OR (c.villages @> ARRAY[?] AND split_part(${row}.owner, ':', 2) >= ? AND split_part(${row}.owner, ':', 2) < ?)))`,
    village,
    township,
    township,
    `${township}:`,
  ];
}

/** Rows of registers: a unit's are those it answers for, a village's those of its place; entered by hand, or of a case it may open. */
export function isSeenRow(part: Part, row: string): Condition | undefined {
  const { village, unit } = part;
  if (!isPart(part)) return undefined;
  return both(
    within(`${row}.territory`, village),
    unit === undefined ? undefined : [`${row}.owner = ?`, unit],
    isByHandOr(isOfSeenCase(part, row), row),
  );
}

/** Entered by hand, or as the condition says. */
const isByHandOr = (condition: Condition | undefined, row: string): Condition | undefined =>
  condition === undefined ? undefined : [`${row}.case_id LIKE 'register:%' OR ${condition[0]}`, ...condition.slice(1)];

/** Candidates for criticism: a unit's own; a village's, where the case that proposes it is one it may open. */
export const isSeenCandidate = (part: Part, row: string): Condition | undefined =>
  part.unit === undefined ? isSeenDeadlineOf(part, row) : [`${row}.office = ?`, part.unit];

/** As its deadline is seen; a candidate names the office that owes it. */
function isSeenDeadlineOf(part: Part, row: string): Condition | undefined {
  const seen = isSeenDeadline(part, 'd');
  if (seen === undefined) return undefined;
  const [sql, ...values] = seen;
  return [
    `EXISTS (SELECT FROM deadlines d WHERE d.case_id = ${row}.case_id AND d.id = ${row}.deadline AND ${sql})`,
    ...values,
  ];
}

/** A posting of the village, or sent by the unit. */
export const isSeenPosting = (part: Part, row: string): Condition | undefined => {
  if (part.unit !== undefined) return [`${row}.unit = ?`, part.unit];
  return part.village === undefined ? undefined : [`${row}.village = ?`, part.village];
};

/** Somebody who is posted in the village, or sent by the unit, on a day of the span. `cadre`: the column that names who it is. */
export function isOwnCadre(part: Part, cadre: string, { from, to }: Span): Condition | undefined {
  const seen = isSeenPosting(part, 'p');
  if (seen === undefined) return undefined;
  return [
    `EXISTS (SELECT FROM postings p WHERE p.cadre = ${cadre} AND p.starts_on <= ? AND (p.ends_on IS NULL OR p.ends_on >= ?) AND ${seen[0]})`,
    to,
    from,
    ...seen.slice(1),
  ];
}
