import type { Instant } from '@duban/policy/dates/civil-date';
import type { OfficeId } from '@duban/policy/base/office';
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { Code, CodeKey, Count, Moment, OptionalCode, OptionalMoment, OptionalText, Text, Truth } from './columns';

/** A message in an office's inbox. */
@Entity('notices')
@Unique('notices_once', ['caseId', 'key', 'recipient'])
@Index('notices_by_recipient', ['recipient', 'deliverAt', 'id'])
@Index('notices_unread', ['recipient', 'deliverAt'], { where: 'read_at IS NULL' })
@Index('notices_to_dispatch', ['deliverAt', 'id'], { where: 'dispatched_at IS NULL' })
export class NoticeEntity {
  @CodeKey() id!: string;
  @Code() caseId!: string;
  @Code() key!: string;
  @Code() recipient!: OfficeId;
  @Text() kind!: string;
  @Code() clause!: string;
  @Text() title!: string;
  @Text() text!: string;
  @Moment() at!: Instant;
  @Moment() deliverAt!: Instant;
  @OptionalMoment() dispatchedAt!: Instant | null;
  @OptionalMoment() readAt!: Instant | null;
  @OptionalCode() readBy!: string | null;
}

/** An outside system that wants the notices of one office, or of all. */
@Entity('webhooks')
export class WebhookEntity {
  @CodeKey() id!: string;
  @Text() url!: string;
  @Text() secret!: string;
  @OptionalCode() recipient!: OfficeId | null;
  @Truth() active!: boolean;
}

/** One notice on its way to one webhook. */
@Entity('deliveries')
@Check('deliveries_state', `state IN ('waiting', 'delivered', 'dead')`)
@Unique('deliveries_once', ['notice', 'webhook'])
@Index('deliveries_waiting', ['webhook', 'nextAttemptAt', 'id'], { where: `state = 'waiting'` })
export class DeliveryEntity {
  @CodeKey() id!: string;
  @Code() notice!: string;
  @Code() webhook!: string;
  @Column({ type: 'text', default: 'waiting' }) state!: 'waiting' | 'delivered' | 'dead';
  @Count() attempts!: number;
  @Moment() nextAttemptAt!: Instant;
  @OptionalMoment() settledAt!: Instant | null;
  @OptionalText() lastError!: string | null;
}
