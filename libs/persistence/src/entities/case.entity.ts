import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import { Column, Entity, Index } from 'typeorm';
import { Code, CodeKey, Codes, Count, Day, Moment, OptionalDay, OptionalText, Text, Value } from './columns';

/** The latest snapshot of a case, and how far its chain of entries is sealed. */
@Entity('cases')
@Index('cases_by_territory', ['territory', 'caseId'])
@Index('cases_by_opening', ['openedOn', 'caseId'])
@Index('cases_by_process', ['process', 'openedOn', 'caseId'])
@Index('cases_by_subject', ['subject', 'number'])
@Index('cases_by_listed', { synchronize: false })
@Index('cases_running', ['territory', 'process'], { where: 'ended_on IS NULL' })
@Index('cases_by_name', { synchronize: false })
@Index('cases_by_village', { synchronize: false })
@Index('cases_by_unit', { synchronize: false })
@Index('cases_also_in', { synchronize: false })
export class CaseEntity {
  @CodeKey() caseId!: string;
  @Code() process!: string;
  @Code() territory!: Territory;
  @Code() subject!: string;
  @Count() number!: number;
  @Code() stage!: string;
  @Text() stageName!: string;
  @Code() policySet!: string;
  @Count() policyVersion!: number;
  @Day() openedOn!: CivilDate;
  @OptionalDay() endedOn!: CivilDate | null;
  @OptionalText() outcome!: string | null;
  @OptionalText() outcomeName!: string | null;
  @Value() listed!: Record<string, string | number | boolean | null>;
  @Codes() villages!: Territory[];
  @Codes() units!: OfficeId[];
  @Codes() alsoIn!: Territory[];
  @Moment() changedAt!: Instant;
  @Count() sequence!: number;
  @Column({ type: 'integer', default: 0 }) sealedSequence!: number;
  @Column({ type: 'text', default: '' }) headHash!: string;
}
