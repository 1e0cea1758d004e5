import { demoVillages, type DemoCadre, type DemoHousehold } from '@duban/contracts/demo-county';
import { departmentOffice, type Department } from '@duban/policy/base/departments';
import {
  cityOf,
  officeAbove,
  officeId,
  provinceOf,
  townshipOf,
  type OfficeId,
  type Territory,
} from '@duban/policy/base/office';
import { caseId } from '@duban/policy/case/case-id';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import { periodsWithin, type Span } from '@duban/policy/dates/natural-period';
import type { Settings } from '@duban/policy/settings/policy-set';
import { recordedSheets, type RecordedSheet } from '../rehearsal/demo-duties';
import { villageActs } from '../rehearsal/demo-villages';
import { ledgerLines, placeReturn } from '../rehearsal/demo-supervision';
import { act, type DemoAct } from './demo-act';

interface Place {
  county: Territory;
  townships: readonly Territory[];
  cadres: readonly DemoCadre[];
  households: readonly DemoHousehold[];
  cycle: Span;
  today: CivilDate;
  settings: Settings;
}

/** Of what was due in these last days, and of all departments, every third has not been told yet. */
const stillComing = 9;
const isTold = (index: number): boolean => index % 3 < 2;

/** RULES 7 and: what the offices have recorded and reported since the cycle began. */
export const dutyStory = (place: Place): DemoAct[] => [
  ...sheetActs(place),
  ...returnActs(place),
  ...registerActs(place),
];

/** the months that are over, but for one village whose township has forgotten it. */
function registerActs({ county, townships, cycle, today, settings }: Place): DemoAct[] {
  const villages = demoVillages(county).filter((village) => townships.includes(townshipOf(village)));
  const span = { from: cycle.from, to: today };
  const acts = villageActs({ county, townships, villages: villages.slice(0, -1) }, span, settings.dispatchLeads);
  return acts.map((one) => ({ ...one, on: one.on.slice(0, 10) }));
}

function sheetActs({ county, cadres, households, cycle, today, settings }: Place): DemoAct[] {
  const recent = addDays(today, -stillComing);
  return recordedSheets(county, cadres, { cycle, until: today, households }, settings).flatMap((sheet) => {
    const records = sheet.acts.filter(
      ({ on }, index) => on.slice(0, 10) < recent || (on.slice(0, 10) <= today && isTold(index)),
    );
    return records.length === 0 ? [] : [...reopening(sheet, today, settings), ...records];
  });
}

/** What closed before anybody worked with the system is opened again by the office above. */
const reopened = (what: 'duties' | 'dispatches', file: string, by: OfficeId, today: CivilDate): DemoAct =>
  act(today, by, `${what}.reopen`, { until: addDays(today, 10), reason: '系统启用前的情况补登' }, { case: file });

function reopening(
  { territory, lastDay, acts: [first] }: RecordedSheet,
  today: CivilDate,
  { dutyCloseDays }: Settings,
): DemoAct[] {
  if (first?.case === undefined || addDays(lastDay, dutyCloseDays) >= today) return [];
  return [reopened('duties', first.case, officeAbove(officeId('stationing-office', territory), 'stationing'), today)];
}

/** A half month's file is put away a month after it is over: nothing can be reported for it any more. */
const reportedFor = 28;

/** Each level's departments report for the half months that are over. */
function returnActs({ county, townships, cycle, today, settings }: Place): DemoAct[] {
  const levels: [Territory, readonly Territory[]][] = [
    [county, townships],
    [cityOf(county), [county]],
    [provinceOf(county), [cityOf(county)]],
  ];
  const areas = Object.entries(settings.dispatchLeads) as [string, readonly Department[]][];
  return periodsWithin('half-month', { from: cycle.from, to: today })
    .filter(({ to }) => to <= today && to >= addDays(today, -reportedFor))
    .flatMap((period, number) =>
      levels.flatMap(([territory, places]) => {
        const of = caseId('dispatch', territory, period.id);
        const isClosed = addDays(period.to, settings.dispatchGraceDays) < today;
        const returns = areas.flatMap(([area, departments], line) => {
          if (addDays(period.to, stillComing) >= today && !isTold(line)) return [];
          const body = {
            area,
            summary: '政策按计划推进',
            places: places.map((place, at) => placeReturn(place, (line + at + number) % 7 === 0)),
          };
          const on = addDays(period.to, -1);
          return departments.map((department) =>
            act(on, departmentOffice(department, territory), 'dispatches.fileReturn', body, { case: of }),
          );
        });
        const ledgers = ledgerLines(settings.dispatchLeads, territory)
          .filter((_, line) => addDays(period.to, stillComing) < today || isTold(line))
          .map(([department, lines]) =>
            act(
              addDays(period.to, -1),
              departmentOffice(department, territory),
              'dispatches.confirmLines',
              { lines },
              { case: of },
            ),
          );
        const again = isClosed
          ? [
              reopened(
                'dispatches',
                of,
                officeAbove(officeId('leading-group-office', territory), 'leading-group'),
                today,
              ),
            ]
          : [];
        return [...again, ...returns, ...ledgers];
      }),
    );
}
