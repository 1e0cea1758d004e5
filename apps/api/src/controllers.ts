import { ActsController } from './acts/acts.controller';
import { AllowancesController } from './allowances/allowances.controller';
import { DevelopmentController } from './auth/development.controller';
import { MeController } from './auth/me.controller';
import { BulletinsController } from './bulletins/bulletins.controller';
import { CasesController } from './cases/cases.controller';
import { ChangesController } from './changes/changes.controller';
import { DeadlinesController } from './deadlines/deadlines.controller';
import { DispatchesController } from './dispatches/dispatches.controller';
import { DivisionsController } from './divisions/divisions.controller';
import { DutiesController } from './duties/duties.controller';
import { HealthController } from './health/health.controller';
import { InboxController } from './inbox/inbox.controller';
import { ListingsController } from './listings/listings.controller';
import { ScoreEvidenceController } from './months/score-evidence.controller';
import { ScoreSheetsController } from './months/score-sheets.controller';
import { OffersController } from './offers/offers.controller';
import { PersonsController } from './persons/persons.controller';
import { PolicyController } from './policy/policy.controller';
import { RosterController } from './postings/roster.controller';
import { RegisterEntriesController } from './registers/register-entries.controller';
import { RegistersController } from './registers/registers.controller';
import { RehearsalsController } from './rehearsals/rehearsals.controller';
import { SampleCommitmentsController } from './inspections/sample-commitments.controller';
import { SamplesController } from './inspections/samples.controller';
import { RankingsController } from './statistics/rankings.controller';
import { StatisticsController } from './statistics/statistics.controller';
import { SystemController } from './system/system.controller';
import { VillageDaysController } from './village-days/village-days.controller';
import { WebhooksController } from './webhooks/webhooks.controller';

/** Whatever answers requests; fixed paths come before the acts' general ones. */
export const controllers = [
  HealthController,
  SampleCommitmentsController,
  DevelopmentController,
  MeController,
  PersonsController,
  PolicyController,
  CasesController,
  DeadlinesController,
  OffersController,
  InboxController,
  DutiesController,
  AllowancesController,
  ScoreEvidenceController,
  VillageDaysController,
  ScoreSheetsController,
  RosterController,
  StatisticsController,
  RankingsController,
  BulletinsController,
  ListingsController,
  DispatchesController,
  SamplesController,
  DivisionsController,
  ChangesController,
  SystemController,
  RegisterEntriesController,
  RegistersController,
  RehearsalsController,
  WebhooksController,
  ActsController,
];
