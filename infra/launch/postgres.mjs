import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say, Trouble } from './say.mjs';
import { claimPort } from './ports.mjs';

const server = fileURLToPath(new URL('./postgres-server.mjs', import.meta.url));

/** The ledger's PostgreSQL: the one of DATABASE_URL, or our own under the data folder. */
export async function startPostgres({ folder, port, setting = 'DUBAN_POSTGRES_PORT' }) {
  if (process.env.DATABASE_URL && setting === 'DUBAN_POSTGRES_PORT') {
    say('台账数据库：使用 DATABASE_URL');
    return { url: process.env.DATABASE_URL, isAlive: () => true, stop: async () => undefined };
  }
  await claimPort(port, '台账数据库', setting);
  mkdirSync(folder, { recursive: true });
  const child = spawn(process.execPath, [server, join(folder, 'postgres'), String(port)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  let hasExited = false;
  const exited = new Promise((resolve) => child.once('exit', () => resolve((hasExited = true))));
  await untilReady(child);
  return {
    url: `postgresql://duban:duban@127.0.0.1:${port}/duban`,
    isAlive: () => !hasExited,
    async stop() {
      if (hasExited) return;
      child.stdin.end();
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function untilReady(child) {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr.on('data', (chunk) => (words += chunk));
    child.stdout.on('data', (chunk) => {
      if (String(chunk).includes('ready')) resolve();
    });
    child.once('exit', () => reject(new Trouble(`台账数据库没有启动起来：\n${words.trim()}`)));
  });
}
