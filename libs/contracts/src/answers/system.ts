import { z } from 'zod';
import { description } from '../fields';
import { count, id, instant, words } from './answer-fields';
import { read, send } from './route';

/** How a part is, and how long it took to say so. */
const part = <Known extends z.ZodRawShape>(known: Known) =>
  z.discriminatedUnion('reachable', [
    z.strictObject({ reachable: z.literal(true), ms: count, ...known }),
    z.strictObject({ reachable: z.literal(false), ms: count, words }),
  ]);
export type Part<Known> = ({ reachable: true; ms: number } & Known) | { reachable: false; ms: number; words: string };

const poller = z.strictObject({ identity: words, lastSeenAt: instant.nullable() });
const workerFields = { taskQueue: words, pollers: z.array(poller) };
const worker = z.discriminatedUnion('reachable', [
  z.strictObject({ reachable: z.literal(true), ms: count, ready: z.boolean(), ...workerFields }),
  z.strictObject({ reachable: z.literal(false), ms: count, words, ...workerFields }),
]);

const failingStep = z.strictObject({
  caseId: id,
  activityId: words,
  activity: words,
  processName: words.nullable(),
  what: words,
  attempt: count,
  since: instant,
  lastTriedAt: instant,
  lastError: words,
  isRunning: z.boolean(),
  nextTryAt: instant.nullable(),
});
export type FailingStep = z.output<typeof failingStep>;

const setAsideItem = z.strictObject({
  id,
  caseId: id,
  sequence: z.int(),
  kind: z.enum(['write', 'message', 'question']),
  what: words,
  processName: words.nullable(),
  reason: words,
  since: instant,
});
/** Something refused for its content that waits for repair. */
export type SetAsideItem = z.output<typeof setAsideItem>;

const stuckCase = z.strictObject({
  caseId: id,
  processName: words.nullable(),
  reason: words,
  /** How often its step has been tried, and since when it waits; not known of every case where there are many. */
  attempt: count.nullable(),
  since: instant.nullable(),
});
/** A case whose next step fails each time it is tried: its acts are not confirmed, and its deadlines stand still. */
export type StuckCase = z.output<typeof stuckCase>;

const standing = z.strictObject({
  state: z.enum(['well', 'impaired']),
  stateName: words,
  ledger: part({ version: words, bytes: count }),
  engine: part({ version: words, openExecutions: count }),
  worker,
  stuck: z.strictObject({ known: z.boolean(), count, items: z.array(stuckCase) }),
  activities: z.strictObject({ known: z.boolean(), items: z.array(failingStep) }),
  /** `null` while the database is away. */
  setAside: z.strictObject({ count, items: z.array(setAsideItem) }).nullable(),
  undelivered: z.strictObject({ notices: count, deliveries: count }).nullable(),
});
export type SystemStanding = z.output<typeof standing>;

export const systemOne = read({
  path: '/system',
  operationId: 'system.get',
  tag: 'system',
  summary:
    '系统运行情况（省级巩固衔接办）：台账数据库、流程引擎、办理程序、不能继续办理的案件、正在重试的步骤、无法保存而待修复的内容',
  answers: standing,
  refuses: ['NOT_ALLOWED'],
});

const strandedNotice = z.strictObject({
  id,
  caseId: id,
  to: id,
  toName: words,
  title: words,
  clause: words,
  at: instant,
  why: words,
});
export type StrandedNotice = z.output<typeof strandedNotice>;

const failedDelivery = z.strictObject({
  id,
  caseId: id,
  to: id,
  toName: words,
  office: id,
  name: words,
  url: words,
  title: words,
  state: z.enum(['waiting', 'dead']),
  stateName: words,
  attempts: count,
  lastError: words,
  nextTryAt: instant.nullable(),
  gaveUpAt: instant.nullable(),
});
export type FailedDelivery = z.output<typeof failedDelivery>;

export const systemUndelivered = read({
  path: '/system/undelivered',
  operationId: 'system.undelivered',
  tag: 'system',
  summary: '未送达的通知和推送失败的消息（省级巩固衔接办）',
  answers: z.strictObject({ notices: z.array(strandedNotice), deliveries: z.array(failedDelivery) }),
  refuses: ['NOT_ALLOWED'],
});

export const systemRetry = send({
  method: 'post',
  path: '/system/activities/retry',
  operationId: 'system.retry',
  tag: 'system',
  summary: '立即重试一个失败的步骤（省级巩固衔接办）',
  body: z.strictObject({
    caseId: z.string().min(1, '请填写案件编号').max(120).describe('案件编号'),
    activityId: z
      .string()
      .min(1, '请填写步骤编号')
      .max(60)
      .describe('步骤编号，见 GET /api/v1/system 的 activities.items'),
  }),
  answers: z.strictObject({ caseId: id, activityId: words, retried: z.boolean() }),
  refuses: ['NOT_ALLOWED', 'UNKNOWN_SUBJECT', 'ALREADY_DONE', 'CONDITIONS_NOT_MET', 'ENGINE_AWAY'],
});

export const systemSettle = send({
  method: 'post',
  path: '/system/set-aside/settle',
  operationId: 'system.settle',
  tag: 'system',
  summary: '标记一项无法保存的内容已修复（省级巩固衔接办）',
  body: z.strictObject({
    id: z
      .string()
      .regex(/^[0-9a-f]{32}$/, '应为待修复内容的编号')
      .describe('编号，见 GET /api/v1/system 的 setAside.items'),
    note: description.describe('如何修复'),
  }),
  answers: z.strictObject({ id, settled: z.boolean() }),
  refuses: ['NOT_ALLOWED', 'CONDITIONS_NOT_MET'],
});
