import type { ProvingTest, TakeOut } from '@duban/contracts/obligations/claim';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One test as jest reports it. */
export interface TestResult {
  fullName: string;
  status: string;
  failureMessages: readonly string[];
}
interface JestReport {
  testResults: readonly { name: string; assertionResults: readonly TestResult[] }[];
}

const rulesFolder = join('libs', 'policy', 'src');

/** Runs tests of policy, with a rule left out where one is named; what they came to, by name. */
export async function runTests(
  root: string,
  files: readonly string[],
  { takeOut, title }: { takeOut?: TakeOut; title?: string } = {},
): Promise<TestResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-proof-'));
  const report = join(folder, 'report.json');
  const named = title === undefined ? [] : ['--testNamePattern', `^${literally(title)}$`];
  const paths = files.map((file) => join(root, rulesFolder, file));
  const jest = [
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--config',
    join('test', 'obligations', 'jest.config.cjs'),
  ];
  const options = [
    '--ci',
    '--silent',
    '--runInBand',
    '--json',
    '--outputFile',
    report,
    ...named,
    '--runTestsByPath',
    ...paths,
  ];
  await ended(root, [...jest, ...options], takeOut);
  const results = existsSync(report) ? resultsIn(readFileSync(report, 'utf8')) : [];
  rmSync(folder, { recursive: true, force: true });
  return results;
}

/** The results of a report of jest's. */
export const resultsIn = (report: string): TestResult[] =>
  (JSON.parse(report) as JestReport).testResults.flatMap(({ assertionResults }) => [...assertionResults]);

/** The test's whole title, taken by its letters. */
const literally = (title: string): string => title.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

const ended = (root: string, args: readonly string[], takeOut?: TakeOut): Promise<void> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, DUBAN_TAKE_OUT: JSON.stringify(takeOut ?? null) };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });

/** How a claim stands up to having its rule left out. */
export const proofs = {
  proven: '证实',
  green: '未证实：去掉规则后测试仍然通过',
  broken: '未证实：去掉规则后测试没有运行到断言',
  'no-test': '未证实：没有这一测试，或它本来就不通过',
} as const;
export type Proof = keyof typeof proofs;

/** Is the test there, once, and does it hold? */
export const holds = (results: readonly TestResult[], { title }: Pick<ProvingTest, 'title'>): boolean => {
  const own = results.filter(({ fullName }) => fullName === title);
  return own.length === 1 && own[0]?.status === 'passed';
};

/** Without its rule a test must fail by what it expects; that it breaks proves nothing. */
export function proofOf(results: readonly TestResult[], { title }: Pick<ProvingTest, 'title'>): Proof {
  const own = results.find(({ fullName }) => fullName === title);
  if (own?.status === 'passed') return 'green';
  const isByExpectation =
    own?.status === 'failed' && own.failureMessages.every((message) => message.includes('expect('));
  return isByExpectation ? 'proven' : 'broken';
}
