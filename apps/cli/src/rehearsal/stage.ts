import { createCaseActivities } from '@duban/activities/case.activities';
import { createLedgerActivities } from '@duban/activities/ledger/ledger.activities';
import { demoOffices } from '@duban/contracts/demo-county';
import { createDataSource, dropSchema, migrate } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import type { Config } from '@duban/platform/config';
import type { Territory } from '@duban/policy/base/office';
import { readKey } from '@duban/platform/encryption';
import { ensureNamespace } from '@duban/platform/namespace';
import { connectEngine } from '@duban/platform/temporal';
import { createCaseWorker } from '@duban/worker/case-worker';
import { NativeConnection } from '@temporalio/worker';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { RehearsalEngine } from './rehearsal-engine';
import { VirtualClocks } from './virtual-clock';

export interface Stage {
  engine: RehearsalEngine;
  clocks: VirtualClocks;
  dataSource: DataSource;
  clear(): Promise<void>;
}

export type StageConfig = Pick<Config, 'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'DUBAN_KEY_FILE'>;

export const newStageName = (): string => `rehearsal_${randomBytes(6).toString('hex')}`;

/** A namespace, a schema and a worker of its own, which live data never meets; cleared away afterwards. */
export async function setStage(config: StageConfig, county: Territory, name: string): Promise<Stage> {
  const { connection, client, close } = connectEngine({ ...config, TEMPORAL_NAMESPACE: name });
  await ensureNamespace(connection, name, 1);
  const dataSource = await createDataSource({ url: config.DATABASE_URL, schema: name }).initialize();
  await migrate(dataSource);
  await upsertOffices(dataSource, demoOffices(county));
  const clocks = new VirtualClocks(client, name);
  const engine = new RehearsalEngine(client, name, clocks);
  const native = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const worker = await createCaseWorker({
    connection: native,
    namespace: name,
    taskQueue: name,
    activities: createCaseActivities(createLedgerActivities(dataSource), engine),
    key: readKey(config.DUBAN_KEY_FILE),
    cachedWorkflows: 400,
    onTurn: (caseId, turn) => engine.onTurn(caseId, turn),
  });
  const running = worker.run();
  return {
    engine,
    clocks,
    dataSource,
    async clear() {
      worker.shutdown();
      await running;
      await native.close();
      await close();
      await dataSource.destroy();
      await clearStage(config, name);
    },
  };
}

/** Removes what a rehearsal left behind, however it ended; nothing when there is nothing. */
export async function clearStage(config: StageConfig, name: string): Promise<void> {
  const { connection, close } = connectEngine({ ...config, TEMPORAL_NAMESPACE: name });
  await connection.operatorService.deleteNamespace({ namespace: name }).catch(() => undefined);
  await close();
  const dataSource = await createDataSource({ url: config.DATABASE_URL, schema: name, poolSize: 1 }).initialize();
  await dropSchema(dataSource);
  await dataSource.destroy();
}
