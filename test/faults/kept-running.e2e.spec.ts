import { closeAllOpened } from '../setup/opened';
import { SystemProcess, type Part } from './system-process';

/** What falls under `npm start` is started again; until then the system says what is missing, and api and worker live on. */
const apps = { 接口服务: 'api', 流程工作进程: 'worker' } as const;
const all = Object.keys(apps) as (keyof typeof apps)[];
/** Two seconds, and one more for a busy machine. */
const answerWithinMs = 3_000;

let system: SystemProcess;
beforeAll(async () => {
  system = await SystemProcess.start();
}, 240_000);
afterAll(closeAllOpened, 90_000);

interface Readiness {
  status: number;
  words: Record<string, string>;
}

async function readiness(app: keyof typeof apps): Promise<Readiness> {
  const answer = await fetch(`http://127.0.0.1:${system.ports[apps[app]]}/readyz`, {
    signal: AbortSignal.timeout(answerWithinMs),
  });
  return { status: answer.status, words: (await answer.json()) as Record<string, string> };
}

/** Asks until the app says so; each answer comes soon. */
async function until(app: keyof typeof apps, isSo: (readiness: Readiness) => boolean): Promise<void> {
  for (let left = 400; left > 0; left -= 1) {
    if (isSo(await readiness(app))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `${app} still says: ${JSON.stringify(await readiness(app))}; the launcher said: ${system.said.join('; ')}`,
  );
}

/** A database takes questions a moment before the launcher knows it. */
async function untilSaid(line: string): Promise<void> {
  for (let left = 400; left > 0 && !system.said.includes(line); left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(system.said).toContain(line);
}

const isReady = ({ status }: Readiness): boolean => status === 200;
const misses =
  (part: Part) =>
  ({ status, words }: Readiness): boolean =>
    status === 503 && words[part] === '未就绪';

const pidsOfApps = async (): Promise<number[][]> => [await system.pids('接口服务'), await system.pids('流程工作进程')];

/** A household reported over the api, through engine, worker and ledger. */
async function report(householdId: string): Promise<number> {
  const api = `http://127.0.0.1:${system.ports.api}/api/v1`;
  const post = (path: string, body: unknown, headers = {}): Promise<Response> =>
    fetch(`${api}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const { token } = (await (await post('dev/tokens', { office: 'party-committee:140423100' })).json()) as {
    token: string;
  };
  const lead = { householdId, village: '140423100201', kind: 'marginal', source: 'self-report' };
  return (await post('households', lead, { authorization: `Bearer ${token}`, 'idempotency-key': householdId })).status;
}

it.each([
  ['流程引擎', 'server'],
  ['台账数据库', 'server'],
  ['流程引擎', 'guard'],
  ['台账数据库', 'guard'],
] as const)(
  '%s, its %s killed, is started again, and api and worker find it',
  async (part, whom) => {
    const [before, apps] = [await system.pids(part), await pidsOfApps()];
    system.said.length = 0;
    await system.signal('SIGKILL', part, whom);
    await Promise.all(all.map((app) => until(app, misses(part))));
    await Promise.all(all.map((app) => until(app, isReady)));
    await untilSaid(`says • ${part}已重新启动`);
    expect(system.said).toContainEqual(
      expect.stringMatching(`${part}意外停止（.+），两秒后重新启动；原因见 .+\\.log$`),
    );
    expect(await system.pids(part)).not.toEqual(before);
    expect(await report(`${part === '流程引擎' ? 'E' : 'L'}${whom}`)).toBe(201);
    expect(await pidsOfApps()).toEqual(apps);
  },
  120_000,
);

it.each(['流程引擎', '台账数据库'] as const)(
  '%s hanging is named within two seconds, and found when it goes on',
  async (part) => {
    const apps = await pidsOfApps();
    await system.signal('SIGSTOP', part, 'all');
    await Promise.all(all.map((app) => until(app, misses(part))));
    await system.signal('SIGCONT', part, 'all');
    await Promise.all(all.map((app) => until(app, isReady)));
    expect(await pidsOfApps()).toEqual(apps);
  },
  120_000,
);

it.each(all)(
  '%s killed is started again',
  async (app) => {
    await system.signal('SIGKILL', app, 'server');
    for (let left = 400; left > 0; left -= 1) {
      const found = await readiness(app).catch(() => undefined);
      if (found !== undefined && isReady(found)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${app} did not come back: ${system.said.join('; ')}`);
  },
  120_000,
);
