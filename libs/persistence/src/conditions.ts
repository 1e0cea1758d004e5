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

/** Of a village: what lies in it, or says that it concerns it among its listed. */
export const ofVillage = (village: string, territory: string, listed: string): Condition => [
  `(${territory} = ? OR ${listed} @> ?::jsonb)`,
  village,
  JSON.stringify({ village }),
];

/** A condition on a value that may be absent. */
export const when = <T>(value: T | undefined, condition: (value: T) => Condition): Condition | undefined =>
  value === undefined ? undefined : condition(value);

/** A territory and all its parts, as a range of the index: `:` follows `9`. */
export const within = (column: string, territory: string | undefined): Condition | undefined =>
  when(territory, (code) => [`${column} >= ? AND ${column} < ?`, code, `${code}:`]);

function numbered([sql, ...given]: Condition, values: unknown[]): string {
  let next = 0;
  return sql.replace(/\?/g, () => `$${values.push(given[next++])}`);
}
