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
import { z } from 'zod';
import { office, type Operation, type OperationGroup } from './operation';
import { postings } from './postings';
import { subsidies } from './subsidies';
import { workBulletins } from './work-bulletins';
import { problems, projectRisks } from './problems';
import { scores } from './scores';

/** What offices can do to a case of any process. */
export const commonOperations = {
  redeliver: {
    clause: 'C-3.7',
    summary: '补送未送达的通知',
    by: [office('stationing-office'), office('leading-group-office')],
    body: z.strictObject({}),
  },
} as const satisfies Record<string, Operation>;

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
].map((group) => ({ ...group, operations: { ...group.operations, ...commonOperations } }));

/** `changeCapacity` → `change-capacity`: the last part of the operation's URL. */
export const routeOf = (operation: string): string =>
  operation.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const groupOf = (resource: string): OperationGroup | undefined =>
  operationGroups.find((group) => group.resource === resource);

/** The operation a URL's last part names, with its name. */
export function operationAt(
  group: OperationGroup,
  route: string,
): { name: string; operation: OperationGroup['operations'][string] } | undefined {
  const found = Object.entries(group.operations).find(([name]) => routeOf(name) === route);
  return found && { name: found[0], operation: found[1] };
}
