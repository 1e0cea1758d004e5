import type { Actor } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { periodOf, type Cadence } from '../../dates/natural-period';
import { buildCase, missed, type BuiltCase } from '../../case/case-builder';
import { rosterOf } from '../monthly-assessment/month-builder';
import type { RosterEntry, UnitOnRoster } from '../cadre-posting/roster';
import type { Settings } from '../../settings/policy-set';
import type { DutySheetOpening, HouseholdOnList } from './duty-acts';
import { dutySheet } from './duty-sheet';

export const system: Actor = { office: 'system' };
export const township: Actor = { office: 'party-committee:140423100' };
export const countyOffice: Actor = { office: 'stationing-office:140423' };

/** Two cadres of a village and one of another. */
export const threeCadres = (): RosterEntry[] =>
  rosterOf('140423100', 1, 3).map((entry, index) => ({
    ...entry,
    village: index === 2 ? '140423100202' : '140423100201',
    leaves: [],
  }));

/** The same; in a county each sent by one of the units that have somebody on post. */
const peopledBy = (territory: string): RosterEntry[] =>
  threeCadres().map((entry, index) => ({
    ...entry,
    ...(territory.length === 6 && { unit: unitsOnPost[index]?.unit ?? entry.unit }),
  }));

/** One monitored household in each of the villages. */
const twoHouseholds: HouseholdOnList[] = ['201', '202'].map((village) => ({
  household: `W${village}`,
  village: `140423100${village}`,
  from: '2026-01-10',
  to: null,
}));

const unitsOnPost: UnitOnRoster[] = ['14:U01', '1404:U04', '140423:U07'].map((unit) => ({
  unit: `dispatching-unit:${unit}`,
  village: '140423100201',
  from: '2025-06-01',
  to: null,
}));

/** A sheet of 襄垣县 or one of its townships in November 2026, with whoever is there read from the ledger. */
export function builtSheet(
  more: {
    territory?: string;
    cadence?: Cadence;
    on?: CivilDate;
    cycle?: { from: CivilDate; to: CivilDate };
    roster?: readonly RosterEntry[];
    households?: readonly HouseholdOnList[];
    /** Places directly below, where it is to be known who is to be covered. */
    places?: readonly string[];
    changes?: Partial<Settings>;
  } = {},
): BuiltCase<DutySheetOpening> {
  const {
    territory = '140423100',
    cadence = 'month',
    on = '2026-11-01',
    cycle = { from: '2026-01-01', to: '2026-12-31' },
    roster = peopledBy(territory),
    households = twoHouseholds,
    places,
    changes = {},
  } = more;
  const { id, from, to } = periodOf(cadence, on);
  const openedOn = from > cycle.from ? from : cycle.from;
  const opening: DutySheetOpening = {
    territory,
    cadence,
    period: id,
    from,
    to,
    cycle,
    book: `duty-book:${territory}:2026`,
  };
  const sheet = buildCase(dutySheet, { caseId: `duties:${territory}:${id}`, openedOn, opening, changes });
  answer(sheet, { cadence, roster, households, places });
  return sheet;
}

/** What the ledger answers when the sheet begins: who is on post, monitored, and there. */
function answer(
  sheet: BuiltCase<DutySheetOpening>,
  { cadence, roster, households, places }: { cadence: Cadence } & Answers,
): void {
  const { openedOn, opening } = sheet.file();
  const { length } = opening.territory;
  if (length === 9) sheet.say('rosterRead', openedOn, roster, system);
  if (length === 9 && cadence === 'month') sheet.say('householdsRead', openedOn, households, system);
  if (length === 6) sheet.say('unitsRead', openedOn, unitsOnPost, system);
  if (length === 6 && cadence === 'year') sheet.say('rosterRead', openedOn, roster, system);
  const listed = places?.map((place) => ({ place }));
  if (listed !== undefined) sheet.say('placesRead', openedOn, listed, system);
}

interface Answers {
  roster: readonly RosterEntry[];
  households: readonly HouseholdOnList[];
  places: readonly string[] | undefined;
}

export type Sheet = ReturnType<typeof builtSheet>;

/** Recorded on a sheet, by the township where nobody else is named. */
export const record = (sheet: Sheet, on: CivilDate, body: object, by = township) => sheet.say('record', on, body, by);

/** The ledger's row of one duty and period. */
export const rowOf = (sheet: Sheet, id: string) =>
  sheet.view().records.flatMap(({ table, key, row }) => (table === 'duty' && key.endsWith(`/${id}`) ? [row] : []))[0];

/** A sheet by its place and period. */
export type SheetOf = Required<Pick<NonNullable<Parameters<typeof builtSheet>[0]>, 'territory' | 'cadence' | 'on'>>;

/** The line of an ower on a sheet where nobody recorded anything, and from which day it is overdue. */
export function lineMissed(of: SheetOf, id: string, ower: string) {
  const sheet = builtSheet(of);
  const lines = (rowOf(sheet, id)?.lines ?? []) as unknown as { ower: string; state: string }[];
  const line = lines.find((one) => one.ower === ower);
  const after = missed(sheet, id);
  if (line === undefined || after === undefined) return undefined;
  const { owner, due, overdueFrom } = after;
  return { state: line.state, owner, due, overdueFrom };
}
