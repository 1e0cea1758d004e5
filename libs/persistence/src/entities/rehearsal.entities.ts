import type { OfficeId, Territory } from '@duban/policy/base/office';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import { Check, Column, Entity, Index } from 'typeorm';
import {
  Code,
  CodeKey,
  Count,
  CountKey,
  Day,
  Moment,
  OptionalCode,
  OptionalDay,
  OptionalMoment,
  OptionalText,
  OptionalValue,
  Text,
  Value,
} from './columns';

/** A rehearsal an office has ordered, and how far it is. */
@Entity('rehearsals')
@Check('rehearsals_state', `state IN ('waiting', 'running', 'done', 'failed', 'cancelled')`)
@Index('rehearsals_by_key', ['key'], { unique: true })
@Index('rehearsals_by_county', ['county', 'requestedAt'])
@Index('rehearsals_open', ['requestedAt', 'id'], { where: `state IN ('waiting', 'running')` })
export class RehearsalEntity {
  @CodeKey() id!: string;
  @Text() title!: string;
  @Code() county!: Territory;
  @Code() requestedBy!: OfficeId;
  @OptionalCode() requestedPerson!: string | null;
  @Moment() requestedAt!: Instant;
  @Day() startOn!: CivilDate;
  @Day() untilOn!: CivilDate;
  @Count() months!: number;
  @Value() whatIfs!: object;
  @Value() policy!: object;
  @Code() key!: string;
  @Code() bodyHash!: string;
  @Code() state!: string;
  @OptionalDay() dayReached!: CivilDate | null;
  @Count() actsDone!: number;
  @Count() actsTotal!: number;
  @OptionalValue() summary!: object | null;
  @OptionalText() failure!: string | null;
  @OptionalMoment() cancelAskedAt!: Instant | null;
  @OptionalMoment() startedAt!: Instant | null;
  @OptionalMoment() finishedAt!: Instant | null;
  @Count() attempts!: number;
  /** Schema and namespace it runs in, to be cleared away by whoever finds it left behind. */
  @OptionalCode() stage!: string | null;
  /** When its runner was last alive. */
  @OptionalMoment() seenAt!: Instant | null;
}

/** One thing that happened in a rehearsal, numbered in the order of its days. */
@Entity('rehearsal_events')
@Index('rehearsal_events_by_day', ['rehearsalId', 'day', 'kind'])
export class RehearsalEventEntity {
  @CodeKey() rehearsalId!: string;
  @CountKey() line!: number;
  @Day() day!: CivilDate;
  @Moment() at!: Instant;
  @Code() kind!: string;
  @Code() name!: string;
  @Code() process!: string;
  @Code() caseId!: string;
  @Code() clause!: string;
  @Code() byOffice!: OfficeId;
  @Column({ type: 'text', array: true }) recipients!: OfficeId[];
  @Text() what!: string;
}
