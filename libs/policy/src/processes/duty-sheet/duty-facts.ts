import { actsOf } from '../../case/act-order';
import type { CaseFile, KeptActOf } from '../../case/case';
import { kindOf, territoryOf, type OfficeId } from '../../base/office';
import { addDays, earlierOf, laterOf, type CivilDate } from '../../dates/civil-date';
import { overlapOf, type Span } from '../../dates/natural-period';
import { settingsOf, type PolicyRef, type Settings } from '../../settings/policy-set';
import type { DutyRecordBody, DutySheetBodies, DutySheetOpening } from './duty-acts';
import { linesOf, type DutyLine, type People } from './duty-lines';
import { dutyRows, type DutyRow } from '../../settings/duty-rows';

export type DutySheetFile = CaseFile<DutySheetOpening, DutySheetBodies>;

/** What the rules of a sheet are about. */
export interface DutySheet {
  opening: DutySheetOpening;
  facts: SheetFacts;
  bodies: DutySheetBodies;
}

/** What was said to be done, by whom and when. */
export interface DutyRecord {
  entry: number;
  line: number;
  on: CivilDate;
  by: OfficeId | 'system';
  body: DutyRecordBody;
}

/** How a line stands. */
export const lineStates = {
  open: '未完成',
  fulfilled: '已完成',
  'made-up': '逾期补办',
  excused: '经同意免除',
} as const;
export type LineState = keyof typeof lineStates;

export interface LineStanding extends DutyLine {
  done: number;
  state: LineState;
  /** The day the amount was reached, or the duty excused. */
  doneOn: CivilDate | null;
}

/** RULES 7: a sheet read in the order of its dates. */
export interface SheetFacts {
  settings: Settings;
  /** The days of the period the cycle binds. */
  span: Span;
  /** The last day of the last period kept on the sheet. */
  lastDay: CivilDate;
  people: People;
  /** Number of the entry the people were last read with; `undefined` before the first answer. */
  readAt: number | undefined;
  lines: readonly LineStanding[];
  /** The lines of each duty and ower; of an office that is not divided, under no name. */
  byOwer: ReadonlyMap<string, readonly LineStanding[]>;
  records: readonly DutyRecord[];
  /** Records of somebody who is not on the sheet, or by a secretary for another village. */
  strangers: readonly DutyRecord[];
  /** Until when it is open: the day after is that of the closing. */
  openUntil: CivilDate;
  isClosed: boolean;
  isSealed: boolean;
}

/** All that is known of a sheet. */
export function readSheet(file: DutySheetFile): SheetFacts {
  const settings = settingsOf(file.policy);
  const cycle = cycleOf(file);
  const { from, to } = file.opening;
  const people = peopleOf(file);
  const { owed, known } = owedOn(file, cycle);
  const records = recordsOf(file);
  const span = overlapOf({ from, to }, cycle);
  const lastDay = owed.reduce((last, line) => laterOf(last, line.span.to), span.to);
  const matched = new Map(owed.map((line) => [line, [] as DutyRecord[]]));
  const strangers: DutyRecord[] = [];
  for (const record of records) {
    const own = isOfOtherVillage(people, record) ? [] : (known.get(owerKey(record.body)) ?? []);
    const line = lineFor(own, record);
    if (line === undefined) strangers.push(record);
    else matched.get(line)?.push(record);
  }
  const excuses = actsOf(file.acts, 'excuse');
  const standings = new Map(owed.map((line) => [line, standingOf(line, matched.get(line) ?? [], excuses)]));
  const standing = (line: DutyLine): LineStanding[] => [standings.get(line) ?? []].flat();
  return {
    settings,
    span,
    lastDay,
    people,
    readAt: readings(file).at(-1)?.sequence,
    lines: [...standings.values()],
    byOwer: new Map([...known].map(([key, lines]) => [key, lines.flatMap(standing)])),
    records,
    strangers,
    ...closingOf(file, lastDay, settings),
  };
}

export const owerKey = ({ duty, ower }: Pick<DutyRecordBody, 'duty' | 'ower'>): string => `${duty}/${ower ?? ''}`;

interface Owed {
  owed: readonly DutyLine[];
  known: ReadonlyMap<string, DutyLine[]>;
}

/** What is owed hangs on who is there, on the cycle and on the policy: it is made anew when one of them has changed. */
function owedOn(file: DutySheetFile, cycle: Span): Owed {
  const { opening, policy } = file;
  const source = readings(file).at(-1) ?? opening;
  const made = owedBy.get(source);
  if (made?.policy === policy && made.until === cycle.to) return made;
  const { territory, cadence, from, to } = opening;
  const owed = linesOf({ territory, cadence, period: { from, to }, cycle }, peopleOf(file), settingsOf(policy));
  const fresh = { policy, until: cycle.to, owed, known: byOwer(owed) };
  owedBy.set(source, fresh);
  return fresh;
}
const owedBy = new WeakMap<Reading | DutySheetOpening, Owed & { policy: PolicyRef; until: CivilDate }>();

function byOwer(lines: readonly DutyLine[]): Map<string, DutyLine[]> {
  const known = new Map<string, DutyLine[]>();
  for (const line of lines) {
    for (const name of line.ower === line.owner ? ['', line.ower] : [line.ower]) {
      const key = owerKey({ duty: line.duty, ower: name });
      const own = known.get(key);
      if (own === undefined) known.set(key, [line]);
      else own.push(line);
    }
  }
  return known;
}

/** RULES 9.corrections: a secretary records for the people of his own village alone; whom nobody knows yet may be one of them. */
export function isOfOtherVillage({ cadres }: People, { body, by }: Pick<DutyRecord, 'body' | 'by'>): boolean {
  if (kindOf(by) !== 'village-party-secretary') return false;
  const entries = cadres.filter(({ cadre }) => cadre === body.ower);
  return entries.length > 0 && entries.every(({ village }) => village !== territoryOf(by));
}

/** The sheet's line a record speaks of; where its ower has none, nothing. */
export function lineFor<Line extends DutyLine>(
  lines: readonly Line[],
  { body, on, by }: Pick<DutyRecord, 'body' | 'on' | 'by'>,
): Line | undefined {
  return lines.find((line) => isOf(line, body, by) && isIn(line, body.period, on));
}

/** Does it speak of this duty and ower, in whatever period? */
export function isOf(
  line: DutyLine,
  { duty, ower, unit }: Pick<DutyRecordBody, 'duty' | 'ower' | 'unit'>,
  by: string,
): boolean {
  if (line.duty !== duty) return false;
  const { bound } = dutyRows[line.duty] as DutyRow;
  if (bound.who === 'unit' && line.owner !== (unit ?? by)) return false;
  return line.ower === (ower ?? line.owner);
}

const isIn = ({ period, span }: DutyLine, named: string | undefined, on: CivilDate): boolean =>
  named === undefined ? span.from <= on && on <= span.to : period.id === named;

type Excuse = KeptActOf<Pick<DutySheetBodies, 'excuse'>>;

/** How a line stood with these records; they are the same objects while nothing has been said of it. */
const stood = new WeakMap<
  DutyLine,
  { records: readonly DutyRecord[]; excuse: Excuse | undefined; standing: LineStanding }
>();

function standingOf(line: DutyLine, records: readonly DutyRecord[], excuses: readonly Excuse[]): LineStanding {
  const excuse = excuses.find(
    ({ body, occurredOn, by }) => isOf(line, body, by.office) && isIn(line, body.period, occurredOn),
  );
  const before = stood.get(line);
  if (before !== undefined && before.excuse === excuse && areSame(before.records, records)) return before.standing;
  const standing = standingWith(line, records, excuse);
  stood.set(line, { records, excuse, standing });
  return standing;
}

export const areSame = <Item>(some: readonly Item[], others: readonly Item[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

function standingWith(line: DutyLine, records: readonly DutyRecord[], excuse: Excuse | undefined): LineStanding {
  const row = dutyRows[line.duty] as DutyRow;
  const { done, reachedOn } = row.measure === 'coverage' ? coverageOf(records) : amountOf(row, line, records);
  if (reachedOn !== null)
    return { ...line, done, state: reachedOn <= line.due ? 'fulfilled' : 'made-up', doneOn: reachedOn };
  if (excuse !== undefined) return { ...line, done, state: 'excused', doneOn: excuse.occurredOn };
  return { ...line, done, state: 'open', doneOn: null };
}

type Reached = { done: number; reachedOn: CivilDate | null };

function amountOf(row: DutyRow, { owed }: DutyLine, records: readonly DutyRecord[]): Reached {
  let done = 0;
  let reachedOn: CivilDate | null = null;
  for (const { body, on } of records) {
    if (body.nothingToDo === true) done = Math.max(done, owed);
    else done += amountIn(row, body);
    if (reachedOn === null && done >= owed) reachedOn = on;
  }
  return { done: Math.round(done * 100) / 100, reachedOn };
}

/** 12 days or 90 hours: hours count as days by what both add up to. */
export const amountIn = ({ hoursPerDay }: DutyRow, { amount, hours }: DutyRecordBody): number =>
  hours !== undefined && hoursPerDay !== undefined ? (amount ?? 0) + hours / hoursPerDay : (amount ?? 1);

/** Reached when all visits together cover what the largest count says there is. */
function coverageOf(records: readonly DutyRecord[]): Reached {
  let covered = 0;
  let of = 0;
  let reachedOn: CivilDate | null = null;
  for (const { body, on } of records) {
    covered += body.covered ?? 0;
    of = Math.max(of, body.of ?? 0);
    reachedOn = covered >= of ? (reachedOn ?? on) : null;
  }
  return {
    done: of === 0 ? (records.length > 0 ? 1 : 0) : Math.round((Math.min(covered, of) / of) * 100) / 100,
    reachedOn,
  };
}

function recordsOf(file: DutySheetFile): DutyRecord[] {
  const takenBack = actsOf(file.acts, 'takeBack').map(({ body }) => body);
  const isGone = ({ entry, line }: DutyRecord): boolean =>
    takenBack.some((gone) => gone.entry === entry && (gone.line ?? line) === line);
  return actsOf(file.acts, 'record', 'recordAll', 'dutyDone')
    .flatMap(recordsIn)
    .filter((record) => !isGone(record));
}

type Recording = KeptActOf<Pick<DutySheetBodies, 'record' | 'recordAll' | 'dutyDone'>>;
const recordsBy = new WeakMap<Recording, DutyRecord[]>();

function recordsIn(act: Recording): DutyRecord[] {
  const { sequence, occurredOn, by, body } = act;
  const made =
    recordsBy.get(act) ??
    ('records' in body ? body.records : [body]).map((record, line) => ({
      entry: sequence,
      line,
      on: occurredOn,
      by: by.office,
      body: record,
    }));
  recordsBy.set(act, made);
  return made;
}

type Reading = KeptActOf<Pick<DutySheetBodies, 'rosterRead' | 'unitsRead'>>;

/** The answers of the ledger; the latest stands. */
export const readings = (file: DutySheetFile): Reading[] =>
  actsOf(file.acts, 'rosterRead', 'unitsRead').sort((a, b) => a.sequence - b.sequence);

/** Who is there, as one answer says it. */
export const peopleIn = (reading: Reading): People =>
  reading.operation === 'rosterRead' ? { cadres: reading.body, units: [] } : { cadres: [], units: reading.body };

function peopleOf(file: DutySheetFile): People {
  const latest = readings(file).at(-1);
  return latest === undefined ? { cadres: [], units: [] } : peopleIn(latest);
}

function cycleOf({ opening, acts }: DutySheetFile): Span {
  const [closed] = actsOf(acts, 'cycleClosed');
  return closed === undefined ? opening.cycle : { ...opening.cycle, to: earlierOf(opening.cycle.to, closed.body.on) };
}

/** Open, closed and opened again by the office above, sealed: as the system's own messages say it. */
function closingOf(
  file: DutySheetFile,
  lastDay: CivilDate,
  { dutyCloseDays }: Settings,
): Pick<SheetFacts, 'openUntil' | 'isClosed' | 'isSealed'> {
  const ordinary = addDays(lastDay, dutyCloseDays);
  const openUntil = actsOf(file.acts, 'reopen').reduce((until, { body }) => laterOf(until, body.until), ordinary);
  const isClosed = actsOf(file.acts, 'periodClosed').some(({ body }) => body.until === openUntil);
  return { openUntil, isClosed, isSealed: actsOf(file.acts, 'periodSealed').length > 0 };
}

/** Which of the two questions a sheet asks. */
export const questionOf = ({ opening }: DutySheetFile): 'roster' | 'units' | undefined =>
  opening.territory.length === 9 ? 'roster' : opening.territory.length === 6 ? 'units' : undefined;
