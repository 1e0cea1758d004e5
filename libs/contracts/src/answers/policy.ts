import { coverageStates, obligingPlans } from '../obligations/coverage-states';
import { obligationWays } from '@duban/policy/base/obligations/obligation-text';
import { basePolicy, settingOrigins, type Settings } from '@duban/policy/settings/policy-set';
import { z } from 'zod';
import { reason } from '../fields';
import { codeOf, count, day, id, instant, itemsOf, words } from './answer-fields';
import { clauseParams } from './path-fields';
import { read, send } from './route';

const clause = z.strictObject({
  id: words,
  plan: z.enum(['A', 'B', 'C', 'letter']),
  title: words,
  words,
  citation: words,
  obliges: z.boolean(),
  whyNot: words.optional(),
  sameAs: words.optional(),
});
/** A clause with its own words. */
export type ClauseText = z.output<typeof clause>;

export const clauseList = read({
  path: '/clauses',
  operationId: 'clauses.list',
  tag: 'policy',
  summary: '条款目录',
  answers: itemsOf(clause),
});

export const clauseOne = read({
  path: '/clauses/:id',
  operationId: 'clauses.get',
  tag: 'policy',
  summary: '一条条款的原文',
  params: clauseParams,
  answers: clause,
  refuses: ['UNKNOWN_SUBJECT'],
});

const way = codeOf(obligationWays);
const plan = codeOf(obligingPlans);
const coverage = z.strictObject({
  obligation: id,
  plan,
  clause: words,
  citation: words,
  title: words,
  words,
  way,
  wayName: words,
  state: codeOf(coverageStates),
  stateName: words,
  by: words.nullable(),
  lacks: words.nullable(),
});
/** An obligation with what carries it out. */
export type CoveredObligation = z.output<typeof coverage>;

const coverageCount = z.strictObject({
  plan,
  way,
  wayName: words,
  all: count,
  done: count,
  partly: count,
  open: count,
  guidance: count,
});
/** How many obligations of a plan and way stand in which state. */
export type CoverageCounted = z.output<typeof coverageCount>;

export const clauseCoverageList = read({
  path: '/clauses/coverage',
  operationId: 'clauses.coverage',
  tag: 'policy',
  summary: '521 项义务各由什么执行、还缺什么；按方案、方式和情况计数',
  answers: z.strictObject({ items: z.array(coverage), counts: z.array(coverageCount) }),
});

const changed = z.record(z.string(), z.unknown());

const version = z.strictObject({
  set: words.optional(),
  version: z.int(),
  changes: changed,
  /** The set's name, or the reason given for the change. */
  title: words,
  savedBy: id.optional(),
  savedAt: instant.optional(),
});
/** A version of the policy set: the first is the plans' own, the others say who saved them and why. */
export type PolicyVersion = z.output<typeof version>;

const setting = z.strictObject({
  name: words,
  value: z.unknown(),
  title: words,
  clause: words,
  citation: words,
  isDecision: z.boolean(),
  choices: z.record(z.string(), z.string()).readonly().optional(),
});
export type Setting = z.output<typeof setting>;

const decision = z.strictObject({
  id: words,
  clause: words,
  citation: words,
  title: words,
  words,
  /** The settings by which it is changed; none where it stands as it is. */
  settings: z.array(words).readonly(),
});
/** What a clause leaves open and the office has decided. */
export type OfficeDecision = z.output<typeof decision>;

const policySet = z.strictObject({
  set: words,
  version: z.int(),
  title: words,
  versions: z.array(version),
  settings: z.array(setting),
  decisions: z.array(decision),
});
export type PolicySet = z.output<typeof policySet>;

export const policySetList = read({
  path: '/policy-sets',
  operationId: 'policySets.list',
  tag: 'policy',
  summary: '政策集及其版本，每个数值的条款依据，以及条款未规定而由办公室作出的决定（decisions）',
  answers: itemsOf(policySet),
});

const settingNames = Object.keys(settingOrigins(basePolicy.set)) as [keyof Settings, ...(keyof Settings)[]];
/** Which settings there are is said here; what each may be is said by the rules (422). */
const changes = z
  .partialRecord(z.enum(settingNames, '没有这一政策参数，参数名称见 GET /policy-sets'), z.unknown())
  .describe('设置名称与新值');
const movedDeadline = z.strictObject({
  caseId: id,
  processName: words,
  territoryName: words,
  deadline: id,
  what: words,
  dueBefore: day,
  dueAfter: day,
});
export type MovedDeadline = z.output<typeof movedDeadline>;

const preview = z.strictObject({
  /** Open cases looked at. */
  cases: count,
  /** The first of them, by case; `movedTotal` counts all. */
  moved: z.array(movedDeadline),
  movedTotal: count,
  /** Open deadlines that keep their date. */
  unchanged: count,
});
/** What an order to open cases would move. */
export type PolicyPreview = z.output<typeof preview>;

export const policyPreview = send({
  method: 'post',
  path: '/policy-sets/preview',
  operationId: 'policySets.preview',
  tag: 'policy',
  summary: '试算（省级）：所拟调整如适用于未结案件，哪些期限会改变；不作任何更改',
  body: z.strictObject({ changes }),
  answers: preview,
  refuses: ['NOT_ALLOWED', 'OUT_OF_RANGE', 'UNKNOWN_SUBJECT', 'CONDITIONS_NOT_MET'],
});

export const policyChange = send({
  method: 'post',
  path: '/policy-sets',
  operationId: 'policySets.change',
  tag: 'policy',
  summary: '调整政策集（省级）：新版本用于新案件；明令的，未结案件一并重算期限',
  body: z.strictObject({
    changes,
    reason,
    applyToOpen: z
      .boolean({ error: '应为 true（适用于未结案件）或 false（只适用于新案件）' })
      .describe('true 适用于未结案件，false 只适用于新案件'),
  }),
  answers: z.strictObject({ set: words, version: z.int(), changes: changed, reprojected: count }),
  status: 201,
  refuses: [
    'NOT_ALLOWED',
    'OUT_OF_RANGE',
    'UNKNOWN_SUBJECT',
    'CONDITIONS_NOT_MET',
    'ALREADY_DONE',
    'ENGINE_AWAY',
    'WORKER_AWAY',
  ],
});
