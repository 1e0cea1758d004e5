import type { ClauseId } from '../base/clauses/clauses';
import { cadreDecisions } from './cadre-decisions';
import type { Settings } from './policy-set';

/** What no clause says and the office has decided (`[D …]` in RULES.md), in plain Chinese. */
export interface OfficeDecision {
  id: string;
  /** The clause it fills in. */
  clause: ClauseId;
  title: string;
  /** How it is done here. */
  words: string;
  /** The settings by which an office chooses otherwise; none where it cannot. */
  settings: readonly (keyof Settings)[];
}

export type Decision = readonly [clause: ClauseId, title: string, words: string, ...settings: (keyof Settings)[]];

/** By the name each has in RULES.md, in its order. Numbers stand in the settings, never in the words. */
const decisions = {
  'natural-days': [
    'A-2.1',
    '“几天内”怎么算',
    '起因发生的当日不计入，从次日起按自然日连续计算，到最后一日24时止；“以上”“以下”“以内”包括本数。',
  ],
  'rest-days': [
    'C-3.5',
    '期限遇休息日',
    '期限的最后一日是休息日的，是否顺延按设定办理；休息日按国家公布的放假调休安排认定。',
    'householdRollover',
    'listingRollover',
    'monthRollover',
  ],
  reminders: [
    'A-3.4',
    '到期前后的提醒',
    '到期前提醒责任单位；逾期后依次告知责任单位负责人、上一级、再上一级，逾期较久的列为当期通报批评的候选，只列地区和部门，不列个人。',
    'ladders',
    'rungTime',
    'quietFrom',
    'quietTo',
  ],
  'extension-and-suspension': [
    'A-2.1',
    '延期和中止',
    '条款没有规定延期和中止，默认都不允许；允许的，延期须在到期前由上级批准一次，中止须有规定的理由且尚未逾期。',
    'extensionAllowed',
    'suspensionAllowed',
  ],
  'identification-chain': [
    'A-2.1',
    '识别认定由谁办理',
    '先由村评议，再由乡镇核查，最后由县级乡村振兴局审定；认定没有风险的，说明理由后不予纳入。',
  ],
  'measures-clock': [
    'B-3.2',
    '落实措施的期限从哪天算',
    '默认从认定之日起算；也可以从制定计划之日起算但不晚于认定后的天数，或对产业、就业措施用较短的天数。',
    'measuresClock',
  ],
  'measure-types': [
    'B-3.2',
    '哪些措施算开发式帮扶',
    '看措施类型，不看标注的帮扶方式；低保、救助、医疗、教育、住房、饮水、保险、综合保障等不算。',
    'developmentTypes',
  ],
  'first-help': [
    'B-3.2',
    '“绿色通道”首次帮扶',
    '突发灾害、意外的，首次帮扶应在事发之日起规定天数内到位。',
    'firstHelpDays',
  ],
  'new-risk': [
    'A-2.1',
    '监测期间出现新的风险',
    '突发事件在监测期间发生的，同样启动“绿色通道”；乡镇登记新的风险的，自登记之日起按认定的天数再次制定帮扶计划、落实措施，原有期限照计，稳定观察期自新的措施落实之日重新计算。',
  ],
  'elimination-conditions': [
    'A-2.1',
    '风险消除的条件',
    '措施已落实，收入不低于指导线，“三保障”和饮水安全有保障，刚性支出问题已解决；审批程序与识别认定相同。',
  ],
  'stable-months': ['A-2.1', '风险稳定消除的观察期', '落实措施后，须稳定满规定的月数方可消除风险。', 'stableMonths'],
  'second-check': [
    'A-2.1',
    '重点对象的再次核实',
    '有大病、残疾或新增低保的户，消除风险前须由签字人以外的另一人再核实一次。',
  ],
  'long-term-review': [
    'A-2.1',
    '兜底保障户的复核',
    '整户无劳动能力的兜底保障户长期跟踪，按设定的间隔复核。',
    'longTermReviewMonths',
  ],
  relapse: [
    'A-2.1',
    '返贫的重新纳入',
    '风险消除后再次出现风险的，重新建档并与原档案关联；搬离、去世的，说明原因后结束。',
  ],
  'province-lists': ['A-3.7', '由谁挂牌和验收', '由省级巩固衔接办决定挂牌，并组织摘牌验收。'],
  'listing-verifier': [
    'A-3.7',
    '挂牌问题由谁核查',
    '挂牌督办的问题由市级核查销号；由市级实施整改的，由省级或其专项巡查组核查。',
  ],
  rectifier: [
    'A-3.7',
    '谁是整改单位',
    '实施整改的单位是整改单位，没有写明的即为被挂牌的县；登记整改完成的单位不因登记成为整改单位，可以核查，但应由另一人核查。整改单位不得核查自己的整改。',
  ],
  'acceptance-window': [
    'A-3.7',
    '摘牌验收的时间',
    '半年期满后方可验收，并应在期满后规定天数内完成；不验收不等于通过，也不等于不通过。',
    'acceptanceWindowDays',
    'ladders',
  ],
  'consecutive-listings': [
    'A-3.7',
    '怎样算连续两次挂牌',
    '验收未通过而再次挂牌的，立即启动问责追责；摘牌后规定月数内（含对应日）又被挂牌的，也算连续，须经省级确认。',
    'relistingWithinMonths',
  ],
  'liaison-leaders': [
    'A-3.7',
    '哪些包联领导承担连带责任',
    '包联领导不限级别，各有起止日期；承担连带责任的是未通过验收那一轮届满之日在任的领导，本轮此前曾任的连同天数一并列明，其后接任的不承担；摘牌后又被挂牌的，为挂牌之日在任的领导。',
  ],
  ...cadreDecisions,
  'sales-help-year': ['C-2.4', '助销金额的周期', '省、市、县派出单位的助销金额按年计算。', 'duties'],
  'ledger-lines': [
    'A-3.3',
    '部门台账有哪些政策、怎样确认',
    '条款点名的各项政策在牵头部门的台账中各占一行，填应享受（计划）数和已享受（完成）数，应为零的填件数，没有的填零；逐期沿用上期，每期确认；补报期满仍未确认的点名部门，未达应数的列为问题。',
    'ledgerLineCadence',
  ],
  'village-sheets': [
    'A-2.8',
    '乡镇每月村情表、村级台账和评比排队怎样算完成',
    '乡镇每月逐村登记村情表、更新村级政策落实台账，县每季度对各乡镇、各牵头部门评比排队；一个不缺才算完成，期满后缺哪个点哪个的名；村情表各项没有重新填写的沿用上次，满一个周期未填的列为问题。',
    'villageCheckCadence',
    'duties',
  ],
  'contest-weights': [
    'A-3.1',
    '大比拼怎样合成名次',
    '四项内容、四种方式按设定的权重合成总分，排出一个名次；缺项的县不参加排名。',
    'contestMethodWeights',
    'contestContentWeights',
  ],
  'contest-departments': [
    'A-3.1',
    '哪些省直部门评价、几个部门的得分怎样合成',
    '各部门只登记本部门的评价，几个部门的得分并列，取平均值（保留一位小数）参加计算；开展时写明评价部门的，缺哪个部门点哪个的名，没有写明的，打过分的部门为评价部门。',
  ],
  'contest-correction': [
    'A-3.1',
    '大比拼得分的更正',
    '公布前由打分单位更正本单位的得分；公布后只由公布单位更正，写明理由和更正通报的文号。',
  ],
  'problem-takeover': [
    'C-2.end',
    '村级上报的问题由谁接手和销账',
    '村级不能整改而书面上报的，由乡镇党委和县直部门接手整改；由整改人以外的单位核查通过后方可销账。',
    'problemTakeoverDays',
    'problemVerificationDays',
  ],
  setbacks: [
    'A-3.6',
    '怎样算屡次整改不到位',
    '期限届满而没有期限内的整改完成登记的，计一次；一次登记的核查不通过，计一次；达到规定次数的，提出问责建议。',
    'failedVerificationsForSuggestion',
  ],
  'setback-supplement': [
    'A-3.6',
    '哪些不另计整改不到位',
    '同一次整改完成登记被第二个单位核查为不通过的，作为补充记录；期限在届满之前已被重新限期的，不算逾期；核查不通过的，由责任单位的上级在规定天数内重新限期。',
    'problemRenewalDays',
  ],
  'recurring-problems': [
    'A-3.7',
    '怎样算屡改屡犯',
    '已销账的问题在规定月数内于同一地、同一类别再次出现的，算屡改屡犯，作为挂牌的依据线索；另立新问题的，须指明是哪个已销账的问题，核对不符的不算。',
    'problemWatchMonths',
  ],
  'liaison-quarter': [
    'A-4.1',
    '包联领导督导的周期',
    '各级包联领导对所包县的政策落实每季度督导一次，由季度最后一日在任的包联领导承担；尚未登记包联领导的，由市党委承担。',
    'duties',
  ],
  'subsidy-payment': [
    'B-2.3.4',
    '补贴补助的先后和逾期',
    '发放不早于申请和审核通过；期限前申请的应在期限前发放，其后申请的自审核通过之日起按设定的天数发放；迟发的照常登记并记为逾期，债务了结，逾期仍在。',
    'subsidyPaymentDays',
  ],
  thresholds: [
    'B-2.3.1',
    '比例和金额怎样比较',
    '以实际数额比较（金额精确到分），不先取整；“不低于”“以内”“不超过”“以上”包括本数，“超过”“高于”“提升”“扩大”不包括；显示时保留两位小数，多余的舍去；没有数据的，点名列出。',
  ],
  'household-caps': [
    'B-2.3.2',
    '每户上限怎样累计',
    '按户合计各村、各单位的全部登记：庭院经济奖补按设定的期间累计，小额信贷按余额合计，贴息本金按合计与财政贴息限额中的较小者计；合计超过财政贴息限额的部分属追加贷款，须确认需要和还款能力。',
    'courtyardCapPeriod',
  ],
  'allowed-offices': [
    'A-4.1',
    '条款没有写明由谁办理的事项',
    '由承担该项职责的单位在本地区范围内办理；每一事项由哪些单位办理，见接口说明和页面上的办理提示。',
  ],
} as const satisfies Record<string, Decision>;

/** Every decision that is carried out. */
export const officeDecisions: readonly OfficeDecision[] = Object.entries<Decision>(decisions).map(
  ([id, [clause, title, words, ...settings]]) => ({ id, clause, title, words, settings }),
);
