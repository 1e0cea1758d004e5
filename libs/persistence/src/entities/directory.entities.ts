import type { Instant } from '@duban/policy/dates/civil-date';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import type { Settings } from '@duban/policy/settings/policy-set';
import { Column, Entity, Index } from 'typeorm';
import { Code, CodeKey, CountKey, Moment, Text, Value } from './columns';

/** An office that can be written to. */
@Entity('offices')
@Index('offices_by_territory', ['territory', 'kind'])
export class OfficeEntity {
  @CodeKey() id!: OfficeId;
  @Code() kind!: string;
  @Code() territory!: Territory;
  @Text() name!: string;
}

/** Who a surrogate id stands for, readable only with the key. */
@Entity('persons')
export class PersonEntity {
  @CodeKey() id!: string;
  @Code() keyId!: string;
  @Column({ type: 'bytea' }) sealed!: Buffer;
}

/** A policy set at a version, as cases were begun with it. */
@Entity('policy_versions')
export class PolicyVersionEntity {
  @CodeKey() policySet!: string;
  @CountKey() version!: number;
  @Value() changes!: Partial<Settings>;
  @Text() title!: string;
  @Code() savedBy!: string;
  @Moment() savedAt!: Instant;
}
