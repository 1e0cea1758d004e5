import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource, dropSchema, migrate } from './data-source';

/** A migrated schema of its own for a test file; there is no test without a database. */
export async function openTestSchema(): Promise<DataSource> {
  const url = process.env['DUBAN_TEST_DATABASE_URL'];
  if (url === undefined || url === '')
    throw new Error('DUBAN_TEST_DATABASE_URL must name a PostgreSQL database, got nothing');
  const dataSource = createDataSource({ url, schema: `test_${randomBytes(6).toString('hex')}` });
  await migrate(dataSource);
  return dataSource;
}

export async function closeTestSchema(dataSource: DataSource | undefined): Promise<void> {
  if (dataSource === undefined) return;
  await dropSchema(dataSource);
  await dataSource.destroy();
}
