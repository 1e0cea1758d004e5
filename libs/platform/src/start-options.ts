import type { CaseStart } from '@duban/contracts/case-workflow';
import { parseCaseId } from '@duban/policy/case/case-id';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import { searchAttributes } from './temporal';

const processKey = defineSearchAttributeKey(searchAttributes.process, SearchAttributeType.KEYWORD);
const territoryKey = defineSearchAttributeKey(searchAttributes.territory, SearchAttributeType.KEYWORD);

/** How every case is started, by another case or by the api. */
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
