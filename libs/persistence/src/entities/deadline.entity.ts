import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { Deadline } from '@duban/policy/dates/deadline';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import { Entity, Index } from 'typeorm';
import { Code, CodeKey, Count, Day, OptionalDay, Text, Value } from './columns';

/** A deadline of a case; the columns beside the whole deadline are what lists filter and sort by. */
@Entity('deadlines')
@Index('deadlines_by_due', ['due', 'caseId', 'id'])
@Index('deadlines_running', ['due', 'caseId', 'id'], { where: 'met_on IS NULL' })
@Index('deadlines_dropped', ['due', 'caseId', 'id'], { where: 'dropped_on IS NOT NULL' })
@Index('deadlines_met_late', ['due', 'caseId', 'id'], { where: 'met_on > due' })
@Index('deadlines_standing', ['due', 'caseId', 'id'], { where: 'standing_from IS NOT NULL' })
@Index('deadlines_by_territory', { synchronize: false })
@Index('deadlines_by_owner', ['owner', 'due', 'caseId', 'id'])
export class DeadlineEntity {
  @CodeKey() caseId!: string;
  @CodeKey() id!: string;
  @Code() process!: string;
  @Code() territory!: Territory;
  @Code() clause!: string;
  @Text() what!: string;
  @Code() owner!: OfficeId;
  /** The day it began to bind. */
  @Day() startsOn!: CivilDate;
  @Day() due!: CivilDate;
  @OptionalDay() metOn!: CivilDate | null;
  @OptionalDay() droppedOn!: CivilDate | null;
  @OptionalDay() standingFrom!: CivilDate | null;
  @OptionalDay() standingTo!: CivilDate | null;
  @Value() deadline!: Deadline;
  @Count() sequence!: number;
}
