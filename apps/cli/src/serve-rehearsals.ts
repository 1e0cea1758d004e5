import 'reflect-metadata';
import { createDataSource } from '@duban/persistence/data-source';
import { readConfig } from '@duban/platform/config';
import { RehearsalRunner } from './rehearsal-orders/runner';
import { untilThere } from '@duban/platform/until-there';

/** Carries out the rehearsals that offices order over the api, until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const dataSource = createDataSource({ url: config.DATABASE_URL, schema: config.DUBAN_SCHEMA, poolSize: 2 });
  await untilThere('台账数据库', () => dataSource.initialize(), { tell: console.error });
  const runner = new RehearsalRunner(dataSource, config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => runner.stop());
  console.log('推演服务已启动。');
  await runner.run();
  await dataSource.destroy();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
