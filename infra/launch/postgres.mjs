import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ofAnother, startGuarded } from './children.mjs';
import { claimPort } from './ports.mjs';
import { endLeftBehind } from './processes.mjs';
import { say, Trouble } from './say.mjs';
import { forgetStaleLock } from './stale-lock.mjs';

const server = fileURLToPath(new URL('./postgres-server.mjs', import.meta.url));

/** Where what the database said last before it ended is written. */
export const postgresLog = (folder) => join(folder, 'logs', 'postgres.log');

/** The ledger's PostgreSQL: the one of DATABASE_URL, or our own under the data folder. */
export async function startPostgres({ folder, port, setting = 'DUBAN_POSTGRES_PORT' }) {
  if (process.env.DATABASE_URL && setting === 'DUBAN_POSTGRES_PORT') {
    say('台账数据库：使用 DATABASE_URL');
    return { url: process.env.DATABASE_URL, ...ofAnother };
  }
  const data = join(folder, 'postgres');
  await endLeftBehind('台账数据库', (command) => command.includes(`/postgres -D ${data} `));
  await claimPort(port, '台账数据库', setting);
  mkdirSync(join(folder, 'logs'), { recursive: true });
  forgetStaleLock(data);
  const guarded = startGuarded([server, data, String(port)], { stdio: ['pipe', 'pipe', 'pipe'] });
  await untilReady(guarded, postgresLog(folder));
  return { url: `postgresql://duban:duban@127.0.0.1:${port}/duban`, ...guarded };
}

async function untilReady({ child, exited }, log) {
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += chunk;
    appendFileSync(log, chunk);
  });
  const isReady = new Promise((resolve) =>
    child.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve(true)),
  );
  if (!(await Promise.race([isReady, exited.then(() => false)])))
    throw new Trouble(`台账数据库没有启动起来：\n${words.trim()}`);
}
