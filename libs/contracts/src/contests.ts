import { contestContents, contestMethods } from '@duban/policy/base/contest-parts';
import type { ContestOpening, ContestScore, CorrectContestBody, ImportMembershipBody, PublishContestBody, ScoreContestBody } from '@duban/policy/processes/contest/contest-acts';
import { z } from 'zod';
import { oneOf, reason, territoryCode, text } from './fields';
import { office, type Opening, type Operation, type OperationGroup } from './operation';

const province = [office('leading-group-office', 'province')];
const scorers = [
  ...province,
  ...(
    ['inspection-team', 'department', 'revitalization-bureau', 'organization-department', 'stationing-office'] as const
  ).map((kind) => office(kind, 'province')),
];

const county = territoryCode(6, '县级');
const counties = z.array(county).max(200, '不超过 200 个县');
const number = z.string().trim().min(4, '应为文号').max(60, '不超过 60 字');
const score = z.strictObject({
  county,
  method: oneOf(contestMethods),
  content: oneOf(contestContents),
  score: z.number('应为数字'),
  evidence: text,
}) satisfies z.ZodType<ContestScore>;

const open: Opening = {
  clause: 'A-3.1',
  summary: '开展大比拼（重点帮扶县名单写明来源）',
  by: province,
  body: z.strictObject({
    province: territoryCode(2, '省级'),
    year: z.string('应为四位年份').regex(/^\d{4}$/, '应为四位年份'),
    title: text,
    counties: counties.min(2, '至少两个县'),
    keyCounties: counties,
    membershipSource: text,
  }) satisfies z.ZodType<ContestOpening>,
  subject: (body: ContestOpening) => ({ territory: body.province, subject: [body.year], numbered: false }),
  opening: (body: ContestOpening) => body,
};

const operations = {
  importMembership: {
    clause: 'A-3.1',
    summary: '更换重点帮扶县名单（写明来源和理由）',
    by: province,
    body: z.strictObject({ keyCounties: counties, source: text, reason }) satisfies z.ZodType<ImportMembershipBody>,
  },
  scoreAll: {
    clause: 'A-3.1',
    summary: '登记得分和依据（有一项不符则全部不登记）',
    by: scorers,
    body: z.strictObject({
      scores: z.array(score).min(1, '至少一项').max(500, '不超过 500 项'),
    }) satisfies z.ZodType<ScoreContestBody>,
  },
  correct: {
    clause: 'A-3.1',
    summary: '更正得分（公布后须有更正通报文号）',
    by: scorers,
    body: score.extend({ reason, number: number.optional() }) satisfies z.ZodType<CorrectContestBody>,
  },
  publish: {
    clause: 'A-3.1',
    summary: '公布排名',
    by: province,
    body: z.strictObject({
      number,
      without: z.strictObject({ counties, reason }).optional(),
    }) satisfies z.ZodType<PublishContestBody>,
  },
} as const satisfies Record<string, Operation>;

/** everything offices can do to the contest of a year. */
export const contests: OperationGroup = {
  process: 'contest',
  resource: 'contests',
  title: '大比拼',
  opening: { name: 'open', operation: open },
  operations,
};
