import { createCaseActivities } from '@duban/activities/case.activities';
import { createLedgerActivities } from '@duban/activities/ledger/ledger.activities';
import { liveMessenger } from '@duban/activities/messages/messenger';
import type { CaseActivities } from '@duban/contracts/case-workflow';
import { createDataSource } from '@duban/persistence/data-source';
import { connectEngine, type Engine } from '@duban/platform/temporal';
import type { Config } from '@duban/platform/config';
import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';

export const ENGINE = Symbol('engine');
export const DATA_SOURCE = Symbol('data source');
export const ACTIVITIES = Symbol('activities');

/** Binds the activities to the ledger and the engine, neither of which need be there yet. */
@Module({})
export class WorkerModule {
  static of(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: ENGINE, useFactory: () => connectEngine(config) },
        {
          provide: DATA_SOURCE,
          useFactory: () => createDataSource({ url: config.DATABASE_URL, schema: config.DUBAN_SCHEMA }),
        },
        {
          provide: ACTIVITIES,
          inject: [DATA_SOURCE, ENGINE],
          useFactory: (dataSource: DataSource, engine: Engine): CaseActivities =>
            createCaseActivities(
              createLedgerActivities(dataSource),
              liveMessenger(engine.client, config.DUBAN_TASK_QUEUE),
            ),
        },
      ],
      exports: [ENGINE, DATA_SOURCE, ACTIVITIES],
    };
  }
}
