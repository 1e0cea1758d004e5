import { createDataSource, migrate } from '@duban/persistence/data-source';
import { readConfig } from '@duban/platform/config';
import { ensureNamespace } from '@duban/platform/namespace';
import { connectEngine } from '@duban/platform/temporal';

const retentionDays = 30;

/** Brings the ledger's schema up to date and makes the namespace with its search attributes; repeatable. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const dataSource = createDataSource({ url: config.DATABASE_URL, schema: config.DUBAN_SCHEMA });
  await migrate(dataSource);
  await dataSource.destroy();
  const engine = connectEngine(config);
  await ensureNamespace(engine.connection, config.TEMPORAL_NAMESPACE, retentionDays);
  await engine.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
