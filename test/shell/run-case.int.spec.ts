import { createCaseActivities } from '@duban/activities/case.activities';
import { createLedgerActivities } from '@duban/activities/ledger/ledger.activities';
import { liveMessenger } from '@duban/activities/messages/messenger';
import { liveGateway, type EngineGateway } from '@duban/api/acts/engine-gateway';
import { caseState, tellCase, type ActRequest, type CaseStart, type CaseState } from '@duban/contracts/case-workflow';
import { demoOffices } from '@duban/contracts/demo-county';
import { createDataSource, dropSchema, migrate } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import { verifyChain } from '@duban/persistence/verify-chain';
import { writeCase } from '@duban/persistence/write-case';
import { readKey } from '@duban/platform/encryption';
import { ensureNamespace } from '@duban/platform/namespace';
import { connectEngine, type Engine } from '@duban/platform/temporal';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { basePolicy } from '@duban/policy/settings/policy-set';
import { createCaseWorker } from '@duban/worker/case-worker';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { testServices } from '../setup/services';
import { TcpProxy } from '../setup/tcp-proxy';

/** The shell on the real engine and the real ledger: what a workflow promises beyond its turns. */
const taskQueue = 'cases';
const township = 'party-committee:140423100';
const bureau = 'revitalization-bureau:140423';
const unit = 'dispatching-unit:140423:U07';
const strangers = 'dispatching-unit:140423:X99';
const now = (): string => new Date().toISOString();
const today = civilDateOf(now());

let engine: Engine;
let ledger: DataSource;
let throughCable: DataSource;
let cable: TcpProxy;
let native: NativeConnection;
let worker: Worker;
let running: Promise<void>;
let gateway: EngineGateway;
let namespace: string;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const services = testServices();
  namespace = `shell_${randomBytes(5).toString('hex')}`;
  engine = connectEngine({ ...services, TEMPORAL_NAMESPACE: namespace });
  await ensureNamespace(engine.connection, namespace, 1);
  ledger = await createDataSource({ url: services.DATABASE_URL, schema: namespace }).initialize();
  await migrate(ledger);
  await upsertOffices(ledger, demoOffices());
  const url = new URL(services.DATABASE_URL);
  cable = await TcpProxy.to(url.hostname, Number(url.port));
  url.port = String(cable.localPort);
  throughCable = await createDataSource({ url: url.href, schema: namespace }).initialize();
  native = await NativeConnection.connect({ address: services.TEMPORAL_ADDRESS });
  worker = await createCaseWorker({
    connection: native,
    namespace,
    taskQueue,
    activities: createCaseActivities(createLedgerActivities(throughCable), liveMessenger(engine.client, taskQueue)),
    key: readKey(services.DUBAN_KEY_FILE),
    cachedWorkflows: 100,
  });
  running = worker.run();
  gateway = liveGateway(engine.client, taskQueue);
}, 60_000);

afterAll(async () => {
  worker.shutdown();
  await running;
  await native.close();
  await engine.connection.operatorService.deleteNamespace({ namespace });
  await engine.close();
  await throughCable.destroy();
  await dropSchema(ledger);
  await ledger.destroy();
  await cable.close();
}, 60_000);

const household = (id: string, more: Partial<CaseStart> = {}): CaseStart => ({
  process: 'household-monitoring',
  caseId: `household:140423100:${id}:1`,
  openedOn: addDays(today, -30),
  openedBy: { office: township },
  opening: {
    household: id,
    village: '140423100201',
    kind: 'marginal',
    settlement: false,
    source: 'self-report',
    greenChannel: null,
    features: [],
    note: null,
    episode: 1,
    relapseOf: null,
    previousOpen: null,
    previousEndedOn: null,
  },
  policy: basePolicy,
  calendar: chinaCalendar,
  key: `open-${id}`,
  bodyHash: `hash-of-open-${id}`,
  at: now(),
  clause: 'A-2.1',
  what: '登记线索',
  run: { spreadMinutes: 0, continueAfterEvents: 2000 },
  ...more,
});

const posting = (id: string, sender: string): CaseStart => ({
  ...household(id),
  process: 'cadre-posting',
  caseId: `posting:140423100:${id}:1`,
  openedBy: { office: sender },
  opening: {
    cadreId: id,
    village: '140423100201',
    unit: sender,
    senderLevel: 'county',
    role: 'member',
    postedOn: addDays(today, -30),
    bornOn: '1990-01-01',
    education: 'bachelor',
    identity: 'ok',
    annualAssessments: [2023, 2024, 2025].map((year) => ({ year, grade: 'competent' })),
    replaces: null,
  },
});

const request = (
  key: string,
  operation: string,
  body: ActRequest['act']['body'] = {},
  more: Partial<ActRequest['act']> = {},
): ActRequest => ({
  act: { key, operation, occurredOn: today, by: { office: township }, body, ...more },
  bodyHash: `hash of ${operation} ${JSON.stringify(body)}`,
  at: now(),
  clause: 'A-2.1',
  what: operation,
});

interface Entry {
  sequence: number;
  name: string;
  key: string | null;
  at: string;
  detail: { deadline?: string; rung?: number } | null;
}
const entriesOf = (caseId: string): Promise<Entry[]> =>
  ledger.query<Entry[]>('SELECT sequence, name, key, at, detail FROM entries WHERE case_id = $1 ORDER BY sequence', [
    caseId,
  ]);
const countOf = async (caseId: string, key: string): Promise<number> =>
  (await entriesOf(caseId)).filter((entry) => entry.key === key).length;
const stateOf = (caseId: string): Promise<CaseState> =>
  engine.client.workflow.getHandle(caseId).query<CaseState>(caseState);
const statusOf = async (caseId: string): Promise<string> =>
  (await engine.client.workflow.getHandle(caseId).describe()).status.name;
const noticeKeysOf = async (caseId: string): Promise<string[]> =>
  (await ledger.query<{ key: string }[]>('SELECT key FROM notices WHERE case_id = $1 ORDER BY key', [caseId])).map(
    ({ key }) => key,
  );

async function until<T>(what: string, ask: () => Promise<T | undefined | false>, withinMs = 30_000): Promise<T> {
  const patience = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > patience) throw new Error(`still waiting until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What a turn leaves behind whose worker and engine lost power before it was kept. */
async function writeForgotten(caseId: string, { act, bodyHash, clause, what, at }: ActRequest): Promise<void> {
  const { file, sequence } = await stateOf(caseId);
  const snapshot = await ledger.query<{ snapshot: never }[]>(
    `SELECT json_build_object('caseId', case_id, 'process', process, 'territory', territory, 'subject', subject, 'number', number, 'stage', 'identified',
       'stageName', '已认定', 'policy', $2::json, 'openedOn', opened_on, 'ended', NULL, 'listed', listed,
       'scope', json_build_object('territories', ARRAY[territory], 'villages', villages, 'units', units)) AS snapshot FROM cases WHERE case_id = $1`,
    [caseId, JSON.stringify({ set: file.policy.set, version: file.policy.version })],
  );
  const entry = {
    kind: 'act',
    name: act.operation,
    clause,
    by: act.by,
    occurredOn: act.occurredOn,
    at,
    what,
    recipients: [],
    key: act.key,
  } as const;
  const none = { deadlines: [], notices: [], candidates: [], records: [], removedRecords: [] };
  const detail = { body: act.body, bodyHash, answer: null, told: null } as never;
  const written = {
    sequence: sequence + 1,
    snapshot: snapshot[0]!.snapshot,
    entries: [{ ...entry, detail, sequence: sequence + 1 }],
    ...none,
  };
  expect(await writeCase(ledger, written)).toEqual({ undelivered: [] });
}

async function expectWholeChain(caseId: string, length?: number): Promise<void> {
  const entries = await entriesOf(caseId);
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  expect(await verifyChain(ledger, caseId)).toMatchObject({
    intact: true,
    sealed: length ?? entries.length,
    waiting: 0,
  });
}

describe('keys', () => {
  it('the same key twice has one effect and the same answer', async () => {
    const { caseId } = await gateway.open(household('K1'));
    const visit = request('visit-1', 'visit', { note: '走访' });
    const first = await gateway.act(caseId, visit);
    expect(first).toMatchObject({ caseId, ledger: 'written' });
    expect(await gateway.act(caseId, visit)).toEqual(first);
    expect(await gateway.open(household('K1'))).toMatchObject({ caseId, bodyHash: 'hash-of-open-K1' });
    expect(await countOf(caseId, 'visit-1')).toBe(1);
    expect((await entriesOf(caseId)).filter(({ name }) => name === 'opened')).toHaveLength(1);
  });

  it('the same key with another body never has an effect, nor passes for its own answer', async () => {
    const { caseId } = await gateway.open(household('K2'));
    const first = await gateway.act(caseId, request('visit-1', 'visit', { note: '甲' }));
    const other = request('visit-1', 'visit', { note: '乙' });
    // The engine answers a known update id with its first outcome: the hash in it shows the api that the body is another.
    expect(await gateway.act(caseId, other)).toMatchObject({ bodyHash: first?.bodyHash });
    expect(first?.bodyHash).not.toBe(other.bodyHash);
    // Where the engine no longer knows the id, the case refuses itself.
    await expect(
      engine.client.workflow.getHandle(caseId).executeUpdate('recordAct', { args: [other], updateId: 'another-id' }),
    ).rejects.toMatchObject({
      cause: { type: 'KEY_REUSED' },
    });
    expect(await countOf(caseId, 'visit-1')).toBe(1);
  });

  it('a case that is open already is not opened again under another key', async () => {
    const { caseId } = await gateway.open(household('K3'));
    await expect(gateway.open(household('K3', { key: 'other', bodyHash: 'other' }))).rejects.toMatchObject({
      code: 'ALREADY_DONE',
    });
    expect((await entriesOf(caseId)).filter(({ name }) => name === 'opened')).toHaveLength(1);
  });
});

describe('refusals', () => {
  it('a refused act leaves no entry and its key free', async () => {
    const { caseId } = await gateway.open(household('R1'));
    const before = await entriesOf(caseId);
    await expect(
      gateway.act(caseId, request('p-1', 'plan', { causes: ['缺技术'], measures: [] })),
    ).rejects.toMatchObject({ code: 'WRONG_STAGE' });
    await expect(
      gateway.act(caseId, request('v-1', 'visit', {}, { occurredOn: addDays(today, 1) })),
    ).rejects.toMatchObject({ code: 'FUTURE_DATE' });
    expect(await entriesOf(caseId)).toEqual(before);
    expect(await gateway.act(caseId, request('v-1', 'visit'))).toMatchObject({ caseId });
    expect(await countOf(caseId, 'v-1')).toBe(1);
  });

  it('an opening the rules refuse ends the workflow at once, answers why, and leaves the id free', async () => {
    const tomorrow = household('R2', { openedOn: addDays(today, 1) });
    await expect(gateway.open(tomorrow)).rejects.toMatchObject({ code: 'FUTURE_DATE' });
    await until('the workflow has ended', async () => (await statusOf(tomorrow.caseId)) !== 'RUNNING');
    expect(await entriesOf(tomorrow.caseId)).toEqual([]);
    await expect(gateway.open(tomorrow)).rejects.toMatchObject({ code: 'FUTURE_DATE' });
    expect(await gateway.open(household('R2', { key: 'open-R2-again' }))).toMatchObject({
      caseId: tomorrow.caseId,
      ledger: 'written',
    });
  });
});

describe('the end', () => {
  it('a case ends once its end stands in the ledger, and messages to it are dropped', async () => {
    const { caseId } = await gateway.open(household('E1'));
    const end = request('end', 'end', { cause: 'moved-away', reason: '整户迁出' }, { by: { office: bureau } });
    const answer = await gateway.act(caseId, end);
    await until('it has ended', async () => (await statusOf(caseId)) === 'COMPLETED');
    const entries = await entriesOf(caseId);
    expect(entries.at(-1)).toMatchObject({ name: 'ended' });
    await liveMessenger(engine.client, taskQueue).tell(caseId, request('late', 'visit'));
    expect(await gateway.act(caseId, request('later', 'visit'))).toBeUndefined();
    expect(await gateway.act(caseId, end)).toEqual(answer);
    expect(await entriesOf(caseId)).toEqual(entries);
    await expectWholeChain(caseId);
  });

  it('a message that may not be recorded leaves a trace and changes nothing', async () => {
    const { caseId } = await gateway.open(household('E2'));
    await engine.client.workflow
      .getHandle(caseId)
      .signal(tellCase, request('m-1', 'plan', { causes: [], measures: [] }));
    await until('it is noted', async () => (await entriesOf(caseId)).some(({ name }) => name === 'message-ignored'));
    expect((await stateOf(caseId)).file.acts).toEqual([]);
    await expectWholeChain(caseId);
  });
});

describe('continue-as-new', () => {
  it('keeps keys, file and fired rungs, and loses no act while acts keep coming', async () => {
    const start = household('C1', { run: { spreadMinutes: 0, continueAfterEvents: 60 } });
    const { caseId } = await gateway.open(start);
    const firstRun = (await engine.client.workflow.getHandle(caseId).describe()).runId;
    const review = request(
      'review',
      'villageReview',
      {},
      { occurredOn: addDays(today, -20), by: { office: 'village-committee:140423100201' } },
    );
    await gateway.act(caseId, review);
    const fired = (await stateOf(caseId)).firedRungs;
    expect(fired.length).toBeGreaterThan(0);

    const keys = Array.from({ length: 60 }, (_, index) => `v-${index}`);
    const waiting = [...keys];
    const officer = async (pauseMs: number): Promise<void> => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
        expect(await gateway.act(caseId, request(key, 'visit'))).toMatchObject({ caseId, ledger: 'written' });
        await engine.client.workflow.getHandle(caseId).signal(tellCase, request(`told-${key}`, 'visit'));
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    };
    await Promise.all([officer(40), officer(70), officer(110)]);

    await until(
      'it has gone on as new',
      async () => (await engine.client.workflow.getHandle(caseId).describe()).runId !== firstRun,
    );
    await until(
      'all messages are in the ledger',
      async () => (await entriesOf(caseId)).filter(({ key }) => key?.startsWith('told-')).length === 60,
    );
    const entries = await entriesOf(caseId);
    expect(entries.filter(({ name }) => name === 'visit').map(({ key }) => key)).toHaveLength(120);
    expect(new Set(entries.flatMap(({ key }) => (key === null ? [] : [key]))).size).toBe(122);
    await expectWholeChain(caseId);

    const state = await stateOf(caseId);
    expect(state.firedRungs).toEqual(fired);
    expect(state.file.acts.map(({ key }) => key)).toEqual(['review']);
    await expect(gateway.act(caseId, { ...review, bodyHash: 'other' })).rejects.toMatchObject({ code: 'KEY_REUSED' });
    expect(await gateway.act(caseId, review)).toMatchObject({ bodyHash: review.bodyHash });
    expect(await gateway.open(start)).toMatchObject({ caseId });
    expect(await countOf(caseId, 'review')).toBe(1);
  }, 60_000);
});

describe('the ledger away', () => {
  it('answers pending, and afterwards every entry is there in sequence', async () => {
    const { caseId } = await gateway.open(household('D1'));
    cable.cut();
    const keys = ['d-1', 'd-2', 'd-3'];
    try {
      for (const key of keys)
        expect(await gateway.act(caseId, request(key, 'visit'))).toMatchObject({ ledger: 'pending' });
      expect(await gateway.open(household('D2'))).toMatchObject({ ledger: 'pending' });
      expect(await countOf(caseId, 'd-1')).toBe(0);
    } finally {
      cable.mend();
    }
    await until(
      'all entries are there',
      async () => (await Promise.all(keys.map((key) => countOf(caseId, key)))).every((count) => count === 1),
      60_000,
    );
    await until(
      'the second case is there',
      async () => (await entriesOf('household:140423100:D2:1')).length > 0,
      60_000,
    );
    expect(await gateway.act(caseId, request('d-4', 'visit'))).toMatchObject({ ledger: 'written' });
    await expectWholeChain(caseId);
    await expectWholeChain('household:140423100:D2:1');
  }, 120_000);

  it('a case that ends meanwhile stays until its end is written', async () => {
    const { caseId } = await gateway.open(household('D3'));
    cable.cut();
    try {
      await gateway.act(
        caseId,
        request('end', 'end', { cause: 'death', reason: '户主去世' }, { by: { office: bureau } }),
      );
      expect(await statusOf(caseId)).toBe('RUNNING');
    } finally {
      cable.mend();
    }
    await until('it has ended', async () => (await statusOf(caseId)) === 'COMPLETED', 60_000);
    expect((await entriesOf(caseId)).at(-1)).toMatchObject({ name: 'ended' });
    await expectWholeChain(caseId);
  }, 90_000);
});

describe('the ledger ahead', () => {
  it('a case takes in an act that the ledger has and it has forgotten, after the one that brings it to light', async () => {
    const { caseId } = await gateway.open(household('F1'));
    const day = { occurredOn: addDays(today, -20) };
    await gateway.act(
      caseId,
      request('village', 'villageReview', {}, { ...day, by: { office: 'village-committee:140423100201' } }),
    );
    await gateway.act(caseId, request('township', 'townshipCheck', {}, day));
    const before = await entriesOf(caseId);
    const body = { labour: 'full', wishesToWork: true, wholeHouseholdWithoutLabour: false };
    const forgotten = request('forgotten', 'identify', body, { by: { office: bureau } });
    await writeForgotten(caseId, forgotten);

    expect(await gateway.act(caseId, request('v-1', 'visit'))).toMatchObject({ ledger: 'written' });
    await until('it is taken in', async () => (await entriesOf(caseId)).some(({ name }) => name === 'act-taken-in'));
    await until('it stands in the file', async () => (await stateOf(caseId)).file.acts.length === 3);
    expect(
      (await entriesOf(caseId))
        .slice(before.length)
        .map(({ name }) => name)
        .slice(0, 4),
    ).toEqual(['identify', 'visit', 'act-taken-in', 'deadline-met']);
    expect(await countOf(caseId, 'forgotten')).toBe(1);
    await expectWholeChain(caseId);
    // Asked again, it is the same act; and all goes on in the ledger's own numbers.
    expect(await gateway.act(caseId, forgotten)).toMatchObject({ bodyHash: forgotten.bodyHash });
    await gateway.act(caseId, request('v-2', 'visit'));
    expect(await countOf(caseId, 'forgotten')).toBe(1);
    expect((await entriesOf(caseId)).at(-1)).toMatchObject({ name: 'visit' });
    await expectWholeChain(caseId);
    const [row] = await ledger.query<{ stage: string }[]>('SELECT stage FROM cases WHERE case_id = $1', [caseId]);
    expect(row?.stage).toBe((await gateway.act(caseId, request('v-2', 'visit')))?.stage);
  });
});

describe('clause C-3.7 fairness: an office without an inbox', () => {
  const absence = (key: string, on: string): ActRequest => request(key, 'absence', {}, { occurredOn: on });
  const reminder = (on: string): ActRequest =>
    request(`reminded-${on}`, 'recordReminder', { absenceOn: on }, { occurredOn: addDays(on, 1) });
  const orders = async (caseId: string): Promise<string[]> =>
    (await noticeKeysOf(caseId)).filter((key) => key.startsWith('recall-order:'));
  const [first, second] = [addDays(today, -20), addDays(today, -10)];
  const twice = async (caseId: string): Promise<void> => {
    for (const act of [absence('a-1', first), reminder(first), absence('a-2', second)]) await gateway.act(caseId, act);
  };

  it('where the unit has an inbox, the second absence orders the recall', async () => {
    const { caseId } = await gateway.open(posting('P1', unit));
    await twice(caseId);
    expect(await orders(caseId)).toEqual([`recall-order:${second}`]);
  });

  it('an undelivered reminder becomes part of the file and holds the recall until it is sent again', async () => {
    const { caseId } = await gateway.open(posting('P2', strangers));
    await twice(caseId);
    const key = `reminded:${first}`;
    await until('the file knows it', async () => (await stateOf(caseId)).file.undelivered.includes(key));
    expect(await orders(caseId)).toEqual([]);

    const stationing = { by: { office: 'stationing-office:140423' } };
    await gateway.act(caseId, request('again-1', 'redeliver', {}, stationing));
    await until('the receipt is in', async () => (await stateOf(caseId)).sentNotices.includes(key));
    expect((await stateOf(caseId)).file.undelivered).toContain(key);
    expect(await orders(caseId)).toEqual([]);

    await upsertOffices(ledger, [{ id: strangers, name: '新登记的单位' }]);
    await gateway.act(caseId, request('again-2', 'redeliver', {}, stationing));
    await until('the order is out', async () => (await orders(caseId)).length > 0);
    expect(await orders(caseId)).toEqual([`recall-order:${second}`]);
    expect((await stateOf(caseId)).file.undelivered).toEqual([]);
    expect((await noticeKeysOf(caseId)).filter((one) => one === key)).toHaveLength(1);
    await expectWholeChain(caseId);
  });
});
