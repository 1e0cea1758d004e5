import type { PolicyLineId } from '@duban/policy/base/policy-lines';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, proofOf, runTests, type TestResult } from './proof-run';
import { sampleOf } from './sample';

const root = join(__dirname, '..', '..', '..', '..');
const test = {
  file: 'processes/household-monitoring/household-overdue.cases.spec.ts',
  title: 'OBLIGATIONS, way T: the day passes and a household was not helped A-2.1.f: identification',
};
const source = 'processes/household-monitoring/household-deadlines.ts';
const tried = async (without: string, instead?: string) => {
  const takeOut = { in: source, without, ...(instead !== undefined && { instead }) };
  return proofOf(await runTests(root, [test.file], { takeOut, title: test.title }), test);
};

describe('a rule is left out, and its test is run', () => {
  const before = readFileSync(join(root, 'libs', 'policy', 'src', source), 'utf8');
  afterAll(() => expect(readFileSync(join(root, 'libs', 'policy', 'src', source), 'utf8')).toBe(before));

  it(
    'whose test fails by what it expects is proven',
    async () => expect(await tried('identification(facts, settings),')).toBe('proven'),
    60_000,
  );

  it(
    'another rule than the one its test is about leaves it green',
    async () => expect(await tried('...firstHelp(facts, settings),')).toBe('green'),
    60_000,
  );

  it('a row of a table is left out by its name', async () => {
    const file = 'processes/dispatch/policy-lines.cases.spec.ts';
    const title = 'OBLIGATIONS A-2, B-2: one line of a department’s ledger A-2.2.b: 控辍保学';
    const left = (policy: PolicyLineId) => runTests(root, [file], { takeOut: { policy }, title });
    expect(proofOf(await left('school-attendance'), { title })).toBe('proven');
    expect(proofOf(await left('free-tuition'), { title })).toBe('green');
  }, 60_000);

  it('what breaks the file, or is not there, proves nothing', async () => {
    expect(await tried('identification(facts, settings),', 'nobody(),')).toBe('broken');
    expect(await tried('there is no such piece')).toBe('broken');
  }, 60_000);
});

describe('what a run amounts to', () => {
  const result = (status: string, ...failureMessages: string[]): TestResult[] => [
    { fullName: test.title, status, failureMessages },
  ];

  it.each([
    ['passed', [], 'green'],
    ['failed', ['Error: expect(received).toEqual(expected)'], 'proven'],
    ['failed', ['TypeError: undefined is not a function'], 'broken'],
    ['pending', [], 'broken'],
  ])('%s with %j is %s', (status, messages, proof) => expect(proofOf(result(status, ...messages), test)).toBe(proof));

  it('a test that did not run, that failed, or that there are two of, holds nothing', () => {
    expect(holds(result('passed'), test)).toBe(true);
    expect(holds([], test)).toBe(false);
    expect(holds(result('failed'), test)).toBe(false);
    expect(holds([...result('passed'), ...result('passed')], test)).toBe(false);
  });
});

it('a sample is the same in every run, without repetition', () => {
  const list = Array.from({ length: 200 }, (_, index) => index);
  expect(sampleOf(list, 12)).toEqual(sampleOf(list, 12));
  expect(new Set(sampleOf(list, 12)).size).toBe(12);
  expect(sampleOf([1, 2], 12)).toHaveLength(2);
});
