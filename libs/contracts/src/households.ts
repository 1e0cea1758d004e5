import {
  householdFeatures,
  householdKinds,
  householdSteps,
  labourCapacities,
  leadSources,
  measureKinds,
  measureTypes,
  type CorrectBody,
  type EliminationFindings,
  type EndBody,
  type ExtendBody,
  type FirstHelpBody,
  type HouseholdOpening,
  type IdentifyBody,
  type LabourCapacity,
  type Measure,
  type MeasuresBody,
  type NoteBody,
  type PlanBody,
  type ReasonBody,
  type ResumeBody,
  type SecondCheckBody,
  type SuspendBody,
} from '@duban/policy/processes/household-monitoring/household-acts';
import { suspensionReasons } from '@duban/policy/dates/deadline';
import type { HouseholdOperation } from '@duban/policy/processes/household-monitoring/household-monitoring';
import { townshipOf } from '@duban/policy/base/office';
import { z } from 'zod';
import { civilDate, note, oneOf, reason, surrogateId, territoryCode, text } from './fields';
import { office, type Grant, type Opening, type Operation, type OperationGroup, type PreviousCase } from './operation';

const income = z.number({ error: '应为数字（元）' }).nonnegative('不得为负数');
const noteBody = z.strictObject(note) satisfies z.ZodType<NoteBody>;

const measure = z.strictObject({
  kind: oneOf(measureKinds),
  type: oneOf(measureTypes),
  what: text,
}) satisfies z.ZodType<Measure>;
const measureList = z.array(measure).min(1, '至少填报一项措施').max(50, '不超过 50 项');

const capacity = {
  labour: oneOf(labourCapacities),
  wishesToWork: z.boolean(),
  wholeHouseholdWithoutLabour: z.boolean(),
};
const features = z.array(oneOf(householdFeatures)).max(3, '不超过 3 项');
const deadlineId = z.string().regex(/^[a-z-]+(:\d+)?$/, '应为时限编号，例如 identification、plan、measures、review:1');

const findings = z.strictObject({
  incomePerHeadYuan: income,
  threeGuaranteesSafe: z.boolean(),
  waterSafe: z.boolean(),
  rigidSpendingSolved: z.boolean(),
}) satisfies z.ZodType<EliminationFindings>;

/** Clauses, B-1 and B-3.2: a lead; its envelope carries the day it was received, with a green channel the day of the event. */
export const reportBody = z.strictObject({
  householdId: surrogateId,
  village: territoryCode(12, '村级'),
  kind: oneOf(householdKinds),
  settlement: z.boolean().optional(),
  source: oneOf(leadSources),
  greenChannel: z.strictObject({ event: text, eventOn: civilDate, reportedOn: civilDate.optional() }).optional(),
  features: features.optional(),
  ...note,
});
export type ReportBody = z.infer<typeof reportBody>;

const village: readonly Grant[] = [
  office('village-committee', 'village'),
  office('village-party-secretary', 'village'),
];
const township = office('party-committee', 'township');
const county = office('revitalization-bureau', 'county');
const department = office('department', 'county');
const above = office('leading-group-office', 'county');

const report: Opening = {
  clause: 'A-2.1',
  summary: '登记线索，开始监测（同一户再次发生风险的，作为新的一次监测）',
  by: [...village, township, county, department],
  body: reportBody,
  subject: (body: ReportBody) => ({ territory: townshipOf(body.village), subject: [body.householdId], numbered: true }),
  opening: (body: ReportBody, previous) => openingOf(body, previous),
};

const operations: Record<HouseholdOperation, Operation> = {
  villageReview: { clause: 'A-2.1', summary: '村级评议', by: village, body: noteBody },
  townshipCheck: { clause: 'A-2.1', summary: '乡镇核查', by: [township], body: noteBody },
  identify: {
    clause: 'A-2.1',
    summary: '县级认定为监测对象',
    by: [county],
    body: z.strictObject({
      ...capacity,
      incomePerHeadYuan: income.optional(),
      features: features.optional(),
      ...note,
    }) satisfies z.ZodType<IdentifyBody>,
  },
  notInclude: {
    clause: 'A-2.1',
    summary: '经核查无返贫致贫风险，不予纳入',
    by: [county],
    body: z.strictObject({ reason }) satisfies z.ZodType<ReasonBody>,
  },
  plan: {
    clause: 'A-2.1',
    summary: '因人因户制定帮扶计划并申报帮扶措施',
    by: [township],
    body: z.strictObject({
      causes: z.array(text).min(1, '至少填报一项风险原因').max(20, '不超过 20 项'),
      measures: measureList,
    }) satisfies z.ZodType<PlanBody>,
  },
  measures: {
    clause: 'A-2.1',
    summary: '帮扶措施落实到户到人',
    by: [township, department],
    body: z.strictObject({
      measures: measureList,
      developmentAttempt: text.optional(),
      tagged: z.boolean().optional(),
    }) satisfies z.ZodType<MeasuresBody>,
  },
  firstHelp: {
    clause: 'B-3.2',
    summary: '绿色通道首次帮扶',
    by: [department, county, township, ...village],
    body: z.strictObject({ what: text }) satisfies z.ZodType<FirstHelpBody>,
  },
  visit: { clause: 'C-2.3', summary: '入户走访', by: [...village, township], body: noteBody },
  review: { clause: 'A-2.1', summary: '长期跟踪监测户定期复核', by: [township, county], body: noteBody },
  changeCapacity: {
    clause: 'A-2.1',
    summary: '劳动能力变化',
    by: [township, county],
    body: z.strictObject(capacity) satisfies z.ZodType<LabourCapacity>,
  },
  secondCheck: {
    clause: 'A-2.1',
    summary: '重点关注户风险消除二次核查',
    by: [...village, township, county],
    body: z.strictObject({ confirmed: z.boolean(), ...note }) satisfies z.ZodType<SecondCheckBody>,
  },
  signElimination: {
    clause: 'C-2.3',
    summary: '驻村干部签字同意消除风险（达不到条件的不得签字，记录在案）',
    by: village,
    body: findings,
  },
  checkElimination: { clause: 'A-2.1', summary: '乡镇核查风险消除', by: [township], body: noteBody },
  eliminate: { clause: 'A-2.1', summary: '县级审批风险消除', by: [county], body: findings },
  end: {
    clause: 'A-2.1',
    summary: '因迁出或死亡终止监测',
    by: [township, county],
    body: z.strictObject({
      cause: oneOf({ 'moved-away': '迁出', death: '死亡' } as const),
      reason,
    }) satisfies z.ZodType<EndBody>,
  },
  correct: {
    clause: 'A-2.1',
    summary: '更正已登记步骤的日期',
    by: [township, county],
    body: z.strictObject({
      step: oneOf(householdSteps),
      correctedDate: civilDate,
      reason,
    }) satisfies z.ZodType<CorrectBody>,
  },
  suspend: {
    clause: 'A-2.1',
    summary: '中止时限（办公室开启后方可）',
    by: [above],
    body: z.strictObject({
      deadline: deadlineId.optional(),
      reason: oneOf(suspensionReasons),
    }) satisfies z.ZodType<SuspendBody>,
  },
  resume: {
    clause: 'A-2.1',
    summary: '恢复时限',
    by: [above],
    body: z.strictObject({ deadline: deadlineId.optional() }) satisfies z.ZodType<ResumeBody>,
  },
  extend: {
    clause: 'A-2.1',
    summary: '延长时限一次（办公室开启后方可）',
    by: [above],
    body: z.strictObject({
      deadline: deadlineId,
      days: z.int('应为整数').min(1, '至少 1 天').max(365, '不超过 365 天'),
      reason,
    }) satisfies z.ZodType<ExtendBody>,
  },
};

/** Clauses, B-3.2 and C-2.3: everything offices can do to a monitored household. */
export const households: OperationGroup = {
  process: 'household-monitoring',
  resource: 'households',
  title: '防返贫监测',
  opening: { name: 'report', operation: report },
  operations,
};

function openingOf(body: ReportBody, previous: PreviousCase | null) {
  return {
    household: body.householdId,
    village: body.village,
    kind: body.kind,
    settlement: body.settlement ?? false,
    source: body.source,
    greenChannel:
      body.greenChannel === undefined
        ? null
        : { ...body.greenChannel, reportedOn: body.greenChannel.reportedOn ?? null },
    features: [...new Set(body.features)],
    note: body.note ?? null,
    episode: (previous?.number ?? 0) + 1,
    relapseOf: previous?.outcome === 'eliminated' ? previous.caseId : null,
    previousOpen: previous !== null && previous.endedOn === null ? previous.caseId : null,
    previousEndedOn: previous?.endedOn ?? null,
  } satisfies HouseholdOpening;
}
