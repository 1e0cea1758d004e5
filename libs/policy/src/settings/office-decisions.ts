import type { ClauseId } from '../base/clauses/clauses';
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

type Decision = readonly [clause: ClauseId, title: string, words: string, ...settings: (keyof Settings)[]];

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
  'month-score': [
    'C-3.5',
    '月考得分和参考人员',
    '得分由任务完成和在岗履职两项按权重相加，各为0至100分，保留一位小数；月末在岗且当月在岗满规定天数的参加考核。',
    'taskWeight',
    'presenceWeight',
    'minimumDaysOnPost',
  ],
  'township-cut': [
    'C-3.5',
    '乡镇报送截止和宽限',
    '乡镇到截止日未报的先提醒、后点名；宽限期满后，由县驻村办决定继续等待，或不含未报乡镇印发通报；不会自动印发。',
    'townshipCutDay',
    'bulletinGraceDays',
  ],
  'month-corrections': [
    'C-3.5',
    '通报后的更正',
    '通报后发现得分有误的，由县驻村办更正，重新排队并印发更正通报；由此少了依据的约谈尚未进行的撤销，已进行的保留并注明。',
  ],
  'low-ranks': [
    'C-3.7',
    '怎样算排名靠后',
    '得分相同的名次相同；按设定比例取末尾的人数（向下取整，至少一人），与最高分相同的不算靠后；参考人数过少时，当月无人靠后。',
    'lowRankShare',
    'minimumRanked',
  ],
  'three-years': [
    'C-2.1',
    '“近3年”怎么算',
    '指任职前的三个完整年度，其他年度不看；缺报的和未定等次的不符合要求。试用期和参加工作之前的年度不计，按其余年度审核，至少有一年，并作提示或不予通过。年初任职时上年度等次尚未确定的，应在规定日期前补报，逾期未补报的视为不符合要求。',
    'lastGradeMonth',
    'shortCareer',
  ],
  'pre-check': [
    'C-2.1',
    '未经前置审核的选派',
    '选派应先经县、市两级驻村办审核，再任职；任职前缺任何一级审核的，仍予登记，注明未经前置审核，并告知派出单位和该级驻村办。',
  ],
  'central-as-province': ['C-2.1', '中央单位选派的干部', '中央单位选派的驻村干部，学历要求和同级驻村办均按省级办理。'],
  'training-hours': ['C-2.2', '培训学时折算', '集中培训按7.5学时折合1天。'],
  'reminder-days': ['C-3.7', '无故脱岗的提醒', '乡镇党委应在规定天数内提醒；乡镇登记后才算已经提醒。', 'reminderDays'],
  'absence-count': ['C-3.7', '脱岗次数怎么累计', '在本次派驻期间累计；也可以改为按年度累计。', 'absenceWindow'],
  'leave-afterwards': [
    'C-3.7',
    '事后补假',
    '事后批准补假的，该次不再算无故脱岗，次数重新计算；自决定召回之日起，补假不再改变次数。',
  ],
  'leave-after-handling': [
    'C-3.7',
    '决定之后登记的请假',
    '召回决定（无论因何召回）或者对脱岗的组织处理作出后，再登记的请假、补假一律不改变脱岗次数，填报的日期早于决定的也一样。',
  ],
  'handling-outlives-post': [
    'C-3.7',
    '组织处理不因离岗而免除',
    '因无故脱岗的组织处理与召回同时起算；召回、交接或任职结束后仍须作出，未作出的不得结束任职，去世或经选派同级驻村办认定登记有误的除外；能否不予处理按设定办理。',
    'handlingDays',
    'absenceHandlingMayBeNone',
  ],
  'consecutive-months': [
    'C-3.7',
    '怎样算连续两次靠后',
    '按参加排名的月份前后相接计算；未考核、未排名的月份不计入，也不打断。',
  ],
  'naming-by-bulletin': [
    'C-3.7',
    '怎样算被上级通报',
    '上级检查的通报列明的问题涉及该干部的，自印发之日起由系统计入其当时的任职，不需另行登记；同一问题再次通报、由另一级通报的只计一次，更正撤销后不再计入；县级通报和表扬不计。计入哪些上级按设定办理。',
    'superiorLevels',
  ],
  'moved-posting': [
    'C-3.7',
    '调整到同县其他乡镇',
    '任职继续，次数照计，两个乡镇都能查看；调整之日以前的事项由原乡镇办理，自当日起由新乡镇办理。',
  ],
  'consumption-of-months': [
    'C-3.7',
    '约谈的依据只用一次',
    '一次约谈用去它所依据的两个月或两次通报，其余照旧累计；同一事项多次通报只计一次；“被约谈”只计本次派驻期间已进行的约谈，组织处理后重新计数。',
  ],
  'interview-days': [
    'C-3.7',
    '约谈和反馈的期限',
    '应当约谈的，由组织部在规定天数内进行，并在约谈后规定天数内向派出单位反馈。',
    'interviewDays',
    'interviewFeedbackDays',
  ],
  fairness: [
    'C-3.7',
    '先送达、后约谈或召回',
    '因次数累计而应约谈、召回的，须等此前的通报抄送件或提醒送达收件箱后再进行；等待期间次数照计。选派条件不符的召回不等待。',
  ],
  rotation: [
    'C-2.1',
    '任期届满的压茬交接',
    '任期届满离任的，须有继任人员在岗并已办理交接；没有继任人员的，届满后规定天数内不得离任，此后离任的，岗位空缺并视为补派逾期，补派和交接完成后任职方告结束。',
    'rotationDays',
  ],
  'recall-days': [
    'C-3.7',
    '召回的期限',
    '应当召回的，自应予召回之日起在规定天数内召回：审核未通过的自登记之日起，无故脱岗的自提醒送达且次数已满之日起，组织处理决定召回的自决定之日起；同时有几项的，按最早的一项。逾期的告知派出单位和组织部。',
    'recallDays',
  ],
  replacement: [
    'C-2.1',
    '召回后的补派',
    '无论因何召回，派出单位都应自召回之日起在规定天数内补派；以符合条件的新人到岗为准，交接后原任职结束，新人另行建档并与原任职关联。',
  ],
  'sales-help-year': ['C-2.4', '助销金额的周期', '省、市、县派出单位的助销金额按年计算。', 'duties'],
  'contest-weights': [
    'A-3.1',
    '大比拼怎样合成名次',
    '四项内容、四种方式按设定的权重合成总分，排出一个名次；缺项的县不参加排名。',
    'contestMethodWeights',
    'contestContentWeights',
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
    '销账后规定月数内再次出现的，算屡改屡犯，作为挂牌的依据线索。',
    'problemWatchMonths',
  ],
  'liaison-quarter': ['A-4.1', '市级包联领导督导的周期', '市级包联领导对所包县的政策落实每季度督导一次。', 'duties'],
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
