import { demoTownships, demoVillages, type DemoCadre } from '@duban/contracts/demo-county';
import { caseId } from '@duban/policy/case/case-id';
import { departmentOffice, type Department } from '@duban/policy/base/departments';
import { policiesOf, policyLine } from '@duban/policy/base/policy-lines';
import { cityOf, levelOf, officeId, provinceOf, townshipOf, type Territory } from '@duban/policy/base/office';
import { addDays, addToMonth, firstDayOf, monthOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { periodsWithin, type NaturalPeriod, type Span } from '@duban/policy/dates/natural-period';
import type { DispatchLeads } from '@duban/policy/base/policy-areas';
import { villageActs } from './demo-villages';
import type { ScenarioAct } from './scenario';

const act = (on: string, as: string, what: string, body: object, of?: string): ScenarioAct => ({
  on,
  as,
  do: what,
  with: body as Record<string, unknown>,
  ...(of === undefined ? {} : { case: of }),
});

/** C-2.end, B-2.3.4, B-2.2.3: dispatch, bulletins, one flight check with its problem, subsidies and posts of a county's half-year. */
export function supervisionActs(
  county: Territory,
  cadres: readonly DemoCadre[],
  span: Span,
  leads: DispatchLeads,
): ScenarioAct[] {
  const village = cadres[0]?.village ?? '';
  return [
    ...dispatchActs(county, span, leads),
    ...bulletinActs(county, span),
    ...flightCheck(county, village, span.from),
    ...campaignStarts(span).flatMap((start) => subsidyActs(village, start)),
    ...postActs(village, span.from),
    ...villageActs({ county, townships: demoTownships(county), villages: demoVillages(county) }, span, leads),
  ];
}

const finished = (cadence: 'half-month' | 'month', span: Span): NaturalPeriod[] =>
  periodsWithin(cadence, span).filter(({ to }) => to <= span.to);

/** All departments report in time; in one half month one township lags in one area, and is supervised. */
function dispatchActs(county: Territory, span: Span, leads: DispatchLeads): ScenarioAct[] {
  const city = cityOf(county);
  const levels: [Territory, readonly Territory[]][] = [
    [county, demoTownships(county)],
    [city, [county]],
    [provinceOf(county), [city]],
  ];
  const areas = Object.entries(leads) as [string, readonly Department[]][];
  return finished('half-month', span).flatMap((period, index) =>
    levels.flatMap(([territory, places]) => {
      const of = caseId('dispatch', territory, period.id);
      const returns = areas.flatMap(([area, departments], place) =>
        departments.map((department) => {
          const isLagging = territory === county && index === 2 && place === 0;
          const body = {
            area,
            summary: '政策按计划推进',
            places: places.map((one, at) => placeReturn(one, isLagging && at === 0)),
          };
          return act(
            `${addDays(period.to, -2)} 16:00`,
            departmentOffice(department, territory),
            'dispatches.fileReturn',
            body,
            of,
          );
        }),
      );
      const ledgers = ledgerLines(leads, territory).map(([department, lines]) =>
        act(
          `${addDays(period.to, -2)} 16:30`,
          departmentOffice(department, territory),
          'dispatches.confirmLines',
          { lines },
          of,
        ),
      );
      return territory === county && index === 2
        ? [...returns, ...ledgers, supervision(county, places[0] ?? '', period, areas[0], of)]
        : [...returns, ...ledgers];
    }),
  );
}

/** each lead department's ledger, with nothing lacking. */
export const ledgerLines = (leads: DispatchLeads, territory: Territory): [Department, object[]][] =>
  [...new Set(Object.values(leads).flat())].flatMap((department): [Department, object[]][] => {
    const policies = policiesOf(department, levelOf(territory));
    const lines = policies.map((policy) =>
      'none' in policyLine(policy).figures ? { policy, none: 0 } : { policy, of: 100, done: 100 },
    );
    return lines.length === 0 ? [] : [[department, lines]];
  });

export const placeReturn = (place: Territory, isLagging: boolean) => ({
  place,
  state: isLagging ? 'lagging' : 'advancing',
  figures: [{ name: '应落实事项', done: isLagging ? 6 : 9, of: 10 }],
});

const supervision = (
  county: Territory,
  place: Territory,
  period: NaturalPeriod,
  [area, [lead]]: [string, readonly Department[]] = ['', []],
  of = '',
): ScenarioAct =>
  act(
    `${addDays(period.to, 8)} 10:00`,
    departmentOffice(lead ?? 'revitalization', county),
    'dispatches.supervise',
    { area, place, measure: '派员驻点督导' },
    of,
  );

/** A bulletin each month at each level; once a township is criticised, followed up and found to have mended. */
function bulletinActs(county: Territory, span: Span): ScenarioAct[] {
  const levels: [Territory, string][] = [
    [county, '县'],
    [cityOf(county), '市'],
    [provinceOf(county), '省'],
  ];
  const criticised = [{ subject: demoTownships(county)[0] ?? '', what: '监测户帮扶措施落实缓慢' }];
  return finished('month', span).flatMap((period, index) =>
    levels.flatMap(([territory, name]) => {
      const of = caseId('work-bulletin', territory, period.id);
      const office = officeId('leading-group-office', territory);
      const isCritical = territory === county && index === 2;
      const issue = {
        number: `${name}巩固衔接办发〔${period.id.slice(0, 4)}〕${Number(period.id.slice(5))}号`,
        praised: [],
        criticised: isCritical ? criticised : [],
      };
      const issued = act(`${addDays(period.to, -6)} 15:00`, office, 'work-bulletins.issue', issue, of);
      if (!isCritical) return [issued];
      return [
        issued,
        act(
          `${addDays(period.to, 10)} 10:00`,
          office,
          'work-bulletins.followUp',
          { line: 'C1', what: '到镇督查指导' },
          of,
        ),
        act(
          `${addDays(period.to, 30)} 10:00`,
          office,
          'work-bulletins.confirmSolved',
          { line: 'C1', what: '措施已全部落实', evidence: '核查表' },
          of,
        ),
      ];
    }),
  );
}

function flightCheck(county: Territory, village: Territory, start: CivilDate): ScenarioAct[] {
  const office = officeId('stationing-office', county);
  const check = caseId('inspection', county, 'flight-check', 1);
  const problem = caseId('problem', village, `${county}-flight-check-1-F1`, 1);
  const on = (days: number): string => `${addDays(start, days)} 11:00`;
  return [
    act(on(40), office, 'inspections.plan', {
      territory: county,
      kind: 'flight-check',
      scope: county,
      plannedOn: addDays(start, 42),
    }),
    act(on(42), office, 'inspections.begin', {}, check),
    act(
      `${addDays(start, 42)} 15:00`,
      office,
      'inspections.find',
      { id: 'F1', place: village, list: 'livelihood', what: '公益岗位无考勤制度' },
      check,
    ),
    act(on(48), office, 'inspections.conclude', { number: '驻办通报1号', summary: '检查两个乡镇三个村' }, check),
    act(
      on(44),
      officeId('party-committee', townshipOf(village)),
      'problems.plan',
      { measure: '建立考勤制度', responsible: 'C001', due: addDays(start, 60) },
      problem,
    ),
    act(
      on(58),
      officeId('village-committee', village),
      'problems.rectified',
      { what: '已建立考勤', evidence: '考勤表' },
      problem,
    ),
    act(on(62), office, 'problems.verify', { passed: true, note: '入村核查属实' }, problem),
  ];
}

/** A campaign takes three months and ends by the end of November: one that can no longer be done in time begins with the next year. */
function campaignStarts({ from, to }: Span): CivilDate[] {
  const year = from.slice(0, 4);
  const start = addDays(from, 90) <= `${year}-11-30` ? from : `${Number(year) + 1}-01-05`;
  return start <= to ? [start] : [];
}

/** Twenty workers of a village: all apply, the last through the list sent to the village; all are paid by the end of November. */
function subsidyActs(village: Territory, start: CivilDate): ScenarioAct[] {
  const township = townshipOf(village);
  const of = caseId('subsidy-campaign', township, start.slice(0, 4));
  const party = officeId('party-committee', township);
  const bureau = departmentOffice('revitalization', township.slice(0, 6));
  const workers = Array.from({ length: 20 }, (_, index) => ({ worker: `W${index + 1}`, kind: 'transport' }));
  const on = (days: number): string => `${addDays(start, days)} 14:00`;
  const round = (some: typeof workers, days: number): ScenarioAct[] => [
    act(
      on(days),
      officeId('village-committee', village),
      'subsidies.apply',
      { applications: some.map((one) => ({ ...one, by: 'self' })) },
      of,
    ),
    act(on(days + 5), bureau, 'subsidies.review', { decisions: some.map((one) => ({ ...one, approved: true })) }, of),
    act(on(days + 12), bureau, 'subsidies.pay', { payments: some.map((one) => ({ ...one, yuan: 600 })) }, of),
  ];
  return [
    act(on(1), party, 'subsidies.open', { township, year: start.slice(0, 4) }),
    act(
      on(2),
      party,
      'subsidies.entitle',
      { entitled: workers.map((one, index) => ({ ...one, household: `H${index + 1}`, village })) },
      of,
    ),
    ...round(workers.slice(0, 18), 10),
    ...round(workers.slice(18), 70),
  ];
}

/** A post of a village, attended for its first whole month and paid. */
function postActs(village: Territory, start: CivilDate): ScenarioAct[] {
  const party = officeId('party-committee', townshipOf(village));
  const month = start.endsWith('-01') ? monthOf(start) : addToMonth(monthOf(start), 1);
  const over = firstDayOf(addToMonth(month, 1));
  const post = {
    post: 'G1',
    name: '保洁员',
    funding: '光伏收益',
    people: 1,
    duties: '村内保洁',
    hours: '每日2小时',
    wage: 500,
    manager: '村委会',
    decision: '纪要3号',
  };
  const of = { territory: village, worker: 'P1', post: 'G1' };
  return [
    act(`${addDays(start, 3)} 09:30`, party, 'registers.welfare-post', { territory: village, ...post }),
    act(`${addDays(start, 4)} 09:30`, party, 'registers.post-holder', {
      ...of,
      priority: true,
      age: 45,
      fit: true,
      contract: '协议',
      from: start,
    }),
    act(`${addDays(over, 1)} 09:30`, party, 'registers.post-attendance', { ...of, month, days: 22 }),
    act(`${addDays(over, 2)} 09:30`, party, 'registers.post-pay', {
      ...of,
      month,
      yuan: 500,
      sheet: `${Number(month.slice(5))}月工资表`,
    }),
  ];
}
