import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import type { RollPart } from './duty-acts';
import { builtSheet, record, rowOf, system, township, type Sheet } from './duty-builder';

const [v1, v2] = ['140423100201', '140423100202'];
const named = (count: number) => Array.from({ length: count }, (_, at) => `H${String(at + 1).padStart(3, '0')}`);
const rollOf = (households: string[], more: Partial<RollPart> = {}): RollPart => ({
  ...{ village: v1, from: '2026-01-01', to: null, households },
  ...more,
});
const quarter = (roll: RollPart[]) => builtSheet({ cadence: 'quarter', on: '2026-10-01', roll });
const visited = (sheet: Sheet, on: string, households: string[]) =>
  record(sheet, on, { duty: 'visit-all', ower: v1, visited: households });
const lineOf = (sheet: Sheet, village = v1) =>
  (
    rowOf(sheet, 'visit-all@2026-Q4')?.lines as { ower: string; state: string; done: number; lacking?: string[] }[]
  ).find(({ ower }) => ower === village);

describe('case 60 (C-2.3.b): V1 with 120 households on its roll', () => {
  const all = named(120);
  const left = ['H017', 'H093'];
  const most = all.filter((household) => !left.includes(household));

  it('118 of them visited: open, two named', () => {
    const sheet = quarter([rollOf(all)]);
    expect(codeOf(visited(sheet, '2026-12-20', most))).toBe('admitted');
    expect(lineOf(sheet)).toMatchObject({ state: 'open', done: 0.98, lacking: left });
  });

  it('120 of them visited: done, at once or together, and nobody is named any more', () => {
    const sheet = quarter([rollOf(all)]);
    visited(sheet, '2026-12-20', most);
    visited(sheet, '2026-12-28', left);
    expect(lineOf(sheet)).toMatchObject({ state: 'fulfilled', done: 1, doneOn: '2026-12-28' });
    expect(lineOf(sheet)).not.toHaveProperty('lacking');
  });

  it('none on the roll: open whatever is said, and named as a roll that was not made', () => {
    const sheet = quarter([]);
    expect(visited(sheet, '2026-10-02', ['H001'])).toMatchObject({
      ...{ code: 'CONDITIONS_NOT_MET', field: 'visited', clause: 'C-2.3' },
      detail: expect.stringContaining('农户花名册未建'),
    });
    expect(lineOf(sheet)).toMatchObject({ state: 'open', done: 0, lacking: ['花名册未建'] });
    const told = sheet.view().notices.filter(({ key }) => key.startsWith('no-list'));
    expect(told.map(({ to, on }) => [to, on])).toEqual([
      [`village-party-secretary:${v1}`, '2026-10-08'],
      [`village-party-secretary:${v2}`, '2026-10-08'],
      [township.office, '2026-10-08'],
    ]);
    sheet.say('rollRead', '2026-10-05', [rollOf(all)], system);
    expect(lineOf(sheet)).toMatchObject({ state: 'open', lacking: all });
    expect(lineOf(sheet, v2)).toMatchObject({ lacking: ['花名册未建'] });
  });

  it.each([
    { covered: 118, of: 120 },
    { covered: 120, of: 120 },
    { covered: 0, of: 0 },
    { visited: ['H001'], covered: 1 },
    { visited: ['H001'], lacking: left },
    {},
  ])('a number is refused, and where to enter instead is said: %j', (said) => {
    const sheet = quarter([rollOf(all)]);
    expect(record(sheet, '2026-12-20', { duty: 'visit-all', ower: v1, ...said })).toMatchObject({
      ...{ code: 'INVALID_INPUT', clause: 'C-2.3' },
      detail: expect.stringContaining('“今日登记”'),
    });
    expect(lineOf(sheet)).toMatchObject({ state: 'open', done: 0 });
  });

  it('who came or went in the quarter is owed as the roll says on its last day', () => {
    const roll = [
      rollOf(['H001', 'H002']),
      rollOf(['H003'], { from: '2026-11-20' }),
      rollOf(['H004'], { to: '2026-12-30' }),
    ];
    const sheet = quarter(roll);
    expect(lineOf(sheet)).toMatchObject({ lacking: ['H001', 'H002', 'H003'] });
    visited(sheet, '2026-12-01', ['H001', 'H002', 'H003']);
    expect(lineOf(sheet)).toMatchObject({ state: 'fulfilled' });
  });

  it('1,199 of 1,200 never look like all of them', () => {
    const many = Array.from({ length: 1200 }, (_, at) => `F${at}`);
    const sheet = quarter([rollOf(many)]);
    visited(sheet, '2026-12-20', many.slice(1));
    expect(lineOf(sheet)).toMatchObject({ state: 'open', done: 0.99, lacking: ['F0'] });
  });

  it('the roll is asked for at the beginning, every Monday and when the quarter is over', () => {
    const asked = quarter([])
      .view()
      .consequences.flatMap((one) => (one.kind === 'ask' && one.question === 'roll' ? [one.on] : []));
    expect([asked[0], asked[1], asked.at(-1), asked.length]).toEqual(['2026-10-01', '2026-10-05', '2027-01-01', 15]);
  });
});

describe('OBLIGATIONS C-2.3.b: 遍访', () => {
  it('is done exactly when each household on the roll was visited, in whatever order and however often', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.array(fc.nat(11), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        (count, entries) => {
          const roll = named(count);
          const sheet = quarter([rollOf(roll)]);
          const said = entries.map((entry) => [...new Set(entry.flatMap((at) => roll[at] ?? []))]);
          for (const entry of said) visited(sheet, '2026-12-01', entry);
          const left = roll.filter((household) => !said.flat().includes(household));
          expect(lineOf(sheet)?.state).toBe(left.length === 0 ? 'fulfilled' : 'open');
          expect(lineOf(sheet)?.lacking ?? []).toEqual(left);
        },
      ),
      { numRuns: 60 },
    ));
});

describe('case 61 (C-2.3.a): V2 without a monitored household in October', () => {
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
    const said = record(sheet, '2026-10-10', { duty: 'visit-monitored', ower: v2, visited: ['W9'] });
    expect(said).toMatchObject({ admitted: true, told: expect.stringContaining('没有应走访的监测户') });
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
  });

  it('where no village has one, an entry is still a supplement, not a duty nobody knows', () => {
    const sheet = builtSheet({ on: '2026-10-01', households: [] });
    expect(lines(sheet)).toEqual([]);
    const said = record(sheet, '2026-10-10', { duty: 'visit-monitored', ower: v2, visited: ['W9'] });
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

  it('a number is refused, and where to enter instead is said: 1 of 1 where three are monitored', () => {
    const more = ['W1', 'W3', 'W4'].map((household) => ({ ...known, household }));
    const sheet = builtSheet({ on: '2026-10-01', households: more });
    expect(record(sheet, '2026-10-05', { duty: 'visit-monitored', ower: v1, covered: 1, of: 1 })).toMatchObject({
      ...{ code: 'INVALID_INPUT', field: 'covered' },
      detail: expect.stringContaining('按监测户名单逐户计算'),
    });
    expect(lines(sheet)).toMatchObject([{ state: 'open', done: 0 }]);
  });

  it('one whose episode ended before the month’s last day is owed no more', () => {
    const sheet = builtSheet({ on: '2026-10-01', households: [{ ...known, to: '2026-10-30' }] });
    expect(lines(sheet)).toEqual([]);
  });
});
