import type { ProcessName } from '@duban/policy/case/case';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import { runningStates, type Deadline, type DeadlineState } from '@duban/policy/dates/deadline';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import { allOf, when, within, type Condition } from './conditions';
import { readPage, type Page, type PageRequest } from './page';
import { isSeenDeadline, type Part } from './seen-rows';

export interface DeadlineRow {
  caseId: string;
  id: string;
  process: ProcessName;
  territory: Territory;
  stageName: string;
  state: DeadlineState;
  /** With trigger, period and suspensions: enough to explain it. */
  deadline: Deadline;
}

export interface DeadlineFilter {
  territory?: Territory;
  process?: ProcessName;
  states?: readonly DeadlineState[];
  /** Due on this day or later. */
  from?: CivilDate;
  /** Due on this day or earlier. */
  until?: CivilDate;
  owner?: OfficeId;
  caseId?: string;
  /** Only what is a village's, or a unit's, to see. */
  part?: Part;
}

/** The day for which states are computed, and within how many days a due date counts as near (临近). */
export interface DayOfReading {
  today: CivilDate;
  nearDays: number;
}

/** Deadlines by filter, soonest due first. */
export function deadlinesOf(
  dataSource: DataSource,
  filter: DeadlineFilter,
  day: DayOfReading,
  page: PageRequest,
): Promise<Page<DeadlineRow>> {
  return readPage(
    dataSource,
    {
      select: `${deadlineColumns}, ${stateOn(day)} AS state`,
      from: 'deadlines d',
      conditions: conditionsOf(filter, day),
      order: { 'd.due': 'day', 'd.case_id': 'text', 'd.id': 'text' },
      position: (row: DeadlineRow) => [row.deadline.due, row.caseId, row.id],
    },
    page,
  );
}

/** One deadline of a case, or `null`. */
export async function deadlineOf(
  dataSource: DataSource,
  { caseId, id }: Pick<DeadlineRow, 'caseId' | 'id'>,
  day: DayOfReading,
  part: Part = {},
): Promise<DeadlineRow | null> {
  const { sql, values } = allOf(['d.case_id = ? AND d.id = ?', caseId, id], isSeenDeadline(part, 'd'));
  const text = `SELECT ${deadlineColumns}, ${stateOn(day)} AS state FROM deadlines d WHERE ${sql}`;
  const [row] = await dataSource.query<DeadlineRow[]>(text, values);
  return row ?? null;
}

/** Of each case the deadline it runs against next: what is suspended comes last. By case. */
export async function nextDeadlinesOf(
  dataSource: DataSource,
  caseIds: readonly string[],
  day: DayOfReading,
  part: Part = {},
): Promise<Map<string, DeadlineRow>> {
  const { sql, values } = allOf(
    ['d.case_id = ANY (?) AND d.met_on IS NULL AND d.dropped_on IS NULL', caseIds],
    isSeenDeadline(part, 'd'),
  );
  const rows = await dataSource.query<DeadlineRow[]>(
    `SELECT DISTINCT ON (d.case_id) ${deadlineColumns}, ${stateOn(day)} AS state FROM deadlines d
     WHERE ${sql} ORDER BY d.case_id, ${stateOn(day)} = 'suspended', d.due, d.id`,
    values,
  );
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** The dates of all deadlines of cases that are neither met nor dropped, by case and id. */
export async function openDeadlinesOf(
  dataSource: DataSource,
  caseIds: readonly string[],
): Promise<Map<string, Map<string, CivilDate>>> {
  const rows = await dataSource.query<{ caseId: string; id: string; due: CivilDate }[]>(
    'SELECT case_id AS "caseId", id, due FROM deadlines WHERE case_id = ANY ($1) AND met_on IS NULL AND dropped_on IS NULL',
    [caseIds],
  );
  const byCase = new Map<string, Map<string, CivilDate>>();
  for (const { caseId, id, due } of rows)
    byCase.set(caseId, (byCase.get(caseId) ?? new Map<string, CivilDate>()).set(id, due));
  return byCase;
}

/** The state on a day, as `deadlineState` of policy derives it. */
export function stateOn({ today, nearDays }: DayOfReading): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || !Number.isInteger(nearDays))
    throw new Error(`a civil date and a whole number of days expected, got ${today} and ${nearDays}`);
  const day = `DATE '${today}'`;
  return `CASE
    WHEN d.dropped_on <= ${day} AND (d.met_on IS NULL OR d.dropped_on < d.met_on) THEN 'dropped'
    WHEN d.met_on <= ${day} THEN CASE WHEN d.met_on <= d.due THEN 'met' ELSE 'met-late' END
    WHEN d.standing_from <= ${day} AND (d.standing_to IS NULL OR ${day} < d.standing_to) THEN 'suspended'
    WHEN d.due < ${day} THEN 'overdue'
    WHEN d.due = ${day} THEN 'due-today'
    WHEN d.due <= ${day} + ${nearDays} THEN 'near'
    ELSE 'open' END`;
}

const deadlineColumns = `d.case_id AS "caseId", d.id, d.process, d.territory, d.deadline,
  (SELECT c.stage_name FROM cases c WHERE c.case_id = d.case_id) AS "stageName"`;

const conditionsOf = (
  { territory, process, states, from, until, owner, caseId, part = {} }: DeadlineFilter,
  day: DayOfReading,
): (Condition | undefined)[] => [
  within('d.territory', territory),
  when(process, (name) => ['d.process = ?', name]),
  when(from, (date) => ['d.due >= ?', date]),
  when(until, (date) => ['d.due <= ?', date]),
  when(owner, (office) => ['d.owner = ?', office]),
  when(caseId, (id) => ['d.case_id = ?', id]),
  isSeenDeadline(part, 'd'),
  ...isIn(states, day),
];

const unmet = new Set<DeadlineState>(runningStates);

/** For each state a condition that an index can serve: without it a query for a rare state would read every deadline there ever was. */
const follows: Record<DeadlineState, (day: DayOfReading) => Condition> = {
  open: ({ today, nearDays }) => ['d.met_on IS NULL AND d.due > ?', addDays(today, nearDays)],
  near: ({ today, nearDays }) => ['d.met_on IS NULL AND d.due > ? AND d.due <= ?', today, addDays(today, nearDays)],
  'due-today': ({ today }) => ['d.met_on IS NULL AND d.due = ?', today],
  overdue: ({ today }) => ['d.met_on IS NULL AND d.due < ?', today],
  met: ({ today }) => ['d.met_on <= ?', today],
  'met-late': ({ today }) => ['d.met_on > d.due AND d.met_on <= ?', today],
  suspended: ({ today }) => ['d.standing_from IS NOT NULL AND d.standing_from <= ?', today],
  dropped: ({ today }) => ['d.dropped_on IS NOT NULL AND d.dropped_on <= ?', today],
};

function isIn(states: readonly DeadlineState[] | undefined, day: DayOfReading): (Condition | undefined)[] {
  if (states === undefined) return [];
  const [only] = states;
  const bound: Condition | undefined = states.length === 1 && only !== undefined ? follows[only](day) : undefined;
  return [
    [`${stateOn(day)} = ANY (?::text[])`, states],
    states.every((state) => unmet.has(state)) ? ['d.met_on IS NULL'] : undefined,
    bound,
  ];
}
