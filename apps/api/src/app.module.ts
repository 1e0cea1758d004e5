import { createDataSource } from '@duban/persistence/data-source';
import type { Config } from '@duban/platform/config';
import { readKey } from '@duban/platform/encryption';
import { connectEngine, type Engine } from '@duban/platform/temporal';
import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { hkdfSync } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ActsController } from './acts/acts.controller';
import { ActsService, CASE_BOOK, RUN_OPTIONS } from './acts/acts.service';
import { ENGINE_GATEWAY, liveGateway } from './acts/engine-gateway';
import { CallerGuard } from './auth/caller.guard';
import { DEVELOPMENT_ISSUER, DevelopmentController } from './auth/development.controller';
import { MeController } from './auth/me.controller';
import { TOKENS, Tokens } from './auth/tokens';
import { ChangesController } from './changes/changes.controller';
import { ChangeFeed, LEDGER } from './changes/change-feed';
import { CLOCK, wallClock } from './clock';
import { CockpitController } from './cockpit/cockpit.controller';
import { ENGINE } from './engine';
import { HealthController } from './health/health.controller';
import { AllowancesController } from './ledger/allowances.controller';
import { ledgerBook } from './ledger/case-book';
import { CasesController } from './ledger/cases.controller';
import { DivisionsController } from './ledger/divisions.controller';
import { DutiesController } from './ledger/duties.controller';
import { NoticesController } from './ledger/notices.controller';
import { PublicController } from './ledger/public.controller';
import { RegistersController } from './ledger/registers.controller';
import { OffersController } from './offers/offers.controller';
import { ScoreDrafts } from './months/score-drafts.service';
import { ScoreSheetsController } from './months/score-sheets.controller';
import { ScoreSheets } from './months/score-sheets.service';
import { KEY, PersonsController } from './persons/persons.controller';
import { PolicyController } from './policy/policy.controller';
import { PolicyDesk } from './policy/policy-desk';
import { RegisterEntriesController } from './registers/register-entries.controller';
import { RegistersService } from './registers/registers.service';
import { RehearsalDesk } from './rehearsals/rehearsal-desk';
import { RehearsalsController } from './rehearsals/rehearsals.controller';
import { SystemController } from './system/system.controller';
import { SetAsideService } from './system/set-aside.service';
import { SystemService, TASK_QUEUE } from './system/system.service';
import { WORKER_URL } from './system/worker-watch';
import { WebhooksController } from './webhooks/webhooks.controller';

/** Fixed paths come before the acts' general ones. */
const controllers = [
  HealthController,
  PublicController,
  DevelopmentController,
  MeController,
  PersonsController,
  PolicyController,
  CasesController,
  OffersController,
  NoticesController,
  DutiesController,
  AllowancesController,
  ScoreSheetsController,
  CockpitController,
  DivisionsController,
  ChangesController,
  SystemController,
  RegisterEntriesController,
  RegistersController,
  RehearsalsController,
  WebhooksController,
  ActsController,
];

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
        { provide: CLOCK, useValue: wallClock },
        { provide: KEY, useValue: key },
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
