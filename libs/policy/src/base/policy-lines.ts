import type { ClauseId } from './clauses/clauses';
import type { Department } from './departments';
import type { Level } from './office';

/** What the figures of a line are of: the half month, a month, a school term or a year. */
export type LinePeriod = 'half-month' | 'month' | 'term' | 'year';

/** Two figures, of which the second should reach the first; or one that should be nought. */
export type LineFigures = { of: string; done: string } | { none: string };

/** one policy in the ledger (台账) of the department that leads it. */
export interface PolicyLine {
  /** Row of OBLIGATIONS.md. */
  obligation: string;
  /** Each of them keeps the line for itself. */
  departments: readonly Department[];
  /** In the words of the clause. */
  name: string;
  figures: LineFigures;
  period: LinePeriod;
  /** Levels of the ledgers that have it. */
  levels: readonly LineLevel[];
  /** 因地制宜: the figures are shown, and nothing is found. */
  isShownOnly?: true;
}
type LineLevel = Extract<Level, 'province' | 'city' | 'county'>;

const everyLevel: readonly LineLevel[] = ['province', 'city', 'county'];

const people: LineFigures = { of: '应享受人数', done: '已享受人数' };
const households: LineFigures = { of: '应享受户数', done: '已兑现户数' };
const hospitals: LineFigures = { of: '应开通医疗机构数', done: '已开通医疗机构数' };
const firms: LineFigures = { of: '应享受企业数', done: '已兑现企业数' };
const works: LineFigures = { of: '截至本期计划数', done: '截至本期完成数' };
const tasks: LineFigures = { of: '截至本期应完成事项数', done: '截至本期已完成事项数' };
const money: LineFigures = { of: '截至本期计划金额（元）', done: '截至本期到位金额（元）' };

const line = (
  obligation: string,
  departments: Department | readonly Department[],
  name: string,
  figures: LineFigures,
  period: LinePeriod,
): PolicyLine => ({
  obligation,
  departments: typeof departments === 'string' ? [departments] : departments,
  name,
  figures,
  period,
  levels: everyLevel,
});
/** Led by the departments of counties alone. */
const atCounties = (one: PolicyLine): PolicyLine => ({ ...one, levels: ['county'] });
const shownOnly = (one: PolicyLine): PolicyLine => ({ ...one, isShownOnly: true });

/** every policy with a line of its own in a department's ledger, at the levels the rows name. */
export const policyLines = {
  'school-attendance': line('A-2.2.b', 'education', '控辍保学', { none: '失学辍学人数' }, 'term'),
  'free-tuition': line('A-2.2.c', 'education', '两免一补（免学杂费）', people, 'term'),
  'free-textbooks': line('A-2.2.d', 'education', '两免一补（免教科书费）', people, 'term'),
  'boarding-allowance': line('A-2.2.e', 'education', '两免一补（生活补助）', people, 'term'),
  'student-nutrition': line('A-2.2.f', 'education', '学生营养改善计划', people, 'term'),
  'vocational-grant': line('A-2.2.g', 'revitalization', '雨露计划', people, 'term'),
  'vocational-tuition': line('A-2.2.h', 'education', '职业教育免除学费', people, 'term'),
  'student-grants': line('A-2.2.i', 'education', '奖助学金', people, 'term'),
  'student-loans': line('A-2.2.j', 'education', '生源地贷款', { of: '申请人数', done: '已发放人数' }, 'year'),
  'insurance-subsidy': line(
    'A-2.2.k',
    'medical-insurance',
    '基本医保参保资助',
    { of: '应资助参保人数', done: '已资助参保人数' },
    'year',
  ),
  'chronic-outpatients': line('A-2.2.l', 'medical-insurance', '门诊慢特病保障', people, 'half-month'),
  'one-stop-settlement': line('A-2.2.m', 'medical-insurance', '市域内住院报销“一站式”结算', hospitals, 'half-month'),
  'treatment-first': line('A-2.2.n', 'health', '先诊疗后付费', hospitals, 'half-month'),
  'housing-safety': line(
    'A-2.2.p',
    'housing',
    '农村6类低收入群体等重点对象住房保障',
    { of: '住房不安全户数', done: '已解决户数' },
    'half-month',
  ),
  'drinking-water': line(
    'A-2.2.u',
    'water',
    '供水工程长效化管护机制',
    { of: '供水工程处数', done: '已落实管护主体和经费处数' },
    'half-month',
  ),
  'work-relief': line(
    'A-2.3.f',
    'development',
    '以工代赈',
    { of: '实施项目数', done: '吸纳脱贫劳动力的项目数' },
    'half-month',
  ),
  'forest-help': line(
    'A-2.3.h',
    'forestry',
    '生态帮扶政策',
    { of: '应发放报酬护林员人数', done: '已发放报酬护林员人数' },
    'half-month',
  ),
  'specialty-industry': line('A-2.4.f', 'agriculture', '乡村特色产业', households, 'year'),
  'large-scale-farming': atCounties(line('A-2.4.h', 'agriculture', '规模种养业', households, 'year')),
  'grain-subsidy': atCounties(line('A-2.4.j', ['finance', 'agriculture'], '种粮农民直接补贴发放', households, 'year')),
  'online-sales': line('A-2.5.i', 'commerce', '企业网上销售奖补政策', firms, 'year'),
  'pension-premiums': atCounties(
    line('A-2.6.c', 'human-resources', '基本养老保险保费代缴', { of: '应代缴人数', done: '已代缴人数' }, 'year'),
  ),
  'further-pension-premiums': atCounties(
    line('A-2.6.d', 'human-resources', '补充养老保险保费代缴', { of: '应代缴人数', done: '已代缴人数' }, 'year'),
  ),
  'medical-insurance': atCounties(line('A-2.6.e', 'medical-insurance', '基本医保', people, 'year')),
  'serious-illness-insurance': atCounties(line('A-2.6.f', 'medical-insurance', '大病保险', people, 'year')),
  'medical-aid': atCounties(line('A-2.6.g', 'medical-insurance', '医疗救助', people, 'year')),
  'disabled-living-allowance': line('A-2.6.h', 'civil-affairs', '残疾人两项补贴（生活补贴）', people, 'month'),
  'disabled-care-allowance': line('A-2.6.i', 'civil-affairs', '残疾人两项补贴（护理补贴）', people, 'month'),
  'rural-roads': line('A-2.8.a', 'transport', '农村道路安全畅通', works, 'half-month'),
  'rural-water-supply': line('A-2.8.b', 'water', '农村供水保障', works, 'half-month'),
  'clean-energy': line('A-2.8.c', 'development', '乡村清洁能源建设', works, 'half-month'),
  'cold-chain': line('A-2.8.d', 'agriculture', '农产品仓储保鲜冷链物流设施建设', works, 'half-month'),
  'rural-sewage': shownOnly(line('A-2.8.l', 'ecology', '农村生活污水治理', works, 'half-month')),
  'linking-funds': line('A-4.3.d', 'finance', '衔接补助资金安排到位', money, 'half-month'),
  'farm-insurance-funds': line('A-4.3.d', 'finance', '农业保险资金安排到位', money, 'half-month'),
  'consumption-help': line('A-4.3.f', 'development', '消费帮扶政策', tasks, 'half-month'),
  'living-environment': line('A-4.3.g', 'agriculture', '农村人居环境整治', works, 'half-month'),
  'employment-services': line(
    'A-4.3.j',
    'human-resources',
    '公共就业服务',
    { of: '有服务需求人数', done: '已服务人数' },
    'half-month',
  ),
  'solar-income': line(
    'A-4.3.p',
    'revitalization',
    '光伏收益分配',
    { of: '应分配收益（元）', done: '已分配收益（元）' },
    'half-month',
  ),
  'tax-relief': line('A-4.3.s', 'taxation', '税费优惠政策', firms, 'half-month'),
  'rural-construction': line(
    'A-4.3.u',
    ['natural-resources', 'housing', 'power-supply', 'telecommunication'],
    '乡村建设相关工作',
    works,
    'half-month',
  ),
  'rural-governance': line(
    'A-4.3.v',
    ['organization', 'publicity', 'political-legal', 'public-security', 'civil-affairs', 'justice', 'agriculture'],
    '乡村治理相关工作',
    tasks,
    'half-month',
  ),
  'local-employment': atCounties(
    line(
      'B-2.2.1.b',
      'human-resources',
      '支持引导就近就地就业',
      { of: '有就近就业意愿人数', done: '已就近就业人数' },
      'month',
    ),
  ),
  'grain-farmers-payment': atCounties(
    line('B-2.3.3.h', ['agriculture', 'finance'], '中央实际种粮农民一次性补贴', households, 'year'),
  ),
  'job-agency-subsidy': atCounties(
    line('B-2.3.4.f', 'human-resources', '职业介绍补贴政策', { of: '应补贴机构数', done: '已补贴机构数' }, 'year'),
  ),
  'flexible-employment': atCounties(line('B-2.3.4.g', 'human-resources', '灵活就业支持政策', people, 'year')),
  'own-business': atCounties(line('B-2.3.4.h', 'human-resources', '自主创业支持政策', people, 'year')),
} as const satisfies Record<string, PolicyLine>;
export type PolicyLineId = keyof typeof policyLines;

/** The row of a policy. */
export const policyLine = (id: PolicyLineId): PolicyLine => policyLines[id];

/** What each policy is called. */
export const policyLineNames = Object.fromEntries(
  Object.entries(policyLines).map(([id, { name }]) => [id, name]),
) as Readonly<Record<PolicyLineId, string>>;

/** The clause a policy stands in: that of its obligation, without the letter. */
export const clauseOfLine = (id: PolicyLineId): ClauseId =>
  policyLines[id].obligation.replace(/\.[a-z]+$/, '') as ClauseId;

/** The policies of one department's ledger at a level. */
export const policiesOf = (department: Department, level: Level | undefined): PolicyLineId[] =>
  (Object.keys(policyLines) as PolicyLineId[]).filter(
    (id) => policyLine(id).departments.includes(department) && policyLine(id).levels.some((one) => one === level),
  );
