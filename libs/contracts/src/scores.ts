import type { CorrectBody, LeaveUnscoredBody, ScoreAllBody, ScoreBody } from '@duban/policy/processes/township-scores/township-scores-acts';
import { z } from 'zod';
import { reason, surrogateId } from './fields';
import { office, type Grant, type Operation, type OperationGroup } from './operation';

const township: readonly Grant[] = [office('party-committee', 'township')];

const score = { cadre: surrogateId, task: z.number('应为数字'), presence: z.number('应为数字') };
const scoreBody = z.strictObject(score) satisfies z.ZodType<ScoreBody>;

const operations = {
  score: {
    clause: 'C-3.5',
    summary: '对一名驻村干部打分（任务完成、在岗履职，0–100，最多一位小数）',
    by: township,
    body: scoreBody,
  },
  scoreAll: {
    clause: 'C-3.5',
    summary: '一次提交全乡镇的打分（有一处不符则全部不登记）',
    by: township,
    body: z.strictObject({
      scores: z.array(scoreBody).min(1, '至少一名干部').max(500, '不超过 500 名干部'),
    }) satisfies z.ZodType<ScoreAllBody>,
  },
  correct: {
    clause: 'C-3.5',
    summary: '通报前更正得分',
    by: township,
    body: z.strictObject({ ...score, reason }) satisfies z.ZodType<CorrectBody>,
  },
  leaveUnscored: {
    clause: 'C-3.5',
    summary: '说明理由，列为未考核',
    by: township,
    body: z.strictObject({ cadre: surrogateId, reason }) satisfies z.ZodType<LeaveUnscoredBody>,
  },
} as const satisfies Record<string, Operation>;

/** Clause C-3.5: everything a township party committee can do to its score sheet. Sheets begin with the county's assessment. */
export const scores: OperationGroup = {
  process: 'township-scores',
  resource: 'scores',
  title: '乡镇考核打分',
  operations,
};
