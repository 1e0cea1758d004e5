import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';

/** All of it or nothing. The raw client allows named statements, whose plans each connection keeps. */
export function inTransaction<T>(dataSource: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return dataSource.transaction(async (manager) => work((await manager.queryRunner?.connect()) as PoolClient));
}
