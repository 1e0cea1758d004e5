import { workBulletin } from '@duban/policy/processes/work-bulletin/work-bulletin';
import type { WorkBulletin } from '@duban/policy/processes/work-bulletin/work-bulletin-facts';
import { workBulletinOperations } from '@duban/policy/processes/work-bulletin/work-bulletin-operations';
import { z } from 'zod';
import { description, line as oneLine, reason, text } from './fields';
import { operationGroup } from './operation';

const number = oneLine(4, 60, '应为文号，如 襄巩固衔接办发〔2026〕11号');
const line = z.string().regex(/^[PC]\d{1,3}$/, '应为通报中的编号，如 C1');
const mention = z.strictObject({
  subject: oneLine(4, 80, '应为地区代码或部门'),
  what: description,
  candidates: z.array(z.string().max(200)).max(500).optional(),
});
const mentions = z.array(mention).max(200, '不超过 200 项');

/** everything offices can do to a period's bulletin; it begins with the cycle's book. */
export const workBulletins = operationGroup<WorkBulletin>()({
  rules: workBulletin,
  rows: workBulletinOperations,
  bodies: {
    collect: z.strictObject({}),
    issue: z.strictObject({ number, praised: mentions, criticised: mentions }),
    followUp: z.strictObject({ line, what: description }),
    confirmSolved: z.strictObject({ line, what: description, evidence: text }),
    correct: z.strictObject({
      number,
      line,
      what: description.optional(),
      withdraw: z.boolean().optional(),
      reason,
    }),
  },
});
