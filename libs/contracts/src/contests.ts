import { departments } from '@duban/policy/base/departments';
import { contestContents, contestMethods } from '@duban/policy/base/contest-parts';
import { contest } from '@duban/policy/processes/contest/contest';
import type { ContestOpening } from '@duban/policy/processes/contest/contest-acts';
import type { Contest } from '@duban/policy/processes/contest/contest-facts';
import { contestOperations } from '@duban/policy/processes/contest/contest-operations';
import { z } from 'zod';
import { line, oneOf, reason, territoryCode, text, year } from './fields';
import { openingFrom, operationGroup } from './operation';

const county = territoryCode(6, '县级');
const counties = z.array(county).max(200, '不超过 200 个县');
const number = line(4, 60, '应为文号');
const department = oneOf(departments);
const evaluating = z.array(department).max(60, '不超过 60 个部门');
const score = z.strictObject({
  county,
  method: oneOf(contestMethods),
  content: oneOf(contestContents),
  score: z.number('应为数字'),
  evidence: text,
  department: department.optional(),
});

const open = openingFrom({
  name: 'open',
  body: z.strictObject({
    province: territoryCode(2, '省级'),
    year,
    title: text,
    counties: counties.min(2, '至少两个县'),
    keyCounties: counties,
    membershipSource: text,
    departments: evaluating.min(1, '至少一个部门').optional(),
  }),
  subject: (body) => ({ territory: body.province, subject: [body.year] }),
  opening: (body): ContestOpening => body,
});

/** everything offices can do to the contest of a year. */
export const contests = operationGroup<Contest>()({
  rules: contest,
  rows: contestOperations,
  opening: open,
  bodies: {
    importMembership: z.strictObject({ keyCounties: counties, source: text, reason }),
    scoreAll: z.strictObject({ scores: z.array(score).min(1, '至少一项').max(500, '不超过 500 项') }),
    correct: score.extend({ reason, number: number.optional() }),
    publish: z.strictObject({
      number,
      without: z.strictObject({ counties, departments: evaluating.optional(), reason }).optional(),
    }),
  },
});
