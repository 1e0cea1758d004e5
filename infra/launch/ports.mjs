import { createServer, connect } from 'node:net';
import { Trouble } from './say.mjs';

/**
 * A free port of this machine, below the range from which the system takes ports for outgoing connections: a port of that range could be
 * given to any such connection (even to one that waits for this port to answer) before the server listens on it.
 */
export async function freePort() {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 20_000);
    if (await canListen(port)) return port;
  }
}

const canListen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A former self that is just ending gives its port free within this time. */
const claimWithinMs = 5_000;

/** Waits until a port is free; refuses one that stays in use, and names the setting that changes it. */
export async function claimPort(port, what, setting) {
  if (await untilFree(port, claimWithinMs)) return port;
  throw new Trouble(
    `端口 ${port} 已被占用，${what}无法启动。请停掉占用它的程序，或用环境变量 ${setting} 换一个端口，例如：${setting}=${port + 100} npm start`,
  );
}

/** Waits until nobody holds the port; false when somebody still does at the end. */
export async function untilFree(port, withinMs) {
  const patience = Date.now() + withinMs;
  for (;;) {
    if (!(await answers('127.0.0.1', port, 500)) && (await canListen(port))) return true;
    if (Date.now() > patience) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Does a server accept connections there? (Without one, TCP may connect the socket to itself when its own port is that port; this does
 * not count.)
 */
export const answers = (host, port, withinMs) =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(withinMs, () => done(false));
    socket.once('connect', () => done(socket.localPort !== port));
    socket.once('error', () => done(false));
  });

/** Waits until somebody accepts connections there; `alive` may end the wait early with false. */
export async function untilAnswers(host, port, withinMs, alive = () => true) {
  const patience = Date.now() + withinMs;
  while (Date.now() < patience) {
    if (!alive()) return false;
    if (await answers(host, port, 500)) return true;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return false;
}
