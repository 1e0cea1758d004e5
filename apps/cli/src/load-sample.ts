import { sampleCadres, sampleCountyCode, sampleHouseholds, sampleOffices } from '@duban/contracts/sample-county';
import { createDataSource } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import { readConfig } from '@duban/platform/config';
import { addDays, civilDateOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { officeId } from '@duban/policy/case/office';
import { postingBody, reportBody } from './rehearsal/sample-routine';

/** What the sample asks of the api: the very requests an office would send. */
interface Request {
  as: string;
  path: string;
  key: string;
  body: Record<string, unknown>;
}

const together = 5;

/** Loads 襄垣县 with its real divisions once, and starts its supervision cycle; a second run changes nothing. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const api = `http://127.0.0.1:${config.DUBAN_API_PORT}`;
  const dataSource = await createDataSource({ url: config.DATABASE_URL, schema: config.DUBAN_SCHEMA }).initialize();
  await upsertOffices(dataSource, sampleOffices());
  await dataSource.destroy();
  if (await isLoaded(api)) {
    console.log('示例县已载入。');
    return;
  }
  const today = civilDateOf(new Date().toISOString());
  const requests = [...cadreRequests(today), ...householdRequests(today), cycleRequest(today)];
  console.log(`载入示例：山西省长治市襄垣县，${requests.length} 项……`);
  const waiting = [...requests];
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      await send(api, request);
      done += 1;
      if (done % 40 === 0) console.log(`  ${done}/${requests.length}`);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  console.log('示例载入完毕，督办周期已启动。');
}

/** The cycle is started last: where it stands, everything before it stands. */
async function isLoaded(api: string): Promise<boolean> {
  const answer = await fetch(`${api}/api/v1/cases?process=supervision-cycle`, { headers: await headersOf(api, 'leading-group-office:14') });
  if (!answer.ok) throw new Error(`查询督办周期失败：${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { total: number }).total > 0;
}

const cycleRequest = (today: CivilDate): Request => ({
  as: 'leading-group-office:14',
  path: 'cycles',
  key: `sample-cycle-${today.slice(0, 4)}`,
  body: { province: '14', year: Number(today.slice(0, 4)), title: `${today.slice(0, 4)}年巩固衔接专项行动`, counties: [sampleCountyCode] },
});

const cadreRequests = (today: CivilDate): Request[] =>
  sampleCadres(120, Number(today.slice(0, 4))).map((cadre) => ({
    as: officeId('stationing-office', sampleCountyCode),
    path: 'postings',
    key: `sample-${cadre.id}`,
    body: { occurredOn: addDays(today, -45), ...postingBody(cadre, addDays(today, -45)) },
  }));

const householdRequests = (today: CivilDate): Request[] =>
  sampleHouseholds(60).map((household, index) => ({
    as: officeId('party-committee', household.township),
    path: 'households',
    key: `sample-${household.id}`,
    body: { occurredOn: addDays(today, -(index % 12)), ...reportBody(household) },
  }));

const tokens = new Map<string, Promise<string>>();

async function headersOf(api: string, office: string): Promise<Record<string, string>> {
  const token = tokens.get(office) ?? issue(api, office);
  tokens.set(office, token);
  return { authorization: `Bearer ${await token}`, 'content-type': 'application/json' };
}

async function issue(api: string, office: string): Promise<string> {
  const answer = await fetch(`${api}/api/v1/dev/tokens`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ office }) });
  if (!answer.ok) throw new Error(`开发签发未启用（DUBAN_DEV_ISSUER=on）：${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

async function send(api: string, request: Request): Promise<void> {
  const answer = await fetch(`${api}/api/v1/${request.path}`, {
    method: 'POST',
    headers: { ...(await headersOf(api, request.as)), 'idempotency-key': request.key },
    body: JSON.stringify(request.body),
  });
  if (!answer.ok) throw new Error(`示例第 ${request.key} 项未能载入：${answer.status} ${await answer.text()}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
