import { createDataSource, migrate } from '@duban/persistence/data-source';

/** Brings the ledger's schema up to date. */
async function main(): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('请用 DATABASE_URL 指明台账数据库。');
  const dataSource = createDataSource({ url, schema: process.env['DUBAN_SCHEMA'] ?? 'duban' });
  await migrate(dataSource);
  await dataSource.destroy();
  console.log('台账数据库结构已是最新。');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
