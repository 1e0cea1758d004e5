import type { ClauseId } from '../base/clauses/clauses';
import type { Rollover } from '../dates/deadline';
import type { Festival } from '../dates/festivals';
import type { LadderName, RungRule } from '../dates/ladder';
import type { ContestContent, ContestMethod } from '../base/contest-parts';
import type { DispatchLeads } from '../base/policy-areas';
import type { DevelopmentMeasure } from '../base/measure-types';
import type { DutyId, DutyTerms } from './duty-rows';
import { faultOf, jointFault } from './setting-limits';
import { publishedEditions, type PolicyEdition, type SettingRows } from './editions';
import { admit, refuse, type Verdict } from '../base/verdict';

/** Every number and choice the processes use. Units are in the names. */
export interface Settings {
  // B-3.2 household monitoring
  guidelineYuan: number;
  identificationDays: number;
  planDays: number;
  measuresDays: number;
  measuresClock: 'from-identification' | 'from-plan' | 'from-identification-15';
  measuresAfterPlanDays: number;
  firstHelpDays: number;
  developmentTypes: readonly DevelopmentMeasure[];
  stableMonths: number;
  longTermReviewMonths: number;
  householdRollover: Rollover;
  // listing
  listingMonths: number;
  acceptanceWindowDays: number;
  relistingWithinMonths: number;
  failedVerificationsForSuggestion: number;
  listingRollover: Rollover;
  // C-3.5 month
  taskListDay: number;
  townshipCutDay: number;
  bulletinDay: number;
  monthRollover: Rollover;
  bulletinGraceDays: number;
  monthCorrectionDays: number;
  taskWeight: number;
  presenceWeight: number;
  minimumDaysOnPost: number;
  lowRankShare: number;
  minimumRanked: number;
  // C-2.1, C-3.7 cadres
  maximumAge: number;
  maximumLeaderAge: number;
  annualAssessments: number;
  lastGradeMonth: number;
  shortCareer: 'flag' | 'refuse';
  replacementDays: number;
  rotationDays: number;
  recallDays: number;
  reminderDays: number;
  absenceWindow: 'posting' | 'calendar-year';
  absencesForRecall: number;
  lowMonthsForInterview: number;
  superiorBulletinsForInterview: number;
  superiorLevels: 'city-and-province' | 'province';
  interviewsForHandling: number;
  interviewDays: number;
  interviewFeedbackDays: number;
  handlingDays: number;
  absenceHandlingMayBeNone: boolean;
  businessCounts: boolean;
  stationingHolidays: 'workdays' | 'none';
  // RULES 7: recurring duties
  duties: Partial<Record<DutyId, DutyTerms>>;
  dutyShare: 'whole' | 'by-days';
  joinerShare: 'half-year' | 'whole' | 'by-days';
  // OBLIGATIONS D22: C-3.6, for each cadre
  healthCheckLastMonth: number;
  insuranceDays: number;
  festivals: readonly Festival[];
  festivalVisitDays: number;
  misfortuneVisitDays: number;
  dutyCloseDays: number;
  dutyReopenDays: number;
  // dispatch
  dispatchLeads: DispatchLeads;
  dispatchGraceDays: number;
  dispatchMinimumRanked: number;
  superviseLaggingDays: number;
  ledgerLineCadence: 'half-month' | 'own-period';
  // villages
  villageCheckCadence: 'own-period' | 'month';
  // bulletin
  bulletinFollowUpDays: number;
  // C-2.end problems
  problemDecisionDays: number;
  problemTakeoverDays: number;
  problemVerificationDays: number;
  problemRenewalDays: number;
  problemWatchMonths: number;
  riskWarningYuan: number;
  // C-3.4 inspections
  inspectionReportDays: number;
  followCheckDays: number;
  // plan B and A-2: money, posts, workshops
  tapWaterShare: number;
  industryShare: number;
  courtyardAwardYuan: number;
  courtyardCapPeriod: 'calendar-year' | 'in-all';
  provinceAwardYuan: number;
  microLoanYuan: number;
  microSubsidisedYuan: number;
  canteenShare: number;
  unionShare: number;
  budgetShare: number;
  postLeastAge: number;
  postMostAge: number;
  postPayDays: number;
  workshopActDays: number;
  allowanceYuanPerDay: number;
  subsidyReviewDays: number;
  subsidyPaymentDays: number;
  subsidyMostYuan: number;
  workshopRewardTiers: readonly { from: number; yuan: number }[];
  // contest
  contestMethodWeights: Record<ContestMethod, number>;
  contestContentWeights: Record<ContestContent, number>;
  // deadlines in general
  extensionAllowed: boolean;
  suspensionAllowed: boolean;
  nearDays: number;
  ladders: Record<LadderName, RungRule[]>;
  rungTime: string;
  quietFrom: string;
  quietTo: string;
}

/** An edition of a set, at a version, with an office's own choices on top. A case keeps the one it began with. */
export interface PolicyRef {
  set: string;
  version: number;
  changes: Partial<Settings>;
}

/** Where a setting comes from: the clause's own words, or an office's decision filling what the clause leaves open. */
export interface SettingOrigin {
  clause: ClauseId;
  isDecision: boolean;
  title: string;
  /** What each value is called on screens, where a value is a choice among names. */
  choices?: Readonly<Record<string, string>>;
}

/** A published policy set, for lists. */
export interface PolicySet {
  set: string;
  version: number;
  title: string;
}

/** What an office makes of an edition begins here: the edition as published is its first version. */
const firstVersion = 1;

/** An edition as published, with nothing chosen. */
export const publishedPolicy = (set: string): PolicyRef => ({ set, version: firstVersion, changes: {} });

/** What a case begins with where its office has chosen nothing else: the latest edition. */
export const basePolicy: PolicyRef = publishedPolicy(latestOf(publishedEditions).set);

function latestOf([first, ...others]: typeof publishedEditions): PolicyEdition {
  return others.at(-1) ?? first;
}

/** The settings a case runs by: what its edition says, with the office's choices on top. Later versions differ from the first by their choices. */
export function settingsOf({ set, changes }: PolicyRef): Settings {
  const values = valuesOf(editionOf(set));
  return { ...values, ...changes, ladders: { ...values.ladders, ...changes.ladders } };
}

/** Where every setting of a set comes from. */
export function settingOrigins(set: string): Record<keyof Settings, SettingOrigin> {
  const origins = Object.entries(editionOf(set).rows).map(([name, { value: _value, ...origin }]) => [name, origin]);
  return Object.fromEntries(origins) as Record<keyof Settings, SettingOrigin>;
}

/** All editions as published; the versions an office makes of them by its choices are kept in the ledger. */
export const listPolicySets = (): PolicySet[] =>
  publishedEditions.map(({ set, title }) => ({ set, version: firstVersion, title }));

/** May an office run cases by these choices? Refused are unknown settings, wrong types, absurd values, and choices that contradict each other. */
export function judgeChanges(changes: Readonly<Record<string, unknown>>, set = basePolicy.set): Verdict {
  const edition = editionOf(set);
  const { rows } = edition;
  for (const [name, value] of Object.entries(changes)) {
    if (!isSetting(rows, name)) return refuse('INVALID_INPUT', 'A-0', `没有名为“${name}”的政策参数`, name);
    const fault = faultOf(name, value);
    if (fault !== undefined)
      return refuse('OUT_OF_RANGE', rows[name].clause, `“${rows[name].title}”${fault}，收到的是${shown(value)}`, name);
  }
  const joint = jointFault({ ...valuesOf(edition), ...changes });
  return joint === undefined ? admit() : refuse('OUT_OF_RANGE', rows[joint.name].clause, joint.text, joint.name);
}

const values = new WeakMap<PolicyEdition, Settings>();

function valuesOf(edition: PolicyEdition): Settings {
  const known = values.get(edition);
  if (known !== undefined) return known;
  const said = Object.fromEntries(Object.entries(edition.rows).map(([name, { value }]) => [name, value]));
  values.set(edition, said as unknown as Settings);
  return said as unknown as Settings;
}

function editionOf(set: string): PolicyEdition {
  const found = publishedEditions.find((one) => one.set === set);
  if (found !== undefined) return found;
  throw new Error(`没有政策集“${set}”；现有：${publishedEditions.map((one) => one.set).join('、')}`);
}

const isSetting = (rows: SettingRows, name: string): name is keyof Settings => Object.hasOwn(rows, name);

const shown = (value: unknown): string => (JSON.stringify(value) ?? '空值').slice(0, 60);
