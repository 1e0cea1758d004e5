import type { CaseView, Consequence, LedgerRecord, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import type { CaseScope } from '../../case/scope';
import { grouped } from '../../base/grouped';
import { kindOf, levelOf, type OfficeId } from '../../base/office';
import { addDays, chineseDate, earlierOf, laterOf, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { periodOf } from '../../dates/natural-period';
import { attendanceQuestions, unmarkedNotices } from './duty-attendance';
import { readSheet, type DutySheet, type DutySheetFile, type LineStanding, type SheetFacts } from './duty-facts';
import type { DutyLine } from './duty-lines';
import { missingListNotices, unknownHouseholdNotices } from './duty-lists';
import { areSame, everOwed } from './duty-owed';
import { entriesQuestions, leftOutNotices } from './duty-entries';
import { saidOfPeople } from './duty-people';
import { peopleQuestions } from './duty-questions';
import { dutyRows, type DutyRow } from '../../settings/duty-rows';
import { dutySheetOpenings, dutySheetOperations } from './duty-operations';
import { strangerNotices } from './duty-strangers';
import { daysToTell, villageDayRecords } from './village-day-told';

/** Stages of a sheet. */
export const dutySheetStages = { open: '履职登记中', closed: '已封账', sealed: '已存档' } as const;

/** RULES 7: the recurring duties of one territory in one period, with everybody who owes them. */
export const dutySheet = processOf<DutySheet, CaseView>({
  process: 'duty-sheet',
  openings: dutySheetOpenings,
  operations: dutySheetOperations,
  isShared: true,
  read: readSheet,
  scope: scopeOf,
  view,
});

/** A township's sheet is that of all its villages; a county's also of each unit that owes something on it or has recorded there. */
function scopeOf({ opening: { territory } }: DutySheetFile, { lines, records }: SheetFacts): CaseScope {
  const offices = new Set([...lines.map(({ owner }) => owner), ...records.map(({ by }) => by)]);
  return {
    territories: [territory],
    villages: levelOf(territory) === 'township' ? [territory] : [],
    units: [...offices].filter((office) => kindOf(office) === 'dispatching-unit'),
  };
}

/** The lines one office answers for, of one duty and period: one deadline, one row of the ledger. */
interface DutyGroup {
  id: string;
  row: DutyRow;
  owner: OfficeId;
  lines: readonly LineStanding[];
}

function view(file: DutySheetFile, facts: SheetFacts): CaseView {
  const groups = groupsOf(facts.lines);
  const open = facts.lines.filter(({ state }) => state === 'open').length;
  const stage = facts.isSealed ? 'sealed' : facts.isClosed ? 'closed' : 'open';
  const isOver = facts.isSealed || (facts.isClosed && open === 0);
  return {
    stage,
    stageName: dutySheetStages[stage],
    deadlines: [...groups.map((group) => deadlineOf(file, facts, group)), ...goneDeadlines(file, facts, groups)],
    consequences: [
      ...peopleQuestions(file, facts),
      ...attendanceQuestions(file, facts),
      ...daysToTell(file, facts),
      ...entriesQuestions(file, facts),
      ...closings(file, facts, open),
    ],
    notices: [
      ...dutyLists(file, facts, groups),
      ...strangerNotices(file, facts),
      ...unmarkedNotices(file, facts),
      ...missingListNotices(file, facts),
      ...unknownHouseholdNotices(facts),
      ...leftOutNotices(file, facts),
    ],
    records: [...groups.map((group) => rowOf(file, group)), ...villageDayRecords(facts)],
    listed: {
      territory: file.opening.territory,
      period: file.opening.period,
      cadence: file.opening.cadence,
      ...countsOf(facts.lines),
    },
    ...(isOver
      ? { ended: { on: facts.isSealed ? sealedOn(facts) : addDays(facts.openUntil, 1), ...outcomeOf(facts.lines) } }
      : {}),
  };
}

const sealedOn = ({ openUntil, settings }: SheetFacts): CivilDate => addDays(openUntil, settings.dutyReopenDays);

function outcomeOf(lines: readonly LineStanding[]): { outcome: string; outcomeName: string } {
  const { missing, late } = countsOf(lines);
  if (missing > 0) return { outcome: 'incomplete', outcomeName: `期满，${missing}项未完成` };
  return late > 0
    ? { outcome: 'made-up', outcomeName: '全部完成，其中有逾期补办' }
    : { outcome: 'fulfilled', outcomeName: '全部按期完成' };
}

const countsOf = (
  lines: readonly LineStanding[],
): { owed: number; fulfilled: number; late: number; excused: number; missing: number } => {
  const count = (state: LineStanding['state']): number => lines.filter((line) => line.state === state).length;
  return {
    owed: lines.length,
    fulfilled: count('fulfilled'),
    late: count('made-up'),
    excused: count('excused'),
    missing: count('open'),
  };
};

const groupId = ({ duty, period, owner }: DutyLine): string => {
  const { bound } = dutyRows[duty];
  return bound.who === 'unit' || bound.who === 'leader' ? `${duty}@${period.id}~${owner}` : `${duty}@${period.id}`;
};

const groupsOf = (lines: readonly LineStanding[]): DutyGroup[] =>
  [...grouped(lines, groupId)].flatMap(([id, own]) =>
    own[0] === undefined ? [] : [{ id, row: dutyRows[own[0].duty], owner: own[0].owner, lines: own }],
  );

function deadlineOf(file: DutySheetFile, facts: SheetFacts, { id, row, owner, lines }: DutyGroup): DeadlineSpec {
  const [first] = lines as [LineStanding];
  const decisions = [...new Set(lines.flatMap((line) => line.decisions))];
  const owed: DeadlineSpec = { ...owedOf(file, row, { ...first, due: dueOfAll(lines), decisions }), id, owner };
  const done = lines.flatMap(({ doneOn }) => doneOn ?? []);
  const [one, ...others] = done;
  if (one !== undefined && done.length === lines.length) return { ...owed, metOn: laterOf(one, ...others) };
  return facts.isSealed ? { ...owed, dropped: { on: sealedOn(facts), reason: '本期已存档，未完成的记入统计' } } : owed;
}

/** Of lines whose days differ the first that is missed, or still to come; of those all done in time, the last. */
function dueOfAll(lines: readonly LineStanding[]): CivilDate {
  const days = (...states: LineStanding['state'][]): CivilDate[] =>
    lines
      .filter(({ state }) => states.includes(state))
      .map(({ due }) => due)
      .sort();
  return days('open')[0] ?? days('made-up')[0] ?? (days('fulfilled', 'excused').at(-1) as CivilDate);
}

function owedOf(
  { openedOn }: DutySheetFile,
  row: DutyRow,
  { duty, period, span, due, decisions: chosen }: DutyLine,
): Omit<DeadlineSpec, 'id' | 'owner'> {
  const decisions = [...(row.isDecided === true ? ['duties'] : []), ...chosen];
  return {
    clause: row.clause,
    what: `${row.what}（${period.name}）`,
    trigger: span.from,
    triggerWhat: `${period.name}开始`,
    period: { until: due },
    rollover: 'none',
    line: dutyRows[duty].line,
    ladder: period.cadence === 'week' ? 'weekly' : 'default',
    startedOn: laterOf(openedOn, span.from),
    announced: 'together',
    ...(decisions.length > 0 && { decisions }),
  };
}

/** What was owed by an earlier roster, or by a cycle that has been closed since, is said to be owed no more. */
function goneDeadlines(file: DutySheetFile, facts: SheetFacts, groups: readonly DutyGroup[]): DeadlineSpec[] {
  const { opening } = file;
  const standing = new Set(groups.map(({ id }) => id));
  const gone = new Map<string, DeadlineSpec>();
  const said = [...file.acts.filter(({ by }) => by.office === 'system'), ...saidOfPeople(file)];
  const goneOn = said.reduce((last, { occurredOn }) => laterOf(last, occurredOn), file.openedOn);
  const dropped = { on: goneOn, reason: '本期不再有应履行的人员，或行动已提前结束' };
  const isUnchanged = saidOfPeople(file).length <= 1 && facts.span.to >= earlierOf(opening.to, opening.cycle.to);
  if (isUnchanged) return [];
  for (const line of everOwed(file)) {
    const id = groupId(line);
    if (standing.has(id)) continue;
    gone.set(id, { ...owedOf(file, dutyRows[line.duty], line), id, owner: line.owner, dropped });
  }
  return [...gone.values()];
}

/** The sheet closes some days after its last period, is open again where the office above says so, and is put away at last. */
function closings(file: DutySheetFile, facts: SheetFacts, open: number): Consequence[] {
  const { openUntil } = facts;
  const self = { kind: 'tell', clause: 'C-3.1', caseId: file.caseId } as const;
  const closed: Consequence = {
    ...self,
    key: `closed@${openUntil}`,
    on: addDays(openUntil, 1),
    operation: 'periodClosed',
    body: { until: openUntil },
  };
  const sealed: Consequence = {
    ...self,
    key: `sealed@${openUntil}`,
    on: sealedOn(facts),
    operation: 'periodSealed',
    body: {},
  };
  return open > 0 ? [closed, sealed] : [closed];
}

/** One list for each office instead of a message for each duty. */
function dutyLists(file: DutySheetFile, { span, openUntil }: SheetFacts, groups: readonly DutyGroup[]): NoticeSpec[] {
  const period = periodOf(file.opening.cadence, file.opening.from);
  return [...grouped(groups, ({ owner }) => owner)].map(([owner, own]) => ({
    key: `list:${owner}`,
    clause: own[0]?.row.clause ?? 'C-3.1',
    on: laterOf(file.openedOn, span.from),
    to: owner,
    kind: 'inform',
    title: `${period.name}履职清单（${own.length}项）`,
    text: `${own.map(listed).join('；')}。请按期完成并登记，${chineseDate(openUntil)}封账。`,
  }));
}

const listed = ({ row, lines }: DutyGroup): string =>
  `${row.what}${lines.length > 1 ? `（${lines.length}项）` : ''}，${chineseDate(dueOfAll(lines))}前`;

/** The row of a group is the same while its lines are. */
function rowOf(file: DutySheetFile, group: DutyGroup): LedgerRecord {
  const [first] = group.lines as [LineStanding];
  const before = rows.get(first);
  if (before !== undefined && areSame(before.lines, group.lines)) return before.row;
  const row = recordOf(file, group);
  rows.set(first, { lines: group.lines, row });
  return row;
}
const rows = new WeakMap<LineStanding, { lines: readonly LineStanding[]; row: LedgerRecord }>();

function recordOf({ caseId, opening }: DutySheetFile, { id, owner, lines }: DutyGroup): LedgerRecord {
  const [{ duty, period, span }] = lines as [LineStanding];
  return {
    table: 'duty',
    key: `${caseId}/${id}`,
    row: {
      duty,
      period: period.id,
      cadence: period.cadence,
      territory: opening.territory,
      owner,
      from: span.from,
      due: dueOfAll(lines),
      ...countsOf(lines),
      lines: lines.map(({ ower, owed, done, state, doneOn, lacking, covers }) => ({
        ...{ ower, owed, done, state, doneOn },
        ...(lacking.length > 0 && { lacking: [...lacking] }),
        ...(covers.length > 0 && { covers: covers.map((cover) => ({ ...cover })) }),
      })),
    },
  };
}
