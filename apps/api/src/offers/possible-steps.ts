import { casesOf } from '@duban/persistence/cases';
import type { DeadlineRow } from '@duban/persistence/deadlines';
import type { HolidayCalendar } from '@duban/policy/dates/calendar';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CaseFiles } from '../cases/case-files';
import { noStep, stepsOf, stepWith, type MetDeadline, type NextStep } from '../deadlines/next-act';
import { oneByOne } from '../one-by-one';
import { groupOfProcess } from '@duban/contracts/operation-groups';
import { offerOf, type Situation } from './offered-acts';

/** For each deadline of a page, in order, the step the caller can take next; whether it can be taken now is asked of the case's rebuilt file. */
export async function possibleSteps(
  dataSource: DataSource,
  calendar: HolidayCalendar,
  rows: readonly DeadlineRow[],
  { caller, today }: { caller: Caller; today: CivilDate },
): Promise<NextStep[]> {
  const ownIds = [...new Set(rows.filter((row) => stepsOf(row, caller).length > 0).map(({ caseId }) => caseId))];
  if (ownIds.length === 0) return rows.map(() => noStep);
  const cases = (await casesOf(dataSource, { caseIds: ownIds }, { limit: ownIds.length })).items;
  const read = await (await CaseFiles.of(dataSource, calendar)).read(cases);
  const situations = new Map(read.map(({ row, file }): [string, Situation] => [row.caseId, { file, caller, today }]));
  return oneByOne(rows, (row) => possibleStepOf(row, caller, situations.get(row.caseId)));
}

/** The first step that is possible today; where none is, the first that will be, and what it waits for. */
export function possibleStepOf(row: MetDeadline, caller: Caller, situation: Situation | undefined): NextStep {
  const group = groupOfProcess(row.process);
  const steps =
    situation === undefined
      ? []
      : stepsOf(row, caller).map((step) => ({ ...step, offer: offerOf(group, step.name, situation) }));
  const next =
    steps.find(({ offer }) => offer.isOffered && offer.hint === null) ??
    steps.find(({ offer }) => offer.isOffered) ??
    steps[0];
  return stepWith(next, next?.offer.reason ?? null);
}
