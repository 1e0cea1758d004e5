import type { Claims } from '../claim';
import { claim, partly, piece, rules, tests } from '../claim-rows';

const helped = tests(
  'household-monitoring',
  'household-overdue.cases.spec.ts',
  'OBLIGATIONS, way T: the day passes and a household was not helped',
);
const measures = tests(
  'household-monitoring',
  'household.cases.spec.ts',
  'case 56 (B-3.2.a, D11): the type of a measure decides, not how it is tagged',
);
const developmentMeasure = claim(
  '有劳动能力和意愿的须有开发式措施',
  measures('refuses 低保 tagged as development where there is labour and a wish, and says which types would do'),
  piece(rules.householdSteps, 'if (needsDevelopmentMeasure(capacity) && !hasDevelopment) {', 'if (false) {'),
);
const watched = tests(
  'household-monitoring',
  'household-overdue.cases.spec.ts',
  'OBLIGATIONS A-2.1: watched households',
);
const second = (title: string) =>
  claim(
    '大病、残疾、新增低保户消除风险前须二次核查',
    watched(title),
    piece(
      rules.elimination,
      "if (last === undefined) return ['大病、残疾、新增低保户缺少签字人以外人员的二次核查'];",
      'if (last === undefined) return [];',
    ),
  );
const planDeadline = claim(
  '帮扶计划制定期限',
  helped('A-2.1.g: plan'),
  piece(rules.household, '...facts.helpRounds.map((round) => plan(facts, round)),'),
);

/** Plan A item two, point one, and what plans B and C ask of monitored households. */
export const claimsOfHouseholds: Claims = {
  'A-2.1.f': claim(
    '认定程序期限',
    helped('A-2.1.f: identification'),
    piece(rules.household, 'identification(facts, settings),'),
  ),
  'A-2.1.g': claim(
    '帮扶计划制定期限',
    helped('A-2.1.g: plan'),
    piece(rules.household, '...facts.helpRounds.map((round) => plan(facts, round)),'),
  ),
  'A-2.1.h': partly(
    claim(
      '帮扶措施落实期限',
      helped('A-2.1.h: measures'),
      piece(rules.household, '...facts.helpRounds.map((round) => measures(facts, round)),'),
    ),
    '期限由乡镇党委承担，未分列行业部门。',
  ),
  'A-2.1.i': developmentMeasure,
  'A-2.1.k': claim(
    '风险消除须经签字、核查、审批',
    {
      file: 'processes/household-monitoring/household-elimination.spec.ts',
      title: 'clause A-2.1: risk elimination is refused by the county with every unmet condition named',
    },
    piece(
      rules.elimination,
      "if (reasons.length > 0) return refuse('CONDITIONS_NOT_MET', 'A-2.1', notMet(reasons), field);",
    ),
  ),
  'A-2.1.l': claim(
    '长期跟踪监测户复核期限',
    helped('A-2.1.l: review:1'),
    piece(rules.household, '...longTermReviews(facts, settings),'),
  ),
  'A-2.1.m': second('A-2.1.m: serious-illness is not approved without a second check by another person'),
  'A-2.1.n': second('A-2.1.n: disability is not approved without a second check by another person'),
  'A-2.1.o': partly(
    second('A-2.1.o: new-subsistence-allowance is not approved without a second check by another person'),
    '新增低保对象由人工标注，尚未由民政部门筛查自动带入。',
  ),
  'B-3.1.f': planDeadline,
  'B-3.2.a': developmentMeasure,
  'B-3.2.b': claim(
    '弱劳力、半劳力须登记探索情况',
    measures('(B-3.2.b) accepts 低保 alone for weak labour without a wish, with the attempt recorded or asked for'),
    piece(rules.householdSteps, '...(isHalfOrWeak && !hasDevelopment && !attempted', '...(false'),
  ),
  'B-3.2.c': partly(
    claim(
      '未标注的户和措施提示标注',
      tests(
        'household-monitoring',
        'household-monitoring.spec.ts',
        'clause B-3.2: development measures',
      )('asks nothing of a household without labour but the tag'),
      piece(rules.householdSteps, "['请在全国防止返贫监测和衔接推进乡村振兴信息系统中标注，并登记标注情况。']", '[]'),
    ),
    '标注没有期限，未标注的不会逐级提醒。',
  ),
  'B-3.2.d': planDeadline,
  'B-3.2.e': claim(
    '产业、就业措施15天落实期限（可选的计算办法）',
    helped('B-3.2.e: measures'),
    piece(rules.household, '...facts.helpRounds.map((round) => measures(facts, round)),'),
    piece(
      rules.household,
      "case 'from-identification-15':\n      if (!awaitsIndustryOrEmployment(facts, round)) return longest;",
      "case 'from-identification-15':\n      return longest;",
    ),
  ),
  'B-3.2.f': partly(
    claim(
      '绿色通道首次帮扶期限',
      helped('B-3.2.f: first-help'),
      piece(rules.household, '...firstHelp(facts, settings),'),
    ),
    '期限由乡镇党委承担，相关部门未列为责任单位。',
  ),
  'C-2.3.h': claim(
    '帮扶措施落实期限',
    helped('A-2.1.h: measures'),
    piece(rules.household, '...facts.helpRounds.map((round) => measures(facts, round)),'),
  ),
  'C-2.3.j': claim(
    '风险消除须经签字、核查、审批',
    {
      file: 'processes/household-monitoring/household-elimination.spec.ts',
      title: 'clause A-2.1: risk elimination is refused by the county with every unmet condition named',
    },
    piece(
      rules.elimination,
      "if (reasons.length > 0) return refuse('CONDITIONS_NOT_MET', 'A-2.1', notMet(reasons), field);",
    ),
  ),
  'C-2.3.k': claim(
    '达不到条件的不得签字',
    {
      file: 'processes/household-monitoring/household.cases.spec.ts',
      title:
        'case 59 (C-2.3.k): measures in place on 20 July 2026 C1 signing on 19 January 2027 is answered refused and recorded',
    },
    piece(rules.elimination, 'steadyFrom !== undefined && on < steadyFrom,', 'false,'),
  ),
};
