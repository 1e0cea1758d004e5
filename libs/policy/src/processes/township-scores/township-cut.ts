import { addDays, addToMonth, chineseMonth, firstDayOf, type CivilDate, type Month } from '../../dates/civil-date';
import { computeDeadline, type DeadlineSpec } from '../../dates/deadline';
import type { HolidayCalendar } from '../../dates/calendar';
import { officeId, type Territory } from '../../base/office';
import { settingsOf, type PolicyRef } from '../../settings/policy-set';

/** Clause C-3.5: 次月5日前 the township party committee scores and ranks; the day is `townshipCutDay` [D township-cut]. */
export function townshipCutDeadline(month: Month, township: Territory, policy: PolicyRef): DeadlineSpec {
  const settings = settingsOf(policy);
  return {
    id: 'scores',
    clause: 'C-3.5',
    what: `对${chineseMonth(month)}驻村第一书记和工作队员考核打分`,
    trigger: firstDayOf(addToMonth(month, 1)),
    triggerWhat: '考核月份的次月开始',
    period: { dayOfMonth: settings.townshipCutDay, monthsAhead: 0 },
    rollover: settings.monthRollover,
    owner: officeId('party-committee', township),
    line: 'stationing',
    ladder: 'default',
    decisions: ['townshipCutDay', 'monthRollover'],
  };
}

/**
 * Clause C-3.5 [D township-cut]: from when the county may issue without missing townships: the day after `bulletinGraceDays` full days have passed
 * since the cut; with no grace at all, on the cut day itself, because then the county's own duty ends with it.
 */
export function graceOver(month: Month, county: Territory, policy: PolicyRef, calendar: HolidayCalendar): CivilDate {
  const { due } = computeDeadline(townshipCutDeadline(month, county, policy), calendar);
  const grace = settingsOf(policy).bulletinGraceDays;
  return grace === 0 ? due : addDays(due, grace + 1);
}
