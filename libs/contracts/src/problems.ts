import { problemLists, problemSources } from '@duban/policy/processes/problem/problem-acts';
import type { ProblemOpening } from '@duban/policy/processes/problem/problem-acts';
import { problem } from '@duban/policy/processes/problem/problem';
import { riskOwner, type Problem } from '@duban/policy/processes/problem/problem-facts';
import { problemOperations } from '@duban/policy/processes/problem/problem-operations';
import { z } from 'zod';
import { civilDate, description, division, officeOf, rectifier, oneOf, reason, surrogateId, text } from './fields';
import { openingFrom, openingGroup, operationGroup } from './operation';

const place = division(4, 6, 9, 12);
const countyDepartment = officeOf(
  /^(department:\d{6}:[a-z-]+|revitalization-bureau:\d{6}|organization-department:\d{6})$/,
  '应为县直部门，如 department:140423:water',
);

/** What is not said when a problem is entered. */
const unsaid = { reference: null, persons: [], recurs: null, yuan: null, owner: null };
const subject = (body: { place: string }) => ({ territory: body.place, subject: [] });

const record = openingFrom({
  name: 'record',
  body: z.strictObject({
    place,
    list: oneOf(problemLists),
    what: description,
    source: oneOf(problemSources),
    reference: text.optional(),
    persons: z.array(surrogateId).max(50, '不超过 50 人').optional(),
    recurs: z
      .string()
      .regex(/^problem:[0-9A-Za-z:_-]{1,110}$/, '应为问题的案件编号，如 problem:140423100204:1')
      .optional(),
  }),
  subject,
  opening: ({ reference = null, persons = [], recurs = null, ...said }): ProblemOpening => ({
    ...unsaid,
    ...said,
    reference,
    persons,
    recurs,
  }),
});

const warn = openingFrom({
  name: 'warn',
  body: z.strictObject({
    place,
    project: text,
    yuan: z.number('应为数字').positive('应大于 0').max(10_000_000_000, '数值过大，请核对'),
    risk: description,
  }),
  subject,
  opening: (body): ProblemOpening => ({
    ...unsaid,
    place: body.place,
    list: 'livelihood',
    what: `${body.project}：${body.risk}`,
    source: 'project-risk',
    yuan: body.yuan,
    owner: riskOwner(body.place),
  }),
});

/** C-2.end: everything offices can do to a problem of the ledger. */
export const problems = operationGroup<Problem>()({
  rules: problem,
  rows: problemOperations,
  opening: record,
  bodies: {
    reportUpward: z.strictObject({ department: countyDepartment, report: description }),
    plan: z.strictObject({ measure: description, responsible: surrogateId, due: civilDate }),
    rectified: z.strictObject({ what: description, evidence: text, rectifiedBy: rectifier.optional() }),
    verify: z.strictObject({ passed: z.boolean('应为 true 或 false'), note: description }),
    renew: z.strictObject({ due: civilDate, reason }),
    returned: z.strictObject({ what: description }),
  },
});

/** C-2.4: a project's risk is a problem that begins with the county. */
export const projectRisks = openingGroup(problem, {
  resource: 'project-risks',
  title: '项目风险预警',
  opening: warn,
});
