import { failingActivitiesPath } from '@duban/contracts/failing-activity';
import { readinessOf, type Parts } from '@duban/platform/readiness';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { FailingActivities } from './failing-activities';

export interface Health {
  port: number;
  metricsPort: number;
  /** What must be there for cases to go on. */
  parts: Parts;
  failing: FailingActivities;
}

/** `GET /healthz`, `/readyz`, `/failing-activities` and `/metrics` (the engine SDK's own figures) of the worker. */
export function serveHealth({ port, metricsPort, parts, failing }: Health): Server {
  const answers: Record<string, (response: ServerResponse) => Promise<unknown>> = {
    '/healthz': async (response) => json(response, 200, { worker: 'up' }),
    '/readyz': async (response) => {
      const { isReady, words } = await readinessOf(parts);
      json(response, isReady ? 200 : 503, words);
    },
    [failingActivitiesPath]: async (response) => json(response, 200, failing.list()),
    '/metrics': async (response) => {
      const text = await relayedMetrics(metricsPort);
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text);
    },
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) json(response, 404, { worker: 'no such address' });
    else answer(response).catch(() => response.writeHead(503).end());
  });
  return server.listen(port, '127.0.0.1');
}

const json = (response: ServerResponse, status: number, body: unknown): unknown =>
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));

async function relayedMetrics(port: number): Promise<string> {
  const sdk = await fetch(`http://127.0.0.1:${port}/metrics`);
  const memory = process.memoryUsage();
  return `${await sdk.text()}\n# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes ${memory.rss}\n`;
}
