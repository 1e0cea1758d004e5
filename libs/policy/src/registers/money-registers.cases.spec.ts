import fc from 'fast-check';
import { codeOf } from '../case/case-builder';
import { basePolicy, settingsOf, type Settings } from '../settings/policy-set';
import { exactSum, reaches, shareOf } from './exact-amounts';
import { handRegister, judgeEntry, type HandRegisterKind } from './hand-registers';
import type { FieldValue, RegisterEntry, RegisterView } from './register-rules';

let number = 0;
const county = '140423';
const [V1, V2] = ['140423100201', '140423100202'];
const entry = (
  kind: HandRegisterKind,
  territory: string,
  body: Record<string, FieldValue>,
  on = '2026-09-10',
): RegisterEntry => ({ id: `E${(number += 1)}`, kind, territory, on, body });
const viewOf = (
  entries: readonly RegisterEntry[],
  today = '2026-12-01',
  changes: Partial<Settings> = {},
): RegisterView => ({
  entries,
  today,
  settings: { ...settingsOf(basePolicy), ...changes },
});
const judged = (one: RegisterEntry, others: readonly RegisterEntry[] = [], changes: Partial<Settings> = {}) =>
  codeOf(judgeEntry(one, viewOf(others, '2027-12-01', changes)));
const found = (kind: HandRegisterKind, entries: readonly RegisterEntry[], today = '2026-12-01'): string[] =>
  (handRegister(kind)?.findings?.(viewOf(entries, today)) ?? []).map(({ text }) => text);

describe('case 62 (B-2.3.1.a, D13): 100,000,000 yuan to the county', () => {
  const funds = (industry: number, total = 100_000_000) =>
    entry('linking-funds', county, { year: '2026', total, industry, monitored: 0, monitoredMet: 0 });

  it.each([
    [59_960_000, '59.96%'],
    [59_999_999, '59.99%'],
  ])('%d to industry is a finding, shown as %s', (industry, shown) =>
    expect(found('linking-funds', [funds(industry)])).toEqual([`2026年用于产业发展${shown}，应不低于60%`]),
  );

  it('60,000,000 is none', () => expect(found('linking-funds', [funds(60_000_000)])).toEqual([]));

  it('nothing at all is no figure, and named as such', () =>
    expect(found('linking-funds', [funds(0, 0)])).toEqual(['2026年安排到县总额为0，没有可核对的数据']));
});

describe('case 63 (B-2.3.5.b, D13): 1,000,000 yuan of canteen purchases in 2026', () => {
  const bought = (reserved: number, total = 1_000_000) =>
    entry('purchase', county, { year: '2026', unit: 'U1', duty: 'canteen', total, reserved });

  it('199,600 looked at on 1 February 2027 is a finding, 19.96%; 200,000 is none', () => {
    expect(found('purchase', [bought(199_600)], '2027-02-01')).toEqual(['U12026年采购占比19.96%，应不低于20%']);
    expect(found('purchase', [bought(200_000)], '2027-02-01')).toEqual([]);
  });

  it('looked at on 1 December 2026 there is none yet', () =>
    expect(found('purchase', [bought(199_600)], '2026-12-01')).toEqual([]));

  it('a unit on the list without figures is named on 1 January 2027, not before, and each year since', () => {
    const listed = entry('purchase-unit', county, { unit: 'U1', duty: 'canteen' }, '2026-03-01');
    expect(found('purchase', [listed], '2026-12-31')).toEqual([]);
    expect(found('purchase', [listed], '2027-01-01')).toEqual(['U1在名单中，2026年没有采购数据']);
    expect(found('purchase', [listed, bought(200_000)], '2027-01-01')).toEqual([]);
    expect(found('purchase', [listed, bought(200_000)], '2028-01-01')).toEqual(['U1在名单中，2027年没有采购数据']);
    expect(found('purchase', [listed, bought(0, 0)], '2027-01-01')).toEqual(['U12026年采购总额为0，没有可核对的数据']);
    expect(judged(entry('purchase-unit', county, { unit: 'U1', duty: 'canteen' }), [listed])).toBe('ALREADY_DONE');
  });
});

describe('case 64 (B-2.3.2.b, D14): a loan of 50,000 to H1', () => {
  const loan = (yuan: number, body: Record<string, FieldValue> = {}, village = V1) =>
    entry('micro-credit', village, { year: '2026', household: 'H1', eligible: true, needs: true, loan: yuan, ...body });
  const more = { additional: true, needed: true, repayable: true };
  const first = loan(50_000, { subsidised: 50_000 });

  it('a second entry of 100,000 is refused: the household would have 150,000', () =>
    expect(judgeEntry(loan(100_000, more), viewOf([first]))).toMatchObject({
      code: 'OUT_OF_RANGE',
      field: 'loan',
      detail: expect.stringContaining('合计150000元'),
    }));

  it('a second of 50,000 is accepted, also from another village; it is additional, and confirmed as such', () => {
    expect(judged(loan(50_000, more), [first])).toBe('admitted');
    expect(judged(loan(50_000, more, V2), [first])).toBe('admitted');
    expect(judged(loan(50_000), [first])).toBe('OUT_OF_RANGE');
    expect(judged(loan(50_000, { additional: true, needed: true }), [first])).toBe('CONDITIONS_NOT_MET');
    expect(judged(loan(50_001, more), [first])).toBe('OUT_OF_RANGE');
  });

  it('interest is paid on 50,000 in all', () => {
    expect(judged(loan(50_000, { ...more, subsidised: 1 }), [first])).toBe('OUT_OF_RANGE');
    expect(judged(loan(50_000, { ...more, subsidised: 20_000 }), [loan(50_000, { subsidised: 30_000 })])).toBe(
      'admitted',
    );
  });

  it('what another household has, or this one had in another year, does not count', () => {
    expect(judged(loan(50_000, { household: 'H2' }), [first])).toBe('admitted');
    expect(judged(loan(50_000, { year: '2027' }), [first])).toBe('admitted');
  });
});

describe('case 65 (B-2.3.1.d, B-2.3.3.a, j, D14): courtyard awards of H1', () => {
  const award = (yuan: number, year = '2026', village = V1) =>
    entry('courtyard-award', village, { year, household: 'H1', yuan });
  const both = [award(1_200), award(800)];

  it('1,200 in March and 800 in September are both accepted, one yuan more is not, from wherever', () => {
    expect(judged(award(1_200))).toBe('admitted');
    expect(judged(award(800), [award(1_200)])).toBe('admitted');
    expect(judged(award(1), both)).toBe('OUT_OF_RANGE');
    expect(judged(award(1, '2026', V2), both)).toBe('OUT_OF_RANGE');
    expect(judged(award(0.01), both)).toBe('OUT_OF_RANGE');
  });

  it('2,000 in 2027 is accepted, unless the office adds the years up', () => {
    expect(judged(award(2_000, '2027'), both)).toBe('admitted');
    expect(judged(award(1, '2027'), both, { courtyardCapPeriod: 'in-all' })).toBe('OUT_OF_RANGE');
  });

  it.each([
    ['cool-vegetables', 3.5, 350, 'admitted'],
    ['cool-vegetables', 3.5, 300, 'OUT_OF_RANGE'],
    ['soybean', 10, 200, 'admitted'],
  ])('%s on %d mu: %d yuan is %s', (kind, mu, yuan, code) =>
    expect(judged(entry('award-per-mu', V1, { year: '2026', household: 'H1', award: kind, mu, yuan }))).toBe(code),
  );
});

describe('case 66 (B-2.3.4.l): a reward of 9,600 for 12 people', () => {
  const workshop = (body: Record<string, FieldValue> = {}) =>
    entry('workshop', V1, { workshop: 'W1', name: '服装车间', settlement: false, ...body }, '2026-03-01');
  const reward = entry('workshop-reward', V1, { workshop: 'W1', year: '2026', absorbed: 12, yuan: 9_600 });

  it('is refused where the workshop is not recognised as 基地, and says what is missing', () =>
    expect(judgeEntry(reward, viewOf([workshop()]))).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      clause: 'B-2.3.4',
      field: 'workshop',
      detail: expect.stringContaining('就业帮扶基地'),
    }));

  it.each([
    ['recognised when it was registered', { base: true }, 'admitted'],
    ['recognised on the day', { base: true, recognisedOn: '2026-09-10' }, 'admitted'],
    ['recognised the day after', { base: true, recognisedOn: '2026-09-11' }, 'CONDITIONS_NOT_MET'],
    ['a date without the recognition', { recognisedOn: '2026-05-01' }, 'CONDITIONS_NOT_MET'],
  ])('%s: %s', (_title, body, code) => expect(judged(reward, [workshop(body)])).toBe(code));
});

describe('OBLIGATIONS D13: exact to the fen', () => {
  const fen = fc.integer({ min: 1, max: 10_000_000_000 });
  const basisPoints = fc.integer({ min: 0, max: 10_000 });

  it('reached is what is reached in whole fen, and nothing below is shown as reached', () =>
    fc.assert(
      fc.property(fen, fc.nat(), basisPoints, (whole, rest, points) => {
        const part = rest % (whole + 1);
        const isReached = BigInt(part) * 10_000n >= BigInt(whole) * BigInt(points);
        expect(reaches(part / 100, whole / 100, points / 10_000)).toBe(isReached);
        expect((shareOf(part / 100, whole / 100) ?? 0) >= points / 100).toBe(isReached);
      }),
    ));

  it('a sum of fen is that many fen', () =>
    fc.assert(
      fc.property(fc.array(fen, { maxLength: 30 }), (amounts) =>
        expect(exactSum(amounts.map((one) => one / 100))).toBe(amounts.reduce((sum, one) => sum + one, 0) / 100),
      ),
    ));

  it('whatever a household is awarded in a year, the cap is 2,000 over all entries', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 8 }), (amounts) => {
        const kept: RegisterEntry[] = [];
        let sum = 0;
        for (const [index, amount] of amounts.entries()) {
          const one = entry('courtyard-award', index % 2 === 0 ? V1 : V2, {
            year: '2026',
            household: 'H1',
            yuan: amount / 100,
          });
          expect(judged(one, kept)).toBe(sum + amount <= 200_000 ? 'admitted' : 'OUT_OF_RANGE');
          if (sum + amount > 200_000) continue;
          kept.push(one);
          sum += amount;
        }
      }),
    ));
});
