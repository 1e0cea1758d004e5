import { z } from 'zod';
import { civilDate } from '../fields';
import { count, day, division, id, instant, itemsOf, pageOf, plainValue, words } from './answer-fields';
import { caseParams } from './path-fields';
import { pageQuery, within } from './query-fields';
import { read } from './route';

const listedCounty = z.strictObject({
  caseId: id,
  county: division,
  countyName: words,
  path: words,
  round: count,
  since: day,
  listedOn: day,
  acceptanceFrom: day,
  daysToWindow: z.int(),
  acceptanceDue: day,
  daysLeft: z.int(),
  grounds: count,
  problems: count,
  problemsOpen: count,
  problemsVerified: count,
  repeatedlyUnrectified: count,
  policyFinding: z.enum(['none', 'positive', 'negative']),
  policyFindingName: words,
  policyFindingOn: day.nullable(),
  accountability: plainValue,
  state: z.enum(['rectifying', 'acceptance', 'overdue']),
  stateName: words,
});
/** A listed county as the board shows it. */
export type ListedCounty = z.output<typeof listedCounty>;

export const listingBoard = read({
  path: '/listings/board',
  operationId: 'listings.board',
  tag: 'ledger',
  summary: '挂牌督办一览：轮次、距验收的天数、问题和政策认定情况',
  query: z.strictObject({ ...within, on: civilDate.optional().describe('日期，默认今天') }),
  answers: itemsOf(listedCounty).extend({ on: day }),
  refuses: ['UNKNOWN_SUBJECT'],
});

const publishedSample = z.strictObject({
  caseId: id,
  seedHash: words,
  frame: z.array(z.strictObject({ id: words, stratum: words })),
  excluded: z.array(words),
  size: count,
  excludeMonths: count.optional(),
  commitment: words.optional(),
  recordedAt: instant.nullable(),
  drawnAt: instant.nullable(),
  seed: words.optional(),
  publicValue: words.optional(),
  drawn: z.array(words).optional(),
});
/** The record of a sample: whoever has it draws it again. */
export type PublishedSample = z.output<typeof publishedSample>;

export const inspectionSample = read({
  path: '/inspections/:caseId/sample',
  operationId: 'inspections.sample',
  tag: 'ledger',
  summary: '抽样记录：据此任何人可重新计算样本及其事先公开的承诺值',
  params: caseParams,
  answers: publishedSample,
  refuses: ['UNKNOWN_SUBJECT'],
});

export const sampleCommitments = read({
  path: '/public/sample-commitments',
  operationId: 'public.sampleCommitments',
  tag: 'public',
  summary:
    '各次抽样的承诺值及登记日期（不需令牌；不显示地区、类别和单位）：承诺值由种子哈希、名单、样本数、排除月数和案件编号计算',
  query: pageQuery,
  answers: pageOf(z.strictObject({ commitment: words, recordedOn: day })).extend({ asOf: instant }),
  isPublic: true,
});
