import { workflowTypeOf } from '@duban/contracts/case-workflow';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const province = 'leading-group-office:14';
const county = 'stationing-office:140423';
const township = 'party-committee:140423100';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

interface Standing {
  ledger: object;
  stuck: { count: number; items: { caseId: string; attempt: number }[] };
  activities: { items: { caseId: string; activityId: string; attempt: number; nextTryAt: string | null }[] };
}
const standing = async () => (await system.get(province, 'system')).body as unknown as Standing;
const retry = (caseId: string, activityId: string, office = province) =>
  system.post(office, 'system/activities/retry', { caseId, activityId });

describe('how the system is', () => {
  it('is told to the province’s leading-group office alone', async () => {
    expect(await standing()).toMatchObject({
      state: 'well',
      ledger: {
        reachable: true,
        version: expect.stringMatching(/^\d+/),
        bytes: expect.any(Number),
        ms: expect.any(Number),
      },
      engine: { reachable: true, version: expect.stringMatching(/^\d+\./), openExecutions: expect.any(Number) },
      worker: {
        reachable: true,
        ready: true,
        taskQueue: 'duban-cases',
        pollers: [{ lastSeenAt: expect.stringMatching(/^20/) }],
      },
      stuck: { known: true, count: 0, items: [] },
      activities: { known: true, items: [] },
      undelivered: { notices: 0, deliveries: 0 },
    });
    for (const path of ['system', 'system/undelivered'])
      expect(await system.get(county, path)).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
    expect(await retry('household:140423100:H1:1', '1', county)).toMatchObject({ status: 403 });
  });

  it('refuses to retry what does not wait for it', async () => {
    expect(await retry('household:140423100:NONE:1', '1')).toMatchObject({
      status: 422,
      body: { code: 'CONDITIONS_NOT_MET' },
    });
    expect(await system.post(province, 'system/activities/retry', {})).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    });
  });

  it('shows a step that is tried again, in plain words, and retries it now', async () => {
    await system.dataSource.query('ALTER TABLE households RENAME TO households_away');
    const asked = system.post(township, 'households', {
      householdId: 'S1',
      village: '140423100204',
      kind: 'marginal',
      source: 'self-report',
    });
    const isAhead = (at: string | null): boolean => at !== null && Date.parse(at) > Date.now() + 3_000;
    const failing = await until(async () =>
      (await standing()).activities.items.find(({ attempt, nextTryAt }) => attempt >= 4 && isAhead(nextTryAt)),
    );
    expect(failing).toMatchObject({
      caseId: 'household:140423100:S1:1',
      processName: '防返贫监测',
      what: '发送消息并写入台账',
      lastError: '台账数据库拒绝写入（代码 42P01），请管理员查看日志',
    });
    await system.dataSource.query('ALTER TABLE households_away RENAME TO households');
    expect(await retry(failing.caseId, failing.activityId)).toMatchObject({ status: 200, body: { retried: true } });
    await until(async () => (await standing()).activities.items.length === 0 || undefined);
    expect(Date.now()).toBeLessThan(Date.parse(failing.nextTryAt ?? ''));
    expect(await asked).toMatchObject({ status: 202 });
    expect(
      await until(async () =>
        (await system.get(township, `cases/${failing.caseId}`)).status === 200 ? true : undefined,
      ),
    ).toBe(true);
    expect(await retry(failing.caseId, failing.activityId)).toMatchObject({ status: 422 });
  }, 60_000);

  it('lists notices without an inbox and webhooks that do not answer', async () => {
    await system.dataSource.query(
      `UPDATE notices SET recipient = 'dispatching-unit:140423:X99' WHERE id = (SELECT min(id) FROM notices)`,
    );
    await system.dataSource.query(
      `INSERT INTO webhooks VALUES ('${province}/hook', 'http://127.0.0.1:9/in', 's', '${province}', TRUE)`,
    );
    await system.dataSource.query(
      `INSERT INTO deliveries (id, notice, webhook, state, attempts, next_attempt_at, settled_at, last_error)
       SELECT 'd1', min(id), '${province}/hook', 'dead', 8, now(), now(), '2xx expected, got 500' FROM notices`,
    );
    expect((await system.get(province, 'system/undelivered')).body).toMatchObject({
      notices: [{ to: 'dispatching-unit:140423:X99', why: expect.stringContaining('收件箱') }],
      deliveries: [
        {
          office: province,
          name: 'hook',
          stateName: '已放弃',
          attempts: 8,
          lastError: '接收系统返回状态 500',
          nextTryAt: null,
        },
      ],
    });
  });

  it('names a case that cannot go on, in words and in the figures, until it can', async () => {
    const caseId = 'household:140423100:STUCK:1';
    // Its state is none that the rules can read: the task fails whenever it is tried.
    const broken = { start: { caseId, run: { spreadMinutes: 0, continueAfterEvents: 2000 } }, state: { file: {} } };
    const stuck = await system.client.workflow.start(workflowTypeOf('household-monitoring'), {
      workflowId: caseId,
      taskQueue: 'duban-cases',
      args: [{ ...broken, position: { offset: 0, ahead: [] } }],
    });
    const began = Date.now();
    const named = await until(async () => (await standing()).stuck.items[0], 60);
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(named).toMatchObject({
      caseId,
      processName: '防返贫监测',
      reason: expect.stringContaining('出错'),
      since: expect.stringMatching(/^20/),
    });
    expect(named.attempt).toBeGreaterThanOrEqual(3);
    expect(await standing()).toMatchObject({ state: 'impaired', stateName: '有案件不能继续办理' });
    const figures = async () => (await fetch(`${system.url}/metrics`)).text();
    expect(await figures()).toContain('duban_stuck_cases 1');
    await stuck.terminate('the poisoned case is put away');
    await until(async () => ((await standing()).stuck.count === 0 ? true : undefined));
    expect(await figures()).toContain('duban_stuck_cases 0');
  }, 120_000);

  it('says what is away', async () => {
    system.database.cut();
    const during = await standing();
    system.database.mend();
    expect(during).toMatchObject({
      state: 'impaired',
      ledger: { reachable: false, words: expect.stringContaining('台账数据库') },
      undelivered: null,
    });
  });
});

async function until<T>(ask: () => Promise<T | undefined>, seconds = 20): Promise<T> {
  for (let left = 5 * seconds; left > 0; left -= 1) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('it did not come');
}
