import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { builtSheet, record, rowOf, type Sheet } from './duty-builder';
import type { DutyRecordBody } from './duty-acts';

type Time = Pick<DutyRecordBody, 'amount' | 'hours' | 'heldBy'>;

const yearSheet = () => builtSheet({ cadence: 'year', on: '2026-01-01' });
const trained = (entries: readonly Time[], sheet: Sheet = yearSheet()): Sheet => {
  for (const entry of entries) record(sheet, '2026-09-01', { duty: 'training', ower: 'C01', ...entry });
  return sheet;
};
const lineOf = (sheet: Sheet) =>
  (rowOf(sheet, 'training@2026')?.lines as { ower: string; done: number; state: string }[])[0];
const times = (count: number, entry: Time): Time[] => Array.from({ length: count }, () => entry);

describe('case 29 (C-2.2.e, D7): 90 hours, in whatever parts', () => {
  it.each([
    ['18 entries of 5 hours', times(18, { hours: 5 })],
    ['90 of 1 hour', times(90, { hours: 1 })],
    ['20 of 4.5 hours', times(20, { hours: 4.5 })],
    ['900 of 0.1 hours', times(900, { hours: 0.1 })],
  ])('%s: fulfilled', (_title, entries) => {
    const [one = {}] = entries;
    const sheet = yearSheet();
    const body = { duty: 'training', ower: 'C01', ...one };
    const perAct = Array.from({ length: Math.ceil(entries.length / 500) }, (_, index) =>
      entries.slice(index * 500, (index + 1) * 500).map(() => body),
    );
    perAct.forEach((records, index) => sheet.say('recordAll', `2026-09-0${index + 1}`, { records }));
    expect(lineOf(sheet)).toMatchObject({ done: 12, state: 'fulfilled' });
  });

  it('89.9 hours: open, and shown as less than 12 days', () => {
    const line = lineOf(trained([{ hours: 45 }, { hours: 44.9 }]));
    expect(line).toMatchObject({ state: 'open', done: 11.98 });
  });
});

describe('case 30 (C-2.2.e, D7): days and hours', () => {
  it('one entry of 6 days that also says 45 hours: 6 days done, open', () =>
    expect(lineOf(trained([{ amount: 6, hours: 45 }]))).toMatchObject({ done: 6, state: 'open' }));
  it('6 days in one entry and 45 hours in another: 12 days, fulfilled', () =>
    expect(lineOf(trained([{ amount: 6 }, { hours: 45 }]))).toMatchObject({ done: 12, state: 'fulfilled' }));
  it('6 days and 44.9 hours: open', () =>
    expect(lineOf(trained([{ amount: 6 }, { hours: 44.9 }]))).toMatchObject({ done: 11.98, state: 'open' }));
  it('12 short days of 6 hours each are 12 days; 15 days’ worth of hours in 10 days are 90 hours', () => {
    expect(lineOf(trained([{ amount: 12, hours: 72 }]))).toMatchObject({ done: 12, state: 'fulfilled' });
    expect(lineOf(trained([{ amount: 10, hours: 90 }]))).toMatchObject({ state: 'fulfilled' });
  });

  it('who says neither, or less than a tenth, is asked again', () => {
    const said = (time: Time) => record(yearSheet(), '2026-09-01', { duty: 'training', ower: 'C01', ...time });
    expect(said({})).toMatchObject({ code: 'INVALID_INPUT', field: 'amount', clause: 'C-2.2' });
    expect(said({ hours: 7.55 })).toMatchObject({ code: 'INVALID_INPUT', field: 'hours' });
    expect(said({ amount: 1.25 })).toMatchObject({ code: 'INVALID_INPUT', field: 'amount' });
    expect(codeOf(said({ amount: 0.1, hours: 0.7 }))).toBe('admitted');
  });
});

describe('case 31 (C-2.2.e): 12 days organised by a township', () => {
  it('do not count here: the entry is refused and named as daily training', () => {
    const sheet = yearSheet();
    const said = record(sheet, '2026-09-01', { duty: 'training', ower: 'C01', amount: 12, heldBy: 'township' });
    expect(said).toMatchObject({ code: 'CONDITIONS_NOT_MET', field: 'heldBy', clause: 'C-2.2' });
    expect(said.admitted ? '' : said.detail).toContain('针对性日常培训');
    expect(lineOf(sheet)).toMatchObject({ done: 0, state: 'open' });
    expect(lineOf(trained([{ amount: 12, heldBy: 'county' }]))).toMatchObject({ state: 'fulfilled' });
  });

  it('they are the township’s daily training (C-2.2.f), owed by its party committee every month', () => {
    const month = builtSheet();
    expect(rowOf(month, 'daily-training@2026-11')).toMatchObject({ owner: 'party-committee:140423100', missing: 1 });
    record(month, '2026-11-20', { duty: 'daily-training' });
    expect(rowOf(month, 'daily-training@2026-11')).toMatchObject({ fulfilled: 1, missing: 0 });
  });
});

describe('OBLIGATIONS D7: exact sums', () => {
  const tenths = (most: number) => fc.integer({ min: 1, max: most }).map((said) => said / 10);
  const time: fc.Arbitrary<Time> = fc.oneof(
    fc.record({ amount: tenths(30) }),
    fc.record({ hours: tenths(225) }),
    fc.record({ amount: tenths(30), hours: tenths(225) }),
  );

  it('is done exactly when the days, or the hours, reach the figure, in whatever order they are entered', () =>
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 12 }), (entries) => {
        const days = entries.reduce((sum, { amount, hours = 0 }) => sum + (amount ?? hours / 7.5) * 750, 0);
        const hours = entries.reduce((sum, { amount = 0, hours: said }) => sum + (said ?? amount * 7.5) * 100, 0);
        const isDone = Math.round(Math.max(days, hours)) >= 9000;
        expect(lineOf(trained(entries))?.state).toBe(isDone ? 'fulfilled' : 'open');
        expect(lineOf(trained([...entries].reverse()))).toEqual(lineOf(trained(entries)));
      }),
      { numRuns: 60 },
    ));
});
