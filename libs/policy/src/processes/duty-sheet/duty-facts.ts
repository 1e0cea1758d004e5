import { actsOf } from '../../case/act-order';
import type { CaseFile, KeptActOf } from '../../case/case';
import { kindOf, territoryOf, type OfficeId } from '../../base/office';
import { addDays, earlierOf, laterOf, type CivilDate } from '../../dates/civil-date';
import { overlapOf, type Span } from '../../dates/natural-period';
import { settingsOf, type Settings } from '../../settings/policy-set';
import type { CoverOnList, DutyRecordBody, DutySheetBodies, DutySheetOpening } from './duty-acts';
import { enteredRecords } from './duty-entries';
import type { DutyLine } from './duty-lines';
import { areSame, owedOn, owerKey } from './duty-owed';
import type { People } from './duty-owers';
import { readings } from './duty-people';
import { befallenStrangers } from './duty-misfortunes';
import { coveredBy, coversIn, endingOf, type Cover, type Covered } from './duty-covers';
import { amountOf, coverageOf, furtherOf, lackingIn, type Reached } from './duty-sums';
import { attendanceIn, markedFor, type Attendance } from './duty-attendance';
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
  /** Of what is to be covered, those named as not covered yet. */
  lacking: readonly string[];
  /** What days have been covered, where all on post are to be. */
  covers: readonly Cover[];
  /** What has been entered for it. */
  records: readonly DutyRecord[];
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
  attendance: Attendance;
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
  const { people, lines: owed, byOwer: known } = owedOn(file, cycle);
  const records = recordsOf(file);
  const attendance = attendanceIn(file);
  const span = overlapOf({ from, to }, cycle);
  const lastDay = owed.reduce((last, line) => laterOf(last, line.span.to), span.to);
  const matched = new Map(owed.map((line) => [line, [] as DutyRecord[]]));
  const isServed = (line: DutyLine): boolean => reachedBy(line, matched.get(line) ?? []).reachedOn !== null;
  const strangers: DutyRecord[] = [];
  for (const record of [...records, ...enteredRecords(file)].sort(byDay)) {
    const own = isOfOtherVillage(people, record) ? [] : (known.get(owerKey(record.body)) ?? []);
    const line = lineFor(own, record, isServed);
    if (line === undefined && isOfSomebody(record, people)) strangers.push(record);
    else if (line === undefined) continue;
    else matched.get(line)?.push(record);
  }
  strangers.push(...befallenStrangers(people));
  const excuses = actsOf(file.acts, 'excuse');
  const carried = actsOf(file.acts, 'coversRead').at(-1)?.body ?? [];
  const saidOf = (line: DutyLine): Said => ({
    records: matched.get(line) ?? [],
    marked: markedFor(line, attendance, settings),
    carried: carriedTo(line, carried),
    excuse: excuseOf(line, excuses),
  });
  const standings = new Map(owed.map((line) => [line, standingOf(line, saidOf(line), settings)]));
  const standing = (line: DutyLine): LineStanding[] => [standings.get(line) ?? []].flat();
  return {
    settings,
    span,
    lastDay,
    people,
    attendance,
    readAt: readings(file).findLast(({ operation }) => isOfPeople(operation))?.sequence,
    lines: [...standings.values()],
    byOwer: new Map([...known].map(([key, lines]) => [key, lines.flatMap(standing)])),
    records,
    strangers,
    ...closingOf(file, lastDay, settings),
  };
}

const byDay = (one: DutyRecord, other: DutyRecord): number => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1);
const isOfPeople = (operation: string): boolean => operation === 'rosterRead' || operation === 'unitsRead';

/** Somebody was recorded who is to be found: neither a supplement, nor what a register says of all there are. */
const isOfSomebody = (record: DutyRecord, people: People): boolean =>
  (dutyRows[record.body.duty] as DutyRow).enteredIn === undefined && !isSupplement(record, people);

/** Nothing is asked for where it was entered: a village has its team, but nobody on the list; a cadre or a leader is known, but it is not owed for him in this period. */
export function isSupplement({ body }: Pick<DutyRecord, 'body'>, { cadres, leaders }: People): boolean {
  const { bound, covers } = dutyRows[body.duty] as DutyRow;
  if (bound.who === 'leader') return leaders.some(({ leader }) => leader === body.ower);
  if (bound.who === 'unit' && bound.each === 'cadre') return cadres.some(({ cadre }) => cadre === body.ower);
  return covers !== undefined && cadres.some(({ village }) => village === body.ower);
}

/** RULES 9.corrections: a secretary records for the people of his own village alone; whom nobody knows yet may be one of them. */
export function isOfOtherVillage({ cadres }: People, { body, by }: Pick<DutyRecord, 'body' | 'by'>): boolean {
  if (kindOf(by) !== 'village-party-secretary') return false;
  const entries = cadres.filter(({ cadre }) => cadre === body.ower);
  return entries.length > 0 && entries.every(({ village }) => village !== territoryOf(by));
}

/** The sheet's line a record speaks of; where its ower has none, nothing. On a day of two, such as before 中秋 and 国庆, the first that is not done. */
export function lineFor<Line extends DutyLine>(
  lines: readonly Line[],
  { body, on, by }: Pick<DutyRecord, 'body' | 'on' | 'by'>,
  isDone: (line: Line) => boolean,
): Line | undefined {
  const [first, ...others] = lines.filter((line) => isOf(line, body, by) && isIn(line, body.period, on));
  return others.length === 0
    ? first
    : ([first, ...others].find((line) => line !== undefined && !isDone(line)) ?? first);
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
  if (bound.who === 'leader' && line.owner !== by) return false;
  return line.ower === (ower ?? line.owner);
}

const isIn = ({ period, span, since }: DutyLine, named: string | undefined, on: CivilDate): boolean =>
  named === undefined ? since <= on && on <= span.to : period.id === named;

type Excuse = KeptActOf<Pick<DutySheetBodies, 'excuse'>>;

/** What a line stands by. */
interface Said {
  records: readonly DutyRecord[];
  marked: readonly CivilDate[];
  carried: readonly Cover[];
  excuse: Excuse | undefined;
}

const excuseOf = (line: DutyLine, excuses: readonly Excuse[]): Excuse | undefined =>
  excuses.find(({ body, occurredOn, by }) => isOf(line, body, by.office) && isIn(line, body.period, occurredOn));

/** What was entered on earlier sheets for a line whose days are all to be covered. */
const carriedTo = ({ duty, owner, ower, days }: DutyLine, covers: readonly CoverOnList[]): CoverOnList[] =>
  days.length === 0
    ? []
    : covers.filter((cover) => cover.duty === duty && cover.unit === owner && cover.cadre === ower);

/** How a line stood by what had been said; it is the same object while nothing has been said of it. */
const stood = new WeakMap<DutyLine, Said & { standing: LineStanding }>();

function standingOf(line: DutyLine, said: Said, settings: Settings): LineStanding {
  const before = stood.get(line);
  const isSame =
    before?.excuse === said.excuse &&
    areSame(before?.records ?? [], said.records) &&
    areSame(before?.marked ?? [], said.marked) &&
    areSame(before?.carried ?? [], said.carried);
  if (before !== undefined && isSame) return before.standing;
  const standing = standingBy(line, said, settings);
  stood.set(line, { ...said, standing });
  return standing;
}

function standingBy(line: DutyLine, said: Said, settings: Settings): LineStanding {
  const { records, marked, carried, excuse } = said;
  const row = dutyRows[line.duty] as DutyRow;
  const covers = line.days.length === 0 ? [] : [...carried, ...coversIn(records)].map((one) => endingOf(one, line));
  const { due, lacking, ...reached } =
    line.days.length === 0 ? reachedByName(line, records) : coveredBy(line, covers, settings);
  const { done, reachedOn } = row.stationed === undefined ? reached : furtherOf(reached, line, marked);
  const known = { ...line, due, lacking, done, records, covers };
  if (reachedOn !== null)
    return { ...known, state: reachedOn <= known.due ? 'fulfilled' : 'made-up', doneOn: reachedOn };
  if (excuse !== undefined) return { ...known, state: 'excused', doneOn: excuse.occurredOn };
  return { ...known, state: 'open', doneOn: null };
}

/** By times, by number or by name, and who is missing. */
function reachedByName(line: DutyLine, records: readonly DutyRecord[]): Covered {
  const reached = reachedBy(line, records);
  return { ...reached, due: line.due, lacking: reached.reachedOn === null ? lackingIn(line, records) : [] };
}

function reachedBy(line: DutyLine, records: readonly DutyRecord[]): Reached {
  const row = dutyRows[line.duty] as DutyRow;
  return row.measure === 'coverage' ? coverageOf(row, line, records) : amountOf(row, line, records);
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
