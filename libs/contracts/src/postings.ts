import { townshipOf } from '@duban/policy/base/office';
import { attendanceMarks } from '@duban/policy/processes/cadre-posting/attendance';
import { cadrePosting } from '@duban/policy/processes/cadre-posting/cadre-posting';
import {
  handlingDecisions,
  handlingPaths,
  misconductKinds,
  postingEndReasons,
  recallPaths,
  type PostingOpening,
} from '@duban/policy/processes/cadre-posting/posting-acts';
import { trainingLevels } from '@duban/policy/base/training-levels';
import type { Posting } from '@duban/policy/processes/cadre-posting/posting-facts';
import { postingOperations } from '@duban/policy/processes/cadre-posting/posting-operations';
import { assessmentGrades } from '@duban/policy/processes/cadre-posting/assessment-check';
import { educations, postingRoles, senderLevels } from '@duban/policy/processes/cadre-posting/selection-check';
import { superiorLevels } from '@duban/policy/processes/cadre-posting/superior-level';
import { z } from 'zod';
import {
  birthDate,
  careerDate,
  civilDate,
  line,
  matterId,
  month,
  note,
  officeOf,
  oneOf,
  reason,
  surrogateId,
  territoryCode,
  text,
  yearNumber,
} from './fields';
import { openingFrom, operationGroup, type PreviousCase } from './operation';

const unitId = officeOf(
  /^dispatching-unit:\d{2,6}:[A-Za-z0-9_-]{1,40}$/,
  '应为 dispatching-unit:<区划代码>:<单位编号>',
);
const bulletinNumber = line(1, 80);
const assessment = z.strictObject({
  year: yearNumber,
  grade: oneOf(assessmentGrades),
});

/** Clause C-2.1: what the selection check asks of a person. */
const person = {
  bornOn: birthDate,
  education: oneOf(educations),
  identity: oneOf({ ok: '符合', 'not-ok': '不符合' } as const).optional(),
  annualAssessments: z.array(assessment).max(10, '不超过 10 个年度'),
  careerBegan: careerDate.optional(),
  countyCheckedOn: civilDate.optional(),
  cityCheckedOn: civilDate.optional(),
};

/** Clause C-2.1: a cadre goes on post; the result of the selection check is answered and recorded. */
export const postBody = z.strictObject({
  cadreId: surrogateId,
  village: territoryCode(12, '村级'),
  unit: unitId,
  senderLevel: oneOf(senderLevels),
  role: oneOf(postingRoles),
  postedOn: civilDate,
  termEndsOn: civilDate.optional(),
  ...person,
  replaces: z
    .string()
    .regex(/^posting:\d{9}:[A-Za-z0-9_:~-]{1,80}$/, '应为原任职的编号')
    .optional(),
});
export type PostBody = z.infer<typeof postBody>;

const post = openingFrom({
  name: 'post',
  body: postBody,
  subject: ({ village, cadreId }) => ({ territory: townshipOf(village), subject: [cadreId] }),
  opening: openingOf,
});

function openingOf(body: PostBody, previous: PreviousCase | null): PostingOpening {
  return {
    ...known(body),
    replaces: body.replaces ?? null,
    asksCycles: true,
    previousOpen: previous !== null && previous.endedOn === null ? previous.caseId : null,
  };
}

const markedDay = z.strictObject({ on: civilDate, mark: oneOf(attendanceMarks), night: z.boolean().optional() });

/** What is not said is left out, as on the wire. */
const known = <Body extends object>(body: Body): Body =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Body;

const disciplining = {
  attendance: z.strictObject({ days: z.array(markedDay).min(1, '至少填写一天').max(31, '不超过 31 天') }),
  absence: z.strictObject(note),
  leave: z.strictObject({ from: civilDate, to: civilDate, reason }),
  approveLeaveAfterwards: z.strictObject({ absenceOn: civilDate, reason }),
  recordReminder: z.strictObject({ absenceOn: civilDate, ...note }),
  namedInSuperiorBulletin: z.strictObject({
    matter: matterId,
    level: oneOf(superiorLevels),
    bulletin: bulletinNumber,
  }),
  withdrawNaming: z.strictObject({ matter: matterId, reason }),
  orderInterview: z.strictObject({
    reason,
    because: z
      .strictObject({ months: z.array(month).max(12).optional(), bulletins: z.array(matterId).max(12).optional() })
      .optional(),
  }),
  takeBackHandling: z.strictObject({ reason }),
  organizationalHandling: z.strictObject({
    decision: oneOf(handlingDecisions),
    reason,
    path: oneOf(handlingPaths).optional(),
  }),
  misconduct: z.strictObject({ kind: oneOf(misconductKinds), what: text }),
};

const changing = {
  recheck: z.strictObject({
    annualAssessments: person.annualAssessments.optional(),
    identity: person.identity,
    education: person.education.optional(),
  }),
  recall: z.strictObject({ reason, path: oneOf(recallPaths) }),
  candidate: z.strictObject({
    cadreId: surrogateId,
    ...person,
    role: oneOf(postingRoles).optional(),
    postingNumber: z.int('应为整数').min(1).max(99_999_999).optional(),
  }),
  handover: z.strictObject({
    items: z.array(text).min(1, '至少填报一项交接内容').max(50, '不超过 50 项'),
  }),
  move: z.strictObject({ village: territoryCode(12, '村级') }),
  end: z.strictObject({ reason: oneOf(postingEndReasons), termEndedOn: civilDate.optional(), ...note }),
};

const work = z.strictObject({ what: text });

const registering = {
  training: z.strictObject({
    days: z.number().positive('应大于 0').max(366).optional(),
    hours: z.number().positive('应大于 0').max(3000).optional(),
    level: oneOf(trainingLevels),
  }),
  visit: work,
  salesHelp: z.strictObject({ yuan: z.number().positive('应大于 0').max(1_000_000_000) }),
  incentive: work,
  meeting: work,
};

/** Clauses C-2.1, C-2.2, C-2.4, C-3.1, C-3.3, C-3.6 and C-3.7: everything offices can do to a stationed cadre's posting. */
export const postings = operationGroup<Posting>()({
  rules: cadrePosting,
  rows: postingOperations,
  opening: post,
  bodies: { ...disciplining, ...changing, ...registering },
});
