import type { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { searchAttributes } from './temporal';

const keyword = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
const alreadyExists = 6;

/** Registers the namespace with its search attributes, and waits until both can be used. Repeatable. */
export async function ensureNamespace(connection: Connection, namespace: string, retentionDays: number): Promise<void> {
  await ignoring([alreadyExists], () =>
    connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: (retentionDays * 86_400) as never },
    }),
  );
  await untilUsable(async () => {
    const wanted = Object.values(searchAttributes);
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = wanted.filter((name) => customAttributes?.[name] === undefined);
    if (missing.length === 0) return;
    await ignoring([alreadyExists], () =>
      connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(missing.map((name) => [name, keyword])),
      }),
    );
    throw new Error('search attributes were just added');
  });
  await untilUsable(async () => {
    await connection.workflowService.countWorkflowExecutions({
      namespace,
      query: `${searchAttributes.process} = 'probe' AND ${searchAttributes.territory} = 'probe'`,
    });
  });
}

async function ignoring(codes: readonly number[], ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!codes.includes((error as { code?: number }).code ?? -1)) throw error;
  }
}

async function untilUsable(ask: () => Promise<void>): Promise<void> {
  const patience = Date.now() + 60_000;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
