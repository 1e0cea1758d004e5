import 'reflect-metadata';
import { readConfig } from '@duban/platform/config';
import { civilDateOf } from '@duban/policy/dates/civil-date';
import { makeTelemetryFilterString, Runtime, DefaultLogger } from '@temporalio/worker';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rehearse } from './rehearsal/rehearsal';
import { readScenario, ScenarioFault } from './rehearsal/scenario';
import { lineOf } from './rehearsal/timeline';

const usage = '用法：npm run rehearse -- <scenario.yaml> [--out 结果.json] [--quiet]';

/** `rehearse <scenario.yaml>`: what the coming months will look like, from the same workflows on the same engine. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, quiet: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (file === undefined) throw new ScenarioFault(usage);
  const scenario = readScenario(readText(file), civilDateOf(new Date().toISOString()));
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
  console.error(`推演：${scenario.title}（${scenario.start} 至 ${scenario.until}）`);
  const began = Date.now();
  const result = await rehearse(scenario, readConfig(process.env), showProgress());
  if (values.quiet !== true) for (const event of result.events) console.log(lineOf(event));
  if (values.out !== undefined) {
    const { title, start, until } = scenario;
    writeFileSync(values.out, `${JSON.stringify({ scenario: title, start, until, events: result.events }, null, 2)}\n`);
  }
  console.error(
    `\n共 ${result.events.length} 条，${result.cases} 个案件，快进 ${result.moves} 次，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒。`,
  );
  for (const difference of result.differences) console.error(`✗ ${difference}`);
  if (result.differences.length === 0) console.error('与期待一致。');
  return result.differences.length === 0 ? 0 : 1;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ScenarioFault(`读不到推演脚本 ${file}，请核对路径。`);
  }
}

/** One line a simulated day on a terminal, one a simulated month elsewhere. */
function showProgress(): (day: string, done: number, total: number) => void {
  let shown = '';
  return (day, done, total) => {
    const step = process.stderr.isTTY ? day : day.slice(0, 7);
    if (step === shown) return;
    shown = step;
    process.stderr.write(
      process.stderr.isTTY ? `\r推演至 ${day}，已办 ${done}/${total} 项` : `推演至 ${day}，已办 ${done}/${total} 项\n`,
    );
  };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof ScenarioFault ? `脚本有误：${error.message}` : error);
    process.exit(2);
  },
);
