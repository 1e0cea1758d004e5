import type { FeedbackBody, HoldBody } from '@duban/policy/processes/interview/interview';
import { z } from 'zod';
import { office, type OperationGroup } from './operation';

const text = z.string().trim().min(1, '不能为空').max(2000, '不超过 2000 字');
const organization = office('organization-department', 'county');

/** Clause C-3.7: what offices can do to an interview; the ranking ladder opens it, or the organization department through the posting. */
export const interviews: OperationGroup = {
  process: 'interview',
  resource: 'interviews',
  title: '约谈',
  operations: {
    hold: {
      clause: 'C-3.7',
      summary: '登记约谈（发生日为约谈之日）',
      by: [organization],
      body: z.strictObject({
        minutes: text.optional(),
        feedbackGiven: z.boolean().optional(),
        session: text.optional(),
      }) satisfies z.ZodType<HoldBody>,
    },
    feedback: {
      clause: 'C-3.7',
      summary: '向派出单位反馈约谈情况',
      by: [organization],
      body: z.strictObject({ note: text }) satisfies z.ZodType<FeedbackBody>,
    },
  },
};
