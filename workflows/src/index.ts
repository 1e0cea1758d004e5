import { processOfType, type CarriedCase, type CaseStart } from '@duban/contracts/case-workflow';
import { rulesOf } from '@duban/policy/manifest/processes';
import { ApplicationFailure, workflowInfo } from '@temporalio/workflow';
import { runCase } from './case/run-case';

/** Every workflow there is: the engine names the process, the manifest has its rules, and all cases run the same story. */
export default function anyCase(input: CaseStart | CarriedCase): Promise<string> {
  const { workflowType } = workflowInfo();
  const process = processOfType(workflowType);
  if (process === undefined) throw ApplicationFailure.nonRetryable(`no process runs as ${workflowType}`);
  return runCase(rulesOf(process), input);
}
