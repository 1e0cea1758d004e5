import { tellCase, workflowTypeOf, type ActRequest, type CaseStart } from '@duban/contracts/case-workflow';
import { startOptions } from '@duban/platform/start-options';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';

/** How one case reaches another. Every delivery is idempotent: fixed ids for starts, keys for messages. */
export interface Messenger {
  start(start: CaseStart): Promise<void>;
  tell(caseId: string, request: ActRequest): Promise<void>;
}

/** The messenger of live operation. */
export function liveMessenger(client: Client, taskQueue: string): Messenger {
  return {
    async start(start) {
      try {
        await client.workflow.start(workflowTypeOf(start.process), startOptions(start, taskQueue));
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
    async tell(caseId, request) {
      try {
        await client.workflow.getHandle(caseId).signal(tellCase, request);
      } catch (error) {
        // The case has ended: a message to it would change nothing any more.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    },
  };
}
