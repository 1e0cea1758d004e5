import type { DemoCadre } from '@duban/contracts/demo-county';
import { caseId } from '@duban/policy/case/case-id';
import { cityOf, levelOf, provinceOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { addDays, laterOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { periodsWithin, type Cadence, type NaturalPeriod, type Span } from '@duban/policy/dates/natural-period';
import type { DutyRecordBody } from '@duban/policy/processes/duty-sheet/duty-acts';
import { linesOf, sheetCadencesOf, type DutyLine } from '@duban/policy/processes/duty-sheet/duty-lines';
import type { People } from '@duban/policy/processes/duty-sheet/duty-owers';
import { dutyRows, type DutyRow } from '@duban/policy/settings/duty-rows';
import type { Settings } from '@duban/policy/settings/policy-set';
import type { ScenarioAct } from './scenario';

/** How long before the last day offices record what they did. */
const daysBefore: Readonly<Record<Cadence, number>> = {
  week: 0,
  'half-month': 2,
  month: 5,
  'two-months': 7,
  quarter: 6,
  year: 40,
};
/** How much is visited where all are to be visited. */
const visited = 120;

/** What is recorded on one sheet, and the last day it asks for. */
export interface RecordedSheet {
  territory: Territory;
  lastDay: CivilDate;
  acts: ScenarioAct[];
}

/** RULES 7: the offices record all that the policy set asks of them in a cycle up to a day, in time but one township that forgets a week and makes up for it. */
export function dutyActs(
  county: Territory,
  cadres: readonly DemoCadre[],
  { cycle, until }: { cycle: Span; until: CivilDate },
  settings: Settings,
): ScenarioAct[] {
  return recordedSheets(county, cadres, { cycle, until }, settings).flatMap(({ acts }) => acts);
}

/** The same, sheet by sheet. */
export function recordedSheets(
  county: Territory,
  cadres: readonly DemoCadre[],
  { cycle, until }: { cycle: Span; until: CivilDate },
  settings: Settings,
): RecordedSheet[] {
  const townships = [...new Set(cadres.map(({ township }) => township))];
  const everybody = peopleOf(cadres, cycle);
  return [
    ...townships.flatMap((township, index) =>
      territorySheets(
        township,
        peopleOf(
          cadres.filter((cadre) => cadre.township === township),
          cycle,
        ),
        { cycle, until, settings, forgottenWeek: index === 2 ? 3 : -1 },
      ),
    ),
    ...[county, cityOf(county), provinceOf(county)].flatMap((territory) =>
      territorySheets(territory, everybody, { cycle, until, settings, forgottenWeek: -1 }),
    ),
  ];
}

function peopleOf(cadres: readonly DemoCadre[], { from }: Span): People {
  return {
    cadres: cadres.map(({ id, township, village, unit, role }) => ({
      cadre: id,
      postingCase: caseId('cadre-posting', township, id, 1),
      township,
      village,
      unit,
      role,
      from,
      to: null,
    })),
    units: [
      ...new Map(cadres.map(({ unit, village }) => [`${unit}/${village}`, { unit, village, from, to: null }])).values(),
    ],
    households: [],
    roll: [],
  };
}

interface Frame {
  cycle: Span;
  until: CivilDate;
  settings: Settings;
  /** The number of the week whose records come three days late. */
  forgottenWeek: number;
}

/** What is recorded on a territory's sheets; bulletins and inspections fulfil theirs by being issued. */
function territorySheets(
  territory: Territory,
  people: People,
  { cycle, until, settings, forgottenWeek }: Frame,
): RecordedSheet[] {
  const weeks = periodsWithin('week', cycle).map(({ id }) => id);
  const begun = sheetsOf(territory, cycle, settings).filter(({ period }) => period.from <= until);
  return begun.map(({ cadence, period }) => {
    const lines = linesOf({ territory, cadence, period, cycle }, people, settings, chinaCalendar).filter(
      ({ duty }) => !duty.endsWith('-bulletin') && (dutyRows[duty] as DutyRow).covers === undefined,
    );
    const acts = batchesOf(lines, cycle).map(({ on, by, records, week }) => ({
      on: `${week === undefined || weeks.indexOf(week) !== forgottenWeek ? on : addDays(on, 3)} 18:00`,
      as: by,
      do: 'duties.recordAll',
      case: caseId('duty-sheet', territory, period.id),
      with: { records },
    }));
    return { territory, lastDay: lines.reduce((last, { span }) => laterOf(last, span.to), period.to), acts };
  });
}

const sheetsOf = (
  territory: Territory,
  cycle: Span,
  settings: Settings,
): { cadence: Cadence; period: NaturalPeriod }[] =>
  sheetCadencesOf(levelOf(territory) as DutyRow['level'], settings).flatMap((cadence) =>
    periodsWithin(cadence, cycle).map((period) => ({ cadence, period })),
  );

interface Batch {
  on: CivilDate;
  by: OfficeId;
  records: DutyRecordBody[];
  /** The week they are of, where they are of one. */
  week: string | undefined;
}

/** What one office records on one day. */
function batchesOf(lines: readonly DutyLine[], cycle: Span): Batch[] {
  const batches = new Map<string, Batch>();
  // The sheets of the cycle's first day have their people in the evening only.
  const earliest = addDays(cycle.from, 1);
  for (const line of lines) {
    const { cadence } = line.period;
    const on = laterOf(addDays(line.due, -daysBefore[cadence]), earliest);
    const key = `${on}/${line.owner}/${cadence === 'week' ? line.period.id : ''}`;
    const batch = batches.get(key) ?? {
      on,
      by: line.owner,
      records: [],
      week: cadence === 'week' ? line.period.id : undefined,
    };
    batch.records.push(recordOf(line));
    batches.set(key, batch);
  }
  return [...batches.values()];
}

function recordOf({ duty, period, owner, ower, owed }: DutyLine): DutyRecordBody {
  const { measure, mayBeEmpty }: DutyRow = dutyRows[duty];
  const of = { duty, period: period.id, ...(ower === owner ? {} : { ower }) };
  if (mayBeEmpty === true) return { ...of, nothingToDo: true };
  return measure === 'coverage' ? { ...of, covered: visited, of: visited } : { ...of, amount: owed };
}
