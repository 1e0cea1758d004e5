import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

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

/** Times every request by its route, never by its address: case ids do not become labels. */
export function timeRequests(request: Request, response: Response, next: NextFunction): void {
  const end = requests.startTimer({ method: request.method });
  response.once('finish', () => {
    const route = (request.route as { path?: string } | undefined)?.path ?? 'unknown';
    end({ route, status: response.statusCode });
  });
  next();
}
