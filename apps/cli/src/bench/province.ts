import { workflowTypeOf, type CaseStart } from '@duban/contracts/case-workflow';
import { childrenOf } from '@duban/contracts/divisions';
import { upsertOffices } from '@duban/persistence/directory';
import { startOptions } from '@duban/platform/start-options';
import type { Json } from '@duban/policy/base/json';
import type { ProcessName } from '@duban/policy/case/case';
import { caseId } from '@duban/policy/case/case-id';
import { officeId, type Territory } from '@duban/policy/base/office';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { civilDateOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { periodOf } from '@duban/policy/dates/natural-period';
import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import type { DataSource } from 'typeorm';
import { memoryOfListener } from './processes';
import { workOff } from './rates';
import { taskQueue, type Stage } from './stage';
import { seconds, type Row } from './table';
import type { CaseId } from '@duban/policy/case/process-list';

const goalSeconds = 120;
const goalMiB = 1024;
const together = 20;
const perCounty = 10;

const today = (): CivilDate => civilDateOf(new Date().toISOString());
const counties = (): Territory[] => childrenOf('14').flatMap(childrenOf);
const townshipsOf = (county: Territory): Territory[] =>
  Array.from({ length: perCounty }, (_, index) => `${county}${100 + index}`);

/** RULES 7 at the size of the province: a month's sheets of all townships, with the lines of 26,000 cadres on them. */
export async function measureDutySweep({ engine, dataSource, ports }: Stage, cadres: number): Promise<Row[]> {
  const townships = counties().flatMap(townshipsOf);
  await upsertOffices(
    dataSource,
    townships.map((township) => ({ id: officeId('party-committee', township), name: township })),
  );
  await postCadres(dataSource, townships, cadres);
  const { id, from, to } = periodOf('month', today());
  const began = performance.now();
  await workOff(townships, together, (territory) => {
    const opening = {
      territory,
      cadence: 'month',
      period: id,
      from,
      to,
      cycle: { from: today(), to: `${id.slice(0, 4)}-12-31` },
      book: 'bench',
    };
    return start(engine, 'duty-sheet', caseId('duty-sheet', territory, id), opening);
  });
  await until(
    async () => (await countOf(dataSource, 'SELECT count(DISTINCT case_id) AS n FROM duties')) === townships.length,
  );
  return rowsOf(
    `一个月的履职台账：${cadres} 名干部、${townships.length} 个乡镇`,
    performance.now() - began,
    ports.worker,
  );
}

/** at the size of the province: a half month of every county, opened, called for, and every department's return filed. */
export async function measureDispatchTurn(
  { engine, dataSource, offices, ports }: Stage,
  howMany: number,
): Promise<Row[]> {
  const some = counties().slice(0, howMany);
  await upsertOffices(
    dataSource,
    some.flatMap((county) =>
      [
        officeId('leading-group-office', county),
        ...townshipsOf(county).map((one) => officeId('party-committee', one)),
      ].map((office) => ({ id: office, name: office })),
    ),
  );
  const { id, from, to } = periodOf('half-month', today());
  // Departments of all counties report side by side, as on the last afternoon of a half month.
  const returns = Object.entries(settingsOf(basePolicy).dispatchLeads).flatMap(([area, departments]) =>
    departments.flatMap((department) => some.map((county) => ({ county, area, department }))),
  );
  const began = performance.now();
  await workOff(some, together, (territory) =>
    start(engine, 'dispatch', caseId('dispatch', territory, id), { territory, period: id, from, to, book: 'bench' }),
  );
  await until(
    async () =>
      (await countOf(dataSource, `SELECT count(*) AS n FROM entries WHERE name = 'placesRead'`)) === some.length,
  );
  const opened = performance.now() - began;
  await workOff(returns, together, ({ county, area, department }) =>
    offices.send(officeId('leading-group-office', county), `dispatches/${caseId('dispatch', county, id)}/file-return`, {
      area,
      department,
      summary: '按计划推进',
      places: townshipsOf(county).map((place, index) => ({
        place,
        state: 'advancing',
        figures: [{ name: '应落实户', done: 10 + index, of: 40 }],
      })),
    }),
  );
  const rows = rowsOf(
    `半月调度：${some.length} 个县、${returns.length} 份报送`,
    performance.now() - began,
    ports.worker,
  );
  return [...rows, { what: '  其中：立案、读取地区、通知部门', ours: seconds(opened) }];
}

function rowsOf(what: string, took: number, workerPort: number): Row[] {
  const worker = memoryOfListener(workerPort);
  return [
    { what, ours: seconds(took), goal: `≤ ${goalSeconds} 秒`, isReached: took <= goalSeconds * 1000 },
    worker === undefined
      ? { what: '  执行进程的内存', ours: '本系统无法读取' }
      : { what: '  执行进程的内存', ours: `${worker} MiB`, goal: `≤ ${goalMiB} MiB`, isReached: worker <= goalMiB },
  ];
}

/** On post since the spring, spread over the townships, four to a village; rows of the ledger as their postings would have written them. */
const postCadres = (dataSource: DataSource, townships: readonly Territory[], cadres: number): Promise<unknown> =>
  dataSource.query(
    `INSERT INTO postings (case_id, key, cadre, township, village, unit, role, starts_on, ends_on, sequence)
     SELECT 'posting:bench:' || n, 'posting:bench:' || n, 'B' || n, t, t || (200 + (n / $2) % 6), 'dispatching-unit:14:U0' || (n % 9), 'member', '2026-03-01', NULL, 1
       FROM generate_series(0, $1 - 1) AS n, LATERAL (SELECT ($3::text[])[1 + n % $2] AS t) AS place`,
    [cadres, townships.length, townships],
  );

async function start(engine: Stage['engine'], process: ProcessName, id: CaseId, opening: Json): Promise<void> {
  const at = new Date().toISOString();
  const begun: CaseStart = {
    process,
    caseId: id,
    openedOn: today(),
    openedBy: { office: 'system' },
    opening,
    policy: basePolicy,
    calendar: chinaCalendar,
    key: `bench/${id}`,
    bodyHash: '',
    at,
    clause: 'A-0',
    what: '立案',
    run: { spreadMinutes: 0, continueAfterEvents: 2000 },
  };
  await engine.client.workflow.start(workflowTypeOf(process), startOptions(begun, taskQueue));
}

const countOf = async (dataSource: DataSource, sql: string): Promise<number> =>
  Number((await dataSource.query<{ n: number }[]>(sql))[0]?.n ?? 0);

async function until(isDone: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 600_000;
  while (!(await isDone())) {
    if (Date.now() > patience) throw new Error('十分钟内没有全部记录。');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
