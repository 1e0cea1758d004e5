import { divisionPath } from '@duban/contracts/divisions';
import type { CaseRow } from '@duban/persistence/cases';
import { openDeadlinesOf } from '@duban/persistence/deadlines';
import { openCasesAfter } from '@duban/persistence/recorded-cases';
import { processNames, type CaseFile } from '@duban/policy/case/case';
import { rulesOf } from '@duban/policy/manifest/processes';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import { computeDeadline } from '@duban/policy/dates/deadline';
import type { Territory } from '@duban/policy/base/office';
import type { PolicyRef } from '@duban/policy/settings/policy-set';
import type { DataSource } from 'typeorm';
import { oneByOne } from '../one-by-one';
import { type CaseFiles } from '../cases/case-files';
import { withPlaces } from '../names/in-brackets';

export interface MovedDeadline {
  caseId: string;
  processName: string;
  territoryName: string;
  deadline: string;
  what: string;
  dueBefore: CivilDate;
  dueAfter: CivilDate;
}

/** What an order to open cases would move. */
export interface PolicyPreview {
  /** Open cases looked at. */
  cases: number;
  /** The first of them, by case; `movedTotal` counts all. */
  moved: MovedDeadline[];
  movedTotal: number;
  /** Open deadlines that keep their date. */
  unchanged: number;
}

const mostShown = 500;
const together = 100;

/** Recomputes the open cases of a territory under another policy and lists the deadlines whose date would change; writes nothing. */
export async function previewOf(
  dataSource: DataSource,
  files: CaseFiles,
  territory: Territory,
  policy: PolicyRef,
): Promise<PolicyPreview> {
  const preview: PolicyPreview = { cases: 0, moved: [], movedTotal: 0, unchanged: 0 };
  for (
    let rows = await openCasesAfter(dataSource, territory, '', together);
    rows.length > 0;
    rows = await openCasesAfter(dataSource, territory, lastOf(rows), together)
  ) {
    await addBatch(preview, dataSource, files, rows, policy);
  }
  return preview;
}

async function addBatch(
  preview: PolicyPreview,
  dataSource: DataSource,
  files: CaseFiles,
  rows: readonly CaseRow[],
  policy: PolicyRef,
): Promise<void> {
  const open = await openDeadlinesOf(
    dataSource,
    rows.map(({ caseId }) => caseId),
  );
  const read = await files.read(rows.filter(({ caseId }) => open.has(caseId)));
  preview.cases += rows.length;
  await oneByOne(read, ({ row, file }) => {
    const dates = open.get(row.caseId);
    if (dates === undefined) return;
    const moved = movedIn(row, file, dates, policy);
    preview.movedTotal += moved.length;
    preview.unchanged += dates.size - moved.length;
    preview.moved.push(...moved.slice(0, mostShown - preview.moved.length));
  });
}

function movedIn(
  row: CaseRow,
  file: CaseFile,
  dates: ReadonlyMap<string, CivilDate>,
  policy: PolicyRef,
): MovedDeadline[] {
  const specs = rulesOf(row.process).view({ ...file, policy }).deadlines;
  return specs.flatMap((spec) => {
    const dueBefore = dates.get(spec.id);
    if (dueBefore === undefined) return [];
    const { due: dueAfter, what } = computeDeadline(spec, file.calendar);
    if (dueAfter === dueBefore) return [];
    const names = { processName: processNames[row.process], territoryName: divisionPath(row.territory) };
    return [{ caseId: row.caseId, ...names, deadline: spec.id, what: withPlaces(what), dueBefore, dueAfter }];
  });
}

const lastOf = (rows: readonly CaseRow[]): string => rows.at(-1)?.caseId ?? '';
