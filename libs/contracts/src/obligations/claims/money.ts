import type { Claim, Claims } from '../claim';
import { claim, partly, piece, registerTests, rules } from '../claim-rows';

const share = partly(
  claim(
    '用于产业发展的比例核对',
    registerTests(
      'money-registers.cases.spec.ts',
      'case 62 (B-2.3.1.a, D13): 100,000,000 yuan to the county',
    )('59960000 to industry is a finding, shown as 59.96%'),
    piece(rules.funds, '!reaches(industry, total, settings.industryShare)', 'false'),
  ),
  '没有登记资金的县不会被点名。',
);
const needed = claim(
  '产业项目须有带动户数和增收指标',
  registerTests(
    'hand-registers.spec.ts',
    'B-2.1.1, B-2.1.3, A-2.4: projects and targets',
  )('carry quantified indicators'),
  piece(rules.trade, "numberOf(entry, 'households') > 0 && "),
  piece(rules.trade, " && numberOf(entry, 'incomePerHousehold') > 0"),
);
const monitoredFirst = partly(
  claim(
    '监测对象项目资金缺口列出',
    registerTests(
      'hand-registers.spec.ts',
      'B-2.3.1: funds',
    )('for industry are at least 60 %, the projects of monitored households first'),
    piece(rules.funds, '...(unmet > 0', '...(false'),
  ),
  '没有登记资金的县不会被点名。',
);
const credit = registerTests('hand-registers.spec.ts', 'B-2.3.2: micro-credit and insurance');
const lent = claim(
  '符合条件、有资金需求而未贷款的户列出',
  credit('is found wanting where somebody eligible with a need has none'),
  piece(rules.credit, "isSo(entry, 'eligible') && isSo(entry, 'needs') && numberOf(entry, 'loan') === 0", 'false'),
);
const courtyard = claim(
  '庭院经济奖补每户上限',
  registerTests(
    'money-registers.cases.spec.ts',
    'case 65 (B-2.3.1.d, B-2.3.3.a, j, D14): courtyard awards of H1',
  )('1,200 in March and 800 in September are both accepted, one yuan more is not, from wherever'),
  piece(rules.funds, "if (exactSum([before, numberOf(entry, 'yuan')]) <= most) return undefined;", 'return undefined;'),
);
const incomes = registerTests(
  'hand-registers.spec.ts',
  'A-2.2, A-2.3, B-1 and plan C: registers that look for gaps',
)('B-1: compares four incomes each year');
const unreported = '没有登记数据的地区不会被点名。';
const income = (by: string, of: string): Claim =>
  partly(claim(by, incomes, piece('registers/industry-registers.ts', of)), unreported);
const shares = registerTests('income.cases.spec.ts', 'OBLIGATIONS B-1: 逐年提升, each share for itself');
const purchases = registerTests('hand-registers.spec.ts', 'B-2.3.5, A-2.5: purchases');

const contracted = partly(
  claim(
    '包销任务未兑现的列出',
    registerTests('hand-registers.spec.ts', 'B-2.3.5, A-2.5: purchases')('contracted are kept'),
    piece(rules.trade, "numberOf(entry, 'sold') < numberOf(entry, 'target')", 'false'),
  ),
  '没有登记包销任务的单位和干部不会被点名，未按3月31日核对任务是否确定。',
);
/** Funds, credit, insurance, purchases, projects and incomes. */
export const claimsOfMoney: Claims = {
  'A-2.4.a': share,
  'A-2.4.b': needed,
  'A-2.4.c': monitoredFirst,
  'A-2.4.d': lent,
  'A-2.4.g': courtyard,
  'A-2.4.l': needed,
  'A-2.5.j': contracted,
  'A-2.5.k': contracted,
  'B-1.b': income(
    '易地搬迁脱贫人口收入增速比较',
    "[at('relocated') < at('outOfPoverty'), '易地搬迁脱贫人口收入增速低于脱贫人口'],",
  ),
  'B-1.c': income('与全省农民收入增速比较', "[at('outOfPoverty') <= at('farmers'), '脱贫人口收入增速不高于全省农民'],"),
  'B-1.d': income(
    '与脱贫地区农民收入增速比较',
    "[at('outOfPoverty') <= at('poorAreas'), '脱贫人口收入增速不高于脱贫地区农民'],",
  ),
  'B-1.e': partly(
    claim(
      '占全省农民收入的比例比较',
      shares('B-1.e: that of the province as it was, that of the nation risen'),
      piece('registers/industry-registers.ts', "falls('ratioProvince') || "),
    ),
    unreported,
  ),
  'B-1.f': partly(
    claim(
      '占全国农民收入的比例比较',
      shares('B-1.f: that of the nation as it was, that of the province risen'),
      piece('registers/industry-registers.ts', " || falls('ratioNation')"),
    ),
    unreported,
  ),
  'B-2.1.1.c': lent,
  'B-2.1.1.f': needed,
  'B-2.3.1.a': share,
  'B-2.3.1.b': monitoredFirst,
  'B-2.3.1.d': courtyard,
  'B-2.3.2.a': lent,
  'B-2.3.2.b': claim(
    '小额信贷（含追加）每户上限',
    registerTests(
      'money-registers.cases.spec.ts',
      'case 64 (B-2.3.2.b, D14): a loan of 50,000 to H1',
    )('a second entry of 100,000 is refused: the household would have 150,000'),
    piece(rules.credit, "if (inAll('loan') > microLoanYuan)", 'if (false)'),
  ),
  'B-2.3.2.c': partly(
    claim(
      '贴息本金不超过五万元',
      registerTests(
        'money-registers.cases.spec.ts',
        'case 64 (B-2.3.2.b, D14): a loan of 50,000 to H1',
      )('interest is paid on 50,000 in all'),
      piece(rules.credit, "return inAll('subsidised') > most", 'return false'),
    ),
    '贴息少于应贴的未列出。',
  ),
  'B-2.3.2.d': partly(
    claim(
      '参保户数少于上年的列出',
      credit('of insurance, cover grows in the listed counties'),
      piece(rules.credit, "return numberOf(entry, 'insured') < numberOf(before, 'insured')", 'return false'),
    ),
    '与上年持平的未列出，没有登记的县不会被点名。',
  ),
  'B-2.3.5.b': claim(
    '食堂采购预留比例；名单内无数据的单位点名',
    registerTests(
      'money-registers.cases.spec.ts',
      'case 63 (B-2.3.5.b, D13): 1,000,000 yuan of canteen purchases in 2026',
    )('a unit on the list without figures is named on 1 January 2027, not before, and each year since'),
    piece(rules.trade, "...ofKind(view, 'purchase-unit').flatMap((unit) => withoutFigures(unit, bought, view)),"),
  ),
  'B-2.3.5.c': claim(
    '工会福利采购比例',
    purchases('union of a finished year reserve at least 300 of 1,000'),
    piece(rules.trade, 'union: settings.unionShare,'),
  ),
  'B-2.3.5.d': claim(
    '预算单位采购比例',
    purchases('budget of a finished year reserve at least 100 of 1,000'),
    piece(rules.trade, 'budget: settings.budgetShare,'),
  ),
};
