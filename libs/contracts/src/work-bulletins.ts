import type {
  ConfirmSolvedBody,
  CorrectWorkBulletinBody,
  FollowUpBody,
  IssueWorkBulletinBody,
  Mention,
} from '@duban/policy/processes/work-bulletin/work-bulletin-acts';
import { z } from 'zod';
import { description, line as oneLine, reason, text } from './fields';
import { office, type Operation, type OperationGroup } from './operation';

const offices = [office('leading-group-office')];
/** 各级党委政府、相关行业部门 follow up. */
const followers = [
  office('leading-group-office'),
  office('party-committee'),
  office('department'),
  office('revitalization-bureau'),
  office('organization-department'),
];

const number = oneLine(4, 60, '应为文号，如 襄巩固衔接办发〔2026〕11号');
const line = z.string().regex(/^[PC]\d{1,3}$/, '应为通报中的编号，如 C1');
const mention = z.strictObject({
  subject: oneLine(4, 80, '应为地区代码或部门'),
  what: description,
  candidates: z.array(z.string().max(200)).max(500).optional(),
}) satisfies z.ZodType<Mention>;
const mentions = z.array(mention).max(200, '不超过 200 项');

const operations = {
  collect: { clause: 'A-3.4', summary: '重新归集通报候选（表扬、批评）', by: offices, body: z.strictObject({}) },
  issue: {
    clause: 'A-3.4',
    summary: '印发政策落实情况通报（对象为地区和部门）',
    by: offices,
    body: z.strictObject({
      number,
      praised: mentions,
      criticised: mentions,
    }) satisfies z.ZodType<IssueWorkBulletinBody>,
  },
  followUp: {
    clause: 'A-3.4',
    summary: '登记对受批评地区、部门的督查指导、跟进服务',
    by: followers,
    body: z.strictObject({ line, what: description }) satisfies z.ZodType<FollowUpBody>,
  },
  confirmSolved: {
    clause: 'A-3.4',
    summary: '确认受批评的问题已彻底解决（附佐证）',
    by: offices,
    body: z.strictObject({ line, what: description, evidence: text }) satisfies z.ZodType<ConfirmSolvedBody>,
  },
  correct: {
    clause: 'A-3.4',
    summary: '印发更正通报（改写或撤销一项；原通报保持原样）',
    by: offices,
    body: z.strictObject({
      number,
      line,
      what: description.optional(),
      withdraw: z.boolean().optional(),
      reason,
    }) satisfies z.ZodType<CorrectWorkBulletinBody>,
  },
} as const satisfies Record<string, Operation>;

/** everything offices can do to a period's bulletin; it begins with the cycle's book. */
export const workBulletins: OperationGroup = {
  process: 'work-bulletin',
  resource: 'work-bulletins',
  title: '政策落实情况通报',
  operations,
};
