import { townshipScores } from '@duban/policy/processes/township-scores/township-scores';
import type { TownshipScores } from '@duban/policy/processes/township-scores/township-scores-facts';
import { townshipScoresOperations } from '@duban/policy/processes/township-scores/township-scores-operations';
import { z } from 'zod';
import { reason, surrogateId } from './fields';
import { operationGroup } from './operation';

const score = { cadre: surrogateId, task: z.number('应为数字'), presence: z.number('应为数字') };
const scoreBody = z.strictObject(score);

/** Clause C-3.5: everything a township party committee can do to its score sheet. Sheets begin with the county's assessment. */
export const scores = operationGroup<TownshipScores>()({
  rules: townshipScores,
  rows: townshipScoresOperations,
  bodies: {
    score: scoreBody,
    scoreAll: z.strictObject({
      scores: z.array(scoreBody).min(1, '至少一名干部').max(500, '不超过 500 名干部'),
    }),
    correct: z.strictObject({ ...score, reason }),
    leaveUnscored: z.strictObject({ cadre: surrogateId, reason }),
  },
});
