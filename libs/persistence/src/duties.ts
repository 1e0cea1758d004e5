import type { LedgerRecord } from '@duban/policy/case/case';
import type { OfficeId, Territory } from '@duban/policy/base/office';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { Span } from '@duban/policy/dates/natural-period';
import type { CoverOnList } from '@duban/policy/processes/duty-sheet/duty-acts';
import type { DataSource } from 'typeorm';
import { allOf, when, within, type Condition } from './conditions';
import { readPage, type Page, type PageRequest } from './page';
import { isSeenDuty, dutiesSeenBy } from './seen-duties';
import type { Part } from './seen-rows';

/** How an office stands with one recurring duty of one period (RULES 7), with who owes it. */
export interface DutyStanding extends Omit<Extract<LedgerRecord, { table: 'duty' }>['row'], 'lines'> {
  caseId: string;
  key: string;
  lines: readonly {
    ower: string;
    owed: number;
    done: number;
    state: string;
    doneOn: CivilDate | null;
    lacking?: string[];
    covers?: Pick<CoverOnList, 'from' | 'to' | 'on'>[];
  }[];
}

export interface DutyFilter {
  territory?: Territory | undefined;
  owner?: OfficeId | undefined;
  duty?: string | undefined;
  period?: string | undefined;
  dueFrom?: CivilDate | undefined;
  dueTo?: CivilDate | undefined;
  /** Only where something is missing. */
  missing?: boolean | undefined;
  /** Only what is a village's, or a unit's, to see; a village's counts are those of its own lines. */
  part?: Part;
}

/** What fulfilment is counted by. */
export const dutyGroupings = { office: 'd.owner', duty: 'd.duty', period: 'd.period', area: 'd.territory' } as const;
export type DutyGrouping = keyof typeof dutyGroupings;

export interface Fulfilment {
  of: string;
  owed: number;
  fulfilled: number;
  late: number;
  excused: number;
  missing: number;
}

const columns = `d.case_id AS "caseId", d.key, d.duty, d.period, d.cadence, d.territory, d.owner, d.starts_on AS "from", d.due,
  d.owed, d.fulfilled, d.late, d.excused, d.missing, d.lines`;

/** Duties by filter, soonest due first. */
export const dutiesOf = (dataSource: DataSource, filter: DutyFilter, page: PageRequest): Promise<Page<DutyStanding>> =>
  readPage(
    dataSource,
    {
      select: columns,
      from: dutiesSeenBy(filter.part),
      conditions: conditionsOf(filter),
      order: { 'd.due': 'day', 'd.case_id': 'text', 'd.key': 'text' },
      position: (row: DutyStanding) => [row.due, row.caseId, row.key],
    },
    page,
  );

/** How many lines were owed, done in time, made up for late, excused, and are missing. */
export function fulfilmentOf(dataSource: DataSource, by: DutyGrouping, filter: DutyFilter): Promise<Fulfilment[]> {
  const { sql, values } = allOf(...conditionsOf(filter));
  const sums = ['owed', 'fulfilled', 'late', 'excused', 'missing']
    .map((column) => `sum(d.${column})::integer AS ${column}`)
    .join(', ');
  return dataSource.query(
    `SELECT ${dutyGroupings[by]} AS of, ${sums} FROM ${dutiesSeenBy(filter.part)} WHERE ${sql} GROUP BY 1 ORDER BY 1`,
    values,
  );
}

const conditionsOf = ({
  territory,
  owner,
  duty,
  period,
  dueFrom,
  dueTo,
  missing,
  part = {},
}: DutyFilter): (Condition | undefined)[] => [
  isSeenDuty(part),
  within('d.territory', territory),
  when(owner, (office) => ['d.owner = ?', office]),
  when(duty, (id) => ['d.duty = ?', id]),
  when(period, (id) => ['d.period = ?', id]),
  when(dueFrom, (day) => ['d.due >= ?', day]),
  when(dueTo, (day) => ['d.due <= ?', day]),
  when(missing, (only) => [only ? 'd.missing > 0' : 'd.missing = 0']),
];

/** the duty books of exactly this territory whose cycles bind on a day of the span. */
export async function dutyBooksOf(dataSource: DataSource, territory: Territory, { from, to }: Span): Promise<string[]> {
  const rows = await dataSource.query<{ caseId: string }[]>(
    `SELECT case_id AS "caseId" FROM cases
      WHERE process = 'duty-book' AND territory = $1 AND listed ->> 'from' <= $3 AND listed ->> 'to' >= $2 ORDER BY case_id`,
    [territory, from, to],
  );
  return rows.map(({ caseId }) => caseId);
}

/** Clause C-3.6: what is insured by the other sheets of a territory, and reaches into the span. */
export function coversOf(
  dataSource: DataSource,
  { territory, span, caseId }: { territory: Territory; span: Span; caseId: string },
): Promise<CoverOnList[]> {
  const { sql, values } = allOf(
    ['d.territory = ? AND d.case_id <> ?', territory, caseId],
    ['d.starts_on <= ?', span.to],
    ["(c.cover ->> 'to' IS NULL OR c.cover ->> 'to' >= ?)", span.from],
  );
  return dataSource.query(
    `SELECT DISTINCT d.duty, d.owner AS unit, l.line ->> 'ower' AS cadre, c.cover ->> 'from' AS "from", c.cover ->> 'to' AS "to", c.cover ->> 'on' AS "on"
       FROM duties d CROSS JOIN LATERAL jsonb_array_elements(d.lines) AS l (line)
            CROSS JOIN LATERAL jsonb_array_elements(l.line -> 'covers') AS c (cover)
      WHERE ${sql} ORDER BY 1, 2, 3, 4, 6`,
    values,
  );
}
