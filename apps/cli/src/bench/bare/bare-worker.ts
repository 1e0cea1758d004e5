import { readConfig } from '@duban/platform/config';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import type { BareActivities } from './bare.workflow';

/** A worker for the yardstick, as a process of its own, with the SDK's own settings. Says on standard output what is parked. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: ['SIGTERM'] });
  const pool = new Pool({ connectionString: config.DATABASE_URL, max: 10 });
  const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
  const activities: BareActivities = {
    note: () => Promise.resolve(),
    remind: async (id) =>
      void (await pool.query(`INSERT INTO ${config.DUBAN_SCHEMA}.bare_reminders (id) VALUES ($1)`, [id])),
  };
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.DUBAN_TASK_QUEUE,
    workflowsPath: require.resolve('./bare.workflow'),
    activities,
    sinks: {
      bench: { parked: { fn: (_: unknown, id: string) => console.log(`parked ${id}`), callDuringReplay: false } },
    },
  });
  const running = worker.run();
  console.log('ready');
  await running;
  await connection.close();
  await pool.end();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
