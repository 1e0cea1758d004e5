import './frugal-heap';
import 'reflect-metadata';
import { startDeliveries } from '@duban/activities/notify/deliveries';
import type { CaseActivities } from '@duban/contracts/case-workflow';
import { readConfig } from '@duban/platform/config';
import { readKey } from '@duban/platform/encryption';
import type { Engine } from '@duban/platform/temporal';
import { NestFactory } from '@nestjs/core';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createCaseWorker } from './case-worker';
import { FailingActivities } from './failing-activities';
import { serveHealth } from './health';
import { ACTIVITIES, DATA_SOURCE, ENGINE, WorkerModule } from './worker.module';

/** Runs all cases until it is told to stop; ends only when nothing is half done. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const metricsPort = config.DUBAN_WORKER_PORT === 0 ? 0 : config.DUBAN_WORKER_PORT + 1;
  Runtime.install({
    logger: new DefaultLogger('WARN'),
    shutdownSignals: ['SIGTERM', 'SIGINT'],
    ...(metricsPort === 0
      ? {}
      : { telemetryOptions: { metrics: { prometheus: { bindAddress: `127.0.0.1:${metricsPort}` } } } }),
  });
  const context = await NestFactory.createApplicationContext(WorkerModule.of(config), { logger: ['error', 'warn'] });
  const dataSource = context.get<DataSource>(DATA_SOURCE);
  const engine = context.get<Engine>(ENGINE);
  const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const failing = new FailingActivities();
  const worker = await createCaseWorker({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.DUBAN_TASK_QUEUE,
    activities: context.get<CaseActivities>(ACTIVITIES),
    key: readKey(config.DUBAN_KEY_FILE),
    cachedWorkflows: config.DUBAN_CACHED_WORKFLOWS,
    failing,
  });
  const health = serveHealth(config.DUBAN_WORKER_PORT, () => worker.getState() === 'RUNNING', metricsPort, failing);
  const deliveries = startDeliveries(dataSource);
  try {
    await worker.run();
  } finally {
    health.close();
    await deliveries.stop();
    await connection.close();
    await engine.close();
    await dataSource.destroy();
    await context.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
