import 'reflect-metadata';
import { types } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities/all';
import { migrations } from './migrations/all';
import { SnakeNaming } from './snake-naming';

export interface LedgerDatabase {
  /** `postgresql://user:password@host:port/database` */
  url: string;
  /** Live data, and each rehearsal, has a schema of its own. */
  schema: string;
  poolSize?: number;
}

/** A connection pool whose every statement runs in the given schema. */
export function createDataSource({ url, schema, poolSize = 10 }: LedgerDatabase): DataSource {
  ensurePlainName(schema);
  return new DataSource({
    type: 'postgres',
    url,
    schema,
    entities,
    migrations,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize,
    connectTimeoutMS: 2_000,
    extra: {
      options: `-c search_path=${schema}`,
      keepAlive: true,
      pipeline: true,
      query_timeout: 60_000,
      types: { getTypeParser },
    },
  });
}

/** Brings the schema up to date, and makes it first when it is missing; several processes may do so at once. */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (!dataSource.isInitialized) await dataSource.initialize();
  const schema = schemaOf(dataSource);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(hashtext($1))', [`migrate ${schema}`]);
    await runner.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock(hashtext($1))', [`migrate ${schema}`]).catch(() => undefined);
    await runner.release();
  }
}

/** Removes a rehearsal's schema with all it holds. */
export async function dropSchema(dataSource: DataSource): Promise<void> {
  await dataSource.query(`DROP SCHEMA IF EXISTS ${schemaOf(dataSource)} CASCADE`);
}

function schemaOf(dataSource: DataSource): string {
  const { schema } = dataSource.options as { schema?: string };
  ensurePlainName(schema ?? '');
  return schema as string;
}

function ensurePlainName(schema: string): void {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new Error(
      `schema must be a plain lower-case name of at most 63 letters, digits and underscores, got ${JSON.stringify(schema)}`,
    );
}

/** Civil dates stay text, instants become ISO text in UTC, counts and scores become numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.DATE, (text) => text],
  [types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [types.builtins.INT8, Number],
  [types.builtins.NUMERIC, Number],
]);

const getTypeParser = (oid: number, format?: 'text' | 'binary'): unknown =>
  parsers.get(oid) ?? types.getTypeParser(oid, format as 'text');
