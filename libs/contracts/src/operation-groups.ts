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
import type { ProcessName } from '@duban/policy/case/case';
import { postings } from './postings';
import { subsidies } from './subsidies';
import { workBulletins } from './work-bulletins';
import { problems, projectRisks } from './problems';
import { scores } from './scores';

/** Every group of operations, in the order of the catalogue. */
export const operationGroups: readonly OperationGroup[] = [
  cycles,
  households,
  listings,
  accountabilities,
  assessments,
  scores,
  postings,
  interviews,
  duties,
  dutyBooks,
  dispatches,
  workBulletins,
  areaInterviews,
  problems,
  projectRisks,
  inspections,
  subsidies,
  contests,
];

/** `changeCapacity` → `change-capacity`: the last part of the operation's URL. */
export const routeOf = (operation: string): string =>
  operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const groupOf = (resource: string): OperationGroup | undefined =>
  operationGroups.find((group) => group.resource === resource);

/** The first group of a process has all its operations. */
export const groupOfProcess = (process: ProcessName): OperationGroup =>
  operationGroups.find((group) => group.process === process) as OperationGroup;

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
