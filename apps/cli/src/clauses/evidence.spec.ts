import { coverageOf, type CoverageState } from '@duban/contracts/clause-coverage';
import { clauses } from '@duban/policy/base/clauses/clauses';
import { stillOwed } from '@duban/policy/base/clauses/still-owed';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFile, evidenceIn, moduleOf, readSources, type SourceFile } from './evidence';

const root = join(__dirname, '..', '..', '..', '..');
const evidence = evidenceIn(readSources(root));
const rows = coverageOf(evidence);
const inState = (...states: CoverageState[]): string[] =>
  rows.filter(({ state }) => states.includes(state)).map(({ clause }) => clause);

describe('which file speaks for a clause', () => {
  const rule: SourceFile = { path: 'libs/policy/src/household/plan.ts', text: `refuse('X', 'A-2.1', '…')` };
  const spec: SourceFile = {
    path: 'libs/policy/src/household/plan.spec.ts',
    text: `describe('clause A-2.1: the plan')`,
  };
  const scenario: SourceFile = { path: 'test/scenarios/on-time.yaml', text: '- { kind: ended, clause: A-2.1 }' };

  it('rules, tests and scenarios are told apart', () => {
    expect(evidenceIn([rule, spec, scenario])).toEqual({
      'A-2.1': { rules: [rule.path], tests: [spec.path], scenarios: [scenario.path] },
    });
  });

  it.each([
    ['a longer id', { ...spec, text: 'clause A-2.12' }],
    ['a deeper id', { ...spec, text: 'clause B-2.1.2' }],
    ['the catalogue', { ...rule, path: 'libs/policy/src/base/clauses/clauses-plan-a.ts' }],
    ['the numbers', { ...rule, path: 'libs/policy/src/settings/shanxi-2023.ts' }],
    ['a builder', { ...rule, path: 'libs/policy/src/processes/household-monitoring/household-builder.ts' }],
    ['what was compiled', { ...rule, path: 'libs/policy/dist/household/plan.ts' }],
  ])('%s does not', (_, file) => {
    expect(Object.keys(evidenceIn([file]))).not.toContain('A-2.1');
  });

  it('a clause whose test goes is untested, and one whose rule goes is owed again', () => {
    const stateOf = (files: readonly SourceFile[], id: string) =>
      coverageOf(evidenceIn(files)).find(({ clause }) => clause === id)?.state;
    expect([stateOf([rule, spec], 'A-2.1'), stateOf([rule], 'A-2.1'), stateOf([spec], 'B-1')]).toEqual([
      'covered',
      'untested',
      'owed',
    ]);
  });
});

describe('the clauses of this repository', () => {
  it('every clause has a row, in the order of the document', () =>
    expect(rows.map(({ clause }) => clause)).toEqual(clauses.map(({ id }) => id)));

  it('what is carried out is tested', () => expect(inState('untested')).toEqual([]));

  it('every clause that obliges somebody is carried out whole', () => {
    expect(inState('partly', 'owed', 'untested')).toEqual([]);
    expect(inState('covered')).toHaveLength(51);
  });

  it('what is said to be owed belongs to clauses that oblige and are not whole', () => {
    expect(Object.keys(stillOwed).filter((id) => !inState('partly', 'owed').includes(id))).toEqual([]);
  });

  it('what nobody is obliged to says why', () =>
    expect(rows.filter(({ state, remark }) => state === 'exhortation' && remark === null)).toEqual([]));

  it('the api reads the same (or else: npm run clauses -- --write)', () => {
    expect(readFileSync(join(root, evidenceFile), 'utf8')).toBe(moduleOf(evidence));
  });
});
