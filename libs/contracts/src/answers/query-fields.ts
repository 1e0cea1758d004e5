import { processNames, type ProcessName } from '@duban/policy/case/case';
import { z } from 'zod';
import { anyDivision, civilDate } from '../fields';

/** A whole number up to `max`; `usual` where nothing is asked for. */
export const whole = (max: number, usual: number) =>
  z.int(`应为 1–${max} 的整数`).min(1, `应为 1–${max} 的整数`).max(max, `应为 1–${max} 的整数`).default(usual);

export const paging = {
  limit: whole(200, 50).describe('每页条数（1–200，默认 50）'),
  /** A list in base64url; one of that form which leads nowhere is 404, since only the ledger knows. */
  after: z
    .string()
    .max(500)
    .regex(/^W[\w-]+$/, '应为上一页返回的 next')
    .optional()
    .describe('上一页的 next'),
};
export const pageQuery = z.strictObject(paging);

export const territory = anyDivision;
export const within = { territory: territory.optional().describe('地区代码前缀') };
export const process = z.enum(Object.keys(processNames) as [ProcessName, ...ProcessName[]], {
  error: `应为下列之一：${Object.keys(processNames).join('、')}`,
});
export const ofProcess = { process: process.optional().describe('流程') };
export const truth = z.boolean('应为 true 或 false');
export const owner = z.string().max(80).optional().describe('责任单位');
export const caseId = z.string().max(120);

/** From and to a day, both included. */
export const days = (what: string) => ({
  from: civilDate.optional().describe(`${what}自`),
  to: civilDate.optional().describe(`${what}至`),
});
export const dueDays = {
  dueFrom: civilDate.optional().describe('到期日自'),
  dueTo: civilDate.optional().describe('到期日至'),
};

/** Several codes in one value, with commas between: `open,overdue`. */
export const several = <Code extends string>(codes: readonly [Code, ...Code[]]) =>
  z
    .array(z.enum(codes, { error: `应为下列之一：${codes.join('、')}` }))
    .min(1, '至少一个')
    .meta({ commas: true });
