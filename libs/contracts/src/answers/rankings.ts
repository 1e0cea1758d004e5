import { z } from 'zod';
import { month } from '../fields';
import { count, day, division, id, itemsOf, monthOfYear, words } from './answer-fields';
import { caseId, ofProcess, territory, truth, within } from './query-fields';
import { read } from './route';

const ofMonth = {
  scope: territory.describe('县或乡镇代码'),
  month: month.describe('月份'),
};

const ranked = { cadre: id, total: z.number(), rank: z.int(), low: z.boolean() };

export const rankingList = read({
  path: '/rankings',
  operationId: 'rankings.list',
  tag: 'ledger',
  summary: '考核排队',
  query: z.strictObject(ofMonth),
  /** The month's assessment, for who may open it. */
  answers: itemsOf(z.strictObject({ caseId: id.nullable(), month: monthOfYear, scope: division, ...ranked })).extend({
    scope: division,
    month: monthOfYear,
  }),
  refuses: ['UNKNOWN_SUBJECT'],
});

const moved = z.strictObject({
  ...ranked,
  name: words.nullable(),
  lastRank: z.int().nullable(),
  lastLow: z.boolean().nullable(),
  /** Places gained since the month before. */
  movement: z.int().nullable(),
  postingCase: id.nullable(),
  township: division.nullable(),
  townshipName: words.nullable(),
  village: division.nullable(),
  villageName: words.nullable(),
  unit: id.nullable(),
  unitName: words.nullable(),
  role: words.nullable(),
  roleName: words.nullable(),
});
export type RankMovement = z.output<typeof moved>;

export const rankingMovement = read({
  path: '/rankings/movement',
  operationId: 'rankings.movement',
  tag: 'ledger',
  summary: '考核排队与上月相比的升降，附姓名（县以下可见）、村、派出单位',
  query: z.strictObject(ofMonth),
  answers: itemsOf(moved).extend({ scope: division, scopeName: words, month: monthOfYear }),
  refuses: ['UNKNOWN_SUBJECT'],
});

const bulletin = z.strictObject({
  caseId: id,
  key: words,
  number: words,
  month: words,
  scope: division,
  issuedOn: day,
  corrects: words.nullable(),
  title: words,
  text: words,
});
export type Bulletin = z.output<typeof bulletin>;

export const bulletinList = read({
  path: '/bulletins',
  operationId: 'bulletins.list',
  tag: 'ledger',
  summary: '已印发的通报和调度报告（原样保存，更正另发全文）',
  query: z.strictObject({
    county: territory.optional().describe('地区代码前缀'),
    month: month.optional().describe('月份'),
    process: ofProcess.process.describe('流程：monthly-assessment（默认，考核通报）、work-bulletin、dispatch 等'),
    caseId: caseId.optional().describe('案件编号'),
  }),
  answers: itemsOf(bulletin),
  refuses: ['UNKNOWN_SUBJECT'],
});

const candidate = z.strictObject({
  caseId: id,
  key: words,
  area: division,
  office: id,
  deadline: words,
  clause: words,
  since: day,
  withdrawnOn: day.nullable(),
});

export const candidateList = read({
  path: '/candidates',
  operationId: 'candidates.list',
  tag: 'ledger',
  summary: '通报批评候选（地区与部门）',
  query: z.strictObject({ ...within, withdrawn: truth.optional().describe('true 只看已撤回') }),
  answers: itemsOf(candidate),
  refuses: ['UNKNOWN_SUBJECT'],
});

const allowance = z.strictObject({
  cadre: id,
  unit: id,
  unitName: words,
  village: division,
  posted: count,
  leave: count,
  absent: count,
  days: count,
  yuan: z.number(),
});

export const allowanceList = read({
  path: '/allowances',
  operationId: 'allowances.list',
  tag: 'ledger',
  summary: '驻村补贴：按实际在岗天数（扣除请假和脱岗）计算',
  query: z.strictObject({ ...within, month: month.describe('月份') }),
  answers: itemsOf(allowance).extend({ month: monthOfYear, citation: words }),
  refuses: ['UNKNOWN_SUBJECT'],
});
