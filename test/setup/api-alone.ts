import { createApi } from '@duban/api/create-api';
import { ENGINE_GATEWAY } from '@duban/api/acts/engine-gateway';
import { demoOffices } from '@duban/contracts/demo-county';
import { createDataSource, dropSchema, migrate } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import { readConfig } from '@duban/platform/config';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { CasesInProcess } from '../walk/cases-in-process';
import { Opened } from './opened';
import { sender, type Answer } from './sender';
import { testServices } from './services';

/** The api on a schema of its own in the real database, with cases that run in this process. */
export interface ApiAlone {
  app: NestExpressApplication;
  dataSource: DataSource;
  cases: CasesInProcess;
  get(office: string, path: string): Promise<Answer>;
  post(office: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startApiAlone(): Promise<ApiAlone> {
  const opened = new Opened();
  try {
    return await openApi(opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openApi(opened: Opened): Promise<ApiAlone> {
  const schema = `alone_${randomBytes(5).toString('hex')}`;
  const services = testServices();
  const config = readConfig({
    ...services,
    TEMPORAL_NAMESPACE: schema,
    DUBAN_SCHEMA: schema,
    DUBAN_DEV_ISSUER: 'on',
    DUBAN_API_PORT: '0',
    DUBAN_CHECK_ANSWERS: 'on',
  });
  const dataSource = await opened.add(createDataSource({ url: services.DATABASE_URL, schema }).initialize(), (one) =>
    one.destroy(),
  );
  await opened.add(dataSource, dropSchema);
  await migrate(dataSource);
  await upsertOffices(dataSource, demoOffices());
  const cases = new CasesInProcess(dataSource);
  const app = await opened.add(createApi(config, [{ provide: ENGINE_GATEWAY, useValue: cases }]), (one) => one.close());
  await app.listen(0, '127.0.0.1');
  await untilConnected(app.get(DataSource));
  const send = sender((await app.getUrl()).replace('[::1]', '127.0.0.1'));
  return {
    ...{ app, dataSource, cases },
    get: (office, path) => send('GET', office, path),
    post: (office, path, body) => send('POST', office, path, body),
    stop: () => opened.close(),
  };
}

/** The api starts without its database and connects as soon as it may. */
async function untilConnected(dataSource: DataSource): Promise<void> {
  for (let left = 200; !dataSource.isInitialized; left -= 1) {
    if (left === 0) throw new Error('the api has not found its database');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
