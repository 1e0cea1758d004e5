import { failingActivitiesPath, type FailingActivity } from '@duban/contracts/failing-activity';

export const WORKER_URL = Symbol('where the worker tells how it is');

const withinMs = 2_000;

/** Is the worker running? */
export async function isWorkerReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(withinMs) });
  return answer.ok;
}

/** What the worker is trying again. */
export async function failingAt(url: string): Promise<FailingActivity[]> {
  const answer = await fetch(`${url}${failingActivitiesPath}`, { signal: AbortSignal.timeout(withinMs) });
  if (!answer.ok) throw new Error(`200 expected of the worker, got ${answer.status}`);
  return (await answer.json()) as FailingActivity[];
}
