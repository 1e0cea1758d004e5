import { departments } from '../base/departments';
import { contestContents, contestMethods } from '../base/contest-parts';
import { festivals } from '../dates/festivals';
import { cadences } from '../dates/natural-period';
import { policyAreas } from '../base/policy-areas';
import { developmentMeasures } from '../base/measure-types';
import { dutyRow } from './duty-rows';
import type { Settings } from './policy-set';

/** Says what is wrong with a value, in Chinese: what it should be; `undefined` when nothing is. */
type Limit = (value: unknown) => string | undefined;

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const ladderNames = ['acceptance', 'default', 'weekly'];
const receivers = ['responsible', 'head', 'above', 'above-again'];

/** What is wrong with a single setting, in Chinese; `undefined` when the value can be used. */
export const faultOf = (name: keyof Settings, value: unknown): string | undefined => limits[name](value);

/** What is wrong between settings that are each in order; the name is the setting to blame. */
export function jointFault(settings: Settings): { name: keyof Settings; text: string } | undefined {
  const {
    taskWeight,
    presenceWeight,
    planDays,
    measuresDays,
    maximumAge,
    maximumLeaderAge,
    townshipCutDay,
    bulletinDay,
  } = settings;
  const weights = Math.round((taskWeight + presenceWeight) * 1000) / 1000;
  if (weights !== 1) return { name: 'taskWeight', text: `两项考核权重之和应为1，现为${weights}` };
  if (planDays > measuresDays)
    return {
      name: 'planDays',
      text: `制定帮扶计划的天数不应多于落实帮扶措施的天数（${measuresDays}天），现为${planDays}天`,
    };
  if (maximumLeaderAge > maximumAge)
    return {
      name: 'maximumLeaderAge',
      text: `队长年龄上限不应高于驻村干部年龄上限（${maximumAge}周岁），现为${maximumLeaderAge}周岁`,
    };
  if (townshipCutDay > bulletinDay)
    return {
      name: 'townshipCutDay',
      text: `乡镇考核排队截止日不应晚于考核通报截止日（${bulletinDay}日），现为${townshipCutDay}日`,
    };
  return undefined;
}

const oneOf =
  (...allowed: readonly string[]): Limit =>
  (value) =>
    typeof value === 'string' && allowed.includes(value)
      ? undefined
      : `应为${allowed.map((one) => `“${one}”`).join('、')}之一`;

/** At least one of a table's names, none of them twice. */
const someOf =
  (table: Readonly<Record<string, string>>): Limit =>
  (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((one) => typeof one === 'string' && Object.hasOwn(table, one))
      ? undefined
      : `应至少选一项、不重复：${Object.values(table).join('、')}`;

const whole =
  (least: number, most: number): Limit =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `应为${least}至${most}之间的整数`;

const share: Limit = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? undefined : '应为0至1之间的数';
const switched: Limit = (value) => (typeof value === 'boolean' ? undefined : '应为是（true）或否（false）');
const time: Limit = (value) =>
  typeof value === 'string' && clockTime.test(value) ? undefined : '应为“时:分”格式的时刻，如“08:30”';
const rollover = oneOf('none', 'next-workday', 'previous-workday');
const days = whole(1, 366);
const months = whole(1, 36);
const money = whole(0, 10_000_000_000);
const dayOfMonth = whole(1, 28);
const times = whole(1, 12);

function ladders(value: unknown): string | undefined {
  if (!isRecord(value) || Object.keys(value).sort().join() !== ladderNames.join())
    return '应恰好包含“default”“acceptance”和“weekly”三个提醒级次';
  return Object.values(value).every(isLadder)
    ? undefined
    : '每一级应写明距期限的天数（-366至366之间、互不重复的整数）和提醒对象';
}

const isLadder = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(isRung) &&
  new Set(value.map(({ days: on }: { days: number }) => on)).size === value.length;

function isRung(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { days: on, to, criticism, ...others } = value;
  const isPlaced = whole(-366, 366)(on) === undefined && receivers.includes(to as string);
  return isPlaced && (criticism === undefined || typeof criticism === 'boolean') && Object.keys(others).length === 0;
}

function duties(value: unknown): string | undefined {
  if (!isRecord(value)) return '应按职责名称逐项写明周期和数量';
  const [fault] = Object.entries(value).flatMap(([id, terms]) => dutyFault(id, terms) ?? []);
  return fault;
}

function dutyFault(id: string, terms: unknown): string | undefined {
  if (dutyRow(id) === undefined) return `不应有名为“${id}”的职责`;
  const isSound =
    isRecord(terms) &&
    Object.keys(terms).sort().join() === 'amount,cadence' &&
    oneOf(...Object.keys(cadences))(terms['cadence']) === undefined;
  return isSound && whole(0, 1_000_000)(terms['amount']) === undefined
    ? undefined
    : `中“${id}”应写明周期（cadence，${Object.keys(cadences).join('、')}之一）和数量（amount，0至1000000之间的整数，0为不要求）`;
}

function leads(value: unknown): string | undefined {
  if (!isRecord(value)) return '应按政策领域逐项列出牵头部门';
  const strange = Object.keys(value).find((area) => !Object.hasOwn(policyAreas, area));
  if (strange !== undefined) return `不应有名为“${strange}”的政策领域`;
  const isList = (named: unknown): boolean =>
    Array.isArray(named) &&
    named.every((one) => Object.hasOwn(departments, String(one))) &&
    new Set(named).size === named.length;
  return Object.values(value).every(isList)
    ? undefined
    : `每个领域应列出互不重复的部门：${Object.keys(departments).join('、')}`;
}

function tiers(value: unknown): string | undefined {
  const isTier = (one: unknown): boolean =>
    isRecord(one) &&
    whole(1, 10_000)(one['from']) === undefined &&
    money(one['yuan']) === undefined &&
    Object.keys(one).length === 2;
  const isList =
    Array.isArray(value) &&
    value.every(isTier) &&
    value.every(
      (one: { from: number }, index) => index === 0 || one.from > (value[index - 1] as { from: number }).from,
    );
  return isList ? undefined : '应逐级写明人数起点（from，由小到大）和每人金额（yuan）';
}

/** A weight for each name of the table, adding up to 1. */
const weights =
  (table: Readonly<Record<string, string>>): Limit =>
  (value) => {
    const isWhole =
      isRecord(value) &&
      Object.keys(value).sort().join() === Object.keys(table).sort().join() &&
      Object.values(value).every((one) => share(one) === undefined);
    const sum = isWhole ? Object.values(value as Record<string, number>).reduce((whole, one) => whole + one, 0) : 0;
    return Math.abs(sum - 1) < 1e-9 ? undefined : `应为${Object.values(table).join('、')}各写明权重（0至1），合计为1`;
  };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const limits: Record<keyof Settings, Limit> = {
  guidelineYuan: whole(1000, 100_000),
  identificationDays: days,
  planDays: days,
  measuresDays: days,
  measuresClock: oneOf('from-identification', 'from-plan', 'from-identification-15'),
  measuresAfterPlanDays: days,
  firstHelpDays: whole(0, 30),
  developmentTypes: someOf(developmentMeasures),
  stableMonths: whole(0, 36),
  longTermReviewMonths: months,
  householdRollover: rollover,
  listingMonths: months,
  acceptanceWindowDays: whole(0, 366),
  relistingWithinMonths: whole(0, 36),
  failedVerificationsForSuggestion: times,
  listingRollover: rollover,
  taskListDay: dayOfMonth,
  townshipCutDay: dayOfMonth,
  bulletinDay: dayOfMonth,
  monthRollover: rollover,
  bulletinGraceDays: whole(0, 31),
  monthCorrectionDays: whole(1, 366),
  taskWeight: share,
  presenceWeight: share,
  minimumDaysOnPost: whole(0, 31),
  lowRankShare: share,
  minimumRanked: whole(1, 1000),
  maximumAge: whole(18, 70),
  maximumLeaderAge: whole(18, 70),
  annualAssessments: whole(0, 10),
  lastGradeMonth: whole(1, 12),
  shortCareer: oneOf('flag', 'refuse'),
  replacementDays: days,
  rotationDays: days,
  recallDays: days,
  reminderDays: days,
  absenceWindow: oneOf('posting', 'calendar-year'),
  absencesForRecall: times,
  lowMonthsForInterview: times,
  superiorBulletinsForInterview: times,
  superiorLevels: oneOf('city-and-province', 'province'),
  interviewsForHandling: times,
  interviewDays: days,
  interviewFeedbackDays: days,
  handlingDays: days,
  absenceHandlingMayBeNone: switched,
  businessCounts: switched,
  stationingHolidays: oneOf('workdays', 'none'),
  duties,
  dutyShare: oneOf('whole', 'by-days'),
  joinerShare: oneOf('half-year', 'whole', 'by-days'),
  healthCheckLastMonth: whole(1, 12),
  insuranceDays: days,
  festivals: someOf(festivals),
  festivalVisitDays: whole(0, 31),
  misfortuneVisitDays: days,
  dutyCloseDays: whole(1, 60),
  dutyReopenDays: whole(1, 366),
  dispatchLeads: leads,
  dispatchGraceDays: whole(0, 15),
  dispatchMinimumRanked: whole(2, 200),
  superviseLaggingDays: days,
  villageCheckCadence: oneOf('own-period', 'month'),
  ledgerLineCadence: oneOf('half-month', 'own-period'),
  bulletinFollowUpDays: days,
  problemDecisionDays: days,
  problemTakeoverDays: days,
  problemVerificationDays: days,
  problemRenewalDays: days,
  problemWatchMonths: whole(0, 36),
  riskWarningYuan: whole(0, 100_000_000),
  inspectionReportDays: days,
  followCheckDays: days,
  tapWaterShare: share,
  industryShare: share,
  courtyardAwardYuan: money,
  courtyardCapPeriod: oneOf('calendar-year', 'in-all'),
  provinceAwardYuan: money,
  microLoanYuan: money,
  microSubsidisedYuan: money,
  canteenShare: share,
  unionShare: share,
  budgetShare: share,
  postLeastAge: whole(16, 60),
  postMostAge: whole(40, 100),
  postPayDays: whole(1, 92),
  subsidyReviewDays: days,
  subsidyPaymentDays: days,
  subsidyMostYuan: whole(1, 1_000_000),
  allowanceYuanPerDay: whole(0, 1000),
  workshopActDays: days,
  workshopRewardTiers: tiers,
  contestMethodWeights: weights(contestMethods),
  contestContentWeights: weights(contestContents),
  extensionAllowed: switched,
  suspensionAllowed: switched,
  nearDays: whole(0, 31),
  ladders,
  rungTime: time,
  quietFrom: time,
  quietTo: time,
};
