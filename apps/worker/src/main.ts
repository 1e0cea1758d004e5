import './frugal-heap';
import 'reflect-metadata';
import { startDeliveries } from '@duban/activities/notify/deliveries';
import type { CaseActivities } from '@duban/contracts/case-workflow';
import { askLedger } from '@duban/persistence/ask-ledger';
import { readConfig } from '@duban/platform/config';
import { readKey } from '@duban/platform/encryption';
import { answerWithinMs } from '@duban/platform/readiness';
import { askEngine, type Engine } from '@duban/platform/temporal';
import { untilThere } from '@duban/platform/until-there';
import { NestFactory } from '@nestjs/core';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createCaseWorker } from './case-worker';
import { FailingActivities } from './failing-activities';
import { serveHealth } from './health';
import { ACTIVITIES, DATA_SOURCE, ENGINE, WorkerModule } from './worker.module';

const endWithinMs = 10_000;
const shutdownSignals: NodeJS.Signals[] = ['SIGTERM', 'SIGINT'];

/** Runs all cases until it is told to stop; ends only when nothing is half done. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const metricsPort = config.DUBAN_WORKER_PORT === 0 ? 0 : config.DUBAN_WORKER_PORT + 1;
  Runtime.install({
    logger: new DefaultLogger('WARN'),
    shutdownSignals,
    ...(metricsPort === 0
      ? {}
      : { telemetryOptions: { metrics: { prometheus: { bindAddress: `127.0.0.1:${metricsPort}` } } } }),
  });
  const stopping = new AbortController();
  for (const signal of shutdownSignals) process.once(signal, () => stopping.abort(new Error('停止')));
  const context = await NestFactory.createApplicationContext(WorkerModule.of(config), { logger: ['error', 'warn'] });
  const dataSource = context.get<DataSource>(DATA_SOURCE);
  const engine = context.get<Engine>(ENGINE);
  const failing = new FailingActivities();
  const begun: { worker?: Worker } = {};
  const parts = {
    台账数据库: () => askLedger(dataSource, answerWithinMs),
    流程引擎: () => askEngine(engine, answerWithinMs),
    办理程序: async () => {
      if (begun.worker?.getState() !== 'RUNNING') throw new Error('the worker does not run yet');
    },
  };
  const health = serveHealth({ port: config.DUBAN_WORKER_PORT, metricsPort, parts, failing });
  const waiting = { tell: console.error, signal: stopping.signal };
  await untilThere('台账数据库', () => dataSource.initialize(), waiting);
  const connection = await untilThere(
    '流程引擎',
    () => NativeConnection.connect({ address: config.TEMPORAL_ADDRESS }),
    waiting,
  );
  const worker = await createCaseWorker({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.DUBAN_TASK_QUEUE,
    activities: context.get<CaseActivities>(ACTIVITIES),
    key: readKey(config.DUBAN_KEY_FILE),
    cachedWorkflows: config.DUBAN_CACHED_WORKFLOWS,
    failing,
  });
  begun.worker = worker;
  const deliveries = startDeliveries(dataSource);
  try {
    await worker.run();
  } finally {
    // A database that hangs must not keep a worker that has ended from being started again.
    setTimeout(() => process.exit(1), endWithinMs).unref();
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
