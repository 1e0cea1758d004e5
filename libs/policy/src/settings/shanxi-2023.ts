import type { ClauseId } from '../base/clauses/clauses';
import { developmentMeasures } from '../base/measure-types';
import { festivals } from '../dates/festivals';
import type { SettingOrigin, Settings } from './policy-set';
import { dispatchLeads2023, dutyTerms2023 } from './shanxi-2023-tables';

/** A setting's value, the clause it follows or fills in, and its name on screens. */
export interface SettingRow<Value> extends SettingOrigin {
  value: Value;
}

/** What the clause itself says. */
export const says = <Value>(clause: ClauseId, title: string, value: Value): SettingRow<Value> => ({
  value,
  clause,
  isDecision: false,
  title,
});

/** What the clause leaves open, and the office has decided. */
export const leaves = <Value>(
  clause: ClauseId,
  title: string,
  value: Value,
  choices?: SettingOrigin['choices'],
): SettingRow<Value> => ({
  value,
  clause,
  isDecision: true,
  title,
  ...(choices !== undefined && { choices }),
});

const rollovers = { none: '不顺延', 'next-workday': '顺延至下一工作日', 'previous-workday': '提前至上一工作日' };
const switches = { true: '是', false: '否' };

/** 晋巩固衔接组〔2023〕6号: every number and choice of RULES.md with its clause; decisions of the office are marked. Published as the first edition: what is to change belongs into a further one. */
export const shanxi2023: { readonly [Name in keyof Settings]: SettingRow<Settings[Name]> } = {
  guidelineYuan: says('A-2.1', '防止返贫监测范围指导线（元）', 7100),
  identificationDays: says('A-2.1', '履行认定程序的天数', 15),
  planDays: says('A-2.1', '制定帮扶计划、申报帮扶措施的天数', 10),
  measuresDays: says('A-2.1', '落实帮扶措施的天数', 25),
  measuresClock: leaves('B-3.2', '落实帮扶措施期限的起算方式', 'from-identification', {
    'from-identification': '自认定之日起',
    'from-plan': '自计划制定之日起，且不晚于自认定之日起的天数',
    'from-identification-15': '产业、就业类措施自认定之日起15天',
  }),
  measuresAfterPlanDays: says('B-3.2', '计划制定后落实到户到人的天数', 15),
  firstHelpDays: leaves('B-3.2', '“绿色通道”首次帮扶的天数', 1),
  developmentTypes: leaves(
    'B-3.2',
    '算作开发式帮扶的措施类型',
    ['industry', 'employment', 'public-welfare-post', 'finance', 'training'],
    developmentMeasures,
  ),
  stableMonths: leaves('A-2.1', '风险稳定消除的观察月数', 6),
  longTermReviewMonths: leaves('A-2.1', '兜底保障户长期跟踪的复核间隔月数', 6),
  householdRollover: leaves('A-2.1', '监测帮扶期限遇休息日的处理', 'none', rollovers),
  listingMonths: says('A-3.7', '挂牌督办周期的月数', 6),
  acceptanceWindowDays: leaves('A-3.7', '周期届满后摘牌验收的天数', 30),
  relistingWithinMonths: leaves('A-3.7', '摘牌后再次挂牌视为连续挂牌的月数', 6),
  listingRollover: leaves('A-3.7', '挂牌督办期限遇休息日的处理', 'none', rollovers),
  failedVerificationsForSuggestion: leaves('A-3.6', '建议问责所需的核查不通过次数', 2),
  taskListDay: says('C-3.5', '下发月任务清单的截止日', 5),
  townshipCutDay: leaves('C-3.5', '乡镇党委报送考核排队的截止日', 5),
  bulletinDay: says('C-3.5', '印发考核通报的截止日', 5),
  monthRollover: leaves('C-3.5', '月考期限遇休息日的处理', 'next-workday', rollovers),
  bulletinGraceDays: leaves('C-3.5', '截止日后印发考核通报的宽限天数', 3),
  monthCorrectionDays: leaves('C-3.5', '考核通报后可以更正的天数', 90),
  taskWeight: leaves('C-3.5', '任务清单完成情况的权重', 0.6),
  presenceWeight: leaves('C-3.5', '在岗履职情况的权重', 0.4),
  minimumDaysOnPost: leaves('C-3.5', '参加月考的最少在岗天数', 10),
  lowRankShare: leaves('C-3.7', '月考排名靠后的比例', 0.1),
  minimumRanked: leaves('C-3.7', '认定排名靠后的最少参考人数', 5),
  maximumAge: says('C-2.1', '驻村干部年龄上限（周岁）', 55),
  maximumLeaderAge: says('C-2.1', '工作队队长年龄上限（周岁）', 50),
  annualAssessments: says('C-2.1', '须为称职以上的年度考核年数', 3),
  lastGradeMonth: leaves('C-2.1', '上年度考核等次最迟补报的月份（月底前）', 4),
  shortCareer: leaves('C-2.1', '工作年限不足或含试用期的选派', 'flag', {
    flag: '按其余年度审核并提示',
    refuse: '不予通过',
  }),
  replacementDays: says('C-2.1', '派出单位完成补派的天数', 5),
  rotationDays: leaves('C-2.1', '任期届满后无人接任可空岗离任前的天数', 5),
  recallDays: leaves('C-3.7', '召回驻村干部的天数', 5),
  reminderDays: leaves('C-3.7', '乡镇党委予以提醒的天数', 3),
  absenceWindow: leaves('C-3.7', '无故脱岗次数的累计范围', 'posting', {
    posting: '本次派驻期间',
    'calendar-year': '本年度',
  }),
  absencesForRecall: says('C-3.7', '召回所需的无故脱岗次数', 2),
  lowMonthsForInterview: says('C-3.7', '约谈所需的连续靠后次数', 2),
  superiorBulletinsForInterview: says('C-3.7', '约谈所需的被上级通报次数', 2),
  superiorLevels: leaves('C-3.7', '计入“被上级通报”的上级', 'city-and-province', {
    'city-and-province': '市级和省级',
    province: '省级',
  }),
  interviewsForHandling: says('C-3.7', '组织处理所需的被约谈次数', 2),
  interviewDays: leaves('C-3.7', '组织部完成约谈的天数', 10),
  interviewFeedbackDays: leaves('C-3.7', '约谈后反馈派出单位的天数', 3),
  handlingDays: leaves('C-3.7', '给予组织处理的天数', 10),
  absenceHandlingMayBeNone: leaves('C-3.7', '因无故脱岗的组织处理可否为“不予处理”', false, switches),
  businessCounts: leaves('C-3.6', '因公外出、参加培训是否计入在岗天数', true, switches),
  stationingHolidays: leaves('C-3.3', '五天四夜是否扣除放假', 'workdays', {
    workdays: '按放假调休安排，以当周的工作日为限',
    none: '不扣除放假，每周按周一至周五计',
  }),
  duties: says('C-3.1', '周期性职责的周期与数量', dutyTerms2023),
  dutyShare: leaves('C-3.1', '督办周期不足一年时全年数额的计算', 'whole', {
    whole: '不折算，按条款的全年数额',
    'by-days': '按督办周期的天数折算，四舍五入',
  }),
  joinerShare: leaves('C-3.1', '在岗或开展不足一期时数额的计算', 'half-year', {
    'half-year': '全年在岗满183天的不折算，不满的和短于一年的各期按在岗天数折算，四舍五入',
    whole: '不折算，按整期计',
    'by-days': '按在岗天数折算，四舍五入',
  }),
  healthCheckLastMonth: leaves('C-3.6', '当年应安排体检的最迟到任月份（月底前）', 9),
  insuranceDays: leaves('C-3.6', '到任或保险到期后办理人身意外伤害保险的天数', 15),
  festivals: leaves('C-3.6', '应走访慰问的重大节日', ['spring-festival', 'mid-autumn', 'national-day'], festivals),
  festivalVisitDays: leaves('C-3.6', '重大节日放假前可走访慰问的天数', 15),
  misfortuneVisitDays: leaves('C-3.6', '遭遇重大变故或突发重大疾病后探望慰问的天数', 7),
  dutyCloseDays: leaves('C-3.1', '期满后可补登的天数', 14),
  dutyReopenDays: leaves('C-3.1', '封账后上级可重开的天数', 30),
  dispatchLeads: says('A-4.3', '半月调度的牵头部门', dispatchLeads2023),
  dispatchGraceDays: leaves('A-3.3', '半月结束后汇总上报前的补报天数', 3),
  dispatchMinimumRanked: leaves('A-3.3', '认定排队末位的最少地区数', 5),
  superviseLaggingDays: leaves('A-3.3', '对落后地区采取针对性措施的天数', 15),
  ledgerLineCadence: leaves('A-3.3', '部门台账各项政策的确认周期', 'half-month', {
    'half-month': '每半月逐项确认，没有变化的确认沿用上期',
    'own-period': '在各项政策数据所属期间（半月、月、学期、年）的最后半月确认',
  }),
  villageCheckCadence: leaves('A-2.8', '每月村情表各项的填报周期', 'own-period', {
    'own-period': '人居环境各项每月填，其余各项按各自的季度、半年、年度填，没有变化的沿用',
    month: '各项每月都填',
  }),
  bulletinFollowUpDays: leaves('A-3.4', '对受通报批评的地区和部门跟进一次的天数', 30),
  problemDecisionDays: leaves('C-2.end', '研究整改举措或书面上报的天数', 3),
  problemTakeoverDays: leaves('C-2.end', '接收书面报告并制定整改举措的天数', 5),
  problemVerificationDays: leaves('C-2.end', '整改完成后核查销账的天数', 10),
  problemRenewalDays: leaves('A-3.6', '核查不通过后由上级重新限期的天数', 3),
  problemWatchMonths: leaves('A-3.7', '销账后再次出现视为屡改屡犯的月数', 6),
  riskWarningYuan: says('C-2.4', '产业帮扶项目风险预警的财政投资额（元，超过）', 500_000),
  inspectionReportDays: leaves('C-3.4', '检查开始后印发通报的天数', 15),
  followCheckDays: leaves('C-3.4', '市级对其他县举一反三排查的天数', 30),
  tapWaterShare: says('A-2.2', '农村自来水普及率', 0.95),
  industryShare: says('B-2.3.1', '衔接补助资金用于产业发展的比例', 0.6),
  courtyardAwardYuan: says('B-2.3.1', '庭院经济奖补每户上限（元）', 2_000),
  courtyardCapPeriod: leaves('B-2.3.1', '庭院经济奖补每户上限的计算期间', 'calendar-year', {
    'calendar-year': '每个自然年度',
    'in-all': '历年累计',
  }),
  provinceAwardYuan: says('B-2.3.1', '省财政统筹安排庭院经济奖补（元）', 200_000_000),
  microLoanYuan: says('B-2.3.2', '小额信贷（含追加）上限（元）', 100_000),
  microSubsidisedYuan: says('B-2.3.2', '小额信贷财政全额贴息的部分（元）', 50_000),
  canteenShare: says('B-2.3.5', '食堂食材采购预留比例', 0.2),
  unionShare: says('B-2.3.5', '工会福利采购预留比例', 0.3),
  budgetShare: says('B-2.3.5', '预算单位采购比例', 0.1),
  postLeastAge: leaves('B-2.2.3', '公益岗位受聘人员最低年龄（周岁）', 18),
  postMostAge: leaves('B-2.2.3', '公益岗位受聘人员最高年龄（周岁）', 70),
  postPayDays: leaves('B-2.2.3', '当月结束后发放公益岗位工资的天数', 31),
  subsidyReviewDays: leaves('B-2.3.4', '及时审核补贴申请的天数', 10),
  subsidyPaymentDays: leaves('B-2.3.4', '审核通过后及时发放的天数', 15),
  subsidyMostYuan: leaves('B-2.3.4', '单人单项补贴的金额上限（元）', 5_000),
  allowanceYuanPerDay: leaves('C-3.6', '驻村补贴每天标准（元）', 50),
  workshopActDays: leaves('B-2.2.4', '对困难车间扶持、停工车间清理的天数', 30),
  workshopRewardTiers: leaves('B-2.3.4', '帮扶车间阶梯式奖补（人数起点、每人元）', [
    { from: 1, yuan: 500 },
    { from: 10, yuan: 800 },
    { from: 30, yuan: 1_000 },
  ]),
  contestMethodWeights: leaves('A-3.1', '大比拼各方式的权重', {
    showcase: 0.2,
    'on-site': 0.4,
    departments: 0.2,
    daily: 0.2,
  }),
  contestContentWeights: leaves('A-3.1', '大比拼各内容的权重', { duty: 0.25, policy: 0.25, work: 0.25, effect: 0.25 }),
  extensionAllowed: leaves('A-2.1', '是否允许延期', false, switches),
  suspensionAllowed: leaves('A-2.1', '是否允许中止', false, switches),
  nearDays: leaves('A-3.3', '临近期限的天数', 3),
  ladders: leaves('A-3.4', '期限提醒的级次', {
    default: [
      { days: -3, to: 'responsible' },
      { days: -1, to: 'responsible' },
      { days: 1, to: 'head' },
      { days: 3, to: 'above' },
      { days: 7, to: 'above-again', criticism: true },
    ],
    acceptance: [
      { days: -30, to: 'responsible' },
      { days: -15, to: 'responsible' },
      { days: -7, to: 'responsible' },
      { days: 1, to: 'head' },
      { days: 3, to: 'above' },
      { days: 7, to: 'above-again', criticism: true },
    ],
    // A week is too short to be announced, and one week missed is no matter for a bulletin.
    weekly: [
      { days: 1, to: 'head' },
      { days: 7, to: 'above' },
    ],
  }),
  rungTime: leaves('A-3.4', '提醒发出的时刻', '08:30'),
  quietFrom: leaves('A-3.4', '免打扰开始的时刻', '20:00'),
  quietTo: leaves('A-3.4', '免打扰结束的时刻', '08:00'),
};
