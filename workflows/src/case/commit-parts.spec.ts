import type { TurnCommit } from '@duban/contracts/case-workflow';
import { partsOf } from './commit-parts';

const numbered = (count: number, text: string): object[] =>
  Array.from({ length: count }, (_, index) => ({ sequence: index + 1, key: `k${index + 1}`, text }));
const commit = (text: string): TurnCommit =>
  ({
    messages: numbered(5, text),
    write: {
      sequence: 40,
      snapshot: { caseId: 'duties:140423100:2026-11' },
      ...{ entries: numbered(40, text), deadlines: [], notices: numbered(30, text), candidates: [] },
      ...{ records: numbered(20, text), removedRecords: numbered(3, '') },
    },
  }) as unknown as TurnCommit;

describe('what a turn writes', () => {
  it('is one write nearly always', () => {
    const small = commit('一');
    expect(partsOf(small)).toEqual([small]);
  });

  it('is cut where the engine could not take it at once; every piece is in one part, in its order', () => {
    const large = commit('字'.repeat(1_000));
    const parts = partsOf(large, 50_000);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(55_000);
    expect(parts.flatMap(({ messages }) => messages)).toEqual(large.messages);
    for (const list of ['entries', 'deadlines', 'notices', 'candidates', 'records', 'removedRecords'] as const)
      expect(parts.flatMap<object>(({ write }) => [...write[list]])).toEqual(large.write[list]);
    expect(new Set(parts.map(({ write }) => write.sequence))).toEqual(new Set([40]));
  });

  it.each([
    ['left whole', 50_000_000],
    ['cut', 50_000],
  ])('is measured once, %s: no piece is written out a second time', (_title, most) => {
    const timesWritten = new Map<number, number>();
    const counted = (sequence: number) => ({
      ...{ sequence, text: '字'.repeat(1_000) },
      toJSON: () => {
        timesWritten.set(sequence, (timesWritten.get(sequence) ?? 0) + 1);
        return { sequence, text: '字'.repeat(1_000) };
      },
    });
    const one = commit('一');
    const entries = Array.from({ length: 40 }, (_, index) => counted(index));
    partsOf({ ...one, write: { ...one.write, entries: entries as unknown as TurnCommit['write']['entries'] } }, most);
    expect([...timesWritten.values()]).toEqual(Array.from({ length: 40 }, () => 1));
  });

  it('is measured in bytes: what is long in characters and fits is left whole', () => {
    const latin = commit('x'.repeat(9_000));
    expect(partsOf(latin)).toHaveLength(1);
  });
});
