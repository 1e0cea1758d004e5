import { isWithin, levelOf, territoryOf, type Level, type Territory } from '@duban/policy/base/office';
import type { Span } from '@duban/policy/dates/natural-period';
import type { BulletinCandidate } from '@duban/policy/processes/work-bulletin/work-bulletin-acts';
import type { DataSource } from 'typeorm';
import { allOf, within } from './conditions';

/** Areas and departments the closed data of a span proposes for praise or criticism in a territory's bulletin. */
export async function bulletinCandidatesOf(
  dataSource: DataSource,
  territory: Territory,
  { from, to }: Span,
): Promise<BulletinCandidate[]> {
  const place = within('c.territory', territory);
  const { sql, values } = allOf(place, ['c.on_day BETWEEN ? AND ?', from, to]);
  const rows = await dataSource.query<BulletinCandidate[]>(
    `WITH c AS (${sources}) SELECT ${columns} FROM c WHERE ${sql} GROUP BY side, source, subject ORDER BY key`,
    values,
  );
  return rows.filter(({ subject }) => isOfBulletin(territory, subject));
}

const columns = `side || ':' || source || ':' || subject AS key, side, source, subject, sum(n)::integer AS count, min(clause) AS clause,
  replace(min(words), '#', sum(n)::text) AS what`;

/** What each kind of closed data says of a subject: `n` matters, in `words` where `#` is their number. */
const sources = `
  SELECT 'criticism' AS side, 'overdue' AS source, office AS subject, area AS territory, since AS on_day, 1 AS n, clause, '逾期7天以上未办结事项#项' AS words
    FROM candidates WHERE withdrawn_on IS NULL
  UNION ALL
  SELECT 'criticism', 'duty', owner, territory, due, missing, 'C-3.1', '周期性职责未完成#项' FROM duties WHERE missing > 0
  UNION ALL
  SELECT 'praise', 'duty', owner, d.territory, due, fulfilled, 'C-3.1', '周期性职责全部按期完成，共#项' FROM duties d
   WHERE fulfilled > 0 AND NOT EXISTS (
     SELECT FROM duties o WHERE o.owner = d.owner AND date_trunc('month', o.due) = date_trunc('month', d.due) AND (o.missing > 0 OR o.late > 0))
  UNION ALL
  SELECT 'criticism', 'dispatch', owner, territory, on_day, 1, 'A-3.3', '半月调度未报送#次' FROM register_rows WHERE kind = 'dispatch-return' AND state = 'missing'
  UNION ALL
  SELECT 'criticism', 'problem', left(territory, place), territory, (body ->> day)::date, 1, 'A-3.6', '问题屡次整改不到位或销账后反弹#个'
    FROM register_rows, unnest(ARRAY[4, 6, 9]) AS place, unnest(ARRAY['repeatedlyUnrectifiedOn', 'recurringSince']) AS day
   WHERE kind = 'problem' AND length(territory) >= place AND body ->> day IS NOT NULL
  UNION ALL
  SELECT 'criticism', 'ranking', territory, territory, on_day, 1, 'A-3.3', '半月调度综合排队落后#次'
    FROM register_rows WHERE kind = 'dispatch' AND state = 'lagging' AND body ->> 'area' = 'overall'
  UNION ALL
  SELECT 'praise', 'ranking', territory, territory, on_day, 1, 'A-3.3', '半月调度综合排队第一#次'
    FROM register_rows WHERE kind = 'dispatch' AND state = 'ranked' AND body ->> 'area' = 'overall' AND body ->> 'rank' = '1'`;

/** Units are named in C-3.4's bulletins; an office does not judge itself or its own party committee. */
const ownAlone = /^(dispatching-unit|leading-group-office|party-committee|province-group):/;

const below: Partial<Record<Level, readonly Level[]>> = {
  province: ['city', 'county'],
  city: ['county'],
  county: ['township'],
};

/** A bulletin names the areas below its level, their party committees, and the departments of its own level. */
function isOfBulletin(territory: Territory, subject: string): boolean {
  const isArea = /^\d/.test(subject);
  const place = isArea ? subject : territoryOf(subject);
  const isBelow =
    isWithin(place, territory) && (below[levelOf(territory) as Level] ?? []).includes(levelOf(place) as Level);
  const isOwnDepartment = !isArea && place === territory && !ownAlone.test(subject);
  return (isBelow && (isArea || subject.startsWith('party-committee'))) || isOwnDepartment;
}
