import { grouped } from '../base/grouped';
import type { ClauseId } from '../base/clauses/clauses';
import { refuse, type Refusal } from '../base/verdict';
import { exactSum, shareOf } from './exact-amounts';
import { moneyOffices } from './register-keepers';
import { choice, code, count, maybe, text, truth, year, yuan } from './register-fields';
import {
  idsOf,
  isSo,
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

/** B-2.3.2: micro-credit, insurance, and the lists of counties they are for. */
export const creditRegisters = {
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
} satisfies Record<string, HandRegister>;

const wrong = (clause: ClauseId, field: string, words: string): Refusal => refuse('OUT_OF_RANGE', clause, words, field);

/**
 * B-2.3.2 [D household-caps]: of all a household has in a year, from whatever village or office: above the subsidised amount it is an
 * additional loan (追加), and both its conditions are confirmed; interest is subsidised up to that amount only.
 */
function microCreditRefusal(entry: RegisterEntry, view: RegisterView): Refusal | undefined {
  const { microLoanYuan, microSubsidisedYuan } = view.settings;
  const others = ofKind(view, 'micro-credit').filter((one) =>
    ['household', 'year'].every((field) => textOf(one, field) === textOf(entry, field)),
  );
  const inAll = (field: string): number => exactSum([sumOf(others, field), numberOf(entry, field)]);
  const beside = others.length === 0 ? '' : `该户已登记${sumOf(others, 'loan')}元，合计${inAll('loan')}元，`;
  if (inAll('loan') > microLoanYuan)
    return wrong(
      'B-2.3.2',
      'loan',
      `脱贫人口小额信贷（含追加）每户应在${microLoanYuan}元以内，${beside}收到的是${numberOf(entry, 'loan')}元。`,
    );
  if (inAll('loan') > microSubsidisedYuan && !isSo(entry, 'additional'))
    return wrong('B-2.3.2', 'loan', `${beside}超过${microSubsidisedYuan}元的属追加贷款，请注明“是否追加贷款”。`);
  if (isSo(entry, 'additional') && !(isSo(entry, 'needed') && isSo(entry, 'repayable'))) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'B-2.3.2',
      '追加贷款应确有需要且具备还款能力，“确有需要”和“具备还款能力”两项均须确认。',
      'needed',
    );
  }
  const most = Math.min(inAll('loan'), microSubsidisedYuan);
  return inAll('subsidised') > most
    ? wrong(
        'B-2.3.2',
        'subsidised',
        `财政贴息的本金每户至多${most}元，收到的与该户已登记的合计${inAll('subsidised')}元。`,
      )
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
  return [...grouped(own, (entry) => `${entry.territory}/${textOf(entry, 'kind')}`).values()].flatMap((same) => {
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
