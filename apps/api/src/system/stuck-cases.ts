import type { StuckCase } from '@duban/contracts/answers/system';
import type { Instant } from '@duban/policy/dates/civil-date';
import { processNames } from '@duban/policy/case/case';
import { parseCaseId } from '@duban/policy/case/case-id';
import type { Client } from '@temporalio/client';
import { asked, instantOf } from './engine-watch';

/** The engine marks a case whose task has failed several times in a row, and takes the mark away when one succeeds. */
const mark = 'TemporalReportedProblems';
const query = `ExecutionStatus = 'Running' AND ${mark} IS NOT NULL`;

const shownAtMost = 200;
/** Each asks the engine once. */
const describedAtMost = 50;

/** How many cases cannot go on. */
export async function countStuck(client: Client): Promise<number> {
  const request = { namespace: client.options.namespace, query };
  const { count } = await asked(client, () => client.workflowService.countWorkflowExecutions(request));
  return Number(count ?? 0);
}

/** The cases that cannot go on, by name. */
export async function stuckCases(client: Client): Promise<{ count: number; items: StuckCase[] }> {
  const request = { namespace: client.options.namespace, query, pageSize: shownAtMost };
  const [count, { executions }] = await Promise.all([
    countStuck(client),
    asked(client, () => client.workflowService.listWorkflowExecutions(request)),
  ]);
  const found = (executions ?? []).map(({ execution, searchAttributes }) => ({
    caseId: execution?.workflowId ?? '',
    problems: Buffer.from(searchAttributes?.indexedFields?.[mark]?.data ?? []).toString(),
  }));
  const items = found.map(async ({ caseId, problems }, index): Promise<StuckCase> => {
    const process = parseCaseId(caseId)?.process;
    const waiting = index < describedAtMost ? await taskOf(client, caseId) : unknown;
    return {
      caseId,
      processName: process === undefined ? null : processNames[process],
      reason: reasonOf(problems),
      ...waiting,
    };
  });
  return { count, items: await Promise.all(items) };
}

const unknown: { attempt: number | null; since: Instant | null } = { attempt: null, since: null };

async function taskOf(client: Client, caseId: string): Promise<typeof unknown> {
  try {
    const { raw } = await asked(client, () => client.workflow.getHandle(caseId).describe());
    const { attempt, originalScheduledTime } = raw.pendingWorkflowTask ?? {};
    return { attempt: attempt ?? null, since: instantOf(originalScheduledTime) };
  } catch {
    return unknown;
  }
}

/** What the engine says, in plain words; its own words are for the log. */
export function reasonOf(problems: string): string {
  if (/NonDeterministic/i.test(problems)) return '程序版本与本案以前的办理记录不一致，无法接着办理';
  if (/TimedOut|Timeout/i.test(problems)) return '办理一步超过时限，多次未能完成';
  if (/Limit|Size|TooLarge/i.test(problems)) return '本案内容超过流程引擎的容量';
  return '办理程序处理本案时出错，多次未能完成';
}
