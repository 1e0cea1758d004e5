import { actsOf } from '../../case/act-order';
import type { CaseFile, KeptActOf } from '../../case/case';
import { kindOf, territoryOf, type OfficeId } from '../../base/office';
import { addDays, earlierOf, laterOf, type CivilDate } from '../../dates/civil-date';
import { overlapOf, type Span } from '../../dates/natural-period';
import { settingsOf, type Settings } from '../../settings/policy-set';
import type { CoverOnList, DutyRecordBody, DutySheetBodies, DutySheetOpening } from './duty-acts';
import { enteredRecords } from './duty-entries';
import type { DutyLine } from './duty-lines';
import { owedOn, owerKey } from './duty-owed';
import type { People } from './duty-owers';
import { readings } from './duty-people';
import { befallenStrangers } from './duty-misfortunes';
import type { Cover } from './duty-covers';
import { reachedBy, standingOf, type Said } from './duty-standing';
import { attendanceIn, markedFor, type Attendance } from './duty-attendance';
import { dutyRows, type DutyRow } from '../../settings/duty-rows';
import type { VillageDay } from './village-day';
import { heldMeetings, meetingsToAttend, recordsOfDay, villageDaysOf } from './village-day-facts';

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
  /** It is part of a village's day; of days that are counted it is the day itself, and not one more. */
  isOfDay?: true;
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
  /** The villages' days as they stand. */
  days: readonly VillageDay[];
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
  const days = villageDaysOf(file);
  const records = [...recordsOf(file), ...days.flatMap(recordsOfDay)];
  const attendance = attendanceIn(file);
  const span = overlapOf({ from, to }, cycle);
  const lastDay = owed.reduce((last, line) => laterOf(last, line.span.to), span.to);
  const matched = new Map(owed.map((line) => [line, [] as DutyRecord[]]));
  const isServed = (line: DutyLine): boolean => reachedBy(line, matched.get(line) ?? []).reachedOn !== null;
  const strangers: DutyRecord[] = [];
  for (const record of inDateOrder([...records, ...enteredRecords(file)])) {
    const own = isOfOtherVillage(people, record) ? [] : (known.get(owerKey(record.body)) ?? []);
    const line = lineFor(own, record, isServed);
    if (line !== undefined) matched.get(line)?.push(record);
    else if (isOfStranger(record, people)) strangers.push(record);
  }
  strangers.push(...befallenStrangers(people));
  const excuses = actsOf(file.acts, 'excuse');
  const held = heldMeetings(days);
  const carried = actsOf(file.acts, 'coversRead').at(-1)?.body ?? [];
  const saidOf = (line: DutyLine): Said => ({
    records: matched.get(line) ?? [],
    marked: markedFor(line, attendance, settings),
    held: meetingsToAttend(line, held, people),
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
    days,
    strangers,
    ...closingOf(file, lastDay, settings),
  };
}

/** Nothing is asked for where it was entered: a village has its team, but nobody on the list; a cadre or a leader is known, but it is not owed for him in this period. */
export function isSupplement({ body }: Pick<DutyRecord, 'body'>, { cadres, leaders }: People): boolean {
  const { bound, covers, isNeverEmpty } = dutyRows[body.duty] as DutyRow;
  if (bound.who === 'leader') return leaders.some(({ leader }) => leader === body.ower);
  if (bound.who === 'unit' && bound.each === 'cadre') return cadres.some(({ cadre }) => cadre === body.ower);
  return covers !== undefined && isNeverEmpty !== true && cadres.some(({ village }) => village === body.ower);
}

/** Whom nobody knows yet; what a day serves besides, another sheet told, or a register says of all there are, troubles nobody. */
function isOfStranger(record: DutyRecord, people: People): boolean {
  if ((dutyRows[record.body.duty] as DutyRow).enteredIn !== undefined) return false;
  if (record.isOfDay !== true) return !isSupplement(record, people);
  const isKnown = people.cadres.some(
    ({ cadre, village }) => cadre === record.body.ower || village === record.body.ower,
  );
  return record.by !== 'system' && !isKnown;
}

const isOfPeople = (operation: string): boolean => operation === 'rosterRead' || operation === 'unitsRead';

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

const excuseOf = (line: DutyLine, excuses: readonly Excuse[]): Excuse | undefined =>
  excuses.find(({ body, occurredOn, by }) => isOf(line, body, by.office) && isIn(line, body.period, occurredOn));

/** What was entered on earlier sheets for a line whose days are all to be covered. */
const carriedTo = ({ duty, owner, ower, days }: DutyLine, covers: readonly CoverOnList[]): CoverOnList[] =>
  days.length === 0
    ? []
    : covers.filter((cover) => cover.duty === duty && cover.unit === owner && cover.cadre === ower);

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

const inDateOrder = (records: DutyRecord[]): DutyRecord[] =>
  records.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)) || a.entry - b.entry || a.line - b.line);

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
