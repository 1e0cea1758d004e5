import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The api's own figures, in Prometheus' form. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
  name: 'duban_http_request_seconds',
  help: 'Requests by route and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  registers: [registry],
});

const setAsideEver = new Counter({
  name: 'duban_set_aside_writes_total',
  help: 'Writes, messages and questions refused for their content and set aside, ever',
  registers: [registry],
});
const setAsideOpen = new Gauge({
  name: 'duban_set_aside_writes_open',
  help: 'Those of them that nobody has put right yet',
  registers: [registry],
});

/** The ledger counts them; a counter of its own would begin at zero with each process. */
export function countSetAside({ ever, open }: { ever: number; open: number }): void {
  setAsideEver.reset();
  setAsideEver.inc(ever);
  setAsideOpen.set(open);
}

const stuck = new Gauge({
  name: 'duban_stuck_cases',
  help: 'Cases that cannot go on: their workflow task fails each time it is tried',
  registers: [registry],
});

export const countStuckCases = (count: number): void => stuck.set(count);

/** Times every request by its route, never by its address: case ids do not become labels. */
export function timeRequests(request: Request, response: Response, next: NextFunction): void {
  const end = requests.startTimer({ method: request.method });
  response.once('finish', () => {
    const route = (request.route as { path?: string } | undefined)?.path ?? 'unknown';
    end({ route, status: response.statusCode });
  });
  next();
}
