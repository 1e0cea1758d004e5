import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { root } from './places.mjs';
import { giveUp, say } from './say.mjs';
import { startServices } from './services.mjs';

/** The whole gate: lint, types, and every suite on the real services. `DUBAN_TEST_ONLY=lint,unit` runs some stages. */
const stages = [
  ['lint', ['npm', 'run', '--silent', 'lint']],
  ['typecheck', ['npm', 'run', '--silent', 'typecheck']],
  ['unit', ['npx', 'jest', '--selectProjects', 'unit', '--maxWorkers', '2']],
  ['integration', ['npx', 'jest', '--selectProjects', 'integration', '--runInBand', '--logHeapUsage']],
  ['e2e', ['npx', 'jest', '--selectProjects', 'e2e', '--runInBand']],
];

const results = mkdtempSync(join(tmpdir(), 'duban-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
let services;
let current;

async function main() {
  const only = process.env.DUBAN_TEST_ONLY?.split(',');
  await ensureDependencies();
  if (!only || only.includes('e2e')) process.env.DUBAN_BROWSER = ensureBrowser();
  await build();
  services = await startServices();
  for (const [name, command] of stages.filter(([name]) => !only || only.includes(name))) await runStage(name, command);
  await services.stop();
  services = undefined;
  rmSync(results, { recursive: true, force: true });
  console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  process.exit(totals.failed === 0 && totals.skipped === 0 && totals.passed > 0 ? 0 : 1);
}

async function runStage(name, [command, ...args]) {
  const began = Date.now();
  say(`${name}……`);
  const isJest = args[0] === 'jest';
  const file = join(results, `${name}.json`);
  const code = await runWith(
    command,
    isJest ? [...args, '--ci', '--silent', '--json', '--outputFile', file] : args,
    isJest,
  );
  if (isJest) addCounts(name, file, code);
  else if (code === 0) totals.passed += 1;
  else totals.failed += 1;
  say(`${name}：${code === 0 ? '通过' : '未通过'}，${((Date.now() - began) / 1000).toFixed(1)} 秒`);
}

/** jest's report goes to standard error; its JSON copy on standard output is not shown. */
function runWith(command, args, isJest) {
  return new Promise((resolve, reject) => {
    current = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', isJest ? 'ignore' : 'inherit', 'inherit'],
      env: { ...process.env, ...services.testEnv, TZ: 'Asia/Shanghai', NODE_OPTIONS: '--max-old-space-size=4096' },
    });
    current.once('error', reject);
    current.once('exit', (code) => resolve(code ?? 1));
  });
}

function addCounts(name, file, code) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    totals.passed += report.numPassedTests;
    totals.failed +=
      report.numFailedTests +
      report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
    totals.skipped += report.numPendingTests + report.numTodoTests;
    if (code !== 0 && report.numFailedTests === 0 && report.success) totals.failed += 1;
  } catch {
    console.error(`${name}：jest 没有留下结果`);
    totals.failed += 1;
  }
}

async function interrupted() {
  current?.kill('SIGTERM');
  await services?.stop();
  process.exit(130);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void interrupted());

main().catch(async (error) => {
  await services?.stop();
  giveUp(error);
});
