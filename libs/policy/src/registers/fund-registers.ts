import { grouped } from '../base/grouped';
import { refuse } from '../base/verdict';
import { exactSum, inPerCent, reaches, shareOf } from './exact-amounts';
import { moneyOffices } from './register-keepers';
import { code, year, yuan } from './register-fields';
import {
  idsOf,
  numberOf,
  ofKind,
  sumOf,
  textOf,
  yearly,
  type HandRegister,
  type RegisterEntry,
  type RegisterFinding,
  type RegisterView,
} from './register-rules';

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

/** B-2.3.1: the linking funds of a county, and what is awarded from them for courtyard economy. */
export const fundRegisters = {
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
      const { courtyardAwardYuan: most, courtyardCapPeriod } = view.settings;
      const isCounted = (one: RegisterEntry): boolean =>
        textOf(one, 'household') === textOf(entry, 'household') &&
        (courtyardCapPeriod === 'in-all' || textOf(one, 'year') === textOf(entry, 'year'));
      const before = sumOf(ofKind(view, 'courtyard-award').filter(isCounted), 'yuan');
      if (exactSum([before, numberOf(entry, 'yuan')]) <= most) return undefined;
      const words = courtyardCapPeriod === 'in-all' ? '累计' : '本年';
      return refuse(
        'OUT_OF_RANGE',
        'B-2.3.1',
        `庭院经济奖补每户不超过${most}元，该户${words}已登记${before}元，本次又登记${numberOf(entry, 'yuan')}元。`,
        'yuan',
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
      [...grouped(entries, (entry) => textOf(entry, 'year'))]
        .filter(([, own]) => sumOf(own, 'yuan') > settings.provinceAwardYuan)
        .map(([of, own]) => ({
          clause: 'B-2.3.1',
          text: `${of}年奖补合计${sumOf(own, 'yuan')}元，超过统筹安排的${settings.provinceAwardYuan}元`,
          entries: idsOf(own),
        })),
    totals: (entries, of) => [yearly(entries, of, '省级奖补', '元', (own) => sumOf(own, 'yuan'))],
  },
} satisfies Record<string, HandRegister>;

function fundFindings({ entries, settings }: RegisterView): RegisterFinding[] {
  return entries.flatMap((entry): RegisterFinding[] => {
    const [industry, total] = [numberOf(entry, 'industry'), numberOf(entry, 'total')];
    const unmet = exactSum([numberOf(entry, 'monitored'), -numberOf(entry, 'monitoredMet')]);
    const share = shareOf(industry, total);
    const words =
      share === null
        ? '安排到县总额为0，没有可核对的数据'
        : `用于产业发展${share}%，应不低于${inPerCent(settings.industryShare)}%`;
    return [
      ...(share === null || !reaches(industry, total, settings.industryShare)
        ? [{ clause: 'B-2.3.1' as const, text: `${textOf(entry, 'year')}年${words}`, entries: [entry.id] }]
        : []),
      ...(unmet > 0
        ? [
            {
              clause: 'B-2.3.1' as const,
              text: `${textOf(entry, 'year')}年监测对象项目尚缺资金${unmet}元，应优先保障`,
              entries: [entry.id],
            },
          ]
        : []),
    ];
  });
}
