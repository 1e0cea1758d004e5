import { casesOf, type CaseFilter, type CaseSort } from '@duban/persistence/cases';
import { createDataSource, dropSchema, migrate } from '@duban/persistence/data-source';
import { deadlinesOf, type DeadlineFilter } from '@duban/persistence/deadlines';
import { dueCounts } from '@duban/persistence/forecast';
import { owedByArea, runningCasesByArea } from '@duban/persistence/statistics';
import { deadlineWeeks } from '@duban/persistence/weeks';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { percentile } from './rates';
import type { Services } from './stage';
import { milliseconds, type Row } from './table';

const goalMs = 50;
const dayOfLists = '2026-07-01';
const page = { limit: 50 };

/** The lists offices ask for, each 200 times, over so many cases with two deadlines each. */
export async function measureLists({ DATABASE_URL }: Services, cases: number): Promise<Row[]> {
  const dataSource = createDataSource({ url: DATABASE_URL, schema: `bench_${randomBytes(5).toString('hex')}` });
  await migrate(dataSource);
  try {
    await fillWithCases(dataSource, cases);
    const rows: Row[] = [];
    for (const [what, ask] of Object.entries(listsOf(dataSource)))
      rows.push(await timed(`${cases} 件中查询：${what}`, ask));
    return rows;
  } finally {
    await dropSchema(dataSource);
    await dataSource.destroy();
  }
}

async function timed(what: string, ask: () => Promise<unknown>): Promise<Row> {
  const times: number[] = [];
  for (let time = 0; time < 200; time += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  const p95 = percentile(times, 95);
  return { what: `${what}，p95`, ours: milliseconds(p95), goal: `< ${goalMs} ms`, isReached: p95 < goalMs };
}

function listsOf(dataSource: DataSource): Record<string, () => Promise<unknown>> {
  const today = dayOfLists;
  const cases = (filter: CaseFilter, sort?: CaseSort) => () => casesOf(dataSource, filter, page, sort);
  const deadlines = (filter: DeadlineFilter) => () => deadlinesOf(dataSource, filter, { today, nearDays: 3 }, page);
  return {
    全省在办案件: cases({ territory: '14', ended: false }),
    一县某一阶段的监测户: cases({
      territory: '140423',
      process: 'household-monitoring',
      stage: 'reported',
      ended: false,
    }),
    一乡镇全部案件: cases({ territory: '140423100' }, 'territory'),
    按登记事实查找: cases({ territory: '14', listed: { household: 'H500' } }),
    全省逾期时限: deadlines({ territory: '14', states: ['overdue'] }),
    一县一周内到期的时限: deadlines({
      territory: '140423',
      from: today,
      until: '2026-07-08',
      states: ['open', 'near', 'due-today'],
    }),
    全省半年各周期限情况: () => deadlineWeeks(dataSource, { territory: '14' }, today, 26),
    全省三十天内到期分布: () => dueCounts(dataSource, { territory: '14' }, today, 30),
    各县逾期率: () => owedByArea(dataSource, { territory: '14', length: 6 }, { today, nearDays: 3 }),
    各县在办案件: () => runningCasesByArea(dataSource, { territory: '14', length: 6 }),
    一单位的待办: deadlines({ owner: 'party-committee:140423100', states: ['open', 'near', 'due-today', 'overdue'] }),
  };
}

/** So many cases as of a day: 117 counties of 10 townships; a third of the cases has ended, one deadline in twenty is overdue. */
export async function fillWithCases(
  dataSource: DataSource,
  cases: number,
  today: CivilDate = dayOfLists,
): Promise<void> {
  const township = `'14' || lpad((400 + n % 117)::text, 4, '0') || (100 + n / 117 % 10)::text`;
  const made = `SELECT n, ${township} AS township, DATE '${today}' - n % 500 AS opened FROM generate_series(1, $1::integer) AS n`;
  await dataSource.query(
    `INSERT INTO cases (case_id, process, territory, subject, number, stage, stage_name, policy_set, policy_version, opened_on, ended_on, outcome,
       outcome_name, listed, changed_at, sequence)
     SELECT 'household:' || township || ':H' || n || ':1', (ARRAY['household-monitoring', 'household-monitoring', 'household-monitoring', 'cadre-posting'])[1 + n % 4],
       township, 'household:' || township || ':H' || n, 1, (ARRAY['reported', 'identified', 'planned', 'helped'])[1 + n % 4], '阶段', 'shanxi-2023', 1, opened,
       CASE WHEN n % 3 = 0 THEN opened + 100 END, CASE WHEN n % 3 = 0 THEN 'eliminated' END, CASE WHEN n % 3 = 0 THEN '风险消除' END,
       jsonb_build_object('household', 'H' || n, 'village', township || '001', 'kind', (ARRAY['unstable-out-of-poverty', 'marginal', 'sudden-hardship'])[1 + n % 3], 'watched', n % 3 > 0), opened, 3
     FROM (${made}) AS made`,
    [cases],
  );
  await dataSource.query(
    `INSERT INTO deadlines (case_id, id, process, territory, clause, what, owner, starts_on, due, met_on, deadline, sequence)
     SELECT 'household:' || township || ':H' || n || ':1', id, 'household-monitoring', township, 'A-2.1', '认定', 'party-committee:' || township, opened, due,
       CASE WHEN due < DATE '${today}' AND n % 20 > 0 THEN due - 1 END, jsonb_build_object('id', id, 'clause', 'A-2.1', 'what', '认定', 'trigger', opened, 'due', due, 'provisional', false,
         'owner', 'party-committee:' || township), 3
     FROM (SELECT *, opened + days AS due FROM (${made}) AS made, (VALUES ('identification', 15), ('measures', 40)) AS periods (id, days)) AS dated`,
    [cases],
  );
  await dataSource.query('VACUUM ANALYZE cases');
  await dataSource.query('VACUUM ANALYZE deadlines');
}
