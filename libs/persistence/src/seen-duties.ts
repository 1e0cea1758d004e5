import type { Condition } from './conditions';
import { isOfSeenCase, type Part } from './seen-rows';

/** Duties of sheets that who looks may open; a unit's own. */
export function isSeenDuty(part: Part): Condition | undefined {
  const seen = isOfSeenCase(part, 'd');
  return seen === undefined || part.unit === undefined
    ? seen
    : [`${seen[0]} AND d.owner = ?`, ...seen.slice(1), part.unit];
}

/**
 * The table of duties, as `d` in the query. For a village only the lines that the village itself, or a cadre posted there in the period,
 * owes, with the counts made anew from those lines; for everybody else the table as it is.
 */
export function dutiesSeenBy({ village }: Part = {}): string {
  if (village === undefined) return 'duties d';
  if (!/^\d{12}$/.test(village)) throw new Error(`the code of a village expected, got ${village}`);
  return `(SELECT a.case_id, a.key, a.duty, a.period, a.cadence, a.territory, a.owner, a.starts_on, a.due, own.*
    FROM duties a CROSS JOIN LATERAL (
      SELECT ${counts}, jsonb_agg(line ORDER BY place) AS lines FROM jsonb_array_elements(a.lines) WITH ORDINALITY AS x (line, place)
       WHERE line ->> 'ower' = '${village}' OR EXISTS (SELECT FROM postings p WHERE p.cadre = line ->> 'ower' AND p.village = '${village}'
         AND p.starts_on <= a.due AND (p.ends_on IS NULL OR p.ends_on >= a.starts_on))) AS own
   WHERE own.owed > 0 AND a.territory = left('${village}', 9)) AS d`;
}

const counted = (name: string, state: string): string =>
  `(count(*) FILTER (WHERE line ->> 'state' = '${state}'))::integer AS ${name}`;
const counts = [
  'count(*)::integer AS owed',
  counted('fulfilled', 'fulfilled'),
  counted('late', 'made-up'),
  counted('excused', 'excused'),
  counted('missing', 'open'),
].join(', ');
