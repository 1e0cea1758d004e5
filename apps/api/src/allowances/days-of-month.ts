import { policyVersionsOf } from '@duban/persistence/policy-versions';
import { attendanceOf, rosterOf } from '@duban/persistence/records';
import { absencesOf } from '@duban/persistence/registers';
import type { Territory } from '@duban/policy/base/office';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { addDays, firstDayOf, lastDayOf, type CivilDate, type Month } from '@duban/policy/dates/civil-date';
import { isDayOf } from '@duban/policy/dates/natural-period';
import { allowanceOf, type Allowance } from '@duban/policy/processes/cadre-posting/allowance';
import { settingsOf } from '@duban/policy/settings/policy-set';
import type { DataSource } from 'typeorm';
import type { Part } from '@duban/persistence/seen-rows';
import { currentOf } from '../policy/policy-desk';

/** A cadre's days of a month with their money, as marked, absent and on leave; and his nights in the village. */
export interface DaysOfMonth {
  allowance: Allowance;
  nights: number;
}

/** Clause C-3.6, OBLIGATIONS D9: everybody on post in a territory in a month, as the records of his days say; `today` is not over yet. */
export async function daysOfMonth(
  dataSource: DataSource,
  { territory, month, today }: { territory: Territory; month: Month; today: CivilDate },
  part: Part,
): Promise<DaysOfMonth[]> {
  const span = { from: firstDayOf(month), to: lastDayOf(month) };
  const [roster, attendance, absences, versions] = await Promise.all([
    rosterOf(dataSource, territory, span, part),
    attendanceOf(dataSource, territory, span, part),
    absencesOf(dataSource, territory, span),
    policyVersionsOf(dataSource),
  ]);
  const terms = { settings: settingsOf(currentOf(versions)), calendar: chinaCalendar, until: addDays(today, -1) };
  const marked = new Map(attendance.map(({ postingCase, days }) => [postingCase, days]));
  return roster.map((entry) => {
    const { postingCase } = entry;
    const days = marked.get(postingCase) ?? [];
    const record = { marked: days, absences: absences.get(postingCase) ?? [] };
    return {
      allowance: allowanceOf(entry, record, month, terms),
      nights: days.filter(({ night, on }) => night && isDayOf(entry, on)).length,
    };
  });
}
