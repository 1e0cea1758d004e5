import { codeOf } from '../case/case-builder';
import { basePolicy, settingsOf } from '../settings/policy-set';
import { isClauseId } from '../base/clauses/clauses';
import { handRegister, handRegisters, judgeEntry, type HandRegisterKind } from './hand-registers';
import { registerKinds } from '../case/register-kinds';
import { awardsPerMu } from './award-registers';
import type { FieldValue, RegisterEntry, RegisterView } from './register-rules';

const settings = settingsOf(basePolicy);
const today = '2026-11-20';
const village = '140423100204';
let number = 0;
const entry = (
  kind: HandRegisterKind,
  body: Record<string, FieldValue>,
  more: Partial<RegisterEntry> = {},
): RegisterEntry => ({
  id: `E${(number += 1)}`,
  kind,
  territory: village,
  on: '2026-11-10',
  body,
  ...more,
});
const among = (entries: readonly RegisterEntry[], on = today): RegisterView => ({ entries, today: on, settings });
const judged = (one: RegisterEntry, others: readonly RegisterEntry[] = []) => codeOf(judgeEntry(one, among(others)));
const found = (kind: HandRegisterKind, entries: readonly RegisterEntry[], on = today): string[] =>
  (handRegister(kind)?.findings?.(among(entries, on)) ?? []).map(({ text }) => text);
const totals = (kind: HandRegisterKind, entries: readonly RegisterEntry[], year = '2026') =>
  handRegister(kind)?.totals?.(entries, year) ?? [];
const county = { territory: '140423' };

describe('every register kept by hand', () => {
  it.each(Object.entries(handRegisters))(
    '%s cites a clause, says who keeps it, and names its fields in Chinese',
    (kind, register) => {
      expect(Object.keys(registerKinds)).not.toContain(kind);
      expect(isClauseId(register.clause)).toBe(true);
      expect(register.keptBy.length).toBeGreaterThan(0);
      for (const { name } of Object.values(register.fields)) expect(name).toMatch(/[一-鿿]/);
      const ofEveryAct = ['territory', 'occurredOn', 'person', 'reason'];
      expect(Object.keys(register.fields).filter((field) => ofEveryAct.includes(field))).toEqual([]);
    },
  );

  it('refuses a place of another level and a day to come', () => {
    expect(judged(entry('village-plan', { title: '规划', income: 1 }, county))).toBe('INVALID_INPUT');
    expect(judged(entry('village-plan', { title: '规划', income: 1 }, { on: '2026-11-21' }))).toBe('FUTURE_DATE');
    expect(judged(entry('village-plan', { title: '规划', income: 1 }))).toBe('admitted');
  });
});

describe('what no register takes', () => {
  it.each<[string, HandRegisterKind, Record<string, FieldValue>, string]>([
    [
      'C-2.2: a plan approved on a day to come',
      'training-plan',
      { title: '方案', cadres: 1, approvedOn: '2026-11-21' },
      'FUTURE_DATE',
    ],
    ['C-2.2: one approved today', 'training-plan', { title: '方案', cadres: 1, approvedOn: '2026-11-20' }, 'admitted'],
    ['B-2.3.1: money of the year after next', 'province-award', { year: '2028', yuan: 1 }, 'FUTURE_DATE'],
    ['B-2.3.1: money of the next year', 'province-award', { year: '2027', yuan: 1 }, 'admitted'],
    [
      'A-2.2: more households with tap water than there are',
      'water',
      { households: 10, tapped: 11, cutOffs: 0 },
      'OUT_OF_RANGE',
    ],
    ['A-2.2: as many', 'water', { households: 10, tapped: 10, cutOffs: 0 }, 'admitted'],
  ])('%s', (_title, kind, body, code) => expect(judged(entry(kind, body, county))).toBe(code));
});

describe('B-2.3.1: funds', () => {
  const funds = (industry: number, more: Record<string, FieldValue> = {}) =>
    entry('linking-funds', { year: '2026', total: 1000, industry, monitored: 0, monitoredMet: 0, ...more }, county);

  it('for industry are at least 60 %, the projects of monitored households first', () => {
    expect(found('linking-funds', [funds(600)])).toEqual([]);
    expect(found('linking-funds', [funds(599)])).toEqual(['2026年用于产业发展59.9%，应不低于60%']);
    expect(found('linking-funds', [funds(600, { monitored: 50, monitoredMet: 30 })])).toEqual([
      '2026年监测对象项目尚缺资金20元，应优先保障',
    ]);
    expect(judged(funds(1001))).toBe('OUT_OF_RANGE');
  });

  it('stand in the yearly table beside the year before', () =>
    expect(
      totals('linking-funds', [funds(600), { ...funds(500), body: { ...funds(500).body, year: '2025' } }])[1],
    ).toEqual({
      name: '用于产业发展的比例',
      unit: '%',
      value: 60,
      before: 50,
    }));

  it('award no household more than 2,000 yuan a year', () => {
    const award = (yuan: number, year = '2026') => entry('courtyard-award', { year, household: 'H1', yuan });
    expect(judged(award(2000))).toBe('admitted');
    expect(judged(award(2000.01))).toBe('OUT_OF_RANGE');
    expect(judged(award(500), [award(1600)])).toBe('OUT_OF_RANGE');
    expect(judged(award(500), [award(1600, '2025')])).toBe('admitted');
  });

  it('of the province for courtyards are 200 million in all', () => {
    const award = (yuan: number) => entry('province-award', { year: '2026', yuan }, county);
    expect(found('province-award', [award(150_000_000), award(50_000_000)])).toEqual([]);
    expect(found('province-award', [award(150_000_000), award(50_000_001)])).toHaveLength(1);
  });
});

describe('B-2.3.2: micro-credit and insurance', () => {
  const loan = (body: Record<string, FieldValue>) =>
    entry('micro-credit', { year: '2026', household: 'H1', eligible: true, needs: true, loan: 50_000, ...body });

  it('is lent up to 100,000, beyond 50,000 only where needed and repayable, interest paid on 50,000', () => {
    expect(judged(loan({ subsidised: 50_000 }))).toBe('admitted');
    expect(judged(loan({ loan: 50_001 }))).toBe('OUT_OF_RANGE');
    expect(judged(loan({ loan: 100_000, additional: true, needed: true }))).toBe('CONDITIONS_NOT_MET');
    expect(judged(loan({ loan: 100_000, additional: true, needed: true, repayable: true, subsidised: 50_000 }))).toBe(
      'admitted',
    );
    expect(judged(loan({ loan: 100_000, additional: true, needed: true, repayable: true, subsidised: 50_001 }))).toBe(
      'OUT_OF_RANGE',
    );
    expect(judged(loan({ loan: 100_001, additional: true, needed: true, repayable: true }))).toBe('OUT_OF_RANGE');
  });

  it('is found wanting where somebody eligible with a need has none', () =>
    expect(found('micro-credit', [loan({ loan: 0 }), loan({ loan: 0, needs: false })])).toEqual([
      '符合条件、有资金需求而未贷款1户，应贷尽贷',
    ]));

  it('of insurance, cover grows in the listed counties', () => {
    const member = entry('membership', { list: 'key', source: '省名单' }, county);
    const cover = (year: string, insured: number) =>
      entry('insurance', { year, kind: 'price', insured, claims: 10, paid: 5 }, county);
    expect(found('insurance', [member, cover('2025', 100), cover('2026', 90)])).toEqual([
      '2026年参保户数少于上年，应扩大覆盖面',
    ]);
    expect(found('insurance', [cover('2025', 100), cover('2026', 90)])).toEqual([]);
    expect(judged(entry('insurance', { year: '2026', kind: 'price', insured: 1, claims: 1, paid: 2 }, county))).toBe(
      'OUT_OF_RANGE',
    );
    expect(judged(entry('membership', { list: 'key', source: '省名单' }, county), [member])).toBe('ALREADY_DONE');
  });
});

describe('B-2.3.3: awards per mu', () => {
  it.each([
    ['cool-vegetables', 100],
    ['new-greenhouse', 30_000],
    ['rebuilt-greenhouse', 20_000],
    ['orchard', 1_800],
    ['potato', 1_000],
    ['herbs', 600],
    ['farmland', 67],
    ['soybean', 20],
    ['oil', 10],
  ])('%s is %d yuan, and no other amount', (award, yuan) => {
    const paid = (amount: number) =>
      entry('award-per-mu', { year: '2026', household: 'H1', award, mu: 2.5, yuan: amount, titled: true });
    expect(awardsPerMu[award as keyof typeof awardsPerMu].yuan).toBe(yuan);
    expect(judged(paid(yuan * 2.5))).toBe('admitted');
    expect(judged(paid(yuan * 2.5 + 1))).toBe('OUT_OF_RANGE');
  });

  it('for farmland goes to holders with confirmed title', () =>
    expect(judged(entry('award-per-mu', { year: '2026', household: 'H1', award: 'farmland', mu: 1, yuan: 67 }))).toBe(
      'CONDITIONS_NOT_MET',
    ));
});

describe('B-2.3.5, A-2.5: purchases', () => {
  const bought = (duty: string, reserved: number, year = '2025') =>
    entry('purchase', { year, unit: 'U1', duty, total: 1000, reserved }, county);

  it.each([
    ['canteen', 200],
    ['union', 300],
    ['budget', 100],
  ])('%s of a finished year reserve at least %d of 1,000', (duty, least) => {
    expect(found('purchase', [bought(duty, least)])).toEqual([]);
    expect(found('purchase', [bought(duty, least - 1)])).toHaveLength(1);
    expect(found('purchase', [bought(duty, 0, '2026')])).toEqual([]);
    expect(judged(bought(duty, 1001))).toBe('OUT_OF_RANGE');
  });

  it('contracted are kept', () =>
    expect(
      found('contracted-sales', [entry('contracted-sales', { year: '2025', who: 'U1', target: 100, sold: 99 })]),
    ).toEqual(['包销任务未兑现1项']));
});

describe('B-2.1.1, B-2.1.3, A-2.4: projects and targets', () => {
  it('carry quantified indicators', () => {
    const project = (households: number, incomePerHousehold: number) =>
      entry('project', { year: '2026', name: '大棚', yuan: 1, households, incomePerHousehold });
    expect(judged(project(10, 3000))).toBe('admitted');
    expect(judged(project(0, 3000))).toBe('CONDITIONS_NOT_MET');
    expect(judged(project(10, 0))).toBe('CONDITIONS_NOT_MET');
  });

  it('idle are found', () => expect(found('project', [entry('project', { isRunning: false })])).toHaveLength(1));

  it('are counted against 100, 100, 200 and 100', () =>
    expect(
      totals('industry-target', [entry('industry-target', { year: '2026', kind: 'farm', name: '甲' }, county)]).map(
        ({ name, value }) => `${name} ${value}`,
      ),
    ).toEqual([
      '龙头企业（目标100家） null',
      '合作社示范社（目标100家） null',
      '示范家庭农场（目标200家） 1',
      '特色产业帮扶基地（目标100个） null',
    ]));
});

describe('A-2.2, A-2.3, B-1 and plan C: registers that look for gaps', () => {
  it.each<[string, HandRegisterKind, Record<string, FieldValue>, number]>([
    ['A-2.2: tap water of 95 % without a cut-off', 'water', { households: 1000, tapped: 950, cutOffs: 0 }, 0],
    ['A-2.2: less than 95 %, and a large cut-off', 'water', { households: 1000, tapped: 949, cutOffs: 1 }, 2],
    [
      'A-2.3: a relocated family able and willing, nobody employed',
      'relocated-family',
      { household: 'H1', able: true, employed: 0 },
      1,
    ],
    ['A-2.3: one of it employed', 'relocated-family', { household: 'H1', able: true, employed: 1 }, 0],
    ['C-2.2: a training plan the city has not approved', 'training-plan', { title: '方案', cadres: 100 }, 1],
    ['C-2.2: one it has', 'training-plan', { title: '方案', cadres: 100, approvedOn: '2026-05-01' }, 0],
    ['C-2.5: booklets not for every cadre', 'booklet', { cadres: 100, given: 99 }, 1],
    ['C-2.5: posters not in every house', 'poster', { households: 100, hung: 99, marked: 10 }, 1],
    ['C-2.6: a goal not reached', 'plan-goals', { unit: 'U1', goal: '道路', target: 3, reached: 2 }, 1],
    [
      'C-3.2: a unit that has not asked on the spot',
      'unit-assignment',
      { unit: 'U1', leader: 'L1', department: '办公室' },
      1,
    ],
  ])('%s', (_title, kind, body, count) => expect(found(kind, [entry(kind, body)])).toHaveLength(count));

  it('B-1: compares four incomes each year', () => {
    const year = (of: string, more: Record<string, FieldValue> = {}) =>
      entry(
        'income',
        {
          year: of,
          relocated: 9,
          outOfPoverty: 9,
          farmers: 8,
          poorAreas: 8.5,
          ratioProvince: 70,
          ratioNation: 60,
          ...more,
        },
        { territory: '14' },
      );
    expect(found('income', [year('2025'), year('2026', { ratioProvince: 71, ratioNation: 61 })])).toEqual([]);
    expect(
      found('income', [year('2025'), year('2026', { relocated: 8.9, farmers: 9, poorAreas: 9, ratioNation: 60 })]),
    ).toEqual([
      '2026年易地搬迁脱贫人口收入增速低于脱贫人口',
      '2026年脱贫人口收入增速不高于全省农民',
      '2026年脱贫人口收入增速不高于脱贫地区农民',
      '2026年脱贫人口收入占全省或全国农民收入的比例未提高',
    ]);
  });

  it.each<[string, HandRegisterKind]>([
    ['A-2.6', 'safety-net'],
    ['A-2.7', 'stationing-goals'],
    ['A-3.2', 'publicity'],
    ['A-3.8', 'follow-up'],
    ['A-4.1', 'village-ledger'],
    ['A-4.2', 'meeting'],
    ['A-4.3', 'work-plan'],
    ['A-4.4', 'unit-duty'],
    ['B-2.1.2', 'village-plan'],
    ['B-2.2.1', 'service'],
    ['B-3.1', 'task-force'],
    ['C-2.7', 'party-building'],
    ['C-3.6', 'incentive'],
  ])('%s: %s is kept and counted by year', (clause, kind) => {
    expect(handRegisters[kind].clause).toBe(clause);
    expect(totals(kind, [entry(kind, {}), entry(kind, {}, { on: '2025-03-01' })])).toMatchObject([
      { value: 1, before: 1 },
    ]);
  });
});

it('B-2.2.4: a month belongs to its own year, whenever it was entered', () => {
  const month = (when: string, wages: number) =>
    entry(
      'workshop-workers',
      { workshop: 'W1', month: when, workers: 9, outOfPoverty: 5, wages },
      { on: '2026-01-10', ...county },
    );
  expect(totals('workshop', [month('2025-12', 900), month('2026-01', 1000)])).toContainEqual(
    expect.objectContaining({ value: 1000, before: 900, unit: '元' }),
  );
});
