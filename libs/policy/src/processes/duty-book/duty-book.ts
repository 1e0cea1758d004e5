import type { CaseId } from '../../case/process-list';
import type { CaseView, Consequence } from '../../case/case';
import { caseId } from '../../case/case-id';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { levelOf, type Territory } from '../../base/office';
import { addDays, laterOf, type CivilDate } from '../../dates/civil-date';
import { beginningsAfter, periodOf, periodsWithin, type NaturalPeriod } from '../../dates/natural-period';
import { settingsOf } from '../../settings/policy-set';
import { cycleMark } from '../duty-sheet/cycle-mark';
import { sheetCadencesOf } from '../duty-sheet/duty-lines';
import type { DutyId, DutyRow } from '../../settings/duty-rows';
import type { DutyBookOpening } from './duty-book-acts';
import { readBook, type BookFacts, type BookFile, type DutyBook } from './duty-book-facts';
import { dutyBookOpenings, dutyBookOperations } from './duty-book-operations';

/** Stages of a book. */
export const dutyBookStages = { open: '进行中', closed: '已结束' } as const;

/** the recurring duties of one territory in one cycle: begins the sheet of every period, and the books of a county's townships. */
export const dutyBook = processOf<DutyBook, CaseView>({
  process: 'duty-book',
  openings: dutyBookOpenings,
  operations: dutyBookOperations,
  read: readBook,
  scope: ({ opening }) => scopeOfPlace(opening.territory),
  view,
});

/** The book of a territory in a cycle. */
export const bookId = (territory: Territory, year: string, cycle: CaseId): CaseId =>
  caseId('duty-book', territory, year, ...cycleMark(cycle));

function view(file: BookFile, { end, closedOn, townships }: BookFacts): CaseView {
  const { opening } = file;
  const sheets = sheetsOf(file, end);
  const stage = closedOn === undefined ? 'open' : 'closed';
  return {
    stage,
    stageName: dutyBookStages[stage],
    deadlines: [],
    consequences: [
      ...questions(file, end),
      ...sheets.map((sheet) => startSheet(file, sheet)),
      ...bulletinsOf(file, end).map((period) => startBulletin(file, period)),
      ...dispatchesOf(file, end).map((period) => startDispatch(file, period)),
      ...[...townships].map(([township, on]) => startBook(file, township, on)),
      ...(closedOn === undefined ? [] : tellClosed(file, sheets, [...townships.keys()], closedOn)),
    ],
    notices: [],
    records: [],
    listed: { territory: opening.territory, from: opening.from, to: end, townships: townships.size },
    ...(closedOn === undefined ? {} : { ended: { on: end, outcome: 'cycle-closed', outcomeName: '督办周期已结束' } }),
  };
}

/** Every natural period of the cycle that has begun by its end; who is on post when decides what of it is owed. */
function sheetsOf({ opening, openedOn, policy }: BookFile, end: CivilDate): NaturalPeriod[] {
  const level = levelOf(opening.territory) as DutyRow['level'];
  return sheetCadencesOf(level, settingsOf(policy)).flatMap((cadence) =>
    periodsWithin(cadence, { from: opening.from, to: end }).filter(({ to }) => to >= openedOn),
  );
}

function startSheet(
  { opening, openedOn, caseId: book }: BookFile,
  { id, cadence, from, to }: NaturalPeriod,
): Consequence {
  return {
    kind: 'start',
    process: 'duty-sheet',
    key: `sheet:${id}`,
    clause: 'C-3.1',
    on: laterOf(from, opening.from, openedOn),
    caseId: sheetId(opening, id),
    opening: {
      territory: opening.territory,
      cadence,
      period: id,
      from,
      to,
      cycle: { from: opening.from, to: opening.to },
      book,
    },
  };
}

/** every half month of the cycle, in province, city and county. */
const dispatchesOf = ({ opening, openedOn, policy }: BookFile, end: CivilDate): NaturalPeriod[] =>
  levelOf(opening.territory) === 'township' || Object.keys(settingsOf(policy).dispatchLeads).length === 0
    ? []
    : periodsWithin('half-month', { from: opening.from, to: end }).filter(({ to }) => to >= openedOn);

const startDispatch = (
  { opening, openedOn, caseId: book }: BookFile,
  { id, from, to }: NaturalPeriod,
): Consequence => ({
  kind: 'start',
  process: 'dispatch',
  key: `dispatch:${id}`,
  clause: 'A-3.3',
  on: laterOf(from, opening.from, openedOn),
  caseId: caseId('dispatch', opening.territory, id, ...cycleMark(opening.cycle)),
  opening: { territory: opening.territory, period: id, from, to, book },
});

/** every period's bulletin, where the level owes one. */
function bulletinsOf({ opening, openedOn, policy }: BookFile, end: CivilDate): NaturalPeriod[] {
  const duty = bulletinDuties[levelOf(opening.territory) as DutyRow['level']];
  const terms = duty === undefined ? undefined : settingsOf(policy).duties[duty];
  if (terms === undefined || terms.amount === 0) return [];
  return periodsWithin(terms.cadence, { from: opening.from, to: end }).filter(({ to }) => to >= openedOn);
}

const bulletinDuties: Partial<Record<DutyRow['level'], DutyId>> = {
  province: 'province-bulletin',
  city: 'city-bulletin',
  county: 'county-bulletin',
};

function startBulletin({ opening, openedOn }: BookFile, { id, cadence, from, to }: NaturalPeriod): Consequence {
  const { from: dataFrom, to: dataTo } = periodOf(cadence, addDays(from, -1));
  return {
    kind: 'start',
    process: 'work-bulletin',
    key: `bulletin:${id}`,
    clause: 'A-3.4',
    on: laterOf(from, opening.from, openedOn),
    caseId: caseId('work-bulletin', opening.territory, id, ...cycleMark(opening.cycle)),
    opening: {
      territory: opening.territory,
      period: id,
      from,
      to,
      data: { from: dataFrom, to: dataTo },
      sheet: sheetId(opening, id),
      duty: bulletinDuties[levelOf(opening.territory) as DutyRow['level']] ?? '',
    },
  };
}

const sheetId = ({ territory, cycle }: DutyBookOpening, period: string): CaseId =>
  caseId('duty-sheet', territory, period, ...cycleMark(cycle));

const startBook = ({ opening }: BookFile, township: Territory, on: CivilDate): Consequence => ({
  kind: 'start',
  process: 'duty-book',
  key: `book:${township}`,
  clause: 'A-0',
  on,
  caseId: bookId(township, opening.from.slice(0, 4), opening.cycle),
  opening: { ...opening, territory: township },
});

/** A county finds its townships by who is on post: at the beginning, the day after, when people have been entered, and every Monday. */
function questions({ opening, openedOn, policy }: BookFile, end: CivilDate): Consequence[] {
  if (levelOf(opening.territory) !== 'county' || sheetCadencesOf('township', settingsOf(policy)).length === 0)
    return [];
  const first = laterOf(opening.from, openedOn);
  return [...new Set([first, addDays(first, 1), ...beginningsAfter('week', first, end)])].map((on) => ({
    kind: 'ask',
    question: 'townships',
    key: `townships@${on}`,
    clause: 'C-3.1',
    on,
    operation: 'townshipsRead',
    body: { territory: opening.territory, from: on, to: on },
  }));
}

/** a cycle closed before its time shortens what is still owed. */
function tellClosed(
  file: BookFile,
  sheets: readonly NaturalPeriod[],
  townships: readonly Territory[],
  on: CivilDate,
): Consequence[] {
  const { opening } = file;
  const tell = (id: CaseId): Consequence => ({
    kind: 'tell',
    clause: 'A-0',
    key: `closed>${id}`,
    on,
    caseId: id,
    operation: 'cycleClosed',
    body: { on },
  });
  return [
    ...(on < opening.to ? sheets.filter(({ to }) => to >= on).map(({ id }) => tell(sheetId(opening, id))) : []),
    ...townships.map((township) => tell(bookId(township, opening.from.slice(0, 4), opening.cycle))),
  ];
}
