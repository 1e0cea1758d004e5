import { createDataSource } from '@duban/persistence/data-source';
import type { Config } from '@duban/platform/config';
import { readKey } from '@duban/platform/encryption';
import { connectEngine, type Engine } from '@duban/platform/temporal';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { hkdfSync } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ActsService, CASE_BOOK, RUN_OPTIONS } from './acts/acts.service';
import { ENGINE_GATEWAY, liveGateway } from './acts/engine-gateway';
import { CallerGuard } from './auth/caller.guard';
import { controllers } from './controllers';
import { DEVELOPMENT_ISSUER } from './auth/development.controller';
import { TOKENS, Tokens } from './auth/tokens';
import { ChangeFeed, LEDGER } from './changes/change-feed';
import { CLOCK, wallClock } from './clock';
import { ENGINE } from './engine';
import { ledgerBook } from './cases/case-book';
import { ScoreDrafts } from './months/score-drafts.service';
import { ScoreEvidence } from './months/score-evidence.service';
import { ScoreSheets } from './months/score-sheets.service';
import { PERSONS_KEY } from './persons/names';
import { PolicyDesk } from './policy/policy-desk';
import { RegistersService } from './registers/registers.service';
import { RehearsalDesk } from './rehearsals/rehearsal-desk';
import { SetAsideService } from './system/set-aside.service';
import { SystemService, TASK_QUEUE } from './system/system.service';
import { CHECKS_ANSWERS, RouteCheck } from './routes/route-check.interceptor';
import { WORKER_URL } from './system/worker-watch';

/** The whole api. It starts, and says what is missing, even while the database or the engine is away. */
@Module({})
export class ApiModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  static of(config: Config): DynamicModule {
    const key = readKey(config.DUBAN_KEY_FILE);
    const secret =
      config.DUBAN_TOKEN_SECRET_FILE === undefined ? derivedSecret(key) : readKey(config.DUBAN_TOKEN_SECRET_FILE);
    return {
      module: ApiModule,
      controllers,
      providers: [
        ActsService,
        PolicyDesk,
        RegistersService,
        ScoreSheets,
        ChangeFeed,
        ScoreDrafts,
        ScoreEvidence,
        RehearsalDesk,
        SetAsideService,
        SystemService,
        CallerGuard,
        {
          provide: DataSource,
          useFactory: () =>
            connectPatiently(createDataSource({ url: config.DATABASE_URL, schema: config.DUBAN_SCHEMA })),
        },
        { provide: ENGINE, useFactory: () => connectEngine(config) },
        {
          provide: ENGINE_GATEWAY,
          inject: [ENGINE],
          useFactory: ({ client }: Engine) =>
            liveGateway(client, config.DUBAN_TASK_QUEUE, config.DUBAN_ANSWER_SECONDS * 1000),
        },
        { provide: CASE_BOOK, inject: [DataSource], useFactory: ledgerBook },
        { provide: TASK_QUEUE, useValue: config.DUBAN_TASK_QUEUE },
        { provide: WORKER_URL, useValue: config.DUBAN_WORKER_URL ?? `http://127.0.0.1:${config.DUBAN_WORKER_PORT}` },
        { provide: LEDGER, useValue: { url: config.DATABASE_URL, schema: config.DUBAN_SCHEMA } },
        { provide: CHECKS_ANSWERS, useValue: config.DUBAN_CHECK_ANSWERS === 'on' },
        { provide: APP_INTERCEPTOR, useClass: RouteCheck },
        { provide: CLOCK, useValue: wallClock },
        { provide: PERSONS_KEY, useValue: key },
        { provide: TOKENS, useValue: new Tokens(secret) },
        { provide: DEVELOPMENT_ISSUER, useValue: config.DUBAN_DEV_ISSUER === 'on' },
        {
          provide: RUN_OPTIONS,
          useValue: {
            spreadMinutes: config.DUBAN_SPREAD_MINUTES,
            continueAfterEvents: config.DUBAN_CONTINUE_AFTER_EVENTS,
          },
        },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.engine.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** Connects in the background until the database is there; until then whoever asks it hears that it is away. */
function connectPatiently(dataSource: DataSource): DataSource {
  const attempt = (): void => {
    dataSource.initialize().catch(() => setTimeout(attempt, 1_000).unref());
  };
  attempt();
  return dataSource;
}

const derivedSecret = (key: Buffer): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', 'duban token signing', 32));
