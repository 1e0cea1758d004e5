import { accountabilities } from './accountabilities';
import { areaInterviews } from './area-interviews';
import { assessments } from './assessments';
import { contests } from './contests';
import { cycles } from './cycles';
import { dispatches } from './dispatches';
import { duties, dutyBooks } from './duties';
import { households } from './households';
import { inspections } from './inspections';
import { interviews } from './interviews';
import { listings } from './listings';
import type { Operation, OperationGroup } from './operation';
import type { ProcessName } from '@duban/policy/case/process-list';
import { postings } from './postings';
import { subsidies } from './subsidies';
import { workBulletins } from './work-bulletins';
import { problems, projectRisks } from './problems';
import { scores } from './scores';

/** All that offices can do to each process, in the order of the catalogue. */
const groupsByProcess = {
  'supervision-cycle': cycles,
  'household-monitoring': households,
  'county-listing': listings,
  accountability: accountabilities,
  'monthly-assessment': assessments,
  'township-scores': scores,
  'cadre-posting': postings,
  interview: interviews,
  'duty-sheet': duties,
  'duty-book': dutyBooks,
  dispatch: dispatches,
  'work-bulletin': workBulletins,
  'area-interview': areaInterviews,
  problem: problems,
  inspection: inspections,
  'subsidy-campaign': subsidies,
  contest: contests,
} as const satisfies Record<ProcessName, OperationGroup>;

/** Further ways to begin cases of a process, under resources of their own. */
const furtherOpenings: readonly OperationGroup[] = [projectRisks];

/** Every group of operations: those of each process, then its further openings. */
export const operationGroups: readonly OperationGroup[] = Object.values(groupsByProcess).flatMap((group) => [
  group,
  ...furtherOpenings.filter(({ process }) => process === group.process),
]);

/** `changeCapacity` → `change-capacity`: the last part of the operation's URL. */
export const routeOf = (operation: string): string =>
  operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const groupOf = (resource: string): OperationGroup | undefined =>
  operationGroups.find((group) => group.resource === resource);

/** All that offices can do to a process. */
export const groupOfProcess = (process: ProcessName): OperationGroup => groupsByProcess[process];

/** `verification#2@2026-11-20` → `verification`: what a deadline is about; the rest tells it from others of its kind. */
export const deadlineKind = (id: string): string => /^[^:#@]*/.exec(id)?.[0] ?? id;

/** The operations that meet a deadline, in the order of their rows. */
export const operationsMeeting = (process: ProcessName, deadlineId: string): { name: string; operation: Operation }[] =>
  Object.entries(groupOfProcess(process).operations)
    .filter(([, { meets }]) => meets.includes(deadlineKind(deadlineId)))
    .map(([name, operation]) => ({ name, operation }));

/** The operation a URL's last part names, with its name. */
export function operationAt(group: OperationGroup, route: string): { name: string; operation: Operation } | undefined {
  const found = Object.entries(group.operations).find(([name]) => routeOf(name) === route);
  return found && { name: found[0], operation: found[1] };
}
