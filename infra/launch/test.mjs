import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { startLimited } from './limited.mjs';
import { root } from './places.mjs';
import { giveUp, say } from './say.mjs';
import { startServices } from './services.mjs';

const jest = (project, ...more) => [
  process.execPath,
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--selectProjects',
  project,
  ...more,
];

const results = mkdtempSync(join(tmpdir(), 'duban-test-'));
const reportFile = (stage) => join(results, `${stage}.json`);

/** What stands behind the claims: the tests of all of them ran and passed; with their rules left out, those of a sample fail. */
const prove = [
  process.execPath,
  join(root, 'apps', 'cli', 'dist', 'prove.js'),
  '--sample',
  '12',
  '--ran',
  reportFile('unit'),
];

/**
 * The whole gate: lint, types, and every suite on the real services. `DUBAN_TEST_ONLY=lint,unit` runs some stages. Each stage may take so many
 * minutes, several times what it needs.
 */
const stages = [
  { name: 'lint', minutes: 10, command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'typecheck', minutes: 10, command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'unit', minutes: 10, command: jest('unit', '--maxWorkers', '2'), isJest: true },
  { name: 'claims', minutes: 5, command: prove },
  { name: 'integration', minutes: 20, command: jest('integration', '--runInBand', '--logHeapUsage'), isJest: true },
  { name: 'e2e', minutes: 40, command: jest('e2e', '--runInBand'), isJest: true },
];
/** All of them together; what is left of it limits the last. */
const endsAt = Date.now() + 85 * 60_000;

const totals = { passed: 0, failed: 0, skipped: 0 };
let services;
let current;
let isInterrupted = false;

async function main() {
  const only = process.env.DUBAN_TEST_ONLY?.split(',');
  await ensureDependencies();
  if (!only || only.includes('e2e')) process.env.DUBAN_BROWSER = ensureBrowser();
  await build();
  services = await startServices();
  for (const stage of stages.filter(({ name }) => !only || only.includes(name))) await runStage(stage);
  await services.stop();
  services = undefined;
  rmSync(results, { recursive: true, force: true });
  console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  process.exit(totals.failed === 0 && totals.skipped === 0 && totals.passed > 0 ? 0 : 1);
}

async function runStage({ name, minutes, command: [command, ...args], isJest = false }) {
  const began = Date.now();
  say(`${name}……`);
  const file = reportFile(name);
  current = startLimited(command, isJest ? [...args, '--ci', '--silent', '--json', '--outputFile', file] : args, {
    limitMs: Math.min(minutes * 60_000, Math.max(endsAt - began, 1_000)),
    cwd: root,
    // jest's report goes to standard error; its JSON copy on standard output is not shown.
    output: [isJest ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, ...services.testEnv, TZ: 'Asia/Shanghai', NODE_OPTIONS: '--max-old-space-size=4096' },
  });
  const { code, isLate } = await current.ended;
  if (isInterrupted) await new Promise(() => undefined);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if (isLate) say(`${name}：超过时限（${seconds} 秒）仍未结束，已连同它启动的全部程序一起终止，计为 1 项未通过`);
  if (isJest) addCounts(name, file, code, isLate);
  else totals[code === 0 ? 'passed' : 'failed'] += 1;
  if (!isLate) say(`${name}：${code === 0 ? '通过' : '未通过'}，${seconds} 秒`);
}

function addCounts(name, file, code, isLate) {
  if (isLate) totals.failed += 1;
  const report = reportIn(file);
  if (report === undefined) {
    if (isLate) return;
    console.error(`${name}：jest 没有留下结果`);
    totals.failed += 1;
    return;
  }
  totals.passed += report.numPassedTests;
  totals.failed +=
    report.numFailedTests +
    report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  totals.skipped += report.numPendingTests + report.numTodoTests;
  if (!isLate && code !== 0 && report.numFailedTests === 0 && report.success) totals.failed += 1;
}

/** A stage that was ended after its tests had run, but before it was gone, has left its results. */
function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function interrupted() {
  isInterrupted = true;
  await current?.end();
  await services?.stop();
  process.exit(130);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void interrupted());

main().catch(async (error) => {
  await services?.stop();
  giveUp(error);
});
