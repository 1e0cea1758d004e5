import type { DemoCadre, DemoHousehold } from '@duban/contracts/demo-county';
import { caseId } from '@duban/policy/case/case-id';
import { cityOf, levelOf, provinceOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { addDays, laterOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { periodsWithin, type Cadence, type NaturalPeriod, type Span } from '@duban/policy/dates/natural-period';
import type { DutyRecordBody } from '@duban/policy/processes/duty-sheet/duty-acts';
import { linesOf, sheetCadencesOf, type DutyLine } from '@duban/policy/processes/duty-sheet/duty-lines';
import type { People } from '@duban/policy/processes/duty-sheet/duty-owers';
import { servedBy } from '@duban/policy/processes/duty-sheet/village-day';
import { dutyRows, type DutyId, type DutyRow } from '@duban/policy/settings/duty-rows';
import type { Settings } from '@duban/policy/settings/policy-set';
import { demoVillagesOf, villageDayActs, type DemoVillage } from './demo-village-days';
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
/** What is recorded on one sheet, and the last day it asks for. */
export interface RecordedSheet {
  territory: Territory;
  lastDay: CivilDate;
  acts: ScenarioAct[];
}

/** The days that are played, and the households that are monitored. */
interface Played {
  cycle: Span;
  until: CivilDate;
  households: readonly DemoHousehold[];
}

/** RULES 7: the offices record all that the policy set asks of them in a cycle up to a day, in time but one township that forgets a week and makes up for it. */
export function dutyActs(
  county: Territory,
  cadres: readonly DemoCadre[],
  { cycle, until, households }: Played,
  settings: Settings,
): ScenarioAct[] {
  return recordedSheets(county, cadres, { cycle, until, households }, settings).flatMap(({ acts }) => acts);
}

/** The same, sheet by sheet. */
export function recordedSheets(
  county: Territory,
  cadres: readonly DemoCadre[],
  { cycle, until, households }: Played,
  settings: Settings,
): RecordedSheet[] {
  const townships = [...new Set(cadres.map(({ township }) => township))];
  const everybody = peopleOf(cadres, cycle);
  const frame = { cycle, until, settings, forgottenWeek: -1, villages: [] };
  return [
    ...townships.flatMap((township, index) => {
      const own = cadres.filter((cadre) => cadre.township === township);
      const villages = demoVillagesOf(own, households);
      return territorySheets(township, peopleOf(own, cycle), {
        ...{ ...frame, villages },
        ...(index === 2 && { forgottenWeek: 3 }),
      });
    }),
    ...[county, cityOf(county), provinceOf(county)].flatMap((territory) =>
      territorySheets(territory, everybody, frame),
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
    leaders: [],
    misfortunes: [],
    // What is entered in registers is no record.
    places: [],
  };
}

interface Frame {
  cycle: Span;
  until: CivilDate;
  settings: Settings;
  /** The number of the week whose records come three days late. */
  forgottenWeek: number;
  /** A township's, which say their days. */
  villages: readonly DemoVillage[];
}

/** What is recorded on a territory's sheets; bulletins and inspections fulfil theirs by being issued. */
function territorySheets(
  territory: Territory,
  people: People,
  { cycle, until, settings, forgottenWeek, villages }: Frame,
): RecordedSheet[] {
  const weeks = periodsWithin('week', cycle).map(({ id }) => id);
  const begun = sheetsOf(territory, cycle, settings).filter(({ period }) => period.from <= until);
  return begun.map(({ cadence, period }) => {
    const lines = linesOf({ territory, cadence, period, cycle }, people, settings, chinaCalendar).filter(
      ({ duty }) => !duty.endsWith('-bulletin') && !saidByVillages.has(duty) && !isEntered(duty),
    );
    const acts = batchesOf(lines, cycle).map(({ on, by, records, week }) => ({
      on: `${week === undefined || weeks.indexOf(week) !== forgottenWeek ? on : addDays(on, 3)} 18:00`,
      as: by,
      do: 'duties.recordAll',
      case: caseId('duty-sheet', territory, period.id),
      with: { records },
    }));
    const days = cadence === 'month' ? villageDayActs(villages, period, cycle) : [];
    const lastDay = lines.reduce((last, { span }) => laterOf(last, span.to), period.to);
    return { territory, lastDay, acts: [...acts, ...days] };
  });
}

/** Duties that are counted from what villages say of their days. */
const saidByVillages: ReadonlySet<string> = new Set([...servedBy.visit, ...servedBy.committee]);

/** What is entered in a register counts by itself. */
const isEntered = (duty: DutyId): boolean => (dutyRows[duty] as DutyRow).enteredIn !== undefined;

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
    const on = laterOf(addDays(line.due, -daysBefore[cadence]), line.since, earliest);
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

function recordOf({ duty, period, owner, ower, owed, toCover, days }: DutyLine): DutyRecordBody {
  const { mayBeEmpty, covers }: DutyRow = dutyRows[duty];
  const of = { duty, period: period.id, ...(ower === owner ? {} : { ower }) };
  if (mayBeEmpty === true) return { ...of, nothingToDo: true };
  if (covers === 'cadre-and-family') return { ...of, visited: [...toCover] };
  const [first] = days;
  return first === undefined ? { ...of, amount: owed } : { ...of, from: first.from };
}
