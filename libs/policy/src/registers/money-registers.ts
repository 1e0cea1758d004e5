import { refuse, type Refusal } from '../base/verdict';
import type { OfficeKind } from '../base/office';
import { choice, code, count, maybe, number, text, truth, year, yuan } from './register-fields';
import {
  groupBy,
  idsOf,
  isSo,
  numberOf,
  ofKind,
  shareOf,
  sumOf,
  textOf,
  yearly,
  type HandRegister,
  type RegisterEntry,
  type RegisterFinding,
  type RegisterView,
} from './register-rules';

/** Who keeps the money's registers. */
export const moneyOffices: readonly OfficeKind[] = [
  'leading-group-office',
  'revitalization-bureau',
  'department',
  'party-committee',
];

/** B-2.3.3: what is awarded for each mu, in yuan. */
export const awardsPerMu = {
  'cool-vegetables': { name: '新发展夏秋冷凉蔬菜', yuan: 100 },
  'new-greenhouse': { name: '新建日光温室', yuan: 30_000 },
  'rebuilt-greenhouse': { name: '改造老旧温室', yuan: 20_000 },
  orchard: { name: '新建标准化果园、改造中低产果园', yuan: 1_800 },
  potato: { name: '新建加工型马铃薯基地', yuan: 1_000 },
  herbs: { name: '新建中药材（药茶）标准化基地、良种繁育基地', yuan: 600 },
  farmland: { name: '耕地地力保护（确权颁证到位）', yuan: 67 },
  soybean: { name: '种植大豆', yuan: 20 },
  oil: { name: '种植油料', yuan: 10 },
} as const;
export type AwardPerMu = keyof typeof awardsPerMu;

/** B-2.1.1: the 13 pilot counties of courtyard economy, as the clause names them. */
export const courtyardPilots = [
  '140123',
  '140215',
  '140622',
  '140926',
  '141128',
  '140702',
  '140722',
  '140322',
  '140427',
  '140429',
  '140524',
  '141027',
  '140829',
] as const;

const names = (table: Readonly<Record<string, { name: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).map(([id, { name }]) => [id, name]));

const wrong = (clause: string, field: string, words: string): Refusal => refuse('OUT_OF_RANGE', clause, words, field);

/** B-2.3.1 to B-2.3.3: funds, loans, insurance and awards, checked against the clause's own figures. */
export const moneyRegisters = {
  'linking-funds': {
    title: '省级安排到县衔接补助资金',
    clause: 'B-2.3.1',
    levels: ['county'],
    keptBy: moneyOffices,
    fields: {
      year: year(),
      total: yuan('安排到县总额'),
      industry: yuan('用于产业发展'),
      monitored: yuan('监测对象项目资金需求'),
      monitoredMet: yuan('监测对象项目已安排资金'),
    },
    parts: { industry: 'total', monitoredMet: 'total' },
    findings: fundFindings,
    totals: (entries, of) => [
      yearly(entries, of, '安排到县总额', '元', (own) => sumOf(own, 'total')),
      yearly(entries, of, '用于产业发展的比例', '%', (own) => shareOf(sumOf(own, 'industry'), sumOf(own, 'total'))),
    ],
  },
  'courtyard-award': {
    title: '庭院经济奖补到户',
    clause: 'B-2.3.1',
    levels: ['village', 'township'],
    keptBy: moneyOffices,
    fields: { year: year(), household: code('户编号'), yuan: yuan('奖补金额') },
    judge: (entry, view) => {
      const others = ofKind(view, 'courtyard-award').filter(
        (one) =>
          textOf(one, 'household') === textOf(entry, 'household') && textOf(one, 'year') === textOf(entry, 'year'),
      );
      const before = sumOf(others, 'yuan');
      const most = view.settings.courtyardAwardYuan;
      if (before + numberOf(entry, 'yuan') <= most) return undefined;
      return wrong(
        'B-2.3.1',
        'yuan',
        `庭院经济奖补每户不超过${most}元，该户本年已登记${before}元，本次又登记${numberOf(entry, 'yuan')}元。`,
      );
    },
    totals: (entries, of) => [
      yearly(entries, of, '庭院经济奖补', '元', (own) => sumOf(own, 'yuan')),
      yearly(entries, of, '受奖户数', '户', (own) => new Set(own.map((one) => textOf(one, 'household'))).size),
    ],
  },
  'province-award': {
    title: '省对县庭院经济奖补',
    clause: 'B-2.3.1',
    levels: ['province', 'county'],
    keptBy: moneyOffices,
    fields: { year: year(), yuan: yuan('奖补金额') },
    findings: ({ entries, settings }) =>
      [...groupBy(entries, (entry) => textOf(entry, 'year'))]
        .filter(([, own]) => sumOf(own, 'yuan') > settings.provinceAwardYuan)
        .map(([of, own]) => ({
          clause: 'B-2.3.1',
          text: `${of}年奖补合计${sumOf(own, 'yuan')}元，超过统筹安排的${settings.provinceAwardYuan}元`,
          entries: idsOf(own),
        })),
    totals: (entries, of) => [yearly(entries, of, '省级奖补', '元', (own) => sumOf(own, 'yuan'))],
  },
  'micro-credit': {
    title: '脱贫人口小额信贷',
    clause: 'B-2.3.2',
    levels: ['village', 'township'],
    keptBy: [...moneyOffices, 'village-committee'],
    fields: {
      year: year(),
      household: code('户编号'),
      eligible: truth('符合贷款条件'),
      needs: truth('有资金需求'),
      loan: yuan('贷款余额'),
      additional: maybe(truth('是否追加贷款')),
      needed: maybe(truth('确有需要')),
      repayable: maybe(truth('具备还款能力')),
      subsidised: maybe(yuan('财政贴息的本金')),
    },
    judge: microCreditRefusal,
    findings: ({ entries }) => {
      const owed = entries.filter(
        (entry) => isSo(entry, 'eligible') && isSo(entry, 'needs') && numberOf(entry, 'loan') === 0,
      );
      return owed.length === 0
        ? []
        : [{ clause: 'B-2.3.2', text: `符合条件、有资金需求而未贷款${owed.length}户，应贷尽贷`, entries: idsOf(owed) }];
    },
    totals: (entries, of) => [
      yearly(entries, of, '贷款余额', '元', (own) => sumOf(own, 'loan')),
      yearly(entries, of, '贷款户数', '户', (own) => own.filter((one) => numberOf(one, 'loan') > 0).length),
    ],
  },
  membership: {
    title: '重点帮扶县、整体推进县、试点县名单',
    clause: 'B-2.3.2',
    levels: ['county'],
    keptBy: ['leading-group-office', 'revitalization-bureau'],
    fields: {
      list: choice('名单', {
        key: '46个重点帮扶县',
        whole: '40个整体推进县',
        'rich-farmer': '富农产业贷试点县（36+2）',
      }),
      source: text('名单来源'),
    },
    judge: (entry, view) =>
      ofKind(view, 'membership').some(
        (one) => one.territory === entry.territory && textOf(one, 'list') === textOf(entry, 'list'),
      )
        ? refuse('ALREADY_DONE', 'B-2.3.2', '该县已在此名单中，不重复登记。', 'list')
        : undefined,
    totals: (entries, of) =>
      (['key', 'whole', 'rich-farmer'] as const)
        .map((list) => ({
          name: list,
          value: entries.filter((one) => textOf(one, 'list') === list).length,
          before: null,
          unit: '县',
        }))
        .filter(() => of.length > 0),
  },
  insurance: {
    title: '农产品保险和防贫险',
    clause: 'B-2.3.2',
    levels: ['county'],
    keptBy: moneyOffices,
    looksAt: ['membership'],
    fields: {
      year: year(),
      kind: choice('险种', { price: '价格险', disaster: '灾害险', poverty: '防贫险' }),
      insured: count('参保户数'),
      claims: count('出险户数'),
      paid: count('赔付户数'),
    },
    parts: { paid: 'claims', claims: 'insured' },
    findings: insuranceFindings,
    totals: (entries, of) => [
      yearly(ofKind({ entries }, 'insurance'), of, '参保户数', '户', (own) => sumOf(own, 'insured')),
      yearly(ofKind({ entries }, 'insurance'), of, '赔付率', '%', (own) =>
        shareOf(sumOf(own, 'paid'), sumOf(own, 'claims')),
      ),
    ],
  },
  'award-per-mu': {
    title: '按亩奖补发放',
    clause: 'B-2.3.3',
    levels: ['village', 'township'],
    keptBy: [...moneyOffices, 'village-committee'],
    fields: {
      year: year(),
      household: code('户编号'),
      award: choice('奖补', names(awardsPerMu)),
      mu: number('亩数'),
      yuan: yuan('发放金额'),
      titled: maybe(truth('确权颁证到位')),
    },
    judge: awardRefusal,
    totals: (entries, of) =>
      Object.entries(awardsPerMu).map(([award, { name }]) =>
        yearly(
          entries.filter((one) => textOf(one, 'award') === award),
          of,
          name,
          '元',
          (own) => sumOf(own, 'yuan'),
        ),
      ),
  },
} satisfies Record<string, HandRegister>;

function fundFindings({ entries, settings }: RegisterView): RegisterFinding[] {
  return entries.flatMap((entry) => {
    const share = shareOf(numberOf(entry, 'industry'), numberOf(entry, 'total'));
    const unmet = numberOf(entry, 'monitored') - numberOf(entry, 'monitoredMet');
    return [
      ...(share !== null && share < settings.industryShare * 100
        ? [
            {
              clause: 'B-2.3.1',
              text: `${textOf(entry, 'year')}年用于产业发展${share}%，应不低于${settings.industryShare * 100}%`,
              entries: [entry.id],
            },
          ]
        : []),
      ...(unmet > 0
        ? [
            {
              clause: 'B-2.3.1',
              text: `${textOf(entry, 'year')}年监测对象项目尚缺资金${unmet}元，应优先保障`,
              entries: [entry.id],
            },
          ]
        : []),
    ];
  });
}

/** B-2.3.2: up to the whole with both conditions, interest paid for on the first part only. */
function microCreditRefusal(entry: RegisterEntry, { settings }: RegisterView): Refusal | undefined {
  const { microLoanYuan, microSubsidisedYuan } = settings;
  const loan = numberOf(entry, 'loan');
  if (loan > microLoanYuan)
    return wrong('B-2.3.2', 'loan', `脱贫人口小额信贷（含追加）应在${microLoanYuan}元以内，收到的是${loan}元。`);
  if (loan > microSubsidisedYuan && !isSo(entry, 'additional'))
    return wrong('B-2.3.2', 'loan', `超过${microSubsidisedYuan}元的属追加贷款，请注明（additional）。`);
  if (isSo(entry, 'additional') && !(isSo(entry, 'needed') && isSo(entry, 'repayable'))) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'B-2.3.2',
      '追加贷款应确有需要且具备还款能力，两项均须确认（needed、repayable）。',
      'needed',
    );
  }
  const most = Math.min(loan, microSubsidisedYuan);
  return numberOf(entry, 'subsidised') > most
    ? wrong('B-2.3.2', 'subsidised', `财政贴息的本金至多${most}元，收到的是${numberOf(entry, 'subsidised')}元。`)
    : undefined;
}

/** B-2.3.2: cover grows, and so does the share of claims paid, in the counties of the two lists. */
function insuranceFindings({ entries }: RegisterView): RegisterFinding[] {
  const listed = new Set(
    ofKind({ entries }, 'membership')
      .filter((one) => ['key', 'whole'].includes(textOf(one, 'list')))
      .map(({ territory }) => territory),
  );
  const own = ofKind({ entries }, 'insurance').filter(({ territory }) => listed.has(territory));
  return [...groupBy(own, (entry) => `${entry.territory}/${textOf(entry, 'kind')}`).values()].flatMap((same) => {
    const byYear = [...same].sort((one, other) => (textOf(one, 'year') < textOf(other, 'year') ? -1 : 1));
    return byYear.slice(1).flatMap((entry, index) => {
      const before = byYear[index] as RegisterEntry;
      return numberOf(entry, 'insured') < numberOf(before, 'insured')
        ? [
            {
              clause: 'B-2.3.2',
              text: `${textOf(entry, 'year')}年参保户数少于上年，应扩大覆盖面`,
              entries: [before.id, entry.id],
            },
          ]
        : [];
    });
  });
}

function awardRefusal(entry: RegisterEntry): Refusal | undefined {
  const award = awardsPerMu[textOf(entry, 'award') as AwardPerMu];
  if (textOf(entry, 'award') === 'farmland' && !isSo(entry, 'titled')) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'B-2.3.3',
      '耕地地力保护补贴的对象是确权颁证到位、拥有承包权的种地农户，应确认（titled）。',
      'titled',
    );
  }
  const due = Math.round(numberOf(entry, 'mu') * award.yuan * 100) / 100;
  return numberOf(entry, 'yuan') === due
    ? undefined
    : wrong(
        'B-2.3.3',
        'yuan',
        `${award.name}每亩${award.yuan}元，${numberOf(entry, 'mu')}亩应为${due}元，收到的是${numberOf(entry, 'yuan')}元。`,
      );
}
