import { freePort } from '@duban/platform/free-port';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  claimPort,
  endFamily,
  endLeftBehind,
  familyOf,
  forgetStaleLock,
  runningProcesses,
  startChild,
} from './launch-modules';
import { isAlive, sleeping, until } from './watching';

jest.setTimeout(60_000);
const node = process.execPath;
const listening = (port: number): string =>
  `require('node:net').createServer().listen(${port}, '127.0.0.1'); process.on('SIGTERM', () => process.exit(0));`;
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

describe('a child and what it guards', () => {
  it.each(['guard', 'all'] as const)(
    'is gone, its port free, when it is said to have ended: %s killed',
    async (who) => {
      const port = await freePort();
      const part = startChild(node, ['-e', listening(port)], { output: 'ignore' });
      await until(() => answers(port));
      if (who === 'all') part.kill();
      else process.kill(part.child.pid, 'SIGKILL');
      await part.exited;
      expect({ isAlive: part.isAlive(), left: familyOf(part.child.pid), answers: await answers(port) }).toEqual({
        isAlive: false,
        left: [],
        answers: false,
      });
    },
  );

  it('is stopped when it is asked to', async () => {
    const port = await freePort();
    const part = startChild(node, ['-e', listening(port)], { output: 'ignore' });
    await until(() => answers(port));
    await part.stop();
    expect(await part.exited).toBe(0);
    expect(await answers(port)).toBe(false);
  });
});

describe('a port', () => {
  it('is waited for while its former holder ends', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    setTimeout(() => server.close(), 700);
    expect(await claimPort(port, '流程引擎', 'DUBAN_ENGINE_PORT')).toBe(port);
  });

  it('of somebody else is refused in plain words', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    await expect(claimPort(port, '流程引擎', 'DUBAN_ENGINE_PORT')).rejects.toThrow(
      `端口 ${port} 已被占用，流程引擎无法启动。请停掉占用它的程序，或用环境变量 DUBAN_ENGINE_PORT 换一个端口`,
    );
    server.close();
  });
});

describe('what a killed launcher left behind', () => {
  const mark = `duban-left-behind-${process.pid}`;
  const isOurs = (command: string): boolean => command.includes(mark);

  it('is ended before its place is taken', async () => {
    const { pid = 0 } = spawn(node, ['-e', sleeping, mark], { detached: true, stdio: 'ignore' });
    await until(() => isAlive(pid));
    await endLeftBehind('流程引擎', isOurs);
    expect(isAlive(pid)).toBe(false);
  });

  it('is told from what a running launcher guards', async () => {
    const part = startChild(node, ['-e', sleeping, mark], { output: 'ignore' });
    await until(() => familyOf(part.child.pid).length === 2);
    await endLeftBehind('流程引擎', isOurs);
    expect(part.isAlive()).toBe(true);
    await endFamily(part.child.pid);
    await part.exited;
  });
});

describe('the lock of a killed PostgreSQL', () => {
  const data = mkdtempSync(join(tmpdir(), 'duban-lock-'));
  const lock = join(data, 'postmaster.pid');
  afterAll(() => rmSync(data, { recursive: true }));

  it.each([
    ['is forgotten when its number belongs to another program', process.pid, '', false],
    ['is forgotten when nobody has its number', 4_194_304, '', false],
    ['stays while a database of this folder has it', undefined, data, true],
  ])('%s', async (_, holder, argument, isKept) => {
    mkdirSync(data, { recursive: true });
    const child = spawn(node, ['-e', sleeping, argument], { stdio: 'ignore' });
    await until(() =>
      runningProcesses().some(({ pid, command }) => pid === child.pid && command.includes('setInterval')),
    );
    writeFileSync(lock, `${holder ?? child.pid}\n${data}\n`);
    forgetStaleLock(data);
    child.kill('SIGKILL');
    expect(existsSync(lock)).toBe(isKept);
  });
});
