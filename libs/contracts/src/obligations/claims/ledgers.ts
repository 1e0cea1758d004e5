import type { PolicyLineId } from '@duban/policy/base/policy-lines';
import type { Claim, Claims } from '../claim';
import { claim, partly, piece, rules, tests } from '../claim-rows';

const spec = 'policy-lines.cases.spec.ts';
const line = tests('dispatch', spec, 'OBLIGATIONS A-2, B-2: one line of a department’s ledger');
const led = tests(
  'dispatch',
  spec,
  'OBLIGATIONS A-4.3: all but one policy confirmed, and the line of its department stands open at every level',
);
const lineBy = '部门半月台账：未确认的部门点名，应享受未享受的列出';
const ledBy = '部门半月台账逐项确认期限';

/** A line of a ledger: the department that has not confirmed it is named, and what is lacking is found. */
const found = (title: string, policy: PolicyLineId, by = lineBy): Claim => ({
  ...{ by, test: line(title) },
  takeOut: [{ policy }],
});
/** nobody confirmed it, and the line of the department stands open at every level. */
const owed = (obligation: string, ...[first, ...others]: [PolicyLineId, ...PolicyLineId[]]): Claim => ({
  ...{ by: ledBy, test: led(obligation) },
  takeOut: [{ policy: first }, ...others.map((policy) => ({ policy }))],
});
const ledgers = piece(rules.dispatch, ' ...ledgerDeadlines(file, facts),');
const byNumber = '只核对人数，未逐人列名。';

/** The policies of the departments' half-monthly ledgers. */
export const claimsOfLedgers: Claims = {
  'A-2.2.b': found('A-2.2.b: 控辍保学', 'school-attendance', '部门半月台账：未确认的部门点名，失学辍学人数列出'),
  'A-2.2.c': found('A-2.2.c: 两免一补（免学杂费）', 'free-tuition'),
  'A-2.2.d': found('A-2.2.d: 两免一补（免教科书费）', 'free-textbooks'),
  'A-2.2.e': found('A-2.2.e: 两免一补（生活补助）', 'boarding-allowance'),
  'A-2.2.f': found('A-2.2.f: 学生营养改善计划', 'student-nutrition'),
  'A-2.2.g': partly(found('A-2.2.g: 雨露计划', 'vocational-grant'), byNumber),
  'A-2.2.h': found('A-2.2.h: 职业教育免除学费', 'vocational-tuition'),
  'A-2.2.i': found('A-2.2.i: 奖助学金', 'student-grants'),
  'A-2.2.j': found('A-2.2.j: 生源地贷款', 'student-loans'),
  'A-2.2.k': partly(found('A-2.2.k: 基本医保参保资助', 'insurance-subsidy'), byNumber),
  'A-2.2.l': found('A-2.2.l: 门诊慢特病保障', 'chronic-outpatients'),
  'A-2.2.m': found('A-2.2.m: 市域内住院报销“一站式”结算', 'one-stop-settlement'),
  'A-2.2.n': found('A-2.2.n: 先诊疗后付费', 'treatment-first'),
  'A-2.2.p': found('A-2.2.p: 农村6类低收入群体等重点对象住房保障', 'housing-safety'),
  'A-2.2.u': partly(
    found('A-2.2.u: 供水工程长效化管护机制', 'drinking-water'),
    '只核对处数，未逐处登记管护主体和经费。',
  ),
  'A-2.3.f': found('A-2.3.f: 以工代赈', 'work-relief'),
  'A-2.3.h': found('A-2.3.h: 生态帮扶政策', 'forest-help'),
  'A-2.4.f': found('A-2.4.f: 乡村特色产业', 'specialty-industry'),
  'A-2.4.h': found('A-2.4.h: 规模种养业', 'large-scale-farming'),
  'A-2.4.j': found('A-2.4.j: 种粮农民直接补贴发放', 'grain-subsidy'),
  'A-2.5.i': found('A-2.5.i: 企业网上销售奖补政策', 'online-sales'),
  'A-2.6.c': found('A-2.6.c: 基本养老保险保费代缴', 'pension-premiums'),
  'A-2.6.d': found('A-2.6.d: 补充养老保险保费代缴', 'further-pension-premiums'),
  'A-2.6.e': found('A-2.6.e: 基本医保', 'medical-insurance'),
  'A-2.6.f': found('A-2.6.f: 大病保险', 'serious-illness-insurance'),
  'A-2.6.g': found('A-2.6.g: 医疗救助', 'medical-aid'),
  'A-2.6.h': found('A-2.6.h: 残疾人两项补贴（生活补贴）', 'disabled-living-allowance'),
  'A-2.6.i': found('A-2.6.i: 残疾人两项补贴（护理补贴）', 'disabled-care-allowance'),
  'A-2.8.a': found('A-2.8.a: 农村道路安全畅通', 'rural-roads'),
  'A-2.8.b': found('A-2.8.b: 农村供水保障', 'rural-water-supply'),
  'A-2.8.c': found('A-2.8.c: 乡村清洁能源建设', 'clean-energy'),
  'A-2.8.d': found('A-2.8.d: 农产品仓储保鲜冷链物流设施建设', 'cold-chain'),
  'A-2.8.l': found(
    'A-2.8.l: 农村生活污水治理, as fits the place: missing is named, short is shown and no finding',
    'rural-sewage',
    '部门半月台账：未确认的部门点名，进度只列示',
  ),
  'A-3.3.b': partly(
    claim(
      ledBy,
      tests(
        'dispatch',
        'policy-ledger.cases.spec.ts',
        'case 79 (A-3.3.b, A-4.3.c, D25): the county’s education department in the half month 1–15 Nov 2026',
      )('without a line for 控辍保学: on 19 Nov it is named, the others are not'),
      ledgers,
    ),
    '由其他台账汇总的政策（补贴发放、公益性岗位、小额信贷、防止返贫监测等）未列入半月台账。',
  ),
  'A-4.3.b': partly(
    claim(
      ledBy,
      led('A-4.3.b: nobody confirmed anything, and every department with policies of its own stands open'),
      ledgers,
    ),
    '银保监部门没有台账条目。',
  ),
  'A-4.3.c': owed(
    'A-4.3.c',
    'school-attendance',
    'treatment-first',
    'one-stop-settlement',
    'housing-safety',
    'drinking-water',
  ),
  'A-4.3.d': owed('A-4.3.d', 'linking-funds', 'farm-insurance-funds'),
  'A-4.3.e': owed('A-4.3.e', 'work-relief'),
  'A-4.3.f': owed('A-4.3.f', 'consumption-help'),
  'A-4.3.g': owed('A-4.3.g', 'specialty-industry', 'living-environment'),
  'A-4.3.j': owed('A-4.3.j', 'employment-services'),
  'A-4.3.l': partly(
    owed('A-4.3.l', 'disabled-living-allowance', 'disabled-care-allowance'),
    '低保、特困补助标准和扶残助学没有台账条目。',
  ),
  'A-4.3.n': owed('A-4.3.n', 'online-sales'),
  'A-4.3.p': partly(owed('A-4.3.p', 'solar-income'), '庭院经济、到人到户产业项目未列入半月台账。'),
  'A-4.3.q': owed('A-4.3.q', 'forest-help'),
  'A-4.3.s': owed('A-4.3.s', 'tax-relief'),
  'A-4.3.u': owed('A-4.3.u', 'cold-chain', 'rural-construction', 'rural-sewage', 'rural-roads'),
  'A-4.3.v': owed('A-4.3.v', 'rural-governance'),
  'B-2.2.1.b': partly(found('B-2.2.1.b: 支持引导就近就地就业', 'local-employment'), '未按就业渠道分列。'),
  'B-2.3.3.h': partly(
    found('B-2.3.3.h: 中央实际种粮农民一次性补贴', 'grain-farmers-payment'),
    '及时发放的期限尚未核对。',
  ),
  'B-2.3.4.f': found('B-2.3.4.f: 职业介绍补贴政策', 'job-agency-subsidy'),
  'B-2.3.4.g': found('B-2.3.4.g: 灵活就业支持政策', 'flexible-employment'),
  'B-2.3.4.h': found('B-2.3.4.h: 自主创业支持政策', 'own-business'),
};
