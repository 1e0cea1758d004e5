import type { Level } from '@duban/policy/base/office';
import { blemishOf } from '@duban/policy/base/plain-text';
import { civilDateOf, isMonth } from '@duban/policy/dates/civil-date';
import { z } from 'zod';
import { linePattern } from './text-pattern';

/** Checks are read, never compiled on the spot: pages of the console forbid code made from text. */
z.config({ jitless: true });

const isoDate = z.iso.date({ error: '应为 YYYY-MM-DD 格式的日期', abort: true });
/** Years the system keeps: those of the plans and what they look back on. */
const keptYears = /^20\d{2}-/;
const keptWords = '应在 2000 年至 2099 年之间';

export const civilDate = isoDate
  .refine((date) => keptYears.test(date), `日期${keptWords}`)
  .meta({ pattern: keptYears.source });
/** A day of birth lies further back than anything else an office records. */
const lifeDate = (what: string) =>
  isoDate
    .refine((date) => date >= '1900-01-01', `${what}应不早于 1900 年`)
    .refine((date) => date <= civilDateOf(new Date(Date.now()).toISOString()), `${what}应不晚于今天`)
    .meta({ pattern: '^(19|20)\\d{2}-' });
export const birthDate = lifeDate('出生日期');
export const careerDate = lifeDate('参加工作日期');
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, {
  error: ({ input }) => (isMonth(input) ? `月份${keptWords}` : '应为 YYYY-MM 格式的月份'),
});
export const year = z.string('应为四位年份').regex(/^20\d{2}$/, '应为四位年份，在 2000 年至 2099 年之间，如 2026');
export const yearNumber = z.int('应为年份').min(2000, `年份${keptWords}`).max(2099, `年份${keptWords}`);
/** A period a duty or a list is kept by: a year, half, quarter, month, half month or week. */
export const period = z
  .string()
  .regex(/^20\d{2}(-[A-Z0-9-]{1,8})?$/, '应为期次，在 2000 年至 2099 年之间，如 2026-W47、2026-11、2026-Q4');
export const instant = z.iso
  .datetime({ error: '应为时刻，如 2026-07-01T00:00:00.000Z', abort: true })
  .refine((moment) => keptYears.test(moment), `时刻${keptWords}`)
  .meta({ pattern: keptYears.source });
/** What counts rows and versions; the ledger counts in four bytes. */
export const count = z.int('应为整数').min(0, '应不小于 0').max(2_147_483_647, '数值过大，请核对');
export const surrogateId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/, '应为 1–40 位字母、数字、下划线或连字符组成的编号');
/** A matter named in a bulletin: of a finding, its inspection and its number. */
export const matterId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,90}$/, '应为 1–90 位字母、数字、下划线或连字符组成的事项编号');
export const reason = z.string().trim().min(2, '请填写理由（至少 2 个字）').max(500, '不超过 500 字');
const divisionLevels = { 2: '省', 4: '市', 6: '县', 9: '乡镇', 12: '村' } as const;
export type DivisionLength = keyof typeof divisionLevels;
export const lengthOfLevel: Readonly<Record<Level, DivisionLength>> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

const codeOf = (lengths: readonly DivisionLength[], detail: string) =>
  z
    .string()
    .regex(new RegExp(`^(${lengths.map((length) => `\\d{${length}}`).join('|')})$`), detail)
    .meta({ division: lengths.length === 1 ? lengths[0] : lengths });

/** The code of a division; the lengths say which levels. It carries a mark, by which whoever reads the schema (door, forms, OpenAPI) knows it for a division. */
export const division = (...lengths: readonly DivisionLength[]) =>
  codeOf(
    lengths,
    `应为${lengths
      .map((length) => divisionLevels[length])
      .join('、')
      .replace(/、([^、]+)$/, '或$1')}的行政区划代码`,
  );
export const anyDivision = codeOf([2, 4, 6, 9, 12], '应为行政区划代码');
export const territoryCode = (length: DivisionLength, name: string) =>
  codeOf([length], `应为 ${length} 位${name}行政区划代码`);

/** The id of an office, as its pattern says; known as such by its mark. */
export const officeOf = (pattern: RegExp, detail: string) => z.string().regex(pattern, detail).meta({ office: true });

/** Who did the work that is reported as put right, of whatever level. */
export const rectifier = officeOf(
  /^[a-z-]+:(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})(:[A-Za-z0-9-]{1,20})?$/,
  '应为实施整改的单位编号，如 department:140423:water',
);

/** A name, a title or the number of a document: written in one line, and nothing hidden in it. */
export const line = (least: number, most: number, tooShort = '不能为空') =>
  z
    .string()
    .trim()
    .min(least, tooShort)
    .max(most, `不超过 ${most} 字`)
    .superRefine((text, context) => {
      const detail = /[\u00ad\u200b-\u200d\u2060\ufeff]/.test(text)
        ? '含有看不见的字符，请删去'
        : blemishOf(text, 'line');
      if (text !== '' && detail !== undefined) context.addIssue({ code: 'custom', message: detail });
    })
    .meta({ pattern: linePattern(least) });

/** Words an office writes; a single character may be all there is to say. */
export const text = z.string().trim().min(1, '不能为空').max(500, '不超过 500 字');
/** A finding or a description, which one character cannot give. */
export const description = z.string().trim().min(2, '请填写内容（至少 2 个字）').max(500, '不超过 500 字');
export const note = { note: text.optional() };

/** One of a table's codes; the refusal names each with its Chinese word, and so does whoever makes a form of it. */
export const oneOf = <Table extends Readonly<Record<string, string>>>(table: Table) =>
  z
    .enum(Object.keys(table) as [keyof Table & string], {
      error: `应为下列之一：${Object.entries(table)
        .map(([code, name]) => `${code}（${name}）`)
        .join('、')}`,
    })
    .meta({ names: table });
