import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One planted violation per rule of the linter: a rule that stays silent fails. */
const root = join(__dirname, '..', '..');
const policy = 'libs/policy/src/dates/period.ts';
const workflow = 'workflows/src/case/turn.ts';
const api = 'apps/api/src/clock.ts';
const launcher = 'infra/launch/say.mjs';
const page = 'apps/console/src/App.vue';
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

const planted: [rule: string, file: string, text: string][] = [
  ['no-restricted-globals', policy, 'export const zone = process.env["TZ"];'],
  ['no-restricted-globals', workflow, 'export const word = new Intl.NumberFormat("zh").format(1);'],
  ['no-restricted-globals', workflow, 'export const wait = (then: () => void): unknown => setTimeout(then, 1);'],
  ['no-restricted-properties', policy, 'export const now = (): number => Date.now();'],
  ['no-restricted-properties', workflow, 'export const chance = (): number => Math.random();'],
  ['no-restricted-syntax', policy, 'export const today = (): Date => new Date();'],
  ['no-restricted-syntax', policy, 'export const day = (of: Date): number => of.getDate();'],
  ['no-restricted-syntax', workflow, 'export const shown = (of: Date): string => of.toLocaleString();'],
  ['no-restricted-imports', workflow, 'import { readFileSync } from "node:fs";\nexport const read = readFileSync;'],
  ['@typescript-eslint/no-explicit-any', api, 'export const loose = (value: any): unknown => value;'],
  [
    '@typescript-eslint/no-floating-promises',
    api,
    'const work = async (): Promise<void> => undefined;\nexport const start = (): void => {\n  work();\n};',
  ],
  [
    '@typescript-eslint/no-misused-promises',
    api,
    'const isOpen = async (): Promise<boolean> => true;\nexport const open = (): string => {\n  if (isOpen()) return "a";\n  return "b";\n};',
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    api,
    'import { Instant } from "@duban/policy/dates/civil-date";\nexport const at: Instant = "";',
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    policy,
    'export function name(of: "a" | "b"): string | undefined {\n  switch (of) {\n    case "a":\n      return "A";\n  }\n  return undefined;\n}',
  ],
  ['@typescript-eslint/no-unused-vars', api, 'const unused = 1;\nexport const used = 2;'],
  [
    'complexity',
    policy,
    `export const kind = (n: number): string => ${lines(16, (i) => `n === ${i} ? "${i}" :`)} "more";`,
  ],
  [
    'max-depth',
    api,
    'export const deep = (n: number): void => {\n  if (n > 0) { if (n > 1) { if (n > 2) { if (n > 3) { throw new Error(); } } } }\n};',
  ],
  ['max-lines', policy, lines(301, (i) => `export const line${i} = ${i};`)],
  ['max-lines', 'libs/policy/src/dates/ladder.spec.ts', lines(501, (i) => `export const line${i} = ${i};`)],
  [
    'max-lines-per-function',
    policy,
    `export function long(): number {\n  let n = 0;\n${lines(60, (i) => `  n += ${i};`)}\n  return n;\n}`,
  ],
  [
    'max-params',
    policy,
    'export const sum = (a: number, b: number, c: number, d: number, e: number, f: number): number => a + b + c + d + e + f;',
  ],
  ['max-lines', 'libs/contracts/src/fields.ts', lines(301, (i) => `export const line${i} = ${i};`)],
  ['no-restricted-syntax', api, 'export function refuseAll(): void {\n  throw new Error("no");\n}'],
  ['no-restricted-syntax', policy, 'export const refuseAll = (): void => {\n  throw new Error("no");\n};'],
  ['no-restricted-syntax', 'workflows/src/case/case-run.ts', 'export const today = (): Date => new Date();'],
  ['eqeqeq', api, 'export const same = (a: unknown, b: unknown): boolean => a == b;'],
  ['max-depth', launcher, 'if (1) { if (2) { if (3) { if (4) { process.exit(); } } } }'],
  ['no-unused-vars', launcher, 'const unused = 1;'],
  ['max-lines', launcher, lines(301, (i) => `export const line${i} = ${i};`)],
  ['max-lines', 'test/setup/start-services.cjs', lines(501, (i) => `exports.line${i} = ${i};`)],
  ['@typescript-eslint/no-explicit-any', page, '<script setup lang="ts">\nconst loose: any = 1;\n</script>'],
  ['vue/no-v-html', page, '<template>\n  <p v-html="words" />\n</template>'],
  ['vuejs-accessibility/alt-text', page, '<template>\n  <img src="a.png">\n</template>'],
  [
    '@typescript-eslint/no-explicit-any',
    'apps/console/vite.config.ts',
    'export const loose = (value: any): unknown => value;',
  ],
  ['no-console', 'libs/persistence/src/page.ts', 'console.log("here");'],
];

const clean: [file: string, text: string][] = [
  [policy, 'export const of = (instant: string): number => new Date(instant).getUTCDate();'],
  ['workflows/src/case/case-run.ts', 'export const now = (): string => new Date(Date.now()).toISOString();'],
  [api, 'export const now = (): string => new Date().toISOString();'],
  ['apps/cli/src/migrate.ts', 'console.log("done");'],
  [api, 'export function ensureOpen(isOpen: boolean): void {\n  if (!isOpen) throw new Error("no");\n}'],
];

const texts = [...planted.map(([, file, text]) => ({ file, text })), ...clean.map(([file, text]) => ({ file, text }))];

let broken: string[][];

beforeAll(() => {
  broken = lint(texts);
}, 120_000);

describe('a planted violation is reported by its rule', () => {
  it.each(planted.map(([rule, file], index) => [rule, file, index] as const))('%s in %s', (rule, _file, index) =>
    expect(broken[index]).toContain(rule),
  );
});

describe('what is allowed is not reported', () => {
  it.each(clean.map(([file], index) => [file, index + planted.length] as const))('in %s', (_file, index) =>
    expect(broken[index]).toEqual([]),
  );
});

describe('npm run lint', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { lint: string } };
  const [folders = ''] = /(?<=depcruise --config \S+ )[^&]+/.exec(scripts.lint) ?? [];

  it('passes over no source file', () => expect(JSON.parse(run('lint-unread.mjs', ''))).toEqual([]));
  it.each(['apps', 'libs', 'workflows', 'activities', 'infra', 'test'])('holds %s to its layer', (folder) =>
    expect(folders.trim().split(' ')).toContain(folder),
  );
  it('lints and formats everything', () => expect(scripts.lint).toMatch(/^eslint \. && .+ && prettier --check \.$/));
});

function lint(input: { file: string; text: string }[]): string[][] {
  return JSON.parse(run('lint-planted.mjs', JSON.stringify(input))) as string[][];
}

const run = (script: string, input: string): string =>
  execFileSync(process.execPath, [join(__dirname, script)], { cwd: root, input, encoding: 'utf8' });
