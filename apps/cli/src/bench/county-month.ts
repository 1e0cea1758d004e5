import { demoCadres, demoCountyCode, demoTownships, demoVillages } from '@duban/contracts/demo-county';
import { caseId } from '@duban/policy/case/case-id';
import { addDays, addToMonth, civilDateOf, firstDayOf, monthOf, type Month } from '@duban/policy/dates/civil-date';
import { officeId, townshipOf } from '@duban/policy/base/office';
import { postingBody } from '../rehearsal/demo-routine';
import { countOperations, operationsBetween } from './engine-operations';
import { workOff } from './rates';
import type { Stage } from './stage';
import { seconds, type Row } from './table';

const county = demoCountyCode;
const stationing = officeId('stationing-office', county);
const townships = demoTownships(county).slice(0, 10);
const cadres = demoCadres(
  120,
  2026,
  demoVillages(county).filter((village) => townships.includes(townshipOf(village))),
);

/** C-3.5: 120 cadres in 10 townships; task list, sheets, ranking, bulletin, and what the ladders make of it. */
export async function measureCountyMonth(stage: Stage): Promise<Row[]> {
  const month = lastMonthOf(civilDateOf(new Date().toISOString()));
  await prepare(stage, month);
  const before = await countOperations(stage);
  const began = performance.now();
  const low = await playMonth(stage, month);
  const took = performance.now() - began;
  const operations = operationsBetween(before, await countOperations(stage));
  return [
    { what: `一县一月（120 人、10 乡镇，靠后 ${low} 人）`, ours: seconds(took) },
    { what: '  引擎操作：状态变更 / 历史事件', ours: `${operations.transitions} / ${operations.events}` },
    { what: '  其中：流程任务、更新、消息、计时、活动、本地活动', ours: operations.kinds.join('、') },
  ];
}

/** The latest month whose bulletin can have been issued by today. */
const lastMonthOf = (today: string): Month => addToMonth(monthOf(today), Number(today.slice(8)) < 5 ? -2 : -1);

async function prepare({ offices, dataSource }: Stage, month: Month): Promise<void> {
  const postedOn = addDays(firstDayOf(month), -30);
  await workOff(cadres, 10, (cadre) =>
    offices.send(stationing, 'postings', { occurredOn: postedOn, ...postingBody(cadre, postedOn) }),
  );
  const cycle = { province: '14', year: Number(month.slice(0, 4)), title: 'bench', counties: [county] };
  await offices.send('leading-group-office:14', 'cycles', { occurredOn: firstDayOf(month), ...cycle });
  const sheets = townships.map((township) => caseId('township-scores', township, month));
  await until(async () => {
    const [found] = await dataSource.query<{ n: number }[]>(
      'SELECT count(*) AS n FROM cases WHERE case_id = ANY ($1)',
      [sheets],
    );
    return found?.n === sheets.length;
  });
  await settle();
}

/** Returns how many cadres came out low; ends when each of their cases has taken it in. */
async function playMonth({ offices, dataSource }: Stage, month: Month): Promise<number> {
  const next = addToMonth(month, 1);
  const assessment = caseId('monthly-assessment', county, month);
  const tasks = { occurredOn: dayOf(month, 3), items: [{ what: '走访监测户并更新台账' }, { what: '宣讲到户政策' }] };
  await offices.send(stationing, `assessments/${assessment}/issue-task-list`, tasks);
  await workOff(townships, 10, async (township) => {
    const scores = cadres
      .filter((cadre) => cadre.township === township)
      .map(({ id }) => ({ cadre: id, ...scoreOf(Number(id.slice(1))) }));
    const sheet = caseId('township-scores', township, month);
    await offices.send(officeId('party-committee', township), `scores/${sheet}/score-all`, {
      occurredOn: dayOf(next, 3),
      scores,
    });
  });
  await offices.send(stationing, `assessments/${assessment}/issue-bulletin`, {
    occurredOn: dayOf(next, 4),
    number: '襄驻办〔2026〕1号',
  });
  const [ranked] = await dataSource.query<{ n: number }[]>(
    'SELECT count(*) AS n FROM rankings WHERE low AND scope = $1',
    [county],
  );
  const low = ranked?.n ?? 0;
  await until(async () => {
    const [told] = await dataSource.query<{ n: number }[]>(`SELECT count(*) AS n FROM entries WHERE name = 'lowMonth'`);
    return (told?.n ?? 0) >= low;
  });
  return low;
}

const dayOf = (month: Month, day: number): string => addDays(firstDayOf(month), day - 1);

const scoreOf = (number: number): { task: number; presence: number } => ({
  task: 70 + ((number * 13) % 29),
  presence: 75 + ((number * 7) % 25),
});

async function until(isDone: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 120_000;
  while (!(await isDone())) {
    if (Date.now() > patience) throw new Error('一县一月：两分钟内没有全部记录。');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_000));
