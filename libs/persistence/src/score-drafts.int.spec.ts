import type { DataSource } from 'typeorm';
import { draftOf, emptyDraft, saveDraft, type TypedCell } from './score-drafts';
import { closeTestSchema, openTestSchema } from './test-schema';

const sheet = { township: '140423100', month: '2026-11' };
const as = (person: string) => ({
  by: { office: 'party-committee:140423100', person },
  at: '2026-12-02T01:00:00.000Z',
});
const cell = (cadre: string, part: 'task' | 'presence', value: number | null, version: number): TypedCell => ({
  cadre,
  part,
  value,
  version,
});
let dataSource: DataSource;

beforeAll(async () => {
  dataSource = await openTestSchema();
});
afterAll(() => closeTestSchema(dataSource));
beforeEach(() => dataSource.query('TRUNCATE score_drafts'));

const shown = async () =>
  (await draftOf(dataSource, sheet)).map(({ cadre, part, value, version, by }) => [
    cadre,
    part,
    value,
    version,
    by.person,
  ]);

describe('drafts of score sheets', () => {
  it('keep each cell with its version and who typed it', async () => {
    expect(
      await saveDraft(dataSource, sheet, [cell('C1', 'task', 90.5, 0), cell('C1', 'presence', 80, 0)], as('A')),
    ).toEqual([]);
    expect(await saveDraft(dataSource, sheet, [cell('C1', 'task', null, 1)], as('B'))).toEqual([]);
    expect(await shown()).toEqual([
      ['C1', 'task', null, 2, 'B'],
      ['C1', 'presence', 80, 1, 'A'],
    ]);
    expect(await draftOf(dataSource, { ...sheet, month: '2026-12' })).toEqual([]);
  });

  it('do not overwrite what somebody else has typed since, nor keep the rest of that save', async () => {
    await saveDraft(dataSource, sheet, [cell('C1', 'task', 90, 0)], as('A'));
    const changed = await saveDraft(dataSource, sheet, [cell('C1', 'task', 70, 0), cell('C2', 'task', 60, 0)], as('B'));
    expect(changed).toMatchObject([{ cadre: 'C1', part: 'task', value: 90, version: 1, by: { person: 'A' } }]);
    expect(await shown()).toEqual([['C1', 'task', 90, 1, 'A']]);
  });

  it('take the same save sent again', async () => {
    await saveDraft(dataSource, sheet, [cell('C1', 'task', 90, 0)], as('A'));
    expect(await saveDraft(dataSource, sheet, [cell('C1', 'task', 90, 0)], as('A'))).toEqual([]);
  });

  it('let one of two clerks through who save the same cells at once', async () => {
    const cells = ['C1', 'C2', 'C3', 'C4'].map((cadre) => cell(cadre, 'task', 90, 0));
    const both = await Promise.all([
      saveDraft(dataSource, sheet, cells, as('A')),
      saveDraft(
        dataSource,
        sheet,
        [...cells].reverse().map((one) => ({ ...one, value: 80 })),
        as('B'),
      ),
    ]);
    expect(both.filter((changed) => changed.length === 0)).toHaveLength(1);
    expect(new Set((await shown()).map(([, , value]) => value)).size).toBe(1);
  });

  it('are emptied once handed in, but for what was typed since', async () => {
    await saveDraft(dataSource, sheet, [cell('C1', 'task', 90, 0), cell('C2', 'task', 80, 0)], as('A'));
    await saveDraft(dataSource, sheet, [cell('C2', 'task', 85, 1)], as('B'));
    await emptyDraft(dataSource, sheet, [cell('C1', 'task', 90, 1), cell('C2', 'task', 80, 1)], as('A'));
    expect(await shown()).toEqual([
      ['C1', 'task', null, 2, 'A'],
      ['C2', 'task', 85, 2, 'B'],
    ]);
  });
});
