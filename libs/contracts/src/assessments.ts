import type {
  CorrectScoreBody,
  ExcuseTaskListBody,
  IssueBulletinBody,
  IssueTaskListBody,
  TaskItem,
  WaitBody,
} from '@duban/policy/processes/monthly-assessment/monthly-assessment-acts';
import { z } from 'zod';
import { civilDate, line, oneOf, reason, surrogateId } from './fields';
import { office, type Grant, type Operation, type OperationGroup } from './operation';

const county: readonly Grant[] = [office('stationing-office', 'county')];

/** 文号, for example 襄驻办〔2027〕3号. */
const documentNumber = line(1, 40, '请填写文号');

const taskItem = z.strictObject({
  id: surrogateId.optional(),
  what: z.string().trim().min(2, '请填写任务内容').max(200, '不超过 200 字'),
  for: oneOf({ 'first-secretary': '第一书记', team: '工作队', all: '全部' } as const).optional(),
}) satisfies z.ZodType<TaskItem>;

const operations = {
  issueTaskList: {
    clause: 'C-3.5',
    summary: '下发当月任务清单',
    by: county,
    body: z.strictObject({
      items: z.array(taskItem).min(1, '至少一项任务').max(50, '不超过 50 项'),
    }) satisfies z.ZodType<IssueTaskListBody>,
  },
  excuseTaskList: {
    clause: 'C-3.5',
    summary: '说明理由，当月不下发任务清单（“原则上”）',
    by: county,
    body: z.strictObject({ reason }) satisfies z.ZodType<ExcuseTaskListBody>,
  },
  wait: {
    clause: 'C-3.5',
    summary: '登记等待未报送的乡镇（通报期限不顺延）',
    by: county,
    body: z.strictObject({ reason, until: civilDate }) satisfies z.ZodType<WaitBody>,
  },
  issueBulletin: {
    clause: 'C-3.5',
    summary: '县域排队并印发考核通报，抄送派出单位',
    by: county,
    body: z.strictObject({
      number: documentNumber,
      withoutMissing: z.boolean().optional(),
    }) satisfies z.ZodType<IssueBulletinBody>,
  },
  correctScore: {
    clause: 'C-3.5',
    summary: '通报后更正得分，重新排队并印发更正通报',
    by: county,
    body: z.strictObject({
      cadre: surrogateId,
      task: z.number('应为数字'),
      presence: z.number('应为数字'),
      reason,
      number: documentNumber,
    }) satisfies z.ZodType<CorrectScoreBody>,
  },
} as const satisfies Record<string, Operation>;

/** Clause C-3.5: everything the county stationing office can do to a month. Months begin with the supervision cycle. */
export const assessments: OperationGroup = {
  process: 'monthly-assessment',
  resource: 'assessments',
  title: '月度考核',
  operations,
};
