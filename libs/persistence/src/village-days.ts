import { townshipOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import { periodOf } from '@duban/policy/dates/natural-period';
import type { AttendanceMark } from '@duban/policy/processes/cadre-posting/attendance';
import type { HouseholdOnList, RollPart } from '@duban/policy/processes/duty-sheet/duty-acts';
import type { HouseholdVisit, VillageMeeting } from '@duban/policy/processes/duty-sheet/village-day';
import type { DataSource } from 'typeorm';
import { attendanceOf, monitoredOf, rollOf, rosterOf } from './records';
import { absencesOf, allRegisterRowsOf } from './registers';

/** What was said of a day, and by which entry of the month's sheet. */
export interface SaidDay {
  entry: number;
  on: CivilDate;
  by: OfficeId;
  visits: HouseholdVisit[];
  meetings: VillageMeeting[];
  broadcast: boolean;
}

/** A cadre posted to the village that day, and how the day stands for him. */
export interface PostedCadre {
  cadre: string;
  postingCase: string;
  role: string;
  onLeave: boolean;
  absent: boolean;
  mark: AttendanceMark | null;
  night: boolean;
}

/** Everything a village's day is filled in from; its days said are those of the quarter. */
export interface VillageDayRows {
  sheets: { caseId: string; isOpen: boolean; from: CivilDate }[];
  cadres: PostedCadre[];
  days: SaidDay[];
  monitored: HouseholdOnList[];
  roll: RollPart[];
}

export async function villageDayOf(dataSource: DataSource, village: Territory, on: CivilDate): Promise<VillageDayRows> {
  const township = townshipOf(village);
  const day = { from: on, to: on };
  const [sheets, cadres, rows, monitored, roll] = await Promise.all([
    monthSheetsOf(dataSource, township, on),
    cadresOf(dataSource, village, on),
    allRegisterRowsOf(dataSource, { kind: 'village-day', territory: village, from: periodOf('quarter', on).from }),
    monitoredOf(dataSource, township, day),
    rollOf(dataSource, village, day),
  ]);
  const days = rows.flatMap(({ body }) => body['days'] as unknown as SaidDay[]);
  return { sheets, cadres, days, monitored, roll };
}

async function cadresOf(dataSource: DataSource, village: Territory, on: CivilDate): Promise<PostedCadre[]> {
  const township = townshipOf(village);
  const day = { from: on, to: on };
  const [roster, attendance, absences] = await Promise.all([
    rosterOf(dataSource, township, day, { village }),
    attendanceOf(dataSource, township, day),
    absencesOf(dataSource, township, day),
  ]);
  const marked = new Map(attendance.map(({ postingCase, days }) => [postingCase, days[0]]));
  return roster
    .filter((entry) => entry.village === village)
    .map(({ cadre, postingCase, role, leaves = [] }) => ({
      ...{ cadre, postingCase, role },
      onLeave: leaves.some(({ from, to }) => from <= on && on <= to),
      absent: (absences.get(postingCase) ?? []).some(({ isExcused }) => !isExcused),
      mark: marked.get(postingCase)?.mark ?? null,
      night: marked.get(postingCase)?.night ?? false,
    }));
}

/** The month's sheets that hold a day, of each cycle that runs. */
const monthSheetsOf = (dataSource: DataSource, township: Territory, on: CivilDate): Promise<VillageDayRows['sheets']> =>
  dataSource.query(
    `SELECT case_id AS "caseId", (ended_on IS NULL AND stage = 'open') AS "isOpen", opened_on AS "from" FROM cases
      WHERE process = 'duty-sheet' AND territory = $1 AND listed ->> 'cadence' = 'month' AND listed ->> 'period' = $2
      ORDER BY case_id`,
    [township, periodOf('month', on).id],
  );
