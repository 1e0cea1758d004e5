import { failingActivitiesPath } from '@duban/contracts/failing-activity';
import { createServer, type Server } from 'node:http';
import type { FailingActivities } from './failing-activities';

/** `GET /healthz`, `/readyz`, `/failing-activities` and `/metrics` (the engine SDK's own figures) of the worker. */
export function serveHealth(
  port: number,
  isReady: () => boolean,
  metricsPort: number,
  failing: FailingActivities,
): Server {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') {
      void relayMetrics(metricsPort).then(
        (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text),
        () => response.writeHead(503).end(),
      );
      return;
    }
    if (request.url === failingActivitiesPath) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(failing.list()));
      return;
    }
    const ready = request.url === '/healthz' || (request.url === '/readyz' && isReady());
    const known = request.url === '/healthz' || request.url === '/readyz';
    response
      .writeHead(known ? (ready ? 200 : 503) : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify({ worker: ready ? 'ready' : 'not ready' }));
  });
  return server.listen(port, '127.0.0.1');
}

async function relayMetrics(port: number): Promise<string> {
  const sdk = await fetch(`http://127.0.0.1:${port}/metrics`);
  const memory = process.memoryUsage();
  return `${await sdk.text()}\n# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes ${memory.rss}\n`;
}
