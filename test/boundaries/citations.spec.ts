import { clauses } from '@duban/policy/base/clauses/clauses';
import { officeDecisions } from '@duban/policy/settings/office-decisions';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citableIn, deadIn, decisionsIn, decisionsNotYetIn, sourcesOf } from './citations';

const root = join(__dirname, '..', '..');
const rules = readFileSync(join(root, 'libs/policy/RULES.md'), 'utf8');
const obligations = readFileSync(join(root, 'libs/policy/OBLIGATIONS.md'), 'utf8');
/** With one more decision that is not carried out, whichever are by now. */
const citable = citableIn(
  `${rules}\n[D planned-later, not yet]`,
  obligations,
  clauses.map(({ id }) => id),
);

/** They name what is none on purpose, or say what can be cited. */
const apart = [
  'libs/policy/RULES.md',
  'libs/policy/OBLIGATIONS.md',
  'libs/policy/src/base/clauses/clauses.spec.ts',
  'apps/cli/src/clauses/evidence.ts',
  'apps/cli/src/clauses/evidence.spec.ts',
  'test/boundaries/citations.ts',
  'test/boundaries/citations.spec.ts',
];

describe('citations lead somewhere', () => {
  const sources = sourcesOf(root).filter(({ file }) => !apart.includes(file));

  it('in every source, test, scenario and document', () =>
    expect(sources.flatMap((source) => deadIn(source, citable))).toEqual([]));
  it('and there are some of each kind', () => {
    const text = sources.map((source) => source.text).join('\n');
    expect(text.match(/\bRULES \d/g)?.length).toBeGreaterThan(50);
    expect(text.match(/\[D [a-z]/g)?.length).toBeGreaterThan(20);
  });
  it('clauses cited by RULES.md are clauses', () => {
    const known = deadIn({ file: 'RULES.md', text: rules }, citable).filter((dead) => /[ABC]-/.test(dead));
    expect(known).toEqual([]);
  });
});

describe('OBLIGATIONS.md', () => {
  const [rows, all] = [
    [...citable.obligations].filter((id) => !/^D/.test(id)),
    /All (\d+): T (\d+), D (\d+), R (\d+), G (\d+)/,
  ];
  const [, total = '', ...ways] = all.exec(obligations) ?? [];

  it('has as many rows as it says, in as many ways', () => {
    expect(rows.length).toBe(Number(total));
    expect(
      ['T', 'D', 'R', 'G'].map((way) => obligations.split('\n').filter((row) => wayOf(row) === way).length),
    ).toEqual(ways.map(Number));
  });
});

const wayOf = (row: string): string | undefined =>
  /^\| [ABC]-/.test(row)
    ? row
        .split('|')
        .map((cell) => cell.trim())
        .slice(7)
        .find((cell) => /^[TDRG]$/.test(cell))
    : undefined;

describe('a dead citation is found', () => {
  it.each([
    ['a part that does not exist', 'RULES 12'],
    ['a row that does not exist', 'RULES 4.fairnes'],
    ['a part instead of its row', 'RULES 4'],
    ['a clause that is none', 'C-3.8'],
    ['a decision without a name', '[D]'],
    ['a decision that is none', '[D fairnes]'],
    ['a decision not carried out', '[D planned-later]'],
    ['an obligation that is none', 'OBLIGATIONS A-2.1.z'],
    ['a part in words', 'Rules part 4'],
    ['a part in words, in another form', 'rules, part 0'],
  ])('%s: %s', (_what, cited) =>
    expect(deadIn({ file: 'a.ts', text: `\n/** ${cited}: words. */` }, citable)[0]).toMatch(/^a\.ts:2 /),
  );
  it.each(['RULES 4.fairness', 'RULES 7', '[D fairness]', 'C-3.7', 'C-2.end', 'OBLIGATIONS A-2.1.f', 'OBLIGATIONS D5'])(
    'and %s is none',
    (cited) => expect(deadIn({ file: 'a.ts', text: `/** ${cited}: words. */` }, citable)).toEqual([]),
  );
});

describe('decisions of the office', () => {
  const named = decisionsIn(rules);
  const listed = officeDecisions.map(({ id }) => id);

  it('RULES.md names each once', () => expect(new Set(named).size).toBe(named.length));
  it('each that RULES.md names is listed', () => expect(named.filter((id) => !listed.includes(id))).toEqual([]));
  it('each that is listed is named in RULES.md', () => expect(listed.filter((id) => !named.includes(id))).toEqual([]));
  it('what is not carried out yet is not listed', () =>
    expect(decisionsNotYetIn(rules).filter((id) => listed.includes(id))).toEqual([]));
  it('none stands in RULES.md without a name', () => expect(rules).not.toContain('[D]'));
});
