import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { builtSheet, record, rowOf, system, township, type Sheet } from './duty-builder';

const village = '140423100201';
const quarter = () => builtSheet({ cadence: 'quarter', on: '2026-10-01' });
const visited = (sheet: Sheet, on: string, covered: number, of: number, lacking?: string[]) =>
  record(sheet, on, { duty: 'visit-all', ower: village, covered, of, ...(lacking && { lacking }) });
const lineOf = (sheet: Sheet) =>
  (
    rowOf(sheet, 'visit-all@2026-Q4')?.lines as { ower: string; state: string; done: number; lacking?: string[] }[]
  ).find(({ ower }) => ower === village);

describe('case 60 (C-2.3.b): V1 with 120 households', () => {
  it('0 of 0 recorded on 2 Oct 2026: open, and refused with what is expected', () => {
    const sheet = quarter();
    const refused = visited(sheet, '2026-10-02', 0, 0);
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'of', clause: 'C-2.3' });
    expect(refused.admitted ? '' : refused.detail).toContain('应大于0');
    expect(lineOf(sheet)).toMatchObject({ done: 0, state: 'open' });
  });

  it('118 of 120: open, two named', () => {
    const sheet = quarter();
    expect(visited(sheet, '2026-12-20', 118, 120)).toMatchObject({
      admitted: true,
      told: expect.stringContaining('还差2'),
    });
    expect(lineOf(sheet)).toMatchObject({ state: 'open', done: 0.98 });
    const named = quarter();
    expect(codeOf(visited(named, '2026-12-20', 118, 120, ['H017', 'H093']))).toBe('admitted');
    expect(lineOf(named)).toMatchObject({ state: 'open', lacking: ['H017', 'H093'] });
  });

  it('120 of 120: done, at once or together, and nobody is named any more', () => {
    const sheet = quarter();
    visited(sheet, '2026-12-20', 118, 120, ['H017', 'H093']);
    visited(sheet, '2026-12-28', 2, 120);
    expect(lineOf(sheet)).toMatchObject({ state: 'fulfilled', done: 1, doneOn: '2026-12-28' });
    expect(lineOf(sheet)).not.toHaveProperty('lacking');
  });

  it('names exactly those that are still to be visited, each once', () => {
    const lacking = (names: string[]) => codeOf(visited(quarter(), '2026-12-20', 118, 120, names));
    expect([lacking(['H017']), lacking(['H017', 'H017']), lacking(['H1', 'H2', 'H3'])]).toEqual([
      'OUT_OF_RANGE',
      'OUT_OF_RANGE',
      'OUT_OF_RANGE',
    ]);
  });

  it('1,199 of 1,200 never look like all of them', () => {
    const sheet = quarter();
    visited(sheet, '2026-12-20', 1199, 1200);
    expect(lineOf(sheet)).toMatchObject({ state: 'open', done: 0.99 });
  });
});

describe('OBLIGATIONS C-2.3.b: 遍访', () => {
  it('is done exactly when the entries together reach the largest count of households, in whatever order', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 120 })), { minLength: 1, maxLength: 6 }),
        (entries) => {
          const sheet = quarter();
          const said = entries.map(([covered, of]) => [Math.min(covered, of), of] as const);
          for (const [covered, of] of said) visited(sheet, '2026-12-01', covered, of);
          const all = Math.max(...said.map(([, of]) => of));
          const sum = said.reduce((whole, [covered]) => whole + covered, 0);
          expect(lineOf(sheet)?.state).toBe(sum >= all ? 'fulfilled' : 'open');
        },
      ),
      { numRuns: 60 },
    ));
});

describe('case 61 (C-2.3.a): V2 without a monitored household in October', () => {
  const [v1, v2] = ['140423100201', '140423100202'];
  const known = { household: 'W1', village: v1, from: '2026-03-01', to: null };
  const october = () => builtSheet({ on: '2026-10-01', households: [known] });
  const lines = (sheet: Sheet) =>
    (rowOf(sheet, 'visit-monitored@2026-10')?.lines ?? []) as {
      ower: string;
      state: string;
      done: number;
      lacking?: string[];
    }[];
  const visit = (sheet: Sheet, on: string, ower: string, visited: string[]) =>
    record(sheet, on, { duty: 'visit-monitored', ower, visited });

  it('nothing is owed for it, and an entry for it changes nothing and troubles nobody', () => {
    const sheet = october();
    expect(lines(sheet).map(({ ower }) => ower)).toEqual([v1]);
    const said = record(sheet, '2026-10-10', { duty: 'visit-monitored', ower: v2, covered: 0, of: 0 });
    expect(said).toMatchObject({ admitted: true, told: expect.stringContaining('没有应走访的监测户') });
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
  });

  it('where no village has one, an entry is still a supplement, not a duty nobody knows', () => {
    const sheet = builtSheet({ on: '2026-10-01', households: [] });
    expect(lines(sheet)).toEqual([]);
    const said = record(sheet, '2026-10-10', { duty: 'visit-monitored', ower: v2, covered: 3, of: 3 });
    expect(said).toMatchObject({ admitted: true, told: expect.stringContaining('补充记录') });
  });

  it('with one identified on 20 Oct: one visit owed by 31 Oct, found by the Monday after', () => {
    const sheet = october();
    const asked = sheet
      .view()
      .consequences.flatMap((one) => (one.kind === 'ask' && one.question === 'households' ? [one.on] : []));
    expect(asked).toEqual(['2026-10-01', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-01']);
    const found = { household: 'W2', village: v2, from: '2026-10-20', to: null };
    sheet.say('householdsRead', '2026-10-26', [known, found], system);
    expect(sheet.deadline('visit-monitored@2026-10')).toMatchObject({ due: '2026-10-31', owner: township.office });
    expect(lines(sheet)).toMatchObject([
      { ower: v1, lacking: ['W1'] },
      { ower: v2, lacking: ['W2'], state: 'open' },
    ]);
    visit(sheet, '2026-10-28', v2, ['W2']);
    expect(lines(sheet)[1]).toMatchObject({ ower: v2, state: 'fulfilled' });
  });

  it('counts each household once, however often it is visited; who is not on the list is refused', () => {
    const more = ['W1', 'W3', 'W4'].map((household) => ({ ...known, household }));
    const sheet = builtSheet({ on: '2026-10-01', households: more });
    visit(sheet, '2026-10-05', v1, ['W1', 'W3']);
    visit(sheet, '2026-10-06', v1, ['W3']);
    expect(lines(sheet)).toMatchObject([{ state: 'open', done: 0.66, lacking: ['W4'] }]);
    expect(visit(sheet, '2026-10-07', v1, ['W9'])).toMatchObject({ code: 'UNKNOWN_SUBJECT', field: 'visited' });
    visit(sheet, '2026-10-07', v1, ['W4']);
    expect(lines(sheet)).toMatchObject([{ state: 'fulfilled', done: 1 }]);
  });

  it('a number smaller than the list covers nobody on it: 1 of 1 where three are monitored', () => {
    const more = ['W1', 'W3', 'W4'].map((household) => ({ ...known, household }));
    const sheet = builtSheet({ on: '2026-10-01', households: more });
    record(sheet, '2026-10-05', { duty: 'visit-monitored', ower: v1, covered: 1, of: 1 });
    expect(lines(sheet)).toMatchObject([{ state: 'open', done: 0.33 }]);
  });

  it('one whose episode ended before the month’s last day is owed no more', () => {
    const sheet = builtSheet({ on: '2026-10-01', households: [{ ...known, to: '2026-10-30' }] });
    expect(lines(sheet)).toEqual([]);
  });
});
