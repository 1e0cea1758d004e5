import { z } from 'zod';
import { civilDate, division as divisionCode, territoryCode } from '../fields';
import { rehearsalBody, rehearsalStates, rehearsedKinds, whatIfs, type RehearsedKind } from '../rehearsals';
import { codeOf, count, day, division, id, instant, itemsOf, pageOf, policyRef, words } from './answer-fields';
import { rehearsalParams } from './path-fields';
import { paging, several, whole } from './query-fields';
import { read, send } from './route';

const rehearsalFields = {
  id,
  title: words,
  county: division,
  countyName: words,
  countyPath: words,
  start: day,
  until: day,
  months: count,
  state: codeOf(rehearsalStates),
  stateName: words,
  canCancel: z.boolean(),
  requestedBy: id,
  requestedByName: words,
  requestedAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  progress: z.strictObject({ day: day.nullable(), done: count, total: count, share: z.number().min(0).max(1) }),
  summary: z
    .strictObject({ cases: count, events: count, moves: count, seconds: z.number(), refused: count })
    .nullable(),
  failure: words.nullable(),
};
const rehearsal = z.strictObject(rehearsalFields);
/** A rehearsal as lists show it. */
export type RehearsalRow = z.output<typeof rehearsal>;

const change = z.strictObject({
  name: words,
  title: words,
  clause: words,
  citation: words,
  from: z.unknown(),
  to: z.unknown(),
});
export type PolicyChange = z.output<typeof change>;

const order = z.strictObject({
  county: division,
  start: day,
  months: count,
  whatIfs: z.record(z.string(), z.unknown()),
  chosen: z.array(
    z.strictObject({ id: codeOf(whatIfs), name: words, value: z.unknown(), words, isOrdinary: z.boolean() }),
  ),
  policy: policyRef,
  policyChanges: z.array(change),
});

const named = { name: words, count };
const counts = z.strictObject({
  byKind: z.array(z.strictObject({ kind: codeOf(rehearsedKinds), ...named })),
  byProcess: z.array(z.strictObject({ process: words, ...named })),
  byClause: z.array(z.strictObject({ clause: words, citation: words.nullable(), count })),
});

/** One rehearsal with what was ordered and what came of it; `ahead`: how many are before it in the queue, while it waits. */
const rehearsalFile = z.strictObject({ ...rehearsalFields, ahead: count.nullable(), order, counts });
export type RehearsalFile = z.output<typeof rehearsalFile>;

const event = z.strictObject({
  line: z.int(),
  day,
  at: instant,
  kind: codeOf(rehearsedKinds),
  kindName: words,
  name: words,
  process: words,
  processName: words,
  caseId: words,
  clause: words.nullable(),
  citation: words.nullable(),
  by: words,
  byName: words,
  recipients: z.array(words),
  recipientNames: z.array(words),
  what: words,
});
/** One thing that happens in a rehearsal. */
export type RehearsalEvent = z.output<typeof event>;

const kindsOf = z.array(z.strictObject({ kind: codeOf(rehearsedKinds), name: words }));
const refuses = ['UNKNOWN_SUBJECT', 'NOT_ALLOWED'] as const;

export const rehearsalOrder = send({
  method: 'post',
  path: '/rehearsals',
  operationId: 'rehearsals.order',
  tag: 'rehearsals',
  summary: '发起推演（县级以上）：一个县从某日起若干个月，可假设若干情形',
  body: rehearsalBody,
  answers: rehearsal,
  status: 201,
  isKeyed: true,
  refuses: ['UNKNOWN_SUBJECT', 'NOT_ALLOWED', 'OUT_OF_RANGE', 'CONDITIONS_NOT_MET'],
});

export const rehearsalList = read({
  path: '/rehearsals',
  operationId: 'rehearsals.list',
  tag: 'rehearsals',
  summary: '本辖区的推演，最新在前',
  query: z.strictObject({
    territory: divisionCode(2, 4, 6).optional().describe('地区代码前缀'),
    ...paging,
  }),
  answers: pageOf(rehearsal),
  refuses,
});

const whatIfField = z.strictObject({
  id: words,
  name: words,
  explanation: words,
  form: z.enum(['count', 'share', 'choice', 'switch', 'settings']),
  unit: words.optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  step: z.number().optional(),
  choices: z.record(z.string(), z.string()).readonly().optional(),
  default: z.unknown(),
});
export type WhatIfField = z.output<typeof whatIfField>;

const whatIfForm = itemsOf(whatIfField).extend({
  months: z.strictObject({ least: count, most: count, default: count }),
  start: z.strictObject({ earliest: day, default: day }),
  mostWaiting: count,
  kinds: kindsOf,
});
export type WhatIfForm = z.output<typeof whatIfForm>;

export const rehearsalWhatIfs = read({
  path: '/rehearsals/what-ifs',
  operationId: 'rehearsals.whatIfs',
  tag: 'rehearsals',
  summary: '可假设的情形：名称、说明、取值范围和默认值',
  query: z.strictObject({ county: territoryCode(6, '县级').optional().describe('县级行政区划代码：按该县给出上限') }),
  answers: whatIfForm,
});

export const rehearsalOne = read({
  path: '/rehearsals/:id',
  operationId: 'rehearsals.get',
  tag: 'rehearsals',
  summary: '一次推演：进度、结果概要、按种类和条款的计数、所作假设',
  params: rehearsalParams,
  answers: rehearsalFile,
  refuses,
});

const kinds = Object.keys(rehearsedKinds) as [RehearsedKind, ...RehearsedKind[]];

export const rehearsalEvents = read({
  path: '/rehearsals/:id/events',
  operationId: 'rehearsals.events',
  tag: 'rehearsals',
  summary: '推演中发生的事项，按日期先后',
  params: rehearsalParams,
  query: z.strictObject({
    from: civilDate.optional().describe('日期自'),
    to: civilDate.optional().describe('日期至'),
    kind: several(kinds).optional().describe('种类，可用逗号并列'),
    process: z.string().max(40).optional().describe('流程'),
    clause: z.string().max(20).optional().describe('条款'),
    caseId: z.string().max(120).optional().describe('案件编号'),
    recipient: z.string().max(80).optional().describe('告知单位'),
    ...paging,
  }),
  answers: pageOf(event),
  refuses,
});

const calendarDay = z.strictObject({
  day,
  /** 1 Monday … 7 Sunday. */
  weekday: z.int().min(1).max(7),
  total: count,
  counts: z.partialRecord(codeOf(rehearsedKinds), count),
});
export type CalendarDay = z.output<typeof calendarDay>;

export const rehearsalCalendar = read({
  path: '/rehearsals/:id/calendar',
  operationId: 'rehearsals.calendar',
  tag: 'rehearsals',
  summary: '推演日历：每天各种类的件数',
  params: rehearsalParams,
  answers: z.strictObject({ id, start: day, until: day, kinds: kindsOf, days: z.array(calendarDay) }),
  refuses,
});

export const rehearsalCancel = send({
  method: 'post',
  path: '/rehearsals/:id/cancel',
  operationId: 'rehearsals.cancel',
  tag: 'rehearsals',
  summary: '取消推演（排队中或推演中）',
  params: rehearsalParams,
  answers: rehearsal,
  refuses: ['UNKNOWN_SUBJECT', 'NOT_ALLOWED', 'CASE_ENDED'],
});

const some = <Item extends z.ZodType>(item: Item) => z.strictObject({ total: count, items: z.array(item) });
const pair = z.strictObject({ left: event, right: event, days: z.int() });
/** One thing that happens in both rehearsals, but not in the same way. */
export type EventPair = z.output<typeof pair>;
const side = { name: words, left: count, right: count, difference: z.int() };

const comparison = z.strictObject({
  left: rehearsal,
  right: rehearsal,
  note: words.nullable(),
  orders: z.strictObject({
    whatIfs: z.array(z.strictObject({ id: codeOf(whatIfs), name: words, left: words, right: words })),
    policyChanges: z.strictObject({ left: z.array(change), right: z.array(change) }),
  }),
  counts: z.strictObject({
    byKind: z.array(z.strictObject({ kind: codeOf(rehearsedKinds), ...side })),
    byProcess: z.array(z.strictObject({ process: words, ...side })),
  }),
  events: z.strictObject({
    same: count,
    limit: count,
    onlyLeft: some(event),
    onlyRight: some(event),
    moved: some(pair),
    changed: some(pair),
  }),
});
export type Comparison = z.output<typeof comparison>;

const rehearsalId = z.string('必须填写').max(60, '不是推演编号').describe('推演编号');

export const rehearsalCompare = read({
  path: '/rehearsals/compare',
  operationId: 'rehearsals.compare',
  tag: 'rehearsals',
  summary: '比较两次已完成的推演',
  query: z.strictObject({
    left: rehearsalId,
    right: rehearsalId,
    limit: whole(500, 100).describe('每类事项至多几条（1–500，默认 100）'),
  }),
  answers: comparison,
  refuses: ['UNKNOWN_SUBJECT', 'NOT_ALLOWED', 'WRONG_STAGE'],
});
