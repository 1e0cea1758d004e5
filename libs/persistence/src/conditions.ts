import { townshipOf, type OfficeId, type Territory } from '@duban/policy/base/office';

/** One condition, with `?` for each of its values. */
export type Condition = readonly [sql: string, ...values: unknown[]];

export interface Where {
  sql: string;
  values: unknown[];
}

/** All conditions that are there, with numbered parameters. */
export function allOf(...conditions: readonly (Condition | undefined)[]): Where {
  const values: unknown[] = [];
  const parts = conditions.flatMap((condition) => (condition === undefined ? [] : [numbered(condition, values)]));
  return { sql: parts.length === 0 ? 'TRUE' : parts.join(' AND '), values };
}

/** A condition on a value that may be absent. */
export const when = <T>(value: T | undefined, condition: (value: T) => Condition): Condition | undefined =>
  value === undefined ? undefined : condition(value);

/** A territory and all its parts, as a range of the index: `:` follows `9`. */
export const within = (column: string, territory: string | undefined): Condition | undefined =>
  when(territory, (code) => [`${column} >= ? AND ${column} < ?`, code, `${code}:`]);

/** Whose cases are looked for: those of a territory; of a village within it, or of a dispatching unit, only what is its own. */
export interface Seen {
  territory?: Territory | undefined;
  village?: Territory | undefined;
  unit?: OfficeId | undefined;
}

/** A case the office may see, as `isInScope` of policy says it; `cases`: the table's name in the query. */
export function isSeen({ territory, village, unit }: Seen, cases = 'cases'): Condition | undefined {
  const parts = [
    when(territory, (place) => liesIn(place, cases)),
    when(unit, (office) => [`${cases}.units @> ARRAY[?]`, office]),
    when(village, (place) => [`${cases}.villages && ARRAY[?, ?]`, place, townshipOf(place)]),
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return [parts.map(([sql]) => sql).join(' AND '), ...parts.flatMap(([, ...values]) => values)];
}

/** By the territory in the case's id, or by one it moved to later: `also_in` lists those, each with the territories above it. */
const liesIn = (place: Territory, cases: string): Condition => [
  `((${cases}.territory >= ? AND ${cases}.territory < ?) OR (${cases}.also_in <> '{}' AND ${cases}.also_in @> ARRAY[?]))`,
  place,
  `${place}:`,
  place,
];

function numbered([sql, ...given]: Condition, values: unknown[]): string {
  let next = 0;
  return sql.replace(/\?/g, () => `$${values.push(given[next++])}`);
}
