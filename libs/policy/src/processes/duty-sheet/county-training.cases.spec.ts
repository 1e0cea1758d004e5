import { rosterOf } from '../monthly-assessment/month-builder';
import { builtSheet, countyOffice, rowOf } from './duty-builder';

/** 66 cadres in two townships of the county. */
const cadres = [...rosterOf('140423100', 1, 33), ...rosterOf('140423101', 34, 33)];
const last = cadres.at(-1)?.cadre ?? '';
const yearSheet = (more: Parameters<typeof builtSheet>[0] = {}) =>
  builtSheet({ territory: '140423', cadence: 'year', on: '2026-01-01', roster: cadres, ...more });
type Sheet = ReturnType<typeof builtSheet>;
const train = (sheet: Sheet, on: string, names: readonly string[]) =>
  sheet.say('recordAll', on, { records: names.map((ower) => ({ duty: 'county-training', ower })) }, countyOffice);
const linesOf = (sheet: Sheet) =>
  (rowOf(sheet, 'county-training@2026')?.lines ?? []) as unknown as { ower: string; state: string }[];

describe('case 33 (C-2.2.b): 66 cadres in the county on 30 Jun 2026 and training events naming 65', () => {
  const names = cadres.map(({ cadre }) => cadre);

  it('the county 驻村办’s line is overdue on 1 Jul and names the one', () => {
    const sheet = yearSheet();
    train(sheet, '2026-05-10', names.slice(0, 40));
    train(sheet, '2026-06-20', names.slice(40, 65));
    expect(sheet.deadline('county-training@2026')).toMatchObject({ due: '2026-06-30', owner: countyOffice.office });
    expect(sheet.deadline('county-training@2026')?.metOn).toBeUndefined();
    expect(rowOf(sheet, 'county-training@2026')).toMatchObject({ owed: 66, fulfilled: 65, missing: 1 });
    expect(linesOf(sheet).filter(({ state }) => state === 'open')).toMatchObject([{ ower: last }]);
    train(sheet, '2026-07-03', [last]);
    expect(sheet.deadline('county-training@2026')).toMatchObject({ metOn: '2026-07-03' });
    expect(rowOf(sheet, 'county-training@2026')).toMatchObject({ fulfilled: 65, late: 1 });
  });

  it('one entry without a name trains nobody', () =>
    expect(yearSheet().say('record', '2026-05-10', { duty: 'county-training' }, countyOffice)).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      field: 'ower',
      detail: expect.stringContaining('哪名干部'),
    }));

  it('who leaves before the day, or comes after it, is not among them', () => {
    const [first, second, ...others] = cadres;
    const roster = [{ ...first!, to: '2026-06-29' }, { ...second!, from: '2026-07-01' }, ...others];
    expect(linesOf(yearSheet({ roster }))).toHaveLength(64);
  });

  it('the cadres are read until the day after, or all year where more is owed for each, the units all year', () => {
    const duties = { 'county-training': { cadence: 'year', amount: 1 } } as const;
    const asked = (question: string, more: Parameters<typeof builtSheet>[0] = { changes: { duties } }) =>
      yearSheet(more)
        .view()
        .consequences.flatMap((one) => (one.kind === 'ask' && one.question === question ? [one.on] : []));
    expect(asked('roster').at(-1)).toBe('2026-07-01');
    expect(asked('roster', {}).at(-1)).toBe('2027-01-01');
    expect(asked('units').at(-1)).toBe('2027-01-01');
  });

  it('in a cycle begun on 11 Jul 2026 it is first owed on 30 Jun 2027', () => {
    const late = yearSheet({ on: '2026-07-11', cycle: { from: '2026-07-11', to: '2026-12-31' } });
    expect(late.deadline('county-training@2026')).toBeUndefined();
    const next = { from: '2027-01-01', to: '2027-12-31' };
    expect(yearSheet({ on: '2027-01-01', cycle: next }).deadline('county-training@2027')).toMatchObject({
      due: '2027-06-30',
    });
  });
});
