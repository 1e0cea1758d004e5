/** What the database says of a value it will never take, in words an office understands. */
const words: Readonly<Record<string, string>> = {
  '21000': '同一条内容出现了两次',
  '22003': '数值超出可保存的范围',
  '22007': '日期或时刻无法识别',
  '22008': '日期或时刻超出可保存的范围',
  '22021': '含有无法保存的字符',
  '22P05': '含有无法保存的字符',
  '23502': '缺少必须有的内容',
  '23505': '与已有内容重复',
  '23514': '取值不在允许的范围内',
};
/** Cardinality, data, integrity, and what is larger than the database can hold: the same content is refused each time it comes. */
const refusedClasses = /^(21|22|23|54)[0-9A-Z]{3}$/;
/** Our own code stumbled over the content: an instant that is none, a part that is missing. */
const ownErrors = new Set(['TypeError', 'RangeError', 'SyntaxError']);

export const isRefusedByDatabase = (error: unknown): boolean => refusedClasses.test(codeOf(error));

/** Does it lie in what was to be written, so that trying again cannot help? */
export const isRefusedForContent = (error: unknown): boolean =>
  isRefusedByDatabase(error) || ownErrors.has((error as { name?: string } | null)?.name ?? '');

/** Two writers may have met; the second look then finds what the first has written. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === '23505';

/** Says why without quoting what was refused. */
export function refusalWords(error: unknown): string {
  const code = codeOf(error);
  if (code.startsWith('54')) return '内容过大';
  return words[code] ?? (code === '' ? '内容不完整或格式有误' : `数据库不接受其内容（代码 ${code}）`);
}

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
};
