import type { DataSource } from 'typeorm';
import { migrate } from '../data-source';
import { closeTestSchema, openTestSchema } from '../test-schema';

describe('migrations', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await openTestSchema();
  });
  afterAll(() => closeTestSchema(dataSource));

  it('make what the entities describe', async () => {
    const drift = await dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('notice an entity that differs', async () => {
    await dataSource.query('ALTER TABLE offices ALTER COLUMN name DROP NOT NULL');
    const drift = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.query('ALTER TABLE offices ALTER COLUMN name SET NOT NULL');
    expect(drift.upQueries).not.toEqual([]);
  });

  it('can be run by several processes at once, and again', async () => {
    await Promise.all([migrate(dataSource), migrate(dataSource), migrate(dataSource)]);
    expect(await dataSource.showMigrations()).toBe(false);
  });

  it('go back step by step and forth again', async () => {
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    const [left] = await dataSource.query(
      'SELECT count(*) AS tables FROM information_schema.tables WHERE table_schema = current_schema()',
    );
    expect(left.tables).toBe(1);
    await migrate(dataSource);
    expect(await dataSource.showMigrations()).toBe(false);
  });
});
