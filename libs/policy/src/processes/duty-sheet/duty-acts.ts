import type { CaseId } from '../../case/process-list';
import type { OfficeId, Territory } from '../../base/office';
import type { TrainingLevel } from '../../base/training-levels';
import type { CivilDate } from '../../dates/civil-date';
import type { Cadence, Span } from '../../dates/natural-period';
import type { DutyId } from '../../settings/duty-rows';
import type { CadreAttendance, RosterEntry, UnitOnRoster } from '../cadre-posting/roster';

/** RULES 7: one territory's duties of a month, two months, a quarter or a year; weeks and half months are kept with their month. */
export type DutySheetOpening = {
  territory: Territory;
  cadence: Cadence;
  /** The natural period. */
  period: string;
  from: CivilDate;
  to: CivilDate;
  /** The days the cycle binds. */
  cycle: { from: CivilDate; to: CivilDate };
  book: CaseId;
};

/** Something done for a duty. Who owes it is named where there is more than one. */
export interface DutyRecordBody {
  duty: DutyId;
  /** Cadre, village, or part of the office (`party-head`); by default the office itself. */
  ower?: string | undefined;
  /** The dispatching unit, where the stationing office records for it. */
  unit?: string | undefined;
  /** The period it makes up for; by default the one its date lies in. */
  period?: string | undefined;
  /** Times, days or yuan; by default one. */
  amount?: number | undefined;
  hours?: number | undefined;
  /** Clause C-2.2: the level that held the training; by default a county or one above it. */
  heldBy?: TrainingLevel | undefined;
  covered?: number | undefined;
  of?: number | undefined;
  /** Those visited: by their numbers, where there is a list of them, or the cadre and his family. */
  visited?: string[] | undefined;
  /** Those not covered yet, by their numbers. */
  lacking?: string[] | undefined;
  /** 本期无对象. */
  nothingToDo?: boolean | undefined;
  /** Clause C-3.6: the days of an insurance; without an end for as long as he is on post. */
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
  note?: string | undefined;
  /** Where the proof is kept: minutes, photos, number of a document. */
  evidence?: string | undefined;
}

export interface DutyRecordsBody {
  records: DutyRecordBody[];
}

/** Clause C-3.6: something grave has befallen a cadre, on the day of the act; what it was is not said. */
export interface MisfortuneBody {
  cadre: string;
}

/** As the sheet keeps it, by the number of its entry. */
export interface Misfortune extends MisfortuneBody {
  entry: number;
  on: CivilDate;
  /** The office that said so. */
  by: OfficeId | 'system';
}

/** Takes back what was recorded by mistake; it stays in the timeline. */
export interface TakeBackRecordBody {
  /** Number of the entry in the timeline. */
  entry: number;
  /** Line of a list of records, from 0; all of them by default. */
  line?: number | undefined;
  reason: string;
}

/** 原则上: excused by the office above, with a reason. */
export interface ExcuseDutyBody {
  duty: DutyId;
  ower?: string | undefined;
  unit?: string | undefined;
  period?: string | undefined;
  reason: string;
}

/** The office above opens a closed period again, up to a day. */
export interface ReopenSheetBody {
  until: CivilDate;
  reason: string;
}

/** What the ledger answered: who is on post, or which units have somebody there. */
export type RosterReadBody = RosterEntry[];
export type UnitsReadBody = UnitOnRoster[];

/** What the villages' secretaries marked of a span, as the ledger answered. */
export type AttendanceReadBody = Span & { cadres: CadreAttendance[] };

/** A monitored household of the territory in the span: from its identification until its episode ended. */
export type HouseholdOnList = { household: string; village: Territory; from: CivilDate; to: CivilDate | null };
export type HouseholdsReadBody = HouseholdOnList[];

/** Clause: a leader responsible for the county, and since and until when, both included; `null` where it is open. */
export type LeaderOnList = { leader: string; office: OfficeId; from: CivilDate | null; to: CivilDate | null };
export type LeadersReadBody = LeaderOnList[];

/** Clause C-3.6: what was entered on earlier sheets and still covers days of this one. */
export type CoverOnList = {
  duty: string;
  unit: OfficeId;
  cadre: string;
  from: CivilDate;
  to: CivilDate | null;
  on: CivilDate;
};
export type CoversReadBody = CoverOnList[];
/** The places directly below, as the directory has them. */
export type PlacesReadBody = { place: Territory }[];

/** What was entered in the registers for duties of the sheet: for each of them whom it covers, first on which day and by whom. */
export type EntriesReadBody = { duty: DutyId; covered: string; on: CivilDate; by: OfficeId }[];

/** the cycle ended before its time; later days are no longer owed. */
export type CycleClosedBody = { on: CivilDate };

/** Some days after the last period, or the day up to which it was reopened: nothing more is taken in. */
export type PeriodClosedBody = { until: CivilDate };

/** Everything that can be said to a sheet, with its body. */
export interface DutySheetBodies {
  record: DutyRecordBody;
  recordAll: DutyRecordsBody;
  takeBack: TakeBackRecordBody;
  excuse: ExcuseDutyBody;
  reopen: ReopenSheetBody;
  misfortune: MisfortuneBody;
  rosterRead: RosterReadBody;
  unitsRead: UnitsReadBody;
  attendanceRead: AttendanceReadBody;
  householdsRead: HouseholdsReadBody;
  leadersRead: LeadersReadBody;
  coversRead: CoversReadBody;
  placesRead: PlacesReadBody;
  entriesRead: EntriesReadBody;
  /** What another case says was done. */
  dutyDone: DutyRecordBody;
  cycleClosed: CycleClosedBody;
  periodClosed: PeriodClosedBody;
  periodSealed: object;
}
