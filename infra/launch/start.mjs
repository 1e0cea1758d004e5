import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { run } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { dataDir, root } from './places.mjs';
import { claimPort } from './ports.mjs';
import { giveUp, say, Trouble } from './say.mjs';
import { endFormerPrograms, startSystem } from './system.mjs';

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
  await endFormerPrograms(dataDir);
  for (const [name, setting] of [
    ['api', 'DUBAN_API_PORT'],
    ['worker', 'DUBAN_WORKER_PORT'],
  ])
    await claimPort(ports[name], name === 'api' ? '接口服务' : '流程工作进程', setting);
  if (isFresh) {
    say('按 --fresh 清空原有数据');
    rmSync(dataDir, { recursive: true, force: true });
  }
  const prepare = async (env) => {
    say('准备数据库结构与命名空间');
    await verb('prepare', env);
  };
  const { env, address } = await startSystem({ dataDir, ports, running, prepare, isStopping: () => stopping });
  await verb('load-demo', env);
  console.log(addresses(address));
  await new Promise(() => undefined);
}

async function verb(name, env) {
  const code = await run(process.execPath, [join(root, 'apps', 'cli', 'dist', `${name}.js`)], { env });
  if (code !== 0 && !stopping) throw new Trouble(`“${name}”没有完成，原因见上。`);
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
    for (const [, part] of running) part.kill();
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
