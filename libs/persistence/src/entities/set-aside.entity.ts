import type { Instant } from '@duban/policy/dates/civil-date';
import { Check, Column, Entity, Index } from 'typeorm';
import { Code, CodeKey, Count, OptionalCode, OptionalMoment, OptionalText, Text } from './columns';

/** Something a case wanted that was refused for what it contains; kept as it was until somebody has put it right. */
@Entity('set_aside_writes')
@Check('set_aside_writes_kind', `kind IN ('write', 'message', 'question')`)
@Index('set_aside_writes_by_case', ['caseId', 'contentHash'])
@Index('set_aside_writes_open', ['at', 'id'], { where: 'settled_at IS NULL' })
export class SetAsideEntity {
  @CodeKey() id!: string;
  @Code() caseId!: string;
  @Count() sequence!: number;
  @Code() kind!: 'write' | 'message' | 'question';
  @Text() reason!: string;
  @Text() content!: string;
  @Code() contentHash!: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) at!: Instant;
  @OptionalMoment() settledAt!: Instant | null;
  @OptionalCode() settledBy!: string | null;
  @OptionalText() settledNote!: string | null;
}
