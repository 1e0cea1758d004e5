import { CaseEntity } from './case.entity';
import { DeadlineEntity } from './deadline.entity';
import { OfficeEntity, PersonEntity, PolicyVersionEntity } from './directory.entities';
import { EntryEntity } from './entry.entity';
import { DeliveryEntity, NoticeEntity, WebhookEntity } from './notice.entities';
import {
  BulletinEntity,
  CandidateEntity,
  DutyEntity,
  HouseholdEntity,
  LeaveEntity,
  PostingEntity,
  RankingEntity,
  RegisterActionEntity,
  RegisterRowEntity,
  RemovedRecordEntity,
  ScoreDraftEntity,
  ScoreEntity,
} from './record.entities';
import { RehearsalEntity, RehearsalEventEntity } from './rehearsal.entities';
import { SetAsideEntity } from './set-aside.entity';

export const entities = [
  CaseEntity,
  DeadlineEntity,
  EntryEntity,
  PostingEntity,
  ScoreEntity,
  ScoreDraftEntity,
  RankingEntity,
  BulletinEntity,
  HouseholdEntity,
  LeaveEntity,
  DutyEntity,
  RegisterActionEntity,
  RegisterRowEntity,
  RemovedRecordEntity,
  CandidateEntity,
  NoticeEntity,
  WebhookEntity,
  DeliveryEntity,
  OfficeEntity,
  PersonEntity,
  PolicyVersionEntity,
  RehearsalEntity,
  RehearsalEventEntity,
  SetAsideEntity,
];
