import type { ProcessName } from '@duban/policy/case/case';
import { chineseDate, chineseMonth, isCivilDate, isMonth } from '@duban/policy/dates/civil-date';
import { cadences } from '@duban/policy/dates/natural-period';
import {
  householdKinds,
  labourCapacities,
  leadSources,
} from '@duban/policy/processes/household-monitoring/household-acts';
import { householdStages } from '@duban/policy/processes/household-monitoring/household-stage';
import { inspectionKinds } from '@duban/policy/processes/inspection/inspection-acts';
import { recallPaths } from '@duban/policy/processes/cadre-posting/posting-acts';
import { postingRoles, senderLevels } from '@duban/policy/processes/cadre-posting/selection-check';
import { problemLists, problemSources } from '@duban/policy/processes/problem/problem-acts';
import { periodWords } from './period-words';

export type ListedValue = string | number | boolean | null;

/** How a listed field of a case is called and how its value reads. */
export interface ListedName {
  title: string;
  /** Words for its codes. */
  words?: Readonly<Record<string, string>>;
  /** What the value names, where it names something. */
  names?: 'place' | 'office' | 'case' | 'period';
  unit?: string;
  /** Said elsewhere on every page (stage, place of the case), or a code whose word stands beside it. */
  isElsewhere?: true;
}

const plain = (title: string): ListedName => ({ title });
const count = (title: string, unit: string): ListedName => ({ title, unit });
const worded = (title: string, words: Readonly<Record<string, string>>): ListedName => ({ title, words });
const place = (title: string): ListedName => ({ title, names: 'place' });
const office = (title: string): ListedName => ({ title, names: 'office' });
const otherCase = (title: string): ListedName => ({ title, names: 'case' });
const elsewhere = (title: string): ListedName => ({ title, isElsewhere: true });

/** Every field that the cases of a process list, and what it is called. */
export const listedNames: Readonly<Record<ProcessName, Readonly<Record<string, ListedName>>>> = {
  'household-monitoring': {
    stage: { ...worded('环节', householdStages), isElsewhere: true },
    kind: worded('监测对象类别', householdKinds),
    village: place('所在村'),
    settlement: plain('住易地搬迁集中安置区'),
    source: worded('线索来源', leadSources),
    greenChannel: plain('走绿色通道'),
    watched: plain('重点关注户（大病、残疾、新增低保）'),
    longTerm: plain('整户无劳动能力，长期跟踪监测'),
    labour: worded('劳动能力', labourCapacities),
    lacksDevelopmentMeasure: plain('有劳动能力和意愿，尚缺开发式帮扶措施'),
    tagged: plain('已在全国系统标注'),
    reportedOn: plain('收到线索日期'),
    identifiedOn: plain('认定日期'),
    eliminationSigned: plain('风险消除已有有效签字'),
    episode: { title: '第几次监测', unit: '次' },
    relapseOf: otherCase('上一次监测（风险消除后再次发生）'),
  },
  'county-listing': {
    county: { ...place('挂牌县'), isElsewhere: true },
    round: count('挂牌轮次', '轮'),
    roundFrom: plain('本轮挂牌日期'),
    acceptanceFrom: plain('可摘牌验收之日'),
    acceptanceDue: plain('摘牌验收截止日'),
    grounds: count('挂牌依据', '项'),
    problems: count('问题清单', '个'),
    openProblems: count('尚未核查销号的问题', '个'),
    repeatedlyUnrectified: count('屡次整改不到位的问题', '个'),
    followsDelisting: plain('摘牌后规定月数内又被挂牌'),
    liaisonLeaders: count('包联领导', '名'),
    accountability: otherCase('在办的问责追责'),
  },
  accountability: {
    county: { ...place('县'), isElsewhere: true },
    listing: otherCase('由哪次挂牌启动'),
    round: count('挂牌轮次', '轮'),
    grounds: count('问责依据', '项'),
    liaisonLeaders: count('负连带责任的包联领导', '名'),
    pendingConfirmation: plain('待省级确认'),
    startedOn: plain('启动日期'),
    timeLimit: plain('办结时限'),
  },
  'monthly-assessment': {
    county: { ...place('县'), isElsewhere: true },
    month: plain('考核月份'),
    taskItems: count('月任务清单', '项'),
    townships: count('有驻村干部的乡镇', '个'),
    missing: count('尚未报送的乡镇', '个'),
    cadres: count('应考核驻村干部', '名'),
    ranked: count('已排队', '名'),
    low: count('排名靠后', '名'),
    bulletin: plain('通报文号'),
    corrections: count('更正通报', '次'),
    waitingUntil: plain('等待乡镇报送至'),
  },
  'township-scores': {
    county: place('县'),
    month: plain('考核月份'),
    cadres: count('应考核驻村干部', '名'),
    scored: count('已打分', '名'),
    unscored: count('列为未考核', '名'),
    open: count('尚未打分', '名'),
    late: count('逾期打分', '名'),
  },
  'cadre-posting': {
    cadre: plain('驻村干部编号'),
    role: worded('职务', postingRoles),
    unit: office('派出单位'),
    senderLevel: worded('派出层级', senderLevels),
    village: place('驻村'),
    township: { ...place('乡镇'), isElsewhere: true },
    postedOn: plain('驻村起始日期'),
    selectionPassed: plain('选派条件核验合格'),
    rung: elsewhere('处置层级代码'),
    rungName: plain('当前处置'),
    absences: count('无故脱岗', '次'),
    lowRun: count('连续排名靠后', '个月'),
    lastLowMonth: plain('最近一次靠后的月份'),
    namedInBulletins: count('被上级通报', '次'),
    interviewsPending: count('待约谈', '次'),
    interviewsHeld: count('已约谈', '次'),
    noExcellentYear: plain('年度考核不得评优的年度'),
    recallPending: plain('待召回'),
    recallPath: worded('召回依据', recallPaths),
    vacantSince: plain('空岗起始日期'),
    replacedBy: otherCase('补派人员的任职'),
    replaces: otherCase('所接替的任职'),
  },
  interview: {
    cadre: plain('驻村干部编号'),
    posting: otherCase('所属任职'),
    unit: office('派出单位'),
    because: plain('约谈事由（月份、通报）'),
    byHand: plain('由办公室直接提出'),
    orderedOn: plain('提出日期'),
    heldOn: plain('约谈日期'),
    fedBackOn: plain('反馈派出单位日期'),
    session: plain('约谈场次'),
    annotated: plain('事由其后更正，约谈记录保留并加注'),
  },
  'supervision-cycle': {
    province: { ...place('省'), isElsewhere: true },
    year: count('年度', '年'),
    title: plain('名称'),
    startsOn: plain('开始日期'),
    endsOn: plain('结束日期'),
    counties: count('参加的县', '个'),
  },
  'duty-book': {
    territory: { ...place('地区'), isElsewhere: true },
    from: plain('开始日期'),
    to: plain('结束日期'),
    townships: count('有驻村干部的乡镇', '个'),
  },
  'duty-sheet': {
    territory: { ...place('地区'), isElsewhere: true },
    period: { title: '期次', names: 'period' },
    cadence: worded('多久一次', cadences),
    owed: count('应完成', '项'),
    fulfilled: count('已完成', '项'),
    late: count('逾期补办', '项'),
    excused: count('免于履行', '项'),
    missing: count('未完成', '项'),
  },
  dispatch: {
    territory: { ...place('地区'), isElsewhere: true },
    period: { title: '期次', names: 'period' },
    owed: count('应报', '项'),
    filed: count('已报', '项'),
    missing: count('未报', '项'),
    policies: count('台账政策', '项'),
    unconfirmed: count('台账未确认', '项'),
    lagging: count('进度落后的地区', '个'),
  },
  'work-bulletin': {
    territory: { ...place('地区'), isElsewhere: true },
    period: { title: '期次', names: 'period' },
    candidates: count('通报候选', '项'),
    number: plain('通报文号'),
    issuedOn: plain('印发日期'),
    praised: count('通报表扬', '项'),
    criticised: count('通报批评', '项'),
    unsolved: count('尚未解决的问题', '项'),
  },
  'area-interview': {
    office: office('被约谈单位'),
    because: plain('约谈事由'),
    session: plain('约谈场次'),
    plannedOn: plain('计划日期'),
    heldOn: plain('约谈日期'),
    commitments: count('承诺事项', '项'),
    open: count('尚未办结的承诺', '项'),
  },
  problem: {
    list: worded('排查类别', problemLists),
    source: worded('来源', problemSources),
    owner: office('整改责任单位'),
    due: plain('整改期限'),
    setbacks: count('核查整改不到位', '次'),
    rounds: count('整改轮次', '轮'),
    repeatedlyUnrectified: plain('屡次整改不到位'),
    recurring: plain('屡改屡犯'),
    yuan: count('财政投资', '元'),
  },
  inspection: {
    kind: worded(
      '检查种类',
      Object.fromEntries(Object.entries(inspectionKinds).map(([kind, { name }]) => [kind, name])),
    ),
    scope: place('检查范围'),
    plannedOn: plain('计划日期'),
    begunOn: plain('开始日期'),
    drawn: count('抽中', '个'),
    findings: count('发现问题', '个'),
    number: plain('通报文号'),
  },
  'subsidy-campaign': {
    township: { ...place('乡镇'), isElsewhere: true },
    year: count('年度', '年'),
    entitled: count('应享受', '项'),
    applied: count('已申请', '项'),
    approved: count('审核通过', '项'),
    refused: count('审核未通过', '项'),
    paid: count('已发放', '项'),
    missing: count('应享受而未申请', '项'),
    yuan: count('已发放金额', '元'),
  },
  contest: {
    year: count('年度', '年'),
    counties: count('参加的县', '个'),
    keyCounties: count('重点帮扶县', '个'),
    scores: count('已录得分', '个'),
    departments: count('评价的省直部门', '个'),
    departmentsLacking: count('未评价齐的省直部门', '个'),
    complete: count('得分齐全的县', '个'),
    number: plain('公布文号'),
  },
};

/** Names of places and offices, from whoever has them loaded. */
export interface NameBook {
  place: (code: string) => string;
  office: (id: string) => string;
}

/** The value of a listed field in words; `null` where there is nothing to say. */
export function listedWords(name: ListedName, value: ListedValue, book: NameBook): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number')
    return withUnit(name, name.unit === '元' ? value.toLocaleString('zh-CN') : String(value));
  if (name.words !== undefined) return name.words[value] ?? value;
  return name.names === undefined ? withUnit(name, textWords(value)) : namedWords(name.names, value, book);
}

const withUnit = ({ unit }: ListedName, text: string): string => (unit === undefined ? text : `${text} ${unit}`);

function textWords(text: string): string {
  if (isCivilDate(text)) return chineseDate(text);
  return isMonth(text) ? chineseMonth(text) : text;
}

function namedWords(names: NonNullable<ListedName['names']>, value: string, book: NameBook): string {
  switch (names) {
    case 'place':
      return book.place(value);
    case 'office':
      return book.office(value);
    case 'period':
      return periodWords(value);
    case 'case':
      return value;
  }
}
