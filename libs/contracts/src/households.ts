import { townshipOf } from '@duban/policy/base/office';
import { measureTypes } from '@duban/policy/base/measure-types';
import { suspensionReasons } from '@duban/policy/dates/deadline';
import {
  householdFeatures,
  householdKinds,
  householdSteps,
  labourCapacities,
  leadSources,
  measureKinds,
  type HouseholdOpening,
} from '@duban/policy/processes/household-monitoring/household-acts';
import type { Household } from '@duban/policy/processes/household-monitoring/household-facts';
import { householdMonitoring } from '@duban/policy/processes/household-monitoring/household-monitoring';
import { householdOperations } from '@duban/policy/processes/household-monitoring/household-operations';
import { z } from 'zod';
import { civilDate, description, note, oneOf, reason, surrogateId, territoryCode, text } from './fields';
import { openingFrom, operationGroup, type PreviousCase } from './operation';

const income = z.number({ error: '应为数字（元）' }).nonnegative('不得为负数');
const noteBody = z.strictObject(note);

const measure = z.strictObject({ kind: oneOf(measureKinds), type: oneOf(measureTypes), what: text });
const measureList = z.array(measure).min(1, '至少填报一项措施').max(50, '不超过 50 项');

const capacity = {
  labour: oneOf(labourCapacities),
  wishesToWork: z.boolean(),
  wholeHouseholdWithoutLabour: z.boolean(),
};
const features = z.array(oneOf(householdFeatures)).max(3, '不超过 3 项');
const deadlineId = z
  .string()
  .regex(/^[a-z-]+(:\d+|@20\d{2}-\d{2}-\d{2})?$/, '应为时限编号，例如 identification、plan、measures、review:1');

const findings = z.strictObject({
  incomePerHeadYuan: income,
  threeGuaranteesSafe: z.boolean(),
  waterSafe: z.boolean(),
  rigidSpendingSolved: z.boolean(),
});

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

const report = openingFrom({
  name: 'report',
  body: reportBody,
  subject: ({ village, householdId }) => ({ territory: townshipOf(village), subject: [householdId] }),
  opening: openingOf,
});

/** Clauses, B-3.2 and C-2.3: everything offices can do to a monitored household. */
export const households = operationGroup<Household>()({
  rules: householdMonitoring,
  rows: householdOperations,
  opening: report,
  bodies: {
    villageReview: noteBody,
    townshipCheck: noteBody,
    identify: z.strictObject({
      ...capacity,
      incomePerHeadYuan: income.optional(),
      features: features.optional(),
      ...note,
    }),
    notInclude: z.strictObject({ reason }),
    plan: z.strictObject({
      causes: z.array(text).min(1, '至少填报一项风险原因').max(20, '不超过 20 项'),
      measures: measureList,
    }),
    measures: z.strictObject({
      measures: measureList,
      developmentAttempt: text.optional(),
      tagged: z.boolean().optional(),
    }),
    firstHelp: z.strictObject({ what: text, event: text.optional(), eventOn: civilDate.optional() }),
    suddenEvent: z.strictObject({ event: text }),
    newRisk: z.strictObject({ risk: description }),
    visit: noteBody,
    review: noteBody,
    changeCapacity: z.strictObject(capacity),
    learnFeatures: z.strictObject({ features: features.min(1, '至少一项') }),
    secondCheck: z.strictObject({ confirmed: z.boolean(), ...note }),
    signElimination: findings,
    checkElimination: noteBody,
    eliminate: findings,
    end: z.strictObject({ cause: oneOf({ 'moved-away': '迁出', death: '死亡' } as const), reason }),
    correct: z.strictObject({ step: oneOf(householdSteps), correctedDate: civilDate, reason }),
    suspend: z.strictObject({ deadline: deadlineId.optional(), reason: oneOf(suspensionReasons) }),
    resume: z.strictObject({ deadline: deadlineId.optional() }),
    extend: z.strictObject({
      deadline: deadlineId,
      days: z.int('应为整数').min(1, '至少 1 天').max(365, '不超过 365 天'),
      reason,
    }),
  },
});

function openingOf(body: ReportBody, previous: PreviousCase | null): HouseholdOpening {
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
  };
}
