import { createCaseActivities } from '@duban/activities/case.activities';
import { createLedgerActivities } from '@duban/activities/ledger/ledger.activities';
import { liveMessenger } from '@duban/activities/messages/messenger';
import { createApi } from '@duban/api/create-api';
import { demoOffices } from '@duban/contracts/demo-county';
import { createDataSource, dropSchema, migrate } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import { readConfig } from '@duban/platform/config';
import { readKey } from '@duban/platform/encryption';
import { ensureNamespace } from '@duban/platform/namespace';
import { connectEngine } from '@duban/platform/temporal';
import { createCaseWorker } from '@duban/worker/case-worker';
import { FailingActivities } from '@duban/worker/failing-activities';
import { serveHealth } from '@duban/worker/health';
import type { Client } from '@temporalio/client';
import { NativeConnection, Runtime, DefaultLogger } from '@temporalio/worker';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { DataSource } from 'typeorm';
import { Opened } from './opened';
import { sender, type Answer } from './sender';
import { testServices } from './services';
import { TcpProxy } from './tcp-proxy';

export type { Answer };

/** The whole system as offices meet it: api and worker on a namespace and a schema of their own. */
export interface LiveSystem {
  url: string;
  dataSource: DataSource;
  /** Where the key of payloads and personal data lies. */
  keyFile: string;
  /** Cables to the database and to the engine, to be cut. */
  database: TcpProxy;
  engine: TcpProxy;
  /** The engine itself, for who goes round the api. */
  client: Client;
  post(office: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(office: string, path: string): Promise<Answer>;
  /** What else is opened beside it and ends with it. */
  opened: Opened;
  send(method: string, office: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startLiveSystem(): Promise<LiveSystem> {
  const opened = new Opened();
  try {
    return await openLiveSystem(opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openLiveSystem(opened: Opened): Promise<LiveSystem> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const services = testServices();
  const name = `live_${randomBytes(5).toString('hex')}`;
  const database = await proxyTo(services.DATABASE_URL);
  await opened.add(database.proxy, (proxy) => proxy.close());
  const [host = '', port] = services.TEMPORAL_ADDRESS.split(':');
  const engineProxy = await opened.add(TcpProxy.to(host, Number(port)), (proxy) => proxy.close());
  const failing = new FailingActivities();
  const isRunning = async (): Promise<void> => {
    if (worker.getState() !== 'RUNNING') throw new Error('the worker does not run yet');
  };
  const health = await opened.add(
    serveHealth({ port: 0, metricsPort: 0, parts: { 办理程序: isRunning }, failing }),
    (server) => server.close(),
  );
  await once(health, 'listening');
  const config = readConfig({
    ...services,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: `127.0.0.1:${engineProxy.localPort}`,
    TEMPORAL_NAMESPACE: name,
    DUBAN_SCHEMA: name,
    DUBAN_DEV_ISSUER: 'on',
    DUBAN_SPREAD_MINUTES: '0',
    DUBAN_API_PORT: '0',
    DUBAN_WORKER_URL: `http://127.0.0.1:${(health.address() as AddressInfo).port}`,
    DUBAN_ANSWER_SECONDS: '4',
    DUBAN_CHECK_ANSWERS: 'on',
  });
  const engine = await opened.add(connectEngine({ ...config, TEMPORAL_ADDRESS: services.TEMPORAL_ADDRESS }), (one) =>
    one.close(),
  );
  await ensureNamespace(engine.connection, name, 1);
  await opened.add(engine.connection, (one) => one.operatorService.deleteNamespace({ namespace: name }));
  const direct = await opened.add(createDataSource({ url: services.DATABASE_URL, schema: name }).initialize(), (one) =>
    one.destroy(),
  );
  await opened.add(direct, dropSchema);
  await migrate(direct);
  await upsertOffices(direct, demoOffices());
  const dataSource = await opened.add(createDataSource({ url: database.url, schema: name }).initialize(), (one) =>
    one.destroy(),
  );
  const native = await opened.add(NativeConnection.connect({ address: services.TEMPORAL_ADDRESS }), (one) =>
    one.close(),
  );
  const worker = await createCaseWorker({
    connection: native,
    namespace: name,
    taskQueue: config.DUBAN_TASK_QUEUE,
    activities: createCaseActivities(
      createLedgerActivities(dataSource),
      liveMessenger(engine.client, config.DUBAN_TASK_QUEUE),
    ),
    key: readKey(config.DUBAN_KEY_FILE),
    cachedWorkflows: 100,
    failing,
  });
  const running = worker.run();
  await opened.add(worker, async (one) => {
    one.shutdown();
    await running;
  });
  const app = await opened.add(createApi(config), (one) => one.close());
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const send = sender(url);
  await untilReady(url);
  return {
    url,
    opened,
    dataSource: direct,
    keyFile: config.DUBAN_KEY_FILE,
    database: database.proxy,
    engine: engineProxy,
    client: engine.client,
    post: (office, path, body, headers) => send('POST', office, path, body, headers),
    get: (office, path) => send('GET', office, path),
    send,
    stop: () => opened.close(),
  };
}

async function untilReady(url: string): Promise<void> {
  for (let left = 100; (await fetch(`${url}/readyz`)).status !== 200; left -= 1) {
    if (left === 0) throw new Error(`not ready: ${await (await fetch(`${url}/readyz`)).text()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function proxyTo(databaseUrl: string): Promise<{ url: string; proxy: TcpProxy }> {
  const url = new URL(databaseUrl);
  const proxy = await TcpProxy.to(url.hostname, Number(url.port));
  url.port = String(proxy.localPort);
  return { url: url.href, proxy };
}
