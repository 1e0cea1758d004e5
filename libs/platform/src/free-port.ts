import { once } from 'node:events';
import { createServer } from 'node:net';

const first = 12_000;
const count = 20_000;

/**
 * A port of this machine nobody listens on, below those the system gives to outgoing connections: one of those could be taken, even
 * by somebody who waits for this very port to answer, before it is listened on.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}
