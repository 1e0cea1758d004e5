import type { Json } from '@duban/policy/base/json';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { OfficeId } from '@duban/policy/base/office';
import { Check, Column, Entity, Index } from 'typeorm';
import { Code, CodeKey, CountKey, Day, Moment, OptionalCode, OptionalText, OptionalValue, Text } from './columns';

/** An act of an office or an event of the system. Appended once; only the seal is added later. */
@Entity('entries')
@Check('entries_kind', `kind IN ('act', 'event')`)
@Index('entries_unsealed', ['caseId', 'sequence'], { where: 'hash IS NULL' })
@Index('entries_by_opening_key', ['key'], { where: 'sequence = 1' })
@Index('entries_by_instant', ['at', 'caseId', 'sequence'])
export class EntryEntity {
  @CodeKey() caseId!: string;
  @CountKey() sequence!: number;
  @Code() kind!: 'act' | 'event';
  @Code() name!: string;
  @Code() clause!: string;
  @Code() byOffice!: OfficeId;
  @OptionalCode() byPerson!: string | null;
  @Day() occurredOn!: CivilDate;
  @Moment() at!: Instant;
  @Text() what!: string;
  @OptionalValue() detail!: Json;
  @Column({ type: 'text', array: true }) recipients!: OfficeId[];
  @OptionalText() key!: string | null;
  @OptionalText() algorithm!: string | null;
  @OptionalText() previousHash!: string | null;
  @OptionalText() hash!: string | null;
}
