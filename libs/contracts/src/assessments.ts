import { monthlyAssessment } from '@duban/policy/processes/monthly-assessment/monthly-assessment';
import type { MonthlyAssessment } from '@duban/policy/processes/monthly-assessment/monthly-assessment-facts';
import { monthlyAssessmentOperations } from '@duban/policy/processes/monthly-assessment/monthly-assessment-operations';
import { z } from 'zod';
import { civilDate, line, oneOf, reason, surrogateId } from './fields';
import { operationGroup } from './operation';

/** 文号, for example 襄驻办〔2027〕3号. */
const documentNumber = line(1, 40, '请填写文号');

const taskItem = z.strictObject({
  id: surrogateId.optional(),
  what: z.string().trim().min(2, '请填写任务内容').max(200, '不超过 200 字'),
  for: oneOf({ 'first-secretary': '第一书记', team: '工作队', all: '全部' } as const).optional(),
});

/** Clause C-3.5: everything stationing offices can do to a month. Months begin with the supervision cycle. */
export const assessments = operationGroup<MonthlyAssessment>()({
  rules: monthlyAssessment,
  rows: monthlyAssessmentOperations,
  bodies: {
    issueTaskList: z.strictObject({
      items: z.array(taskItem).min(1, '至少一项任务').max(50, '不超过 50 项'),
    }),
    excuseTaskList: z.strictObject({ reason }),
    wait: z.strictObject({ reason, until: civilDate }),
    issueBulletin: z.strictObject({ number: documentNumber, withoutMissing: z.boolean().optional() }),
    correctScore: z.strictObject({
      cadre: surrogateId,
      task: z.number('应为数字'),
      presence: z.number('应为数字'),
      reason,
      number: documentNumber,
    }),
  },
});
