import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { builtSheet, record, rowOf, type Sheet } from './duty-builder';

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
