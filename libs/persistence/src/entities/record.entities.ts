import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import type { CivilDate, Month } from '@duban/policy/dates/civil-date';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import { Entity, Index } from 'typeorm';
import {
  Code,
  CodeKey,
  Count,
  CountKey,
  Day,
  Moment,
  OptionalCode,
  OptionalDay,
  OptionalScore,
  OptionalText,
  Score,
  Text,
  Truth,
  Value,
} from './columns';

/** Who is on post where and when (C-3.5). */
@Entity('postings')
@Index('postings_by_township', ['township', 'startsOn'])
@Index('postings_by_cadre', ['cadre'])
export class PostingEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @Code() cadre!: string;
  @Code() township!: Territory;
  @Code() village!: Territory;
  @Code() unit!: OfficeId;
  @Text() role!: string;
  @Day() startsOn!: CivilDate;
  @OptionalDay() endsOn!: CivilDate | null;
  @Count() sequence!: number;
}

/** A cadre's score of a month (C-3.5). */
@Entity('scores')
@Index('scores_by_month', ['month', 'township', 'cadre'])
export class ScoreEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @Code() month!: Month;
  @Code() township!: Territory;
  @Code() cadre!: string;
  @Score() task!: number;
  @Score() presence!: number;
  @Score() total!: number;
  @Count() sequence!: number;
}

/** What a township has typed into its sheet and not handed in (C-3.5); an emptied cell keeps its version. */
@Entity('score_drafts')
export class ScoreDraftEntity {
  @CodeKey() township!: Territory;
  @CodeKey() month!: Month;
  @CodeKey() cadre!: string;
  @CodeKey() part!: string;
  @OptionalScore() value!: number | null;
  @Count() version!: number;
  @Code() byOffice!: OfficeId;
  @OptionalCode() byPerson!: string | null;
  @Moment() at!: string;
}

/** A cadre's rank of a month in a township or county (C-3.5). */
@Entity('rankings')
@Index('rankings_by_month', ['month', 'scope', 'rank'])
export class RankingEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @Code() month!: Month;
  @Code() scope!: Territory;
  @Code() cadre!: string;
  @Score() total!: number;
  @Count() rank!: number;
  @Truth() low!: boolean;
  @Count() sequence!: number;
}

/** A bulletin as published; what came first stands (C-3.5). */
@Entity('bulletins')
@Index('bulletins_by_scope', ['scope', 'month'])
export class BulletinEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @CountKey() sequence!: number;
  @Text() number!: string;
  @Code() month!: Month;
  @Code() scope!: Territory;
  @Day() issuedOn!: CivilDate;
  @OptionalText() corrects!: string | null;
  @Text() title!: string;
  @Text() text!: string;
}

/** A monitored household, without any personal data (B-1). */
@Entity('households')
@Index('households_by_village', ['village'])
export class HouseholdEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @Code() household!: string;
  @Code() village!: Territory;
  @Text() kind!: string;
  @Truth() settlement!: boolean;
  @Truth() watched!: boolean;
  @Count() sequence!: number;
}

/** Which write removed a record: an earlier write of the same case that arrives later must not insert it again. */
@Entity('removed_records')
export class RemovedRecordEntity {
  @CodeKey() caseId!: string;
  @CodeKey() recordTable!: string;
  @CodeKey() key!: string;
  @Count() sequence!: number;
}

/** An area or department proposed for criticism. */
@Entity('candidates')
@Index('candidates_by_area', ['area', 'since'])
export class CandidateEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @Code() area!: Territory;
  @Code() office!: OfficeId;
  @Code() deadline!: string;
  @Code() clause!: ClauseId;
  @Day() since!: CivilDate;
  @OptionalDay() withdrawnOn!: CivilDate | null;
  @Count() sequence!: number;
}

/** Approved leave of a cadre (C-3.3). */
@Entity('leaves')
export class LeaveEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @Code() cadre!: string;
  @Day() startsOn!: CivilDate;
  @Day() endsOn!: CivilDate;
  @Count() sequence!: number;
}

/** How an office fulfilled a recurring duty in a period (RULES 7). */
@Entity('duties')
@Index('duties_by_territory', ['territory', 'due'])
@Index('duties_by_owner', ['owner', 'due'])
export class DutyEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @Code() duty!: string;
  @Code() period!: string;
  @Code() cadence!: string;
  @Code() territory!: Territory;
  @Code() owner!: OfficeId;
  @Day() startsOn!: CivilDate;
  @Day() due!: CivilDate;
  @Count() owed!: number;
  @Count() fulfilled!: number;
  @Count() late!: number;
  @Count() excused!: number;
  @Count() missing!: number;
  @Value() lines!: object;
  @Count() sequence!: number;
}

/** A row of a register: what a case, or an office by hand, keeps a list of. */
@Entity('register_rows')
@Index('register_rows_by_territory', ['kind', 'territory', 'onDay'])
export class RegisterRowEntity {
  @CodeKey() caseId!: string;
  @CodeKey() key!: string;
  @Code() kind!: string;
  @Code() territory!: Territory;
  @OptionalCode() period!: string | null;
  @OptionalCode() owner!: OfficeId | null;
  @Day() onDay!: CivilDate;
  @Code() state!: string;
  @Value() body!: object;
  @Count() sequence!: number;
}

/** What was done to a register kept by hand; only ever added to. */
@Entity('register_entries')
@Index('register_entries_by_entry', ['kind', 'entryId', 'turn'])
export class RegisterActionEntity {
  @CodeKey() key!: string;
  @CountKey() line!: number;
  @Code() kind!: string;
  @Code() entryId!: string;
  @Count() turn!: number;
  @Code() action!: string;
  @Code() territory!: Territory;
  @Day() onDay!: CivilDate;
  @Moment() at!: string;
  @Code() byOffice!: OfficeId;
  @OptionalCode() byPerson!: string | null;
  @OptionalText() reason!: string | null;
  @Value() body!: object;
  @Code() bodyHash!: string;
}
