import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ofAnother, run, startChild } from './children.mjs';
import { dynamicSettings, writeEngineConfig } from './engine-config.mjs';
import { cacheDir } from './places.mjs';
import { answers, claimPort, freePort, untilAnswers, untilFree } from './ports.mjs';
import { endLeftBehind } from './processes.mjs';
import { say, Trouble, withProgress } from './say.mjs';

const serverVersion = '1.32.0';
/** A busy machine needs some time. */
const startWithinMs = 120_000;
const builtServer = join(cacheDir, 'engine', serverVersion, process.platform === 'win32' ? 'server.exe' : 'server');
const sdkServer = fileURLToPath(new URL('./sdk-server.mjs', import.meta.url));

/**
 * Finds a Temporal service and starts it: TEMPORAL_ADDRESS; a `temporal` command; a server this user built before; the SDK's own
 * download of the command; building the server with Go. The first that can be had is used.
 */
export async function startEngine({ folder, port, setting = 'DUBAN_ENGINE_PORT' }) {
  if (process.env.TEMPORAL_ADDRESS && setting === 'DUBAN_ENGINE_PORT')
    return remoteEngine(process.env.TEMPORAL_ADDRESS);
  await endLeftBehind('流程引擎', isEngineOf(folder));
  await claimPort(port, '流程引擎', setting);
  mkdirSync(folder, { recursive: true });
  const output = openSync(join(folder, 'engine.log'), 'a');
  if (spawnSync('temporal', ['--version']).status === 0) {
    say('流程引擎：使用本机的 temporal 命令');
    return started(startChild('temporal', devServerArguments(folder, port), { output }), port, folder);
  }
  if (!existsSync(builtServer)) {
    const downloaded = startChild(process.execPath, [sdkServer, folder, String(port)], { output });
    say('流程引擎：尝试由 SDK 下载 temporal 命令');
    if (await untilAnswers('127.0.0.1', port, 60_000, downloaded.isAlive)) return started(downloaded, port, folder);
    await downloaded.stop();
    say('  下载不到（无法访问下载地址），改为用 Go 编译');
    await buildServer();
  }
  say(`流程引擎：Temporal server ${serverVersion}`);
  writeEngineConfig(folder, await portsFor(folder, port));
  const env = { ...process.env, GOMEMLIMIT: '1GiB' };
  return started(
    startChild(builtServer, ['--root', folder, '--config', 'config', '--env', 'duban', '--allow-no-auth', 'start'], {
      output,
      env,
    }),
    port,
    folder,
  );
}

/** The server built here, the `temporal` command, or the SDK's download of it, on this folder. */
const isEngineOf = (folder) => {
  const marks = [
    `${builtServer} --root ${folder} `,
    `--db-filename ${join(folder, 'temporal.db')}`,
    `${sdkServer} ${folder} `,
  ];
  return (command) => marks.some((mark) => command.includes(mark));
};

async function remoteEngine(address) {
  say(`流程引擎：使用 TEMPORAL_ADDRESS（${address}）`);
  const [host, port] = address.split(':');
  if (!(await answers(host, Number(port), 3_000)))
    throw new Trouble(`TEMPORAL_ADDRESS=${address} 没有应答：请确认该地址上的 Temporal 服务已启动。`);
  return { address, ...ofAnother };
}

async function started(child, port, folder) {
  if (!(await untilAnswers('127.0.0.1', port, startWithinMs, child.isAlive))) {
    await child.stop();
    throw new Trouble(`流程引擎没有启动起来，日志见 ${join(folder, 'engine.log')}。`);
  }
  return { ...child, address: `127.0.0.1:${port}` };
}

const devServerArguments = (folder, port) => [
  'server',
  'start-dev',
  '--headless',
  '--ip',
  '127.0.0.1',
  '--port',
  String(port),
  '--db-filename',
  join(folder, 'temporal.db'),
  ...Object.entries(dynamicSettings).flatMap(([key, value]) => [
    '--dynamic-config-value',
    `${key}=${JSON.stringify(value)}`,
  ]),
];

async function buildServer() {
  const found = /go(\d+)\.(\d+)/.exec(spawnSync('go', ['version'], { encoding: 'utf8' }).stdout ?? '');
  if (!found || Number(found[1]) < 1 || Number(found[2]) < 26) {
    throw new Trouble(
      '找不到可用的流程引擎。任选其一：① 安装 temporal 命令并放入 PATH；② 用 TEMPORAL_ADDRESS 指明已有的 Temporal 服务；③ 安装 Go 1.26.8 或更高版本，由本程序编译。',
    );
  }
  say(`流程引擎：首次编译 Temporal server ${serverVersion}（两核约 7 分钟，以后直接使用）`);
  const folder = join(cacheDir, 'engine', serverVersion);
  mkdirSync(folder, { recursive: true });
  const code = await withProgress('编译流程引擎', () =>
    run('go', ['install', `go.temporal.io/server/cmd/server@v${serverVersion}`], {
      env: { ...process.env, GOBIN: folder, GOFLAGS: '' },
      cwd: folder,
    }),
  );
  if (code !== 0) throw new Trouble('流程引擎没有编译成功：请检查能否访问 Go 模块代理，然后再试一次。');
}

/**
 * The ports a killed engine had are taken again: under others it would wait some 50 seconds for its former self to be declared
 * dead before it hands out tasks.
 */
async function portsFor(folder, frontend) {
  const former = formerPorts(folder);
  const isFree = async (port) => port !== undefined && (await untilFree(port, 2_000));
  const keep = async (port) => ((await isFree(port)) ? port : freePort());
  const ports = {};
  for (const name of ['frontend', 'matching', 'history', 'worker']) {
    const { grpcPort, membershipPort } = former[name]?.rpc ?? {};
    ports[name] = {
      grpc: name === 'frontend' ? frontend : await keep(grpcPort),
      membership: await keep(membershipPort),
    };
  }
  return ports;
}

function formerPorts(folder) {
  const file = join(folder, 'config', 'duban.yaml');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).services : {};
}
