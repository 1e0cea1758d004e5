import { tellCase, workflowTypes, type ActRequest, type CaseStart } from '@duban/contracts/case-workflow';
import { parseCaseId } from '@duban/policy/case/case-id';
import { searchAttributes } from '@duban/platform/temporal';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';

/** How one case reaches another. Every delivery is idempotent: fixed ids for starts, keys for messages. */
export interface Messenger {
  start(start: CaseStart): Promise<void>;
  tell(caseId: string, request: ActRequest): Promise<void>;
}

const processKey = defineSearchAttributeKey(searchAttributes.process, SearchAttributeType.KEYWORD);
const territoryKey = defineSearchAttributeKey(searchAttributes.territory, SearchAttributeType.KEYWORD);

/** How every case is started, by a messenger or by the api. */
export const startOptions = (start: CaseStart, taskQueue: string) => ({
  workflowId: start.caseId,
  taskQueue,
  args: [start] as [CaseStart],
  // Only an opening that was refused, and so failed, may be tried again under its id.
  workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
  typedSearchAttributes: new TypedSearchAttributes([
    { key: processKey, value: start.process },
    { key: territoryKey, value: parseCaseId(start.caseId)?.territory ?? '' },
  ]),
});

/** The messenger of live operation. */
export function liveMessenger(client: Client, taskQueue: string): Messenger {
  return {
    async start(start) {
      try {
        await client.workflow.start(workflowTypes[start.process], startOptions(start, taskQueue));
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
    async tell(caseId, request) {
      try {
        await client.workflow.getHandle(caseId).signal(tellCase, request);
      } catch (error) {
        // An ended case takes no more messages: nothing is owed to it.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
  };
}
