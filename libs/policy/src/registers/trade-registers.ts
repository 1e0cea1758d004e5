import { grouped } from '../base/grouped';
import { refuse } from '../base/verdict';
import { inPerCent, reaches, shareOf } from './exact-amounts';
import { choice, code, count, maybe, text, truth, year, yuan, unit } from './register-fields';
import { moneyOffices } from './register-keepers';
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

/** B-2.3.5: who is to buy, and what. */
const purchaseDuties = {
  canteen: '“五进”单位食堂食材采购',
  union: '帮扶单位工会福利采购帮扶县农特产品',
  budget: '预算单位采购脱贫地区农副产品',
} as const;

/** B-2.3.5, A-2.5, B-2.1.1, B-2.1.3: purchases, projects and what is to be fostered. */
export const tradeRegisters = {
  purchase: {
    title: '消费帮扶采购',
    clause: 'B-2.3.5',
    levels: ['province', 'city', 'county'],
    keptBy: [...moneyOffices, 'dispatching-unit'],
    looksAt: ['purchase-unit'],
    fields: {
      year: year(),
      unit: unit('采购单位'),
      duty: choice('任务', purchaseDuties),
      total: yuan('采购总额'),
      reserved: yuan('从脱贫地区（帮扶县）采购额'),
    },
    parts: { reserved: 'total' },
    findings: purchaseFindings,
    totals: (entries, of) => [
      yearly(ofKind({ entries }, 'purchase'), of, '从脱贫地区采购额', '元', (own) => sumOf(own, 'reserved')),
    ],
  },
  'purchase-unit': {
    title: '承担消费帮扶采购任务的单位名单',
    clause: 'B-2.3.5',
    levels: ['province', 'city', 'county'],
    keptBy: moneyOffices,
    fields: { unit: code('采购单位'), duty: choice('任务', purchaseDuties) },
    judge: (entry, view) =>
      ofKind(view, 'purchase-unit').some((one) => isSamePurchase(one, entry))
        ? refuse('ALREADY_DONE', 'B-2.3.5', `${textOf(entry, 'unit')}的此项任务已在名单中，不重复登记。`, 'unit')
        : undefined,
  },
  'contracted-sales': {
    title: '帮扶单位和驻村干部包销任务',
    clause: 'A-2.5',
    levels: ['county', 'village'],
    keptBy: [...moneyOffices, 'dispatching-unit', 'stationing-office'],
    fields: { year: year(), who: code('包销单位或干部'), target: yuan('包销任务'), sold: yuan('已完成') },
    findings: ({ entries, today }) => {
      const short = entries.filter(
        (entry) => textOf(entry, 'year') < today.slice(0, 4) && numberOf(entry, 'sold') < numberOf(entry, 'target'),
      );
      return short.length === 0
        ? []
        : [{ clause: 'A-2.5', text: `包销任务未兑现${short.length}项`, entries: idsOf(short) }];
    },
    totals: (entries, of) => [yearly(entries, of, '包销完成额', '元', (own) => sumOf(own, 'sold'))],
  },
  project: {
    title: '衔接补助资金支持的产业项目',
    clause: 'B-2.1.1',
    levels: ['county', 'township', 'village'],
    keptBy: moneyOffices,
    fields: {
      year: year(),
      name: text('项目名称'),
      yuan: yuan('财政资金'),
      households: count('带动脱贫户和监测户数'),
      incomePerHousehold: yuan('户均增收指标'),
      isRunning: maybe(truth('正常运营')),
    },
    judge: (entry) =>
      numberOf(entry, 'households') > 0 && numberOf(entry, 'incomePerHousehold') > 0
        ? undefined
        : refuse(
            'CONDITIONS_NOT_MET',
            'B-2.1.1',
            '衔接补助资金支持的项目应量化带动户数和增收指标（均大于0）。',
            'households',
          ),
    findings: ({ entries }) => {
      const stopped = entries.filter((entry) => entry.body['isRunning'] === false);
      return stopped.length === 0
        ? []
        : [
            {
              clause: 'A-2.4',
              text: `扶贫项目资产闲置或产业项目中断${stopped.length}个，应确保持续稳定发挥作用`,
              entries: idsOf(stopped),
            },
          ];
    },
    totals: (entries, of) => [
      yearly(entries, of, '项目财政资金', '元', (own) => sumOf(own, 'yuan')),
      yearly(entries, of, '带动户数', '户', (own) => sumOf(own, 'households')),
    ],
  },
  'industry-target': {
    title: '县域特色产业培育',
    clause: 'B-2.1.3',
    levels: ['county'],
    keptBy: moneyOffices,
    fields: {
      year: year(),
      kind: choice('类别', {
        enterprise: '省级农业产业化龙头企业',
        cooperative: '国家级农民专业合作社示范社',
        farm: '省级示范家庭农场',
        base: '省级特色产业帮扶基地',
      }),
      name: text('名称'),
    },
    totals: (entries, of) =>
      Object.entries({
        enterprise: '龙头企业（目标100家）',
        cooperative: '合作社示范社（目标100家）',
        farm: '示范家庭农场（目标200家）',
        base: '特色产业帮扶基地（目标100个）',
      }).map(([kind, name]) =>
        yearly(
          entries.filter((one) => textOf(one, 'kind') === kind),
          of,
          name,
          '个',
          (own) => own.length,
        ),
      ),
  },
} satisfies Record<string, HandRegister>;

const isSamePurchase = (one: RegisterEntry, other: RegisterEntry): boolean =>
  textOf(one, 'unit') === textOf(other, 'unit') && textOf(one, 'duty') === textOf(other, 'duty');

/** [D thresholds]: judged when the year is over; who is on the list without figures is named. */
function purchaseFindings(view: RegisterView): RegisterFinding[] {
  const bought = ofKind(view, 'purchase').filter((entry) => textOf(entry, 'year') < view.today.slice(0, 4));
  const sameYear = grouped(bought, (entry) => ['year', 'unit', 'duty'].map((field) => textOf(entry, field)).join('/'));
  return [
    ...[...sameYear.values()].flatMap((own) => shortOf(own, view)),
    ...ofKind(view, 'purchase-unit').flatMap((unit) => withoutFigures(unit, bought, view)),
  ];
}

function shortOf(own: readonly RegisterEntry[], { settings }: RegisterView): RegisterFinding[] {
  const [first] = own as [RegisterEntry];
  const least: Record<string, number> = {
    canteen: settings.canteenShare,
    union: settings.unionShare,
    budget: settings.budgetShare,
  };
  const required = least[textOf(first, 'duty')] ?? 0;
  const [reserved, total] = [sumOf(own, 'reserved'), sumOf(own, 'total')];
  const share = shareOf(reserved, total);
  if (share !== null && reaches(reserved, total, required)) return [];
  const words = share === null ? '采购总额为0，没有可核对的数据' : `采购占比${share}%，应不低于${inPerCent(required)}%`;
  const text = `${textOf(first, 'unit')}${textOf(first, 'year')}年${words}`;
  return [{ clause: 'B-2.3.5', text, entries: idsOf(own) }];
}

/** Each finished year since the unit was listed. */
function withoutFigures(unit: RegisterEntry, bought: readonly RegisterEntry[], { today }: RegisterView) {
  const since = Number(unit.on.slice(0, 4));
  const years = Array.from({ length: Number(today.slice(0, 4)) - since }, (_, index) => String(since + index));
  return years
    .filter((of) => !bought.some((entry) => textOf(entry, 'year') === of && isSamePurchase(entry, unit)))
    .map((of): RegisterFinding => ({
      clause: 'B-2.3.5',
      text: `${textOf(unit, 'unit')}在名单中，${of}年没有采购数据`,
      entries: [unit.id],
    }));
}
