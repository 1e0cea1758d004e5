import type { MeasureType } from '../../base/measure-types';
import type { CivilDate } from '../../dates/civil-date';
import type { SuspensionReason } from '../../dates/deadline';

/** Clause B-1: the kinds of monitored households. */
export const householdKinds = {
  'unstable-out-of-poverty': '脱贫不稳定户',
  marginal: '边缘易致贫户',
  'sudden-hardship': '突发严重困难户',
} as const;
export type HouseholdKind = keyof typeof householdKinds;

/** Clause: the four sources a lead comes from. */
export const leadSources = {
  'self-report': '农户申报',
  'cadre-check': '干部排查',
  'department-screening': '部门筛查',
  'public-opinion': '舆情预警',
} as const;
export type LeadSource = keyof typeof leadSources;

/** Clause: groups whose risk elimination is watched closely. */
export const householdFeatures = {
  'serious-illness': '大病',
  disability: '残疾',
  'new-subsistence-allowance': '新增低保',
} as const;
export type HouseholdFeature = keyof typeof householdFeatures;

/** Clauses and B-3.2: labour of a household. */
export const labourCapacities = { full: '全劳动力', half: '半劳动力', weak: '弱劳动力', none: '无劳动能力' } as const;
export type Labour = keyof typeof labourCapacities;

/** Clause B-3.2: how a measure is tagged; whether it is a development measure, its type decides ([D measure-types]). */
export const measureKinds = { development: '开发式帮扶', 'safety-net': '兜底保障' } as const;
export type MeasureKind = keyof typeof measureKinds;

/** Steps of an episode whose date a correction can change. */
export const householdSteps = {
  reported: '收到线索',
  'village-reviewed': '村级评议',
  'township-checked': '乡镇核查',
  identified: '县级认定',
  planned: '制定帮扶计划',
  measures: '落实帮扶措施',
  'first-help': '首次帮扶',
} as const;
export type HouseholdStep = keyof typeof householdSteps;

/** Clauses, B-1 and B-3.2: a lead as reported, with what came before in the same household. */
export interface HouseholdOpening {
  household: string;
  village: string;
  kind: HouseholdKind;
  settlement: boolean;
  source: LeadSource;
  greenChannel: GreenChannel | null;
  features: HouseholdFeature[];
  note: string | null;
  episode: number;
  /** The eliminated episode this one is a relapse of. */
  relapseOf: string | null;
  /** The episode that has not ended yet; there can be no second one beside it. */
  previousOpen: string | null;
  previousEndedOn: CivilDate | null;
}

/** Clause B-3.2: a sudden disaster or accident. The case begins on the day of the event; the lead may come later. */
export interface GreenChannel {
  event: string;
  eventOn: CivilDate;
  /** The day the lead was received, when later than the event. */
  reportedOn: CivilDate | null;
}

/** Clause: labour of the household as found. */
export interface LabourCapacity {
  labour: Labour;
  wishesToWork: boolean;
  wholeHouseholdWithoutLabour: boolean;
}

export interface NoteBody {
  note?: string | undefined;
}

/** Clause: the county's identification. Income above the guideline does not stand against it. */
export interface IdentifyBody extends LabourCapacity {
  incomePerHeadYuan?: number | undefined;
  features?: HouseholdFeature[] | undefined;
  note?: string | undefined;
}

export interface ReasonBody {
  reason: string;
}

/** Clauses and B-3.2: one help measure. */
export interface Measure {
  kind: MeasureKind;
  type: MeasureType;
  what: string;
}

/** Clauses and B-3.2: help plan by cause and household, with the measures applied for. */
export interface PlanBody {
  causes: string[];
  measures: Measure[];
}

/** Clauses and B-3.2: measures in place, the attempt at a development measure, and the tag in the national system. */
export interface MeasuresBody {
  measures: Measure[];
  developmentAttempt?: string | undefined;
  tagged?: boolean | undefined;
}

/** Clause B-3.2: help at once by a department, the township or the village. */
export interface FirstHelpBody {
  what: string;
  /** What it answers, where that was not recorded before. */
  event?: string | undefined;
  eventOn?: CivilDate | undefined;
}

/** Clause B-3.2: a sudden disaster or accident in a monitored household, dated the day it happened. */
export interface SuddenEventBody {
  event: string;
}

/** Clause: serious illness, disability or new subsistence allowance, learnt of later. */
export interface FeaturesBody {
  features: HouseholdFeature[];
}

/** [D new-risk]: a new risk in a monitored household, from an event or not; a second plan and its measures follow. */
export interface NewRiskBody {
  risk: string;
}

/** Clause: what is found when a household's risk is to be eliminated. */
export interface EliminationFindings {
  incomePerHeadYuan: number;
  threeGuaranteesSafe: boolean;
  waterSafe: boolean;
  rigidSpendingSolved: boolean;
}

/** Clause: the check by another person for serious illness, disability and new subsistence allowance. */
export interface SecondCheckBody {
  confirmed: boolean;
  note?: string | undefined;
}

export interface EndBody {
  cause: 'moved-away' | 'death';
  reason: string;
}

/** Replaces the date of an earlier step; everything that runs from it is computed anew. */
export interface CorrectBody {
  step: HouseholdStep;
  correctedDate: CivilDate;
  reason: string;
}

/** Stops the clock of one deadline, or of all that run. */
export interface SuspendBody {
  deadline?: string | undefined;
  reason: SuspensionReason;
}

export interface ResumeBody {
  deadline?: string | undefined;
}

export interface ExtendBody {
  deadline: string;
  days: number;
  reason: string;
}

/** Clause: everything that can be said to an episode, with its body. */
export interface HouseholdBodies {
  villageReview: NoteBody;
  townshipCheck: NoteBody;
  identify: IdentifyBody;
  notInclude: ReasonBody;
  plan: PlanBody;
  measures: MeasuresBody;
  firstHelp: FirstHelpBody;
  suddenEvent: SuddenEventBody;
  newRisk: NewRiskBody;
  learnFeatures: FeaturesBody;
  visit: NoteBody;
  review: NoteBody;
  changeCapacity: LabourCapacity;
  secondCheck: SecondCheckBody;
  signElimination: EliminationFindings;
  checkElimination: NoteBody;
  eliminate: EliminationFindings;
  end: EndBody;
  correct: CorrectBody;
  suspend: SuspendBody;
  resume: ResumeBody;
  extend: ExtendBody;
}
export type HouseholdOperation = keyof HouseholdBodies;
