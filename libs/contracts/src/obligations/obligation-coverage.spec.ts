import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claims } from './claim';
import { claimList } from './claims';
import { coverageCounts, obligationCoverage } from './obligation-coverage';
import { obligations } from '@duban/policy/base/obligations/obligations';

const claim: Claims[keyof Claims] = {
  by: '认定程序期限',
  test: { file: 'processes/x.spec.ts', title: 'x' },
  takeOut: [{ in: 'processes/x.ts', without: 'x' }],
};
const stateIn = (claims: Claims, id: string) =>
  obligationCoverage(claims).find(({ obligation }) => obligation === id)?.state;

const sources = join(__dirname, '..', '..', '..', 'policy', 'src');
const partsOf = (file: string, piece: string): number => readFileSync(join(sources, file), 'utf8').split(piece).length;

describe('what counts as carried out', () => {
  it('is a claim; one that says what it lacks counts in part; nothing is carried out by being cited', () => {
    expect(stateIn({}, 'A-2.1.f')).toBe('open');
    expect(stateIn({ 'A-2.1.f': claim }, 'A-2.1.f')).toBe('done');
    expect(stateIn({ 'A-2.1.f': { ...claim, lacks: '期限' } }, 'A-2.1.f')).toBe('partly');
  });

  it('guidance is shown as such, whatever is claimed', () =>
    expect(stateIn({ 'A-1.a': claim }, 'A-1.a')).toBe('guidance'));

  it('is counted by plan and way, every obligation once', () => {
    const counts = coverageCounts(obligationCoverage({ 'A-2.1.f': claim, 'B-1.a': { ...claim, lacks: '期限' } }));
    expect(counts).toHaveLength(12);
    expect(counts.find(({ plan, way }) => plan === 'A' && way === 'T')).toMatchObject({ done: 1, partly: 0 });
    expect(counts.find(({ plan, way }) => plan === 'B' && way === 'T')).toMatchObject({ done: 0, partly: 1 });
    expect(counts.reduce((sum, { all }) => sum + all, 0)).toBe(521);
    for (const { all, done, partly, open, guidance } of counts) expect(done + partly + open + guidance).toBe(all);
  });
});

describe('the claims', () => {
  it('are of obligations that can be carried out, and speak Chinese', () => {
    const ways = new Map(obligations.map(({ id, way }) => [id, way]));
    expect(claimList.filter(([id]) => ways.get(id) === 'G')).toEqual([]);
    for (const [, { by, lacks = '。' }] of claimList) expect(`${by}${lacks}`).not.toMatch(/[A-Za-z_`]/);
    for (const [, { lacks }] of claimList) expect(lacks ?? '。').toMatch(/。$/);
  });

  it('every piece that is left out stands once in its file', () => {
    const pieces = claimList.flatMap(([id, { takeOut }]) => takeOut.map((one) => [id, one] as const));
    const wrong = pieces.filter(([, one]) => 'in' in one && partsOf(one.in, one.without) !== 2);
    expect(wrong).toEqual([]);
  });
});
