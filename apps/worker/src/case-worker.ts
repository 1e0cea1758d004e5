import type { CaseActivities } from '@duban/contracts/case-workflow';
import { dataConverterOf } from '@duban/platform/temporal';
import type { CaseSinks } from '@duban/workflows/case/case-run';
import { Worker, type InjectedSinks, type NativeConnection } from '@temporalio/worker';
import { bundlePath } from './bundle-path';
import type { FailingActivities } from './failing-activities';

export interface CaseWorkerOptions {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  activities: CaseActivities;
  key: Buffer;
  cachedWorkflows: number;
  /** Notes what has to be tried again. */
  failing?: FailingActivities;
  /** Hears of every turn of every case; a rehearsal listens, live operation does not. */
  onTurn?: (caseId: string, turn: Parameters<CaseSinks['simulation']['turned']>[0]) => void;
}

/** A worker that runs all cases with the prebuilt bundle. */
export function createCaseWorker(options: CaseWorkerOptions): Promise<Worker> {
  const sinks: InjectedSinks<CaseSinks> = {
    simulation: {
      turned: { fn: ({ workflowId }, turn) => options.onTurn?.(workflowId, turn), callDuringReplay: false },
    },
  };
  return Worker.create({
    connection: options.connection,
    namespace: options.namespace,
    taskQueue: options.taskQueue,
    workflowBundle: { codePath: bundlePath },
    activities: options.activities,
    dataConverter: dataConverterOf(options.key),
    sinks,
    ...(options.failing === undefined ? {} : { interceptors: { activity: [options.failing.interceptor] } }),
    maxCachedWorkflows: options.cachedWorkflows,
    maxConcurrentLocalActivityExecutions: 20,
    maxConcurrentActivityTaskExecutions: 20,
    shutdownGraceTime: '10s',
  });
}
