import type { CaseId } from '@duban/policy/case/process-list';
import type { ProcessName } from '@duban/policy/case/case';
import type { CivilDate, Instant } from '@duban/policy/dates/civil-date';
import { levelOf, townshipOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import type { DataSource } from 'typeorm';
import { withoutAncestors } from './also-in';
import type { CaseSnapshotRow } from './case-rows';
import { isSeen, when, type Condition, type Seen } from './conditions';
import { stateOn } from './deadlines';
import { readPage, type List, type Page, type PageRequest } from './page';

/** A case as the ledger shows it. */
export interface CaseRow extends CaseSnapshotRow {
  caseId: CaseId;
  changedAt: Instant;
  sequence: number;
}

export interface CaseFilter extends Seen {
  process?: ProcessName;
  stage?: string;
  ended?: boolean;
  policy?: { set: string; version: number };
  /** Facts with exactly these values; text that reads as a number or a truth value matches both. */
  listed?: Readonly<Record<string, string | number | boolean>>;
  subject?: string;
  /** Cases of any other process. */
  except?: readonly ProcessName[] | undefined;
  /** Only these cases. */
  caseIds?: readonly string[];
  /** What the id of the subject (household, cadre …) begins with, whatever its letters' case; or where it is. */
  search?: { name?: string; places: readonly Territory[] };
  /** With a deadline overdue on that day, or without any. */
  overdue?: { is: boolean; on: CivilDate };
}

/** `newest` and `oldest` go by the day of opening, `territory` by division code. */
export type CaseSort = 'newest' | 'oldest' | 'territory';

export interface EarlierCase {
  caseId: CaseId;
  number: number;
  openedOn: CivilDate;
  endedOn: CivilDate | null;
  outcome: string | null;
}

/** Cases by filter, in a stable order. */
export async function casesOf(
  dataSource: DataSource,
  filter: CaseFilter,
  page: PageRequest,
  sort: CaseSort = 'newest',
): Promise<Page<CaseRow>> {
  const byTerritory = sort === 'territory';
  const list: List<StoredCase> = {
    select: caseColumns,
    from: 'cases',
    conditions: conditionsOf(filter),
    order: byTerritory ? { territory: 'text', case_id: 'text' } : { opened_on: 'day', case_id: 'text' },
    descending: sort === 'newest',
    position: (row: StoredCase) => [byTerritory ? row.territory : row.openedOn, row.caseId],
  };
  const found = await readPage(dataSource, list, page);
  return { ...found, items: found.items.map(caseRow) };
}

/** One case, or `null`. */
export async function caseOf(dataSource: DataSource, caseId: string): Promise<CaseRow | null> {
  const [row] = await dataSource.query<StoredCase[]>(`SELECT ${caseColumns} FROM cases WHERE case_id = $1`, [caseId]);
  return row === undefined ? null : caseRow(row);
}

/** The latest case about the same subject. */
export async function previousCaseOf(dataSource: DataSource, subject: string): Promise<EarlierCase | null> {
  const [row] = await dataSource.query<EarlierCase[]>(
    `SELECT case_id AS "caseId", number, opened_on AS "openedOn", ended_on AS "endedOn", outcome FROM cases WHERE subject = $1 ORDER BY number DESC LIMIT 1`,
    [subject],
  );
  return row ?? null;
}

/** The case whose opening carried this idempotency key. */
export async function caseOpenedUnder(dataSource: DataSource, key: string): Promise<CaseId | null> {
  const [row] = await dataSource.query<{ caseId: CaseId }[]>(
    `SELECT case_id AS "caseId" FROM entries WHERE key = $1 AND sequence = 1`,
    [key],
  );
  return row?.caseId ?? null;
}

export interface StoredCase extends Omit<CaseRow, 'policy' | 'ended' | 'scope'> {
  villages: Territory[];
  units: OfficeId[];
  alsoIn: Territory[];
  policySet: string;
  policyVersion: number;
  endedOn: CivilDate | null;
  outcome: string | null;
  outcomeName: string | null;
}

export const caseColumns = `case_id AS "caseId", process, territory, subject, number, stage, stage_name AS "stageName", policy_set AS "policySet",
  policy_version AS "policyVersion", opened_on AS "openedOn", ended_on AS "endedOn", outcome, outcome_name AS "outcomeName", listed,
  villages, units, also_in AS "alsoIn",  changed_at AS "changedAt", sequence`;

export function caseRow(stored: StoredCase): CaseRow {
  const { policySet, policyVersion, endedOn, outcome, outcomeName, villages, units, alsoIn, ...row } = stored;
  const ended = endedOn === null ? null : { on: endedOn, outcome: outcome ?? '', outcomeName: outcomeName ?? '' };
  const scope = { territories: [row.territory, ...withoutAncestors(alsoIn)], villages, units };
  return { ...row, policy: { set: policySet, version: policyVersion }, ended, scope };
}

const conditionsOf = ({
  process,
  stage,
  ended,
  policy,
  listed = {},
  subject,
  caseIds,
  search,
  overdue,
  except,
  ...seen
}: CaseFilter): (Condition | undefined)[] => [
  isSeen(seen),
  when(process, (name) => ['process = ?', name]),
  when(except, (processes) => ['process <> ALL (?::text[])', processes]),
  when(stage, (name) => ['stage = ?', name]),
  when(ended, (hasEnded) => [hasEnded ? 'ended_on IS NOT NULL' : 'ended_on IS NULL']),
  when(policy, ({ set, version }) => ['policy_set = ? AND policy_version = ?', set, version]),
  when(subject, (id) => ['subject = ?', id]),
  when(caseIds, (ids) => ['case_id = ANY (?::text[])', ids]),
  when(search, isFound),
  when(overdue, ({ is, on }) => [`${is ? '' : 'NOT '}EXISTS (${overdueDeadline(on)})`]),
  ...Object.entries(listed).map(([key, value]) => isFact(key, value)),
];

function isFound({ name, places }: NonNullable<CaseFilter['search']>): Condition {
  const parts: Condition[] = [
    ...(name === undefined
      ? []
      : [
          [
            "(lower(split_part(subject, ':', 3)) >= ? AND lower(split_part(subject, ':', 3)) < ?)",
            ...prefixed(name),
          ] as const,
        ]),
    ...places.map((place): Condition => ['(territory >= ? AND territory < ?)', place, `${place}:`]),
    ...places
      .filter((place) => levelOf(place) === 'village')
      .map((place): Condition => ['(territory = ? AND villages && ARRAY[?])', townshipOf(place), place]),
  ];
  return [`(${parts.map(([sql]) => sql).join(' OR ') || 'FALSE'})`, ...parts.flatMap(([, ...values]) => values)];
}

/** All that begins with a text, as a range of the index: `~` follows every letter and digit. */
const prefixed = (text: string): [string, string] => [text.toLowerCase(), `${text.toLowerCase()}~`];

const overdueDeadline = (on: CivilDate): string =>
  `SELECT FROM deadlines d WHERE d.case_id = cases.case_id AND d.met_on IS NULL AND d.due < DATE '${on}'
     AND ${stateOn({ today: on, nearDays: 0 })} = 'overdue'`;

function isFact(key: string, value: string | number | boolean): Condition {
  const readings =
    typeof value === 'string' && /^(true|false|-?\d+(\.\d+)?)$/.test(value)
      ? [value, JSON.parse(numeral(value)) as unknown]
      : [value];
  return [
    `(${readings.map(() => 'listed @> ?::jsonb').join(' OR ')})`,
    ...readings.map((reading) => JSON.stringify({ [key]: reading })),
  ];
}

/** JSON knows no leading zeros: 007 reads as 7. */
const numeral = (text: string): string => text.replace(/^(-?)0+(?=\d)/, '$1');
