import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface ProcessNeighbours {
  neighbours: Record<string, Record<string, string>>;
  circleIn: (table: Record<string, Record<string, string>>) => string[] | undefined;
}

/** One planted violation per layer rule, in a small tree of the same shape: a rule that stays silent fails. */
const root = join(__dirname, '..', '..');
const up = '../../..';
const policyFolders = 'libs/policy/src/processes';
const { neighbours, circleIn } = fromRoot('libs/policy/process-neighbours.cjs') as ProcessNeighbours;

/** Rule, file, what the file imports. */
const planted: [rule: string, file: string, imports: string][] = [
  ['policy-uses-only-its-layers', 'libs/policy/src/base/a.ts', `${up}/contracts/src/clean`],
  ['policy-uses-only-its-packages', 'libs/policy/src/base/b.ts', 'zod'],
  ['policy-uses-no-node', 'libs/policy/src/base/c.ts', 'node:path'],
  ['policy-base-uses-only-its-layers', 'libs/policy/src/base/d.ts', '../dates/clean'],
  ['policy-dates-uses-only-its-layers', 'libs/policy/src/dates/a.ts', '../settings/clean'],
  ['policy-settings-uses-only-its-layers', 'libs/policy/src/settings/a.ts', '../case/clean'],
  ['policy-case-uses-only-its-layers', 'libs/policy/src/case/a.ts', '../processes/problem/clean'],
  ['policy-registers-uses-only-its-layers', 'libs/policy/src/registers/a.ts', '../processes/problem/clean'],
  ['policy-processes-uses-only-its-layers', 'libs/policy/src/processes/problem/a.ts', '../../registers/clean'],
  ['policy-manifest-uses-only-its-layers', 'libs/policy/src/manifest/a.ts', '../stray'],
  ['policy-has-only-these-layers', 'libs/policy/src/helpers/a.ts', '../base/clean'],
  ['policy-processes-know-only-named-others', 'libs/policy/src/processes/problem/b.ts', '../interview/clean'],
  ...Object.keys(neighbours).map((process): [string, string, string] => [
    `policy-${process}-knows-only-named-others`,
    `libs/policy/src/processes/${process}/a.ts`,
    '../household-monitoring/clean',
  ]),
  ['contracts-uses-only-its-layers', 'libs/contracts/src/a.ts', '../../persistence/src/clean'],
  ['contracts-uses-only-its-packages', 'libs/contracts/src/b.ts', 'typeorm'],
  ['contracts-uses-no-node', 'libs/contracts/src/c.ts', 'node:path'],
  ['persistence-uses-only-its-layers', 'libs/persistence/src/a.ts', '../../contracts/src/clean'],
  ['persistence-uses-only-its-packages', 'libs/persistence/src/b.ts', 'zod'],
  ['platform-uses-only-its-layers', 'libs/platform/src/a.ts', '../../persistence/src/clean'],
  ['platform-uses-only-its-packages', 'libs/platform/src/b.ts', 'typeorm'],
  ['workflows-uses-only-its-layers', 'workflows/src/case/a.ts', `${up}/activities/src/clean`],
  ['workflows-uses-only-its-packages', 'workflows/src/case/b.ts', '@temporalio/client'],
  ['workflows-uses-no-node', 'workflows/src/case/c.ts', 'node:path'],
  ['processes-do-not-know-each-other', 'workflows/src/interview/a.ts', '../county-listing/clean'],
  ['activities-uses-only-its-layers', 'activities/src/a.ts', `../../workflows/src/case/clean`],
  ['activities-uses-only-its-packages', 'activities/src/b.ts', '@nestjs/common'],
  ['api-uses-only-its-layers', 'apps/api/src/a.ts', `${up}/activities/src/clean`],
  ['api-uses-only-its-packages', 'apps/api/src/b.ts', '@temporalio/worker'],
  ['worker-uses-only-its-layers', 'apps/worker/src/a.ts', '../../api/src/clean'],
  ['worker-uses-only-its-packages', 'apps/worker/src/b.ts', 'express'],
  ['cli-uses-only-its-layers', 'apps/cli/src/a.ts', `${up}/workflows/src/case/clean`],
  ['cli-uses-only-its-packages', 'apps/cli/src/b.ts', '@nestjs/common'],
  ['console-uses-only-its-layers', 'apps/console/src/a.ts', '../../../libs/platform/src/clean'],
  ['console-uses-only-its-packages', 'apps/console/src/b.ts', 'zod'],
  ['console-uses-no-node', 'apps/console/src/c.ts', 'node:path'],
  ['infra-uses-only-its-layers', 'infra/launch/a.mjs', '../../libs/platform/src/clean'],
  ['infra-uses-only-its-packages', 'infra/launch/b.mjs', 'typeorm'],
  ['production-knows-no-tests', 'apps/api/src/c.ts', `${up}/test/clean`],
  ['no-deep-imports', 'apps/api/src/d.ts', `${up}/libs/policy/dist/clean`],
  ['nothing-unknown', 'apps/api/src/e.ts', './nowhere'],
];
/** A cycle is reported once, at one of its files. */
const cycle = ['libs/policy/src/base/round.ts', 'libs/policy/src/base/round-again.ts'];
const clean: [file: string, imports: string][] = [
  ['libs/contracts/src/clean.ts', '../../policy/src/base/clean'],
  ['libs/persistence/src/clean.ts', 'typeorm'],
  ['activities/src/clean.ts', '../../libs/persistence/src/clean'],
  ['workflows/src/case/clean.ts', `@temporalio/workflow`],
  ['workflows/src/county-listing/clean.ts', '../case/clean'],
  ['apps/api/src/clean.ts', 'node:path'],
  ['libs/platform/src/clean.ts', '../../contracts/src/clean'],
  ['apps/console/src/clean.ts', '../../../libs/contracts/src/clean'],
  ['apps/cli/src/clean.ts', '../../api/src/clean'],
  ['libs/policy/src/base/clean.spec.ts', 'fast-check'],
  ['libs/policy/src/dates/clean.ts', '../base/clean'],
  ['libs/policy/src/settings/clean.ts', '../dates/clean'],
  ['libs/policy/src/case/clean.ts', '../settings/clean'],
  ['libs/policy/src/registers/clean.ts', '../case/clean'],
  ['libs/policy/src/processes/problem/clean.ts', '../../case/clean'],
  ['libs/policy/src/processes/inspection/clean.ts', '../problem/clean'],
  ['libs/policy/src/manifest/clean.ts', '../registers/clean'],
  ['infra/launch/clean.mjs', 'node:path'],
  ['apps/console/vite.config.ts', 'vite'],
];

/** What others import and what imports nothing itself. */
const leaves = [
  'libs/policy/src/base/clean.ts',
  'libs/policy/src/stray.ts',
  'libs/policy/src/processes/interview/clean.ts',
  'libs/policy/src/processes/household-monitoring/clean.ts',
  'libs/policy/dist/clean.js',
  'test/clean.ts',
];

let found: Map<string, string[]>;
let tree: string;

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'duban-layers-'));
  for (const [, file, imports] of planted) plant(file, imports);
  for (const [file, imports] of clean) plant(file, imports);
  for (const file of leaves) plant(file);
  plant(cycle[0]!, './round-again');
  plant(cycle[1]!, './round');
  found = violations();
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('a planted violation is reported by its rule, and by it alone', () => {
  it.each(planted)('%s: %s → %s', (rule, file) => expect(found.get(file)).toEqual([rule]));
  it('no-cycles', () => expect(cycle.flatMap((file) => found.get(file) ?? [])).toEqual(['no-cycles']));
});

describe('what is allowed is not reported', () => {
  it.each(clean)('%s → %s', (file) => expect(found.get(file)).toBeUndefined());
});

describe('the rules', () => {
  it('have each a planted violation', () => {
    const { forbidden } = fromRoot('.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    expect(forbidden.map(({ name }) => name).sort()).toEqual([...planted.map(([rule]) => rule), 'no-cycles'].sort());
  });
});

describe('processes that may know each other', () => {
  const pairs = Object.entries(neighbours).flatMap(([process, others]) =>
    Object.keys(others).map((other): [string, string] => [process, other]),
  );

  it.each(pairs)('%s knows %s, and really does', (process, other) => {
    const folder = join(root, policyFolders, process);
    const production = readdirSync(folder).filter((file) => !/(\.spec|-builder)\.ts$/.test(file));
    const texts = production.map((file) => readFileSync(join(folder, file), 'utf8'));
    expect(texts.some((text) => text.includes(`from '../${other}/`))).toBe(true);
  });
  it('never in a circle', () => expect(circleIn(neighbours)).toBeUndefined());
  it('a planted circle is found', () =>
    expect(circleIn({ a: { b: '' }, b: { c: '' }, c: { b: '' } })).toEqual(['b', 'c', 'b']));
});

/** The configuration is CommonJS outside the program. */
function fromRoot(file: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  return require(join(root, file));
}

function plant(file: string, imports?: string): void {
  const path = join(tree, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    imports === undefined
      ? 'export const here = 1;\n'
      : `import * as other from '${imports}';\nexport const here = other;\n`,
  );
}

function violations(): Map<string, string[]> {
  for (const file of [
    '.dependency-cruiser.cjs',
    'libs/policy/process-neighbours.cjs',
    'tsconfig.base.json',
    'tsconfig.json',
  ])
    cpSync(join(root, file), join(tree, file));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const cruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const folders = ['apps', 'libs', 'workflows', 'activities', 'infra', 'test'];
  const report = execFileSync(
    process.execPath,
    [cruise, '--config', '.dependency-cruiser.cjs', '-T', 'json', ...folders],
    {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const { summary } = JSON.parse(report) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const byFile = new Map<string, string[]>();
  for (const { from, rule } of summary.violations) byFile.set(from, [...(byFile.get(from) ?? []), rule.name]);
  return byFile;
}
