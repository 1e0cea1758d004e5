import {
  postingRoles,
  assessmentGrades,
  educations,
  senderLevels,
  type AnnualAssessment,
} from '@duban/policy/processes/cadre-posting/selection-check';
import { townshipOf } from '@duban/policy/base/office';
import {
  handlingDecisions,
  handlingPaths,
  misconductKinds,
  postingEndReasons,
  recallPaths,
  type AbsenceBody,
  type ApproveLeaveAfterwardsBody,
  type CandidateBody,
  type EndPostingBody,
  type HandoverBody,
  type LeaveBody,
  type MisconductBody,
  type MoveBody,
  type NamedInSuperiorBulletinBody,
  type NoteOfWorkBody,
  type OrderInterviewBody,
  type OrganizationalHandlingBody,
  type PostingOpening,
  type PostingOperation,
  type RecallBody,
  type RecordReminderBody,
  type SalesHelpBody,
  type TrainingBody,
  type WithdrawNamingBody,
} from '@duban/policy/processes/cadre-posting/posting-acts';
import { z } from 'zod';
import {
  birthDate,
  civilDate,
  line,
  month,
  note,
  oneOf,
  reason,
  surrogateId,
  territoryCode,
  text,
  yearNumber,
} from './fields';
import { office, type Opening, type Operation, type OperationGroup, type PreviousCase } from './operation';

const unitId = z
  .string()
  .regex(/^dispatching-unit:\d{2,6}:[A-Za-z0-9_-]{1,40}$/, '应为 dispatching-unit:<区划代码>:<单位编号>');
const bulletinNumber = line(1, 80);
const assessment = z.strictObject({
  year: yearNumber,
  grade: oneOf(assessmentGrades),
}) satisfies z.ZodType<AnnualAssessment>;

/** Clause C-2.1: what the selection check asks of a person. */
const person = {
  bornOn: birthDate,
  education: oneOf(educations),
  identity: oneOf({ ok: '符合', 'not-ok': '不符合' } as const).optional(),
  annualAssessments: z.array(assessment).max(10, '不超过 10 个年度'),
};

/** Clause C-2.1: a cadre goes on post; the result of the selection check is answered and recorded. */
export const postBody = z.strictObject({
  cadreId: surrogateId,
  village: territoryCode(12, '村级'),
  unit: unitId,
  senderLevel: oneOf(senderLevels),
  role: oneOf(postingRoles),
  postedOn: civilDate,
  ...person,
  replaces: z
    .string()
    .regex(/^posting:\d{9}:[A-Za-z0-9_:~-]{1,80}$/, '应为原任职的编号')
    .optional(),
});
export type PostBody = z.infer<typeof postBody>;

const unit = office('dispatching-unit');
const stationing = office('stationing-office');
const township = office('party-committee', 'township');
const secretary = office('village-party-secretary', 'village');
const organization = office('organization-department', 'county');
const discipline = office('discipline-commission');

const post: Opening = {
  clause: 'C-2.1',
  summary: '选派驻村干部（含选派审核）',
  by: [unit, stationing],
  body: postBody,
  subject: (body: PostBody) => ({ territory: townshipOf(body.village), subject: [body.cadreId], numbered: true }),
  opening: (body: PostBody, previous) => openingOf(body, previous),
};

/** What offices do; the messages between cases are no operations of the API. */
type Message =
  | 'lowMonth'
  | 'notLowMonth'
  | 'neutralMonth'
  | 'notNeutralMonth'
  | 'copyUndelivered'
  | 'copyDelivered'
  | 'interviewHeld';

const discipliningOperations = {
  absence: {
    clause: 'C-3.7',
    summary: '登记无故脱岗（发生日为脱岗之日）',
    by: [secretary, township, stationing],
    body: z.strictObject(note) satisfies z.ZodType<AbsenceBody>,
  },
  leave: {
    clause: 'C-3.3',
    summary: '事前批准请假',
    by: [township, stationing],
    body: z.strictObject({ from: civilDate, to: civilDate, reason }) satisfies z.ZodType<LeaveBody>,
  },
  approveLeaveAfterwards: {
    clause: 'C-3.7',
    summary: '事后补假：该日不再算作无故脱岗（已决定召回的除外）',
    by: [township],
    body: z.strictObject({ absenceOn: civilDate, reason }) satisfies z.ZodType<ApproveLeaveAfterwardsBody>,
  },
  recordReminder: {
    clause: 'C-3.7',
    summary: '登记乡镇党委对无故脱岗的提醒',
    by: [township],
    body: z.strictObject({ absenceOn: civilDate, ...note }) satisfies z.ZodType<RecordReminderBody>,
  },
  namedInSuperiorBulletin: {
    clause: 'C-3.7',
    summary: '登记被上级（市、省）通报（同一事项只计一次）',
    by: [stationing],
    body: z.strictObject({
      matter: surrogateId,
      level: oneOf({ city: '市级', province: '省级' } as const),
      bulletin: bulletinNumber,
    }) satisfies z.ZodType<NamedInSuperiorBulletinBody>,
  },
  withdrawNaming: {
    clause: 'C-3.7',
    summary: '更正：撤销误登的上级通报',
    by: [stationing],
    body: z.strictObject({ matter: surrogateId, reason }) satisfies z.ZodType<WithdrawNamingBody>,
  },
  orderInterview: {
    clause: 'C-3.7',
    summary: '县（市、区）委组织部决定约谈',
    by: [organization],
    body: z.strictObject({
      reason,
      because: z
        .strictObject({ months: z.array(month).max(12).optional(), bulletins: z.array(surrogateId).max(12).optional() })
        .optional(),
    }) satisfies z.ZodType<OrderInterviewBody>,
  },
  organizationalHandling: {
    clause: 'C-3.7',
    summary: '作出组织处理',
    by: [office('organization-department'), unit],
    body: z.strictObject({
      decision: oneOf(handlingDecisions),
      reason,
      path: oneOf(handlingPaths).optional(),
    }) satisfies z.ZodType<OrganizationalHandlingBody>,
  },
  misconduct: {
    clause: 'C-3.7',
    summary: '工作不实、作风散漫或涉嫌违纪违法：责成派出单位处理，涉嫌违纪违法的移交',
    by: [stationing, township, organization, discipline],
    body: z.strictObject({ kind: oneOf(misconductKinds), what: text }) satisfies z.ZodType<MisconductBody>,
  },
} satisfies Partial<Record<PostingOperation, Operation>>;

const changingOperations = {
  recall: {
    clause: 'C-2.1',
    summary: '召回驻村干部，派出单位限期补派',
    by: [unit, stationing],
    body: z.strictObject({ reason, path: oneOf(recallPaths) }) satisfies z.ZodType<RecallBody>,
  },
  candidate: {
    clause: 'C-2.1',
    summary: '补派人选（含选派审核；审核未通过的不停止计时）',
    by: [unit],
    body: z.strictObject({
      cadreId: surrogateId,
      ...person,
      role: oneOf(postingRoles).optional(),
      postingNumber: z.int('应为整数').min(1).max(99_999_999).optional(),
    }) satisfies z.ZodType<CandidateBody>,
  },
  handover: {
    clause: 'C-2.1',
    summary: '压茬交接，原任职结束',
    by: [unit, township, stationing],
    body: z.strictObject({
      items: z.array(text).min(1, '至少填报一项交接内容').max(50, '不超过 50 项'),
    }) satisfies z.ZodType<HandoverBody>,
  },
  move: {
    clause: 'C-2.1',
    summary: '调整所驻村（考核和约谈计数延续）',
    by: [unit, stationing],
    body: z.strictObject({ village: territoryCode(12, '村级') }) satisfies z.ZodType<MoveBody>,
  },
  end: {
    clause: 'C-3.2',
    summary: '任职结束',
    by: [unit, stationing],
    body: z.strictObject({ reason: oneOf(postingEndReasons), ...note }) satisfies z.ZodType<EndPostingBody>,
  },
} satisfies Partial<Record<PostingOperation, Operation>>;

const work = z.strictObject({ what: text }) satisfies z.ZodType<NoteOfWorkBody>;

const registerOperations = {
  training: {
    clause: 'C-2.2',
    summary: '登记培训',
    by: [stationing, township, unit],
    body: z.strictObject({
      days: z.number().positive('应大于 0').max(366).optional(),
      hours: z.number().positive('应大于 0').max(3000).optional(),
      level: oneOf({ township: '乡镇', county: '县级', city: '市级', province: '省级', central: '中央' }),
    }) satisfies z.ZodType<TrainingBody>,
  },
  visit: {
    clause: 'C-3.6',
    summary: '登记走访慰问、调研督导',
    by: [unit, township, stationing, secretary],
    body: work,
  },
  salesHelp: {
    clause: 'C-2.4',
    summary: '登记消费帮扶助销金额（元）',
    by: [unit],
    body: z.strictObject({
      yuan: z.number().positive('应大于 0').max(1_000_000_000),
    }) satisfies z.ZodType<SalesHelpBody>,
  },
  incentive: {
    clause: 'C-3.6',
    summary: '登记激励保障（体检、保险、推荐提拔等）',
    by: [unit, organization, stationing],
    body: work,
  },
  meeting: {
    clause: 'C-3.3',
    summary: '登记参加村“两委”会议、工作例会',
    by: [secretary, office('village-committee', 'village'), township],
    body: work,
  },
} satisfies Partial<Record<PostingOperation, Operation>>;

const operations: Record<Exclude<PostingOperation, Message>, Operation> = {
  ...discipliningOperations,
  ...changingOperations,
  ...registerOperations,
};

/** Clauses C-2.1, C-2.2, C-2.4, C-3.1, C-3.3, C-3.6 and C-3.7: everything offices can do to a stationed cadre's posting. */
export const postings: OperationGroup = {
  process: 'cadre-posting',
  resource: 'postings',
  title: '驻村任职',
  opening: { name: 'post', operation: post },
  operations,
};

function openingOf(body: PostBody, previous: PreviousCase | null) {
  const { identity, ...known } = body;
  return {
    ...known,
    ...(identity === undefined ? {} : { identity }),
    replaces: body.replaces ?? null,
    previousOpen: previous !== null && previous.endedOn === null ? previous.caseId : null,
  } satisfies PostingOpening;
}
