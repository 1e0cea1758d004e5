import { z } from 'zod';

/** Checks are read, never compiled on the spot: pages of the console forbid code made from text. */
z.config({ jitless: true });

export const civilDate = z.iso.date({ error: '应为 YYYY-MM-DD 格式的日期' });
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '应为 YYYY-MM 格式的月份');
export const surrogateId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,40}$/, '应为 1–40 位字母、数字、下划线或连字符组成的编号');
export const reason = z.string().trim().min(2, '请填写理由（至少 2 个字）').max(500, '不超过 500 字');
export const territoryCode = (length: 2 | 4 | 6 | 9 | 12, name: string) =>
  z
    .string()
    .regex(new RegExp(`^\\d{${length}}$`), `应为 ${length} 位${name}行政区划代码`)
    .meta({ division: length });

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
