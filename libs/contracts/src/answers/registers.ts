import { fieldTypes } from '@duban/policy/registers/register-rules';
import { z } from 'zod';
import { period, reason, year } from '../fields';
import { codeOf, count, day, division, id, instant, itemsOf, level, officeKind, pageOf, words } from './answer-fields';
import { envelope } from './envelope';
import { entryParams, kindParams } from './path-fields';
import { days, owner, paging, territory, within } from './query-fields';
import { read, send } from './route';

const field = z.strictObject({
  name: words,
  type: codeOf(fieldTypes),
  optional: z.literal(true).optional(),
  signed: z.literal(true).optional(),
  past: z.literal(true).optional(),
  unit: z.literal(true).optional(),
  choices: z.record(z.string(), z.string()).readonly().optional(),
});

const byHand = z.strictObject({
  keptBy: z.array(officeKind).readonly(),
  keptAt: z.array(level).readonly().nullable(),
  levels: z.array(level).readonly(),
  fields: z.record(z.string(), field).readonly(),
});

export const registerCatalogue = read({
  path: '/registers',
  operationId: 'registers.catalogue',
  tag: 'registers',
  summary: '台账目录',
  answers: itemsOf(
    z.strictObject({
      kind: words,
      title: words,
      citation: words,
      states: z.record(z.string(), z.string()).readonly(),
      byHand: byHand.nullable(),
    }),
  ),
});

const registerRowFields = {
  caseId: id,
  key: words,
  kind: words,
  territory: division,
  period: words.nullable(),
  owner: id.nullable(),
  ownerName: words.nullable(),
  on: day,
  state: words,
  stateName: words,
  body: z.record(z.string(), z.unknown()),
};
const registerRow = z.strictObject(registerRowFields);
/** A row as the ledger keeps it; of an entry made by hand, `key` is its number. */
export type RegisterRow = z.output<typeof registerRow>;

const registerFilter = {
  ...within,
  owner,
  period: period.optional().describe('期次或年度'),
  state: z.string().max(40).optional().describe('状态'),
  ...days('日期'),
};

export const registerList = read({
  path: '/registers/:kind',
  operationId: 'registers.list',
  tag: 'registers',
  summary: '一种台账的各行，最新在前',
  params: kindParams,
  query: z.strictObject({ ...registerFilter, ...paging }),
  answers: pageOf(registerRow),
  refuses: ['UNKNOWN_SUBJECT', 'NOT_FOUND'],
});

/** What rows are counted by. */
export const registerGroupings = { area: '地区', period: '期次', owner: '责任单位', state: '状态' } as const;

export const registerCounts = read({
  path: '/registers/:kind/counts',
  operationId: 'registers.counts',
  tag: 'registers',
  summary: '一种台账按地区、期次、责任单位或状态计数',
  params: kindParams,
  query: z.strictObject({
    ...registerFilter,
    by: z
      .enum(Object.keys(registerGroupings) as [keyof typeof registerGroupings], {
        error: '应为 area（地区）、period（期次）、owner（责任单位）或 state（状态）',
      })
      .describe('area period owner state'),
  }),
  answers: itemsOf(z.strictObject({ of: words.nullable(), state: words, stateName: words, rows: count })).extend({
    by: codeOf(registerGroupings),
  }),
  refuses: ['UNKNOWN_SUBJECT', 'NOT_FOUND'],
});

const ofYear = { ...within, year: year.describe('年份') };
const yearOfPlace = z.strictObject({
  place: division,
  name: words,
  area: words,
  areaName: words,
  periods: count,
  progress: z.number().nullable(),
  first: count,
  lagging: count,
  missing: count,
});
export type DispatchYear = z.output<typeof yearOfPlace>;

export const dispatchYear = read({
  path: '/dispatches/yearly',
  operationId: 'dispatches.yearly',
  tag: 'ledger',
  summary: '全年调度台账（年度考核依据）：各地平均进度、第一与落后次数、未报次数',
  query: z.strictObject(ofYear),
  answers: itemsOf(yearOfPlace).extend({ year: words }),
  refuses: ['UNKNOWN_SUBJECT'],
});

const proposedGround = z.strictObject({
  ...registerRowFields,
  countyName: words,
  confirms: z.strictObject({ caseId: id, key: words }),
  declined: z.strictObject({ on: day, office: id, officeName: words, why: words, id: words }).optional(),
});
/** What other processes propose for listing; the province confirms it by listing for it, or declines it. */
export type ProposedGround = z.output<typeof proposedGround>;

export const listingGrounds = read({
  path: '/listings/grounds',
  operationId: 'listings.grounds',
  tag: 'ledger',
  summary:
    '待省级确认的挂牌依据线索（屡改屡犯、巡查发现、排名末位等）；挂牌时以 confirms 引用，不予采纳的登记在台账 declined-ground，撤销该条即恢复',
  query: z.strictObject({
    county: territory.optional().describe('地区代码前缀'),
    state: z
      .enum(['proposed', 'declined'], { error: '应为 proposed（待确认）或 declined（不予采纳）' })
      .default('proposed')
      .describe('proposed（默认，待确认）或 declined（不予采纳，附何时、何单位、为何）'),
  }),
  answers: itemsOf(proposedGround),
  refuses: ['UNKNOWN_SUBJECT'],
});

const kept = { kind: words, title: words };

export const registerFindings = read({
  path: '/registers/:kind/findings',
  operationId: 'registers.findings',
  tag: 'registers',
  summary: '台账中与条款要求不符的情况（今天）',
  params: kindParams,
  query: z.strictObject(within),
  answers: itemsOf(
    z.strictObject({ clause: words, citation: words, text: words, entries: z.array(words).readonly() }),
  ).extend(kept),
  refuses: ['UNKNOWN_SUBJECT', 'NOT_FOUND'],
});

export const registerSheet = read({
  path: '/registers/:kind/sheet',
  operationId: 'registers.sheet',
  tag: 'registers',
  summary: '公示表（公益岗位：岗位、职责、人员、工资）',
  params: kindParams,
  query: z.strictObject(within),
  answers: z.strictObject({ ...kept, lines: z.array(words) }),
  refuses: ['UNKNOWN_SUBJECT', 'NOT_FOUND'],
});

export const registerTotals = read({
  path: '/registers/:kind/totals',
  operationId: 'registers.totals',
  tag: 'registers',
  summary: '年度汇总，附上年数',
  params: kindParams,
  query: z.strictObject(ofYear),
  answers: z.strictObject({
    ...kept,
    year: words,
    items: z
      .array(z.strictObject({ name: words, value: z.number().nullable(), before: z.number().nullable(), unit: words }))
      .readonly(),
  }),
  refuses: ['UNKNOWN_SUBJECT', 'NOT_FOUND'],
});

const turn = z.strictObject({
  action: z.enum(['enter', 'correct', 'withdraw']),
  actionName: words,
  territory: division,
  on: day,
  at: instant,
  office: id,
  officeName: words,
  person: id.nullable(),
  reason: words.nullable(),
  body: z.record(z.string(), z.unknown()),
});
/** One thing that was done to an entry made by hand. */
export type RegisterTurn = z.output<typeof turn>;

export const registerHistory = read({
  path: '/registers/:kind/:id/history',
  operationId: 'registers.history',
  tag: 'registers',
  summary: '一条登记的全部经过',
  params: entryParams,
  answers: itemsOf(turn).extend({ kind: words, id }),
  refuses: ['UNKNOWN_SUBJECT', 'NOT_FOUND'],
});

const entered = z.strictObject({ kind: words, entries: z.array(words).readonly() });
/** The fields hang on the register; the catalogue tells them. */
const entry = z
  .looseObject({ ...envelope, territory: territory.describe('地区') })
  .describe('该台账的字段，见 GET /api/v1/registers 的 byHand.fields');
const refuses = [
  'NOT_FOUND',
  'UNKNOWN_SUBJECT',
  'NOT_ALLOWED',
  'CONDITIONS_NOT_MET',
  'OUT_OF_RANGE',
  'FUTURE_DATE',
  'ALREADY_DONE',
] as const;

export const registerEnter = send({
  method: 'post',
  path: '/registers/:kind',
  operationId: 'registers.enter',
  tag: 'registers',
  summary: '在手工台账中登记一条（各台账的字段见目录）',
  params: kindParams,
  body: entry,
  answers: entered,
  status: 201,
  isKeyed: true,
  refuses,
});

export const registerEnterAll = send({
  method: 'post',
  path: '/registers/:kind/batch',
  operationId: 'registers.enterAll',
  tag: 'registers',
  summary: '一次登记多条（至多 500 条，有一条不符则全部不登记）',
  params: kindParams,
  body: z.strictObject({ ...envelope, entries: z.array(entry).min(1, '至少一条').max(500, '不超过 500 条') }),
  answers: entered,
  status: 201,
  isKeyed: true,
  refuses,
});

export const registerCorrect = send({
  method: 'post',
  path: '/registers/:kind/:id/correct',
  operationId: 'registers.correct',
  tag: 'registers',
  summary: '更正一条（写明全部字段和理由；原内容保留可查）',
  params: entryParams,
  body: entry.extend({ reason }),
  answers: entered,
  isKeyed: true,
  refuses,
});

export const registerWithdraw = send({
  method: 'post',
  path: '/registers/:kind/:id/withdraw',
  operationId: 'registers.withdraw',
  tag: 'registers',
  summary: '撤销一条（说明理由；保留可查）',
  params: entryParams,
  body: z.strictObject({ ...envelope, reason }),
  answers: entered,
  isKeyed: true,
  refuses,
});
