import { interview } from '@duban/policy/processes/interview/interview';
import type { Interview } from '@duban/policy/processes/interview/interview-facts';
import { interviewOperations } from '@duban/policy/processes/interview/interview-operations';
import { z } from 'zod';
import { operationGroup } from './operation';

const text = z.string().trim().min(1, '不能为空').max(2000, '不超过 2000 字');

/** Clause C-3.7: what offices can do to an interview; the ranking ladder opens it, or the organization department through the posting. */
export const interviews = operationGroup<Interview>()({
  rules: interview,
  rows: interviewOperations,
  bodies: {
    hold: z.strictObject({
      minutes: text.optional(),
      feedbackGiven: z.boolean().optional(),
      session: text.optional(),
    }),
    feedback: z.strictObject({ note: text }),
  },
});
