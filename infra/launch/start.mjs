import { mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { run, startChild } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { startEngine } from './engine.mjs';
import { ensureKey } from './keys.mjs';
import { dataDir, root } from './places.mjs';
import { claimPort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { giveUp, say, Trouble } from './say.mjs';

const ports = {
  api: Number(process.env.DUBAN_API_PORT ?? 3000),
  worker: Number(process.env.DUBAN_WORKER_PORT ?? 3001),
  engine: Number(process.env.DUBAN_ENGINE_PORT ?? 7233),
  postgres: Number(process.env.DUBAN_POSTGRES_PORT ?? 55432),
};

/** What runs, in the order of starting; stopped the other way round. */
const running = [];
let stopping = false;

async function main() {
  const isFresh = process.argv.includes('--fresh');
  await ensureDependencies();
  await build();
  for (const [name, setting] of [
    ['api', 'DUBAN_API_PORT'],
    ['worker', 'DUBAN_WORKER_PORT'],
  ])
    await claimPort(ports[name], name === 'api' ? '接口服务' : '流程工作进程', setting);
  if (isFresh) {
    say('按 --fresh 清空原有数据');
    rmSync(dataDir, { recursive: true, force: true });
  }
  say('启动台账数据库');
  const postgres = await startPostgres({ folder: dataDir, port: ports.postgres });
  running.push(['台账数据库', postgres]);
  say('启动流程引擎');
  const engine = await startEngine({ folder: join(dataDir, 'engine'), port: ports.engine });
  running.push(['流程引擎', engine]);
  const env = environmentOf(postgres.url, engine.address);
  say('准备数据库结构与命名空间');
  await verb('prepare', env);
  say('启动流程工作进程、接口服务与推演服务');
  keepRunning('流程工作进程', 'worker', env);
  keepRunning('接口服务', 'api', env);
  keepRunning('推演服务', 'cli', env, 'serve-rehearsals');
  await untilReady(`http://127.0.0.1:${ports.worker}/readyz`, '流程工作进程');
  await untilReady(`http://127.0.0.1:${ports.api}/readyz`, '接口服务');
  await verb('load-demo', env);
  console.log(addresses(engine.address));
  await new Promise(() => undefined);
}

const environmentOf = (databaseUrl, temporalAddress) => ({
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

async function verb(name, env) {
  const code = await run(process.execPath, [join(root, 'apps', 'cli', 'dist', `${name}.js`)], { env });
  if (code !== 0 && !stopping) throw new Trouble(`“${name}”没有完成，原因见上。`);
}

/** A process that is started again when it falls, with a plain line saying so. */
function keepRunning(what, app, env, script = 'main') {
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const log = join(dataDir, 'logs', `${script === 'main' ? app : script}.log`);
  const output = openSync(log, 'a');
  const slot = { current: undefined, stop: async () => slot.current?.stop() };
  const start = () => {
    const child = startChild(process.execPath, [join(root, 'apps', app, 'dist', `${script}.js`)], { env, output });
    slot.current = child;
    void child.exited.then((code) => {
      if (stopping) return;
      say(`${what}意外退出（${code}），两秒后重新启动；原因见 ${log}`);
      setTimeout(() => stopping || start(), 2_000);
    });
  };
  start();
  running.push([what, slot]);
}

async function untilReady(url, what) {
  const patience = Date.now() + 60_000;
  let words = '';
  while (Date.now() < patience && !stopping) {
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

const addresses = (engineAddress) => `
督办系统已启动：
  操作界面  http://127.0.0.1:${ports.api}
  接口      http://127.0.0.1:${ports.api}/api/v1
  接口目录  http://127.0.0.1:${ports.api}/docs
  流程引擎  ${engineAddress}
  数据目录  ${dataDir}（日志在其中的 logs）
按 Ctrl-C 停止；再次启动接着办，npm start -- --fresh 从头开始。`;

async function stopAll(code) {
  if (stopping) {
    for (const [, part] of running) part.kill?.();
    process.exit(1);
  }
  stopping = true;
  console.log('');
  for (const [what, part] of [...running].reverse()) {
    say(`停止${what}`);
    await part.stop();
  }
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll(0));

main().catch(async (error) => {
  if (stopping) return;
  console.error(error instanceof Trouble ? `✗ ${error.message}` : error);
  await stopAll(1).catch(giveUp);
});
