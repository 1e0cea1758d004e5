import { demoOffices } from '@duban/contracts/demo-county';
import { createDataSource, dropSchema, migrate } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import type { Config } from '@duban/platform/config';
import { freePort } from '@duban/platform/free-port';
import { ensureNamespace } from '@duban/platform/namespace';
import { connectEngine, type Engine } from '@duban/platform/temporal';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { startBareSide, type BareSide } from './bare/bare-side';
import { Offices } from './offices';
import { startProcess, untilReady } from './processes';

export type Services = Pick<Config, 'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'DUBAN_KEY_FILE'>;

/** The whole system as in live operation, api and worker as processes of their own, and beside it the yardstick. */
export interface Stage {
  engine: Engine;
  dataSource: DataSource;
  offices: Offices;
  bare: BareSide;
  ports: { api: number; worker: number; engine: number };
  clear(): Promise<void>;
}

export const taskQueue = 'duban-cases';
const apps = join(__dirname, '..', '..', '..');

export async function setStage(services: Services, more: Record<string, string> = {}): Promise<Stage> {
  const name = `bench_${randomBytes(5).toString('hex')}`;
  const ports = {
    api: await freePort(),
    worker: await freePort(),
    engine: Number(services.TEMPORAL_ADDRESS.split(':')[1]),
  };
  const engine = connectEngine({ ...services, TEMPORAL_NAMESPACE: name });
  await ensureNamespace(engine.connection, name, 1);
  const dataSource = createDataSource({ url: services.DATABASE_URL, schema: name });
  await migrate(dataSource);
  await upsertOffices(dataSource, demoOffices());
  await dataSource.query(
    'CREATE TABLE bare_reminders (id text PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp())',
  );
  const env = {
    ...services,
    ...more,
    TEMPORAL_NAMESPACE: name,
    DUBAN_SCHEMA: name,
    DUBAN_TASK_QUEUE: taskQueue,
    DUBAN_DEV_ISSUER: 'on',
  };
  const places = { DUBAN_API_PORT: String(ports.api), DUBAN_WORKER_PORT: String(ports.worker) };
  const worker = startProcess(join(apps, 'worker', 'dist', 'main.js'), { ...env, ...places });
  const api = startProcess(join(apps, 'api', 'dist', 'main.js'), { ...env, ...places });
  const clear = async (bare?: BareSide): Promise<void> => {
    await Promise.all([worker.stop(), api.stop(), bare?.stop()]);
    await engine.connection.operatorService.deleteNamespace({ namespace: name }).catch(() => undefined);
    await engine.close();
    await dropSchema(dataSource);
    await dataSource.destroy();
  };
  try {
    await Promise.all([
      untilReady(`http://127.0.0.1:${ports.api}/readyz`),
      untilReady(`http://127.0.0.1:${ports.worker}/readyz`),
    ]);
    const bare = await startBareSide(engine.connection, name, env);
    return {
      engine,
      dataSource,
      ports,
      bare,
      offices: new Offices(`http://127.0.0.1:${ports.api}`),
      clear: () => clear(bare),
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** Carries out work on a stage, and clears the stage away whatever happens. */
export async function onStage<T>(
  services: Services,
  work: (stage: Stage) => Promise<T>,
  more: Record<string, string> = {},
): Promise<T> {
  const stage = await setStage(services, more);
  try {
    return await work(stage);
  } finally {
    await stage.clear();
  }
}
