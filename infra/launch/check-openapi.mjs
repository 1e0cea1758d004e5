import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { run, startChild } from './children.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './places.mjs';
import { freePort } from './ports.mjs';
import { giveUp, say, Trouble } from './say.mjs';
import { ensureSchemathesis } from './schemathesis.mjs';
import { startServices } from './services.mjs';

/** Between them they may do most; others are named behind the command. */
const offices = [
  'stationing-office:140423',
  'party-committee:140423100',
  'leading-group-office:14',
  'revitalization-bureau:140423',
];

/** Answers that contradict the description, and requests it calls valid that are rejected as malformed. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'positive_data_acceptance',
  'negative_data_rejection',
];

/** What the rules refuse for the state of things is documented and fine; a 400 for what the description calls valid is a finding. */
const common = `
[checks]
positive_data_acceptance.expected-statuses = ["2xx", "401", "403", "404", "409", "422"]
negative_data_rejection.expected-statuses = ["400", "401", "403", "404", "409", "413", "415", "422"]
[generation]
database = "none"
`;

const secondsEach = Number(process.env.DUBAN_CHECK_SECONDS ?? 90);

/** Asks the api, with the demo county loaded, whatever its OpenAPI description allows and what it does not, as several offices; 127.0.0.1 only. */
async function main() {
  await ensureDependencies();
  const program = await ensureSchemathesis();
  await build();
  const logs = mkdtempSync(join(tmpdir(), 'duban-openapi-'));
  const running = [];
  const stop = async () => {
    for (const one of running.reverse()) await one.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop().then(() => process.exit(130)));
  try {
    const url = await startApi(running, logs);
    const failed = [];
    for (const office of process.argv.length > 2 ? process.argv.slice(2) : offices)
      if ((await check(program, url, office, logs)) !== 0) failed.push(office);
    await stop();
    if (failed.length > 0) throw new Trouble(`接口说明与接口不符，见上（${failed.join('、')}）；接口日志在 ${logs}。`);
    rmSync(logs, { recursive: true });
    say('接口说明与接口相符。');
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startApi(running, logs) {
  const services = await startServices();
  running.push(services);
  const [api, worker] = [await freePort(), await freePort()];
  const env = {
    ...process.env,
    ...services.env,
    TZ: 'Asia/Shanghai',
    NODE_ENV: 'production',
    DUBAN_API_PORT: String(api),
    DUBAN_WORKER_PORT: String(worker),
    DUBAN_DEV_ISSUER: 'on',
    DUBAN_CHECK_ANSWERS: 'on',
  };
  await verb('prepare', env);
  for (const app of ['worker', 'api']) {
    const output = openSync(join(logs, `${app}.log`), 'a');
    running.push(startChild(process.execPath, [join(root, 'apps', app, 'dist', 'main.js')], { env, output }));
  }
  await untilReady(`http://127.0.0.1:${worker}/readyz`);
  await untilReady(`http://127.0.0.1:${api}/readyz`);
  await verb('load-demo', env);
  return `http://127.0.0.1:${api}`;
}

async function verb(name, env) {
  const code = await run(process.execPath, [join(root, 'apps', 'cli', 'dist', `${name}.js`)], { env });
  if (code !== 0) throw new Trouble(`“${name}”没有完成，原因见上。`);
}

async function untilReady(url) {
  for (const patience = Date.now() + 60_000; Date.now() < patience;) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Trouble(`没有准备好：${url}`);
}

async function check(program, url, office, folder) {
  const { token } = await asked(`${url}/api/v1/dev/tokens`, { office });
  const settings = join(folder, 'schemathesis.toml');
  writeFileSync(settings, `${common}\n${await knownCases(url, token)}`);
  say(`以 ${office} 的身份查对`);
  return run(
    program,
    [
      ...['--config-file', settings, 'run', `${url}/openapi.json`, '--header', `Authorization: Bearer ${token}`],
      ...['--checks', checks.join(','), '--phases', 'examples,coverage,fuzzing', '--max-examples', '10'],
      ...[
        '--max-time',
        String(secondsEach),
        '--workers',
        '1',
        '--suppress-health-check',
        'all',
        '--no-color',
        '--continue-on-failure',
      ],
      // A stream does not end by itself.
      ...['--exclude-path', '/api/v1/changes/stream'],
    ],
    { cwd: folder },
  );
}

/** For each kind of case one that runs and that the office sees: an act on none is refused before its body is read. */
async function knownCases(url, token) {
  const { paths } = await asked(`${url}/openapi.json`);
  const { items } = await asked(`${url}/api/v1/cases?ended=false&limit=200`, undefined, token);
  const patterns = new Map(
    Object.entries(paths).flatMap(([path, { post }]) => {
      const { schema } = post?.parameters?.find(({ name }) => name === 'caseId') ?? {};
      return schema === undefined ? [] : [[path.replace(/\/\{caseId\}.*/, ''), schema.pattern]];
    }),
  );
  return [...patterns]
    .map(([path, pattern]) => [path, items.find(({ caseId }) => new RegExp(pattern).test(caseId))])
    .filter(([, found]) => found !== undefined)
    .map(
      ([path, { caseId }]) =>
        `[[operations]]\ninclude-path-regex = "^${path}/[{]caseId"\nparameters = { "path.caseId" = "${caseId}" }\n`,
    )
    .join('\n');
}

async function asked(url, body, token) {
  const answer = await fetch(url, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
  return answer.json();
}

main().catch(giveUp);
