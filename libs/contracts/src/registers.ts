import type { Field, HandRegister } from '@duban/policy/registers/register-rules';
import { z } from 'zod';
import { anyDivision, civilDate, division, lengthOfLevel, month, oneOf, reason, text, year } from './fields';

const amount = z.number('应为数字').max(1_000_000_000_000, '数值过大，请核对');

const typed: Record<Field['type'], (field: Field) => z.ZodType> = {
  text: () => text,
  count: () => z.int('应为整数').min(0, '不小于 0').max(100_000_000, '数值过大，请核对'),
  number: ({ signed }) =>
    signed === true ? amount.min(-1_000_000_000_000, '数值过小，请核对') : amount.min(0, '不小于 0'),
  yuan: () => amount.min(0, '不小于 0'),
  date: () => civilDate,
  month: () => month,
  year: () => year,
  truth: () => z.boolean('应为 true 或 false'),
  code: () =>
    z
      .string()
      .regex(
        /^([A-Za-z0-9_-]{1,40}|[a-z-]+:\d{2,12}(:[A-Za-z0-9_-]+)?)$/,
        '应为 1–40 位字母、数字、下划线或连字符组成的编号，或单位编号',
      ),
  place: () => anyDivision,
  choice: ({ choices = {} }) => oneOf(choices),
};

/** The body of an entry, made from the register's fields; strict, so that an unknown field is named. */
export const entryBody = ({ fields, levels }: HandRegister) =>
  z.strictObject({
    territory: division(...levels.map((level) => lengthOfLevel[level])),
    ...Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.optional === true ? typed[field.type](field).optional() : typed[field.type](field),
      ]),
    ),
  });

/** Many entries at once, each with its own date: all of them or none. */
export const batchBody = (register: HandRegister) =>
  z.strictObject({
    entries: z
      .array(entryBody(register).extend({ occurredOn: civilDate.optional() }))
      .min(1, '至少一条')
      .max(500, '不超过 500 条'),
  });

/** The whole entry as it should have been, and why. */
export const correctionBody = (register: HandRegister) => entryBody(register).extend({ reason });
export const withdrawalBody = z.strictObject({ reason });
