import { createServer, connect } from 'node:net';
import { Trouble } from './say.mjs';

/** A port of this machine nobody listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Refuses a port in use, and names the setting that changes it. */
export async function claimPort(port, what, setting) {
  if (await answers('127.0.0.1', port, 500)) {
    throw new Trouble(
      `端口 ${port} 已被占用，${what}无法启动。请停掉占用它的程序，或用环境变量 ${setting} 换一个端口，例如：${setting}=${port + 100} npm start`,
    );
  }
  return port;
}

/** Does anybody accept connections there? */
export const answers = (host, port, withinMs) =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(withinMs, () => done(false));
    socket.once('connect', () => done(true));
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
