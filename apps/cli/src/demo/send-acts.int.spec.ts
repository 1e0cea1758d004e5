import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { act } from './demo-act';
import { sendActs } from './send-acts';

const patience = { awayMs: 10_000, notYetMs: 1_000, pauseMs: 20 };
const lead = act('2030-03-01', 'party-committee:140423100', 'households.report', { householdId: 'H1' });
const address = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

interface Sent {
  key: string;
  body: string;
}

/** An api that has trouble before it takes an act: each trouble is a status, or a connection that breaks. */
async function troubledApi(troubles: (number | 'breaks')[]): Promise<{ server: Server; sent: Sent[] }> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (request.url?.endsWith('/dev/tokens')) return response.end(JSON.stringify({ token: 'token' }));
      sent.push({ key: String(request.headers['idempotency-key']), body });
      const trouble = troubles.shift();
      if (trouble === 'breaks') return request.socket.destroy();
      if (trouble === undefined)
        return response.writeHead(201).end(JSON.stringify({ caseId: 'household:140423100:H1:1' }));
      return response
        .writeHead(trouble, { 'retry-after': '0' })
        .end(JSON.stringify({ detail: '请稍后用同一内容重新提交' }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, sent };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

it('sends the same content under the same key until it is taken', async () => {
  const { server, sent } = await troubledApi([503, 'breaks', 429, 502]);
  const told: string[] = [];
  await sendActs(address(server), 'story', [[lead]], { patience, tell: (line) => told.push(line) });
  server.close();
  expect(sent).toHaveLength(5);
  expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(sent[0]?.key).toBe('story-0-0');
  expect(told).toEqual([expect.stringContaining('503 请稍后用同一内容重新提交')]);
});

it('waits for an api that is being started', async () => {
  const { server, sent } = await troubledApi([]);
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const sending = sendActs(`http://127.0.0.1:${port}`, 'story', [[lead]], { patience });
  await new Promise((resolve) => setTimeout(resolve, 100));
  server.listen(port, '127.0.0.1');
  await sending;
  server.close();
  expect(sent).toHaveLength(1);
});
