import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One planted violation per layer rule, in a small tree of the same shape: a rule that stays silent fails. */
const root = join(__dirname, '..', '..');
const up = '../../..';

/** Rule, file, what the file imports. */
const planted: [rule: string, file: string, imports: string][] = [
  ['policy-uses-only-its-layers', 'libs/policy/src/a.ts', '../../contracts/src/clean'],
  ['policy-uses-only-its-packages', 'libs/policy/src/b.ts', 'zod'],
  ['policy-uses-no-node', 'libs/policy/src/c.ts', 'node:path'],
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
  ['production-knows-no-tests', 'apps/api/src/c.ts', `${up}/test/clean`],
  ['no-deep-imports', 'apps/api/src/d.ts', `${up}/libs/policy/dist/clean`],
  ['nothing-unknown', 'apps/api/src/e.ts', './nowhere'],
];
/** A cycle is reported once, at one of its files. */
const cycle = ['libs/policy/src/round.ts', 'libs/policy/src/round-again.ts'];
const clean: [file: string, imports: string][] = [
  ['libs/contracts/src/clean.ts', '../../policy/src/clean'],
  ['libs/persistence/src/clean.ts', 'typeorm'],
  ['activities/src/clean.ts', '../../libs/persistence/src/clean'],
  ['workflows/src/case/clean.ts', `@temporalio/workflow`],
  ['workflows/src/county-listing/clean.ts', '../case/clean'],
  ['apps/api/src/clean.ts', 'node:path'],
  ['libs/platform/src/clean.ts', '../../contracts/src/clean'],
  ['apps/console/src/clean.ts', '../../../libs/contracts/src/clean'],
  ['apps/cli/src/clean.ts', '../../api/src/clean'],
  ['libs/policy/src/clean.spec.ts', 'fast-check'],
];

let found: Map<string, string[]>;
let tree: string;

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'duban-layers-'));
  for (const [, file, imports] of planted) plant(file, imports);
  for (const [file, imports] of clean) plant(file, imports);
  for (const file of ['libs/policy/src/clean.ts', 'libs/policy/dist/clean.js', 'test/clean.ts']) plant(file);
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
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the configuration is a CommonJS file outside the program
    const { forbidden } = require(join(root, '.dependency-cruiser.cjs')) as { forbidden: { name: string }[] };
    expect(forbidden.map(({ name }) => name).sort()).toEqual([...planted.map(([rule]) => rule), 'no-cycles'].sort());
  });
});

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
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'tsconfig.json'])
    cpSync(join(root, file), join(tree, file));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const cruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const folders = ['apps', 'libs', 'workflows', 'activities', 'test'];
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
