import type { Claim, Claims } from '../claim';
import { claim, piece, registerTests, rules, tests } from '../claim-rows';

const subsidies = tests(
  'subsidy-campaign',
  'subsidy-overdue.cases.spec.ts',
  'OBLIGATIONS, way T: the day passes and a subsidy is not paid',
);
const transport = claim(
  '一次性交通补贴发放期限',
  subsidies('B-2.2.2.c: paid:transport'),
  piece(rules.subsidy, 'if (owed === undefined) return [];', 'return [];'),
);
const retention = claim(
  '稳岗补助发放期限',
  subsidies('B-2.2.2.d: paid:retention'),
  piece(rules.subsidy, 'if (owed === undefined) return [];', 'return [];'),
);
const both = claim(
  '一次性交通补贴、稳岗补助发放期限',
  subsidies('A-2.3.b, B-2.3.4.d, C-2.4.d: neither of the two is paid, and each office is heard of for its own'),
  piece(rules.subsidy, 'if (owed === undefined) return [];', 'return [];'),
);
const perMu = registerTests('hand-registers.spec.ts', 'B-2.3.3: awards per mu');
const award = (kind: string, row: string, yuan: string, spoken: string): Claim =>
  claim(
    '按亩奖补：与标准不符的不予登记',
    perMu(`${kind} is ${spoken} yuan, and no other amount`),
    piece('registers/award-registers.ts', `${row}, yuan: ${yuan} }`, `${row}, yuan: 0 }`),
  );

/** Subsidies of workers, awards by the mu, and who is rewarded. */
export const claimsOfSubsidies: Claims = {
  'A-2.3.b': both,
  'B-2.2.2.c': transport,
  'B-2.2.2.d': retention,
  'B-2.3.3.a': award('cool-vegetables', "'新发展夏秋冷凉蔬菜'", '100', '100'),
  'B-2.3.3.b': award('new-greenhouse', "'新建日光温室'", '30_000', '30000'),
  'B-2.3.3.c': award('rebuilt-greenhouse', "'改造老旧温室'", '20_000', '20000'),
  'B-2.3.3.d': award('orchard', "'新建标准化果园、改造中低产果园'", '1_800', '1800'),
  'B-2.3.3.e': award('potato', "'新建加工型马铃薯基地'", '1_000', '1000'),
  'B-2.3.3.f': award('herbs', "'新建中药材（药茶）标准化基地、良种繁育基地'", '600', '600'),
  'B-2.3.3.g': claim(
    '耕地地力保护补贴：对象应确权',
    perMu('for farmland goes to holders with confirmed title'),
    piece('registers/award-registers.ts', "textOf(entry, 'award') === 'farmland' && !isSo(entry, 'titled')", 'false'),
  ),
  'B-2.3.3.j': award('soybean', "'种植大豆'", '20', '20'),
  'B-2.3.4.a': claim(
    '补贴申请全年受理',
    tests(
      'subsidy-campaign',
      'subsidy-payment.cases.spec.ts',
      'case 68 (B-2.2.2.c, D19): paid on 5 December 2026',
    )('(B-2.3.4.a) an application of 20 December, approved on the 24th, is admitted, and paid by 8 January 2027'),
    piece(rules.subsidyOperations, '-12-31`', '-11-30`'),
  ),
  'B-2.3.4.b': claim(
    '补贴审核期限',
    subsidies('B-2.3.4.b: review:transport@2026-03-10'),
    piece(rules.subsidy, "...step('review', { what: '审核', triggerWhat: '申请' }, reviewed),"),
  ),
  'B-2.3.4.c': claim(
    '补贴发放期限',
    subsidies('B-2.3.4.c: payment:transport@2026-03-15'),
    piece(rules.subsidy, "...step('payment', { what: '发放', triggerWhat: '审核通过' }, paid),"),
  ),
  'B-2.3.4.d': both,
  'B-2.3.4.e': claim(
    '委托代办须写明代办人',
    tests(
      'subsidy-campaign',
      'subsidy-campaign.spec.ts',
      'B-2.2.2, B-2.3.4: a township’s subsidies',
    )('refuse a proxy without a name'),
    piece(rules.subsidyOperations, "one.by !== 'self' && one.proxy === undefined", 'false'),
  ),
  'B-2.3.4.l': claim(
    '阶梯式奖补只给已认定的基地',
    registerTests(
      'money-registers.cases.spec.ts',
      'case 66 (B-2.3.4.l): a reward of 9,600 for 12 people',
    )('is refused where the workshop is not recognised as 基地, and says what is missing'),
    piece('registers/workshop-registers.ts', 'if (unrecognised !== undefined) return unrecognised;'),
  ),
  'C-2.4.d': both,
};
