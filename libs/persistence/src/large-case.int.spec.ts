import type { DataSource } from 'typeorm';
import { builtEntry, builtWrite } from './case-rows-builder';
import { caseOf, type CaseRow } from './cases';
import { recordedCasesOf } from './recorded-cases';
import { closeTestSchema, openTestSchema } from './test-schema';
import { timelineOf } from './timeline';
import { writeCase } from './write-case';

const ids = ['household:140423100:H1:1', 'household:140423100:H2:1'] as const;
/** What is read at once may be so much: a megabyte, and the entry that passes it. */
const mostBytes = 1_500_000;
const note = '户'.repeat(100_000);
let dataSource: DataSource;

beforeAll(async () => {
  dataSource = await openTestSchema();
  for (const [index, caseId] of ids.entries()) {
    const entries = Array.from({ length: 12 }, (_, at) =>
      builtEntry(at + 1, {
        key: `k${index}-${at}`,
        ...(at % 3 === 1 && { kind: 'event' }),
        detail: { body: { note } },
      }),
    );
    await writeCase(dataSource, builtWrite({ snapshot: { caseId, subject: caseId.slice(0, -2) }, entries }));
  }
});
afterAll(() => closeTestSchema(dataSource));

describe('a case with three megabytes of notes', () => {
  const pages = async (more: Parameters<typeof timelineOf>[4] = {}) => {
    const read: number[][] = [];
    let after: string | undefined;
    do {
      const { items, next } = await timelineOf(dataSource, ids[0], { limit: 200, ...(after && { after }) }, {}, more);
      expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThan(mostBytes);
      read.push(items.map(({ sequence }) => sequence));
      after = next ?? undefined;
    } while (after !== undefined);
    return read;
  };

  it('is read as pages that end early, each entry once and in order', async () => {
    const read = await pages();
    expect(read.length).toBeGreaterThan(2);
    expect(read.every((page) => page.length > 0)).toBe(true);
    expect(read.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('is read from its latest entry, and by what people recorded alone', async () => {
    expect((await pages({ isNewestFirst: true })).flat()).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect((await pages({ isNewestFirst: true, kind: 'act' })).flat()).toEqual([12, 10, 9, 7, 6, 4, 3, 1]);
  });

  it('gives its acts to the rules in readings of a megabyte', async () => {
    const rows = (await Promise.all(ids.map((id) => caseOf(dataSource, id)))) as CaseRow[];
    const query = jest.spyOn(dataSource, 'query');
    const recorded = await recordedCasesOf(dataSource, rows);
    const answers: unknown[] = await Promise.all(query.mock.results.map(({ value }) => value as unknown));
    query.mockRestore();
    expect(recorded.map(({ acts }) => acts.map(({ sequence }) => sequence))).toEqual([
      [1, 3, 4, 6, 7, 9, 10, 12],
      [1, 3, 4, 6, 7, 9, 10, 12],
    ]);
    for (const answer of answers) expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(mostBytes);
  });
});
