import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './children.mjs';
import { startEngine } from './engine.mjs';
import { keepRunning } from './keep-running.mjs';
import { ensureKey } from './keys.mjs';
import { root } from './places.mjs';
import { postgresLog, startPostgres } from './postgres.mjs';
import { endLeftBehind } from './processes.mjs';
import { say, Trouble } from './say.mjs';

/** How long a part may need on a busy machine until it says that it is ready. */
const readyWithinMs = 180_000;

const programs = [
  { what: '流程工作进程', app: 'worker', name: 'main' },
  { what: '接口服务', app: 'api', name: 'main' },
  { what: '推演服务', app: 'cli', name: 'serve-rehearsals' },
];
const scriptOf = ({ app, name }) => join(root, 'apps', app, 'dist', `${name}.js`);

/**
 * The whole system on one machine, every part of it kept running. `running` is filled as parts start, so that whoever stops knows
 * how far it came.
 */
export async function startSystem({ dataDir, ports, running, prepare, isStopping = () => false }) {
  const keep = async (what, options) => {
    const part = await keepRunning({ what, ...options });
    running.push([what, part]);
    return part.current;
  };
  say('启动台账数据库');
  const { url } = await keep('台账数据库', {
    start: () => startPostgres({ folder: dataDir, port: ports.postgres }),
    log: postgresLog(dataDir),
  });
  say('启动流程引擎');
  const folder = join(dataDir, 'engine');
  const { address } = await keep('流程引擎', {
    start: () => startEngine({ folder, port: ports.engine }),
    log: join(folder, 'engine.log'),
  });
  const env = environmentOf(dataDir, ports, url, address);
  await prepare(env);
  say('启动流程工作进程、接口服务与推演服务');
  for (const program of programs) await keep(program.what, kept(program, dataDir, env));
  await untilReady(`http://127.0.0.1:${ports.worker}/readyz`, '流程工作进程', isStopping);
  await untilReady(`http://127.0.0.1:${ports.api}/readyz`, '接口服务', isStopping);
  return { env, address };
}

/** Ends the programs of a launcher that was killed together with its guards; database and engine look for their own when they start. */
export async function endFormerPrograms(dataDir) {
  for (const program of programs)
    await endLeftBehind(program.what, (command) => command.includes(`${scriptOf(program)} ${dataDir} `));
}

/** The folder stands in the command, so that the program can be told from those of other folders. */
function kept(program, dataDir, env) {
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const log = join(dataDir, 'logs', `${program.name === 'main' ? program.app : program.name}.log`);
  const output = openSync(log, 'a');
  return { log, start: async () => startChild(process.execPath, [scriptOf(program), dataDir], { env, output }) };
}

const environmentOf = (dataDir, ports, databaseUrl, temporalAddress) => ({
  ...process.env,
  TZ: 'Asia/Shanghai',
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: temporalAddress,
  TEMPORAL_NAMESPACE: process.env.TEMPORAL_NAMESPACE ?? 'duban',
  DUBAN_SCHEMA: process.env.DUBAN_SCHEMA ?? 'duban',
  DUBAN_API_PORT: String(ports.api),
  DUBAN_WORKER_PORT: String(ports.worker),
  DUBAN_DEV_ISSUER: process.env.DUBAN_DEV_ISSUER ?? 'on',
  DUBAN_KEY_FILE: process.env.DUBAN_KEY_FILE ?? ensureKey(join(dataDir, 'keys', 'payload.key')),
});

async function untilReady(url, what, isStopping) {
  const patience = Date.now() + readyWithinMs;
  let words = '';
  while (Date.now() < patience && !isStopping()) {
    try {
      const answer = await fetch(url);
      if (answer.ok) return;
      words = await answer.text();
    } catch (error) {
      words = String(error.cause?.code ?? error.message);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Trouble(`${what}没有准备好：${words}`);
}
