import { deadlineStates, type Colour, type DeadlineState } from '@duban/policy/dates/deadline';
import { z } from 'zod';
import { count as version } from '../fields';
import {
  actor,
  codeOf,
  count,
  day,
  division,
  id,
  instant,
  pageOf,
  plainValue,
  policyRef,
  process,
  words,
} from './answer-fields';
import { caseParams, deadlineParams } from './path-fields';
import { caseId, dueDays, ofProcess, owner, pageQuery, paging, several, truth, within } from './query-fields';
import { read } from './route';

/** A deadline with what derives from today: state, colour, days left, and what the caller does next about it. */
export const caseDeadline = z.strictObject({
  caseId: id,
  id,
  process,
  processName: words,
  territory: division,
  stageName: words,
  state: codeOf(deadlineStates),
  stateName: words,
  colour: z.enum(['green', 'yellow', 'red', 'grey', 'blue'] satisfies Colour[]),
  what: words,
  clause: words,
  due: day,
  daysLeft: z.int(),
  provisional: z.boolean(),
  metOn: day.nullable(),
  /** The day it was recorded that it was met, where that was later (补登). */
  recordedOn: day.nullable(),
  owner: id,
  ownerName: words,
  nextAct: z.strictObject({ operation: words, summary: words }).nullable(),
  /** Why the next act is not possible yet, where it was asked for. */
  notYet: words.nullable(),
  explanation: words,
});
export type CaseDeadline = z.output<typeof caseDeadline>;

const caseFields = {
  caseId: id,
  process,
  processName: words,
  territory: division,
  territoryName: words,
  villageName: words.nullable(),
  subject: words,
  number: z.int(),
  stage: words,
  stageName: words,
  policy: policyRef,
  openedOn: day,
  ended: z.strictObject({ on: day, outcome: words, outcomeName: words }).nullable(),
  listed: z.record(z.string(), plainValue),
  changedAt: instant,
  sequence: z.int(),
};

/** A case as lists show it, with the deadline it runs against next. */
const listedCase = z.strictObject({ ...caseFields, nextDeadline: caseDeadline.nullable() });

/** One case with its deadlines: all of them, or where there are very many those that run, and how many more there are. */
const caseFile = z.strictObject({ ...caseFields, deadlines: z.array(caseDeadline), moreDeadlines: count });
export type CaseWithDeadlines = z.output<typeof caseFile>;

/** A case wherever it was read. */
export type CaseRow = Omit<CaseWithDeadlines, 'deadlines' | 'moreDeadlines'> &
  Partial<Pick<z.output<typeof listedCase>, 'nextDeadline'>>;

const timelineEntry = z.strictObject({
  caseId: id,
  sequence: z.int(),
  kind: z.enum(['act', 'event']),
  name: words,
  clause: words,
  by: actor,
  byName: words,
  occurredOn: day,
  at: instant,
  what: words,
  detail: z.unknown(),
  recipients: z.array(id).readonly(),
  recipientNames: z.array(words),
  /** What the system did by itself, and what was recorded later than it took place, is marked. */
  marked: z.enum(['自动', '补登']).nullable(),
  key: words.nullable(),
  algorithm: words.nullable(),
  hash: words.nullable(),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

const dayRun = z.strictObject({ from: day, to: day, days: z.int(), counted: z.boolean(), why: words });

/** Why a deadline falls on its day, in parts and (`lines`) to be printed. */
const explanation = z.strictObject({
  deadline: id,
  clause: words,
  clauseWords: words,
  what: words,
  trigger: z.strictObject({ on: day, what: words }),
  period: words,
  days: z.array(dayRun).readonly(),
  standstills: z.array(z.strictObject({ from: day, to: day.optional(), reason: words, remainder: z.int() })).readonly(),
  extension: z.strictObject({ grantedOn: day, days: z.int(), reason: words }).optional(),
  rollover: z.strictObject({ from: day, to: day, skipped: z.array(dayRun).readonly() }).optional(),
  due: day,
  overdueFrom: day,
  remark: words.optional(),
  decisions: z.array(words).readonly(),
  calendar: words,
  lines: z.array(words).readonly(),
});

/** Is a case's record as it was written? If not, which row is the first that is wrong, and how. */
const chainVerdict = z.discriminatedUnion('intact', [
  z.strictObject({ intact: z.literal(true), sealed: count, waiting: count, headHash: words }),
  z.strictObject({
    intact: z.literal(false),
    sequence: z.int(),
    fault: z.enum([
      'missing',
      'altered',
      'wrong predecessor',
      'unsealed',
      'does not end where the case says',
      'set aside altered',
    ]),
  }),
]);

const listedWords = '应为“名称=值”';
const caseIdWords = '应为案件编号，一次至多 100 个';
const states = Object.keys(deadlineStates) as [DeadlineState, ...DeadlineState[]];

export const caseList = read({
  path: '/cases',
  operationId: 'cases.list',
  tag: 'ledger',
  summary: '案件列表，每件带最先到期的期限',
  query: z.strictObject({
    ...within,
    ...ofProcess,
    stage: z.string().max(60).optional().describe('环节'),
    ended: truth.optional().describe('是否已办结'),
    policyVersion: version.optional().describe('政策版本'),
    caseId: z
      .array(caseId.max(120, caseIdWords), caseIdWords)
      .max(100, caseIdWords)
      .optional()
      .describe('只看这些案件；可写多个，至多 100 个'),
    fact: z
      .array(z.string().regex(/^\w{1,60}=[A-Za-z0-9_:.~-]{1,120}$/, listedWords))
      .max(10, '不超过 10 个')
      .optional()
      .describe('事实，如 watched=true；可写多个'),
    q: z
      .string()
      .trim()
      .min(1, '应为编号或地名')
      .max(40, '不超过 40 字')
      .meta({ pattern: '\\S' })
      .optional()
      .describe('编号的开头（户、干部等，不分大小写）、区划代码，或地名中的文字'),
    overdue: truth.optional().describe('true 只看有逾期事项的'),
    sort: z
      .enum(['newest', 'oldest', 'territory'], { error: '应为 newest、oldest 或 territory' })
      .default('newest')
      .describe('newest（默认） oldest territory'),
    ...paging,
  }),
  answers: pageOf(listedCase),
  refuses: ['UNKNOWN_SUBJECT'],
});

export const caseOne = read({
  path: '/cases/:caseId',
  operationId: 'cases.get',
  tag: 'ledger',
  summary: '一案全貌：环节、期限与事实；期限很多的，列出正在计算的，其余见 deadlines',
  params: caseParams,
  answers: caseFile,
  refuses: ['UNKNOWN_SUBJECT'],
});

export const caseDeadlines = read({
  path: '/cases/:caseId/deadlines',
  operationId: 'cases.deadlines',
  tag: 'ledger',
  summary: '一案的全部期限（最早到期在前）',
  params: caseParams,
  query: pageQuery,
  answers: pageOf(caseDeadline),
  refuses: ['UNKNOWN_SUBJECT'],
});

export const caseTimeline = read({
  path: '/cases/:caseId/timeline',
  operationId: 'cases.timeline',
  tag: 'ledger',
  summary: '案件时间线：登记与系统自动事项；内容多的，一页的条数会少于所要的条数',
  params: caseParams,
  query: pageQuery.extend({
    kind: z
      .enum(['act', 'event'], { error: '应为 act 或 event' })
      .optional()
      .describe('act 只看人工登记，event 只看系统自动事项'),
    newest: truth.optional().describe('true 最近的在前'),
  }),
  answers: pageOf(timelineEntry),
  refuses: ['UNKNOWN_SUBJECT'],
});

export const caseVerification = read({
  path: '/cases/:caseId/verification',
  operationId: 'cases.verify',
  tag: 'ledger',
  summary: '核验该案登记的哈希链',
  params: caseParams,
  answers: chainVerdict,
  refuses: ['UNKNOWN_SUBJECT'],
});

export const deadlineList = read({
  path: '/deadlines',
  operationId: 'deadlines.list',
  tag: 'ledger',
  summary: '期限列表（最早到期在前）',
  query: z.strictObject({
    ...within,
    ...ofProcess,
    state: several(states).optional().describe(states.join(' ')),
    ...dueDays,
    owner,
    judged: truth.optional().describe('true 下一步（nextAct）按案件实情判断，今天不能办的写明还等什么（notYet）'),
    ...paging,
  }),
  answers: pageOf(caseDeadline),
  refuses: ['UNKNOWN_SUBJECT'],
});

export const deadlineExplanation = read({
  path: '/cases/:caseId/deadlines/:deadlineId/explanation',
  operationId: 'deadlines.explain',
  tag: 'ledger',
  summary: '为什么是这一天：条款原文与逐日计算',
  params: deadlineParams,
  answers: explanation,
  refuses: ['UNKNOWN_SUBJECT'],
});
