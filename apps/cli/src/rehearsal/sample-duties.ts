import type { SampleCadre } from '@duban/contracts/sample-county';
import { caseId } from '@duban/policy/case/case-id';
import { cityOf, levelOf, officeId, provinceOf, territoryOf, type Territory } from '@duban/policy/case/office';
import { addDays, laterOf, monthOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { lengthOf, overlapOf, periodOf, periodsWithin, type Cadence, type NaturalPeriod, type Span } from '@duban/policy/dates/natural-period';
import type { DutyRecordBody } from '@duban/policy/duty/duty-acts';
import type { ScenarioAct } from './scenario';

const sheetOf = (territory: Territory, period: NaturalPeriod): string => caseId('duty-sheet', territory, period.id);
const visitors = ['leader-in-charge', 'leader-for-village', 'department-head'];

const recordAll = (on: CivilDate, as: string, sheet: string, records: DutyRecordBody[]): ScenarioAct => ({
  on: `${on} 18:00`,
  as,
  do: 'duties.recordAll',
  case: sheet,
  with: { records },
});

/** Rules part 7: the offices of a county record what they do, all in time but one township that forgets a week and makes up for it. */
export function dutyActs(county: Territory, cadres: readonly SampleCadre[], span: Span): ScenarioAct[] {
  const townships = [...new Set(cadres.map(({ township }) => township))];
  return [
    ...townships.flatMap((township, index) =>
      townshipActs(
        township,
        cadres.filter((cadre) => cadre.township === township),
        span,
        index === 2 ? 3 : -1,
      ),
    ),
    ...countyActs(county, span),
    ...unitActs(county, [...new Set(cadres.map(({ unit }) => unit))], span),
    ...upperActs(county, span),
  ];
}

/** The periods that are over within the span, each with the last day but a few. */
function finished(cadence: Cadence, span: Span, daysBefore: number): { period: NaturalPeriod; on: CivilDate }[] {
  return periodsWithin(cadence, span)
    .filter(({ to }) => to <= span.to)
    .map((period) => ({ period, on: addDays(period.to, -daysBefore) }));
}

function townshipActs(township: Territory, cadres: readonly SampleCadre[], span: Span, forgottenWeek: number): ScenarioAct[] {
  const party = officeId('party-committee', township);
  const villages = [...new Set(cadres.map(({ village }) => village))];
  const weeks = finished('week', span, 0).map(({ period, on }, index) => {
    const days = lengthOf(overlapOf(period, span));
    const records: DutyRecordBody[] = [
      ...cadres.map(({ id }) => ({ duty: 'five-days', ower: id, amount: Math.min(5, days) })),
      ...villages.flatMap((village) => [
        { duty: 'broadcast', ower: village, amount: Math.min(7, days) },
        { duty: 'work-meeting', ower: village },
      ]),
    ].map((record) => ({ ...record, period: period.id }));
    const month = periodOf('month', laterOf(period.from, span.from));
    return recordAll(index === forgottenWeek ? addDays(on, 3) : on, party, sheetOf(township, month), records);
  });
  const months = finished('month', span, 5).map(({ period, on }) =>
    recordAll(on, party, sheetOf(township, period), [
      ...villages.map((village) => ({ duty: 'visit-monitored', ower: village, covered: 3, of: 3 })),
      ...cadres.map(({ id }) => ({ duty: 'village-meetings', ower: id, covered: 2, of: 2 })),
      { duty: 'township-study' },
      ...['party-head', 'government-head'].map((ower) => ({ duty: 'township-covert-visit', ower })),
    ]),
  );
  const quarters = finished('quarter', span, 6).map(({ period, on }) =>
    recordAll(
      on,
      party,
      sheetOf(township, period),
      villages.map((village) => ({ duty: 'visit-all', ower: village, covered: 120, of: 120 })),
    ),
  );
  const years = finished('year', span, 20).map(({ period, on }) =>
    recordAll(
      on,
      party,
      sheetOf(township, period),
      cadres.map(({ id }) => ({ duty: 'training', ower: id, amount: 12 })),
    ),
  );
  return [...weeks, ...months, ...quarters, ...years];
}

function countyActs(county: Territory, span: Span): ScenarioAct[] {
  const [stationing, party] = [officeId('stationing-office', county), officeId('party-committee', county)];
  return [
    ...finished('month', span, 6).flatMap(({ period, on }) => [
      recordAll(on, stationing, sheetOf(county, period), [{ duty: 'spot-quiz' }, { duty: 'county-flight-check' }]),
    ]),
    ...finished('two-months', span, 7).map(({ period, on }) =>
      recordAll(on, party, sheetOf(county, period), [
        { duty: 'county-study' },
        ...['party-head', 'government-head'].map((ower) => ({ duty: 'county-covert-visit', ower })),
      ]),
    ),
    ...finished('quarter', span, 7).map(({ period, on }) =>
      recordAll(on, officeId('party-committee', cityOf(county)), sheetOf(county, period), [{ duty: 'liaison-supervision' }]),
    ),
  ];
}

function unitActs(county: Territory, units: readonly string[], span: Span): ScenarioAct[] {
  return units.flatMap((unit) => {
    const level = levelOf(territoryOf(unit));
    const visits = (duty: string): DutyRecordBody[] => visitors.map((ower) => ({ duty, ower }));
    const study: DutyRecordBody = { duty: 'unit-study' };
    const yuan = { province: 30_000, city: 20_000, county: 10_000 }[level as 'province' | 'city' | 'county'];
    return [
      ...finished('two-months', span, 8).map(({ period, on }) =>
        recordAll(on, unit, sheetOf(county, period), level === 'county' ? [study] : [study, ...visits('upper-unit-visit')]),
      ),
      ...(level === 'county'
        ? finished('month', span, 8).map(({ period, on }) => recordAll(on, unit, sheetOf(county, period), visits('county-unit-visit')))
        : []),
      ...finished('year', span, 40).map(({ period, on }) =>
        recordAll(on, unit, sheetOf(county, period), [
          { duty: 'unit-head-visit', amount: 2 },
          { duty: `${level}-sales-help`, amount: yuan },
          ...['health-check', 'insurance', 'work-plan'].map((duty) => ({ duty })),
        ]),
      ),
    ];
  });
}

/** City and province: flight checks, interviews where there is somebody to interview, inspections, training before the end of November. */
function upperActs(county: Territory, span: Span): ScenarioAct[] {
  const [city, province] = [cityOf(county), provinceOf(county)];
  const levels = [
    ['city', city],
    ['province', province],
  ] as const;
  return [
    ...levels.flatMap(([level, territory]) => [
      ...finished('two-months', span, 7).map(({ period, on }) =>
        recordAll(on, officeId('stationing-office', territory), sheetOf(territory, period), [{ duty: `${level}-flight-check` }]),
      ),
      ...finished('year', span, 40).map(({ period, on }) =>
        recordAll(on, officeId('stationing-office', territory), sheetOf(territory, period), [{ duty: `${level}-training` }]),
      ),
    ]),
    ...finished('year', span, 0)
      .filter(() => span.from <= `${monthOf(span.from).slice(0, 4)}-07-31`)
      .map(({ period }) =>
        recordAll(`${period.id}-07-25`, officeId('stationing-office', province), sheetOf(province, period), [{ duty: 'selection-spot-check' }]),
      ),
    ...finished('two-months', span, 9).map(({ period, on }) =>
      recordAll(on, officeId('province-group', province), sheetOf(province, period), [{ duty: 'province-interview', nothingToDo: true }]),
    ),
    ...finished('quarter', span, 9).map(({ period, on }) =>
      recordAll(on, officeId('inspection-team', province), sheetOf(province, period), [{ duty: 'province-inspection' }]),
    ),
  ];
}
