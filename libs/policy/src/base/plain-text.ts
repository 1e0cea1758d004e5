/** `line`: ids, names and numbers of documents; `lines`: what may be written in paragraphs. */
export type TextForm = 'line' | 'lines';

/** Longer than anything an office writes. */
export const longestText = 20_000;

interface Blemish {
  found: RegExp;
  words: (character: string) => string;
}

const blemishes: readonly Blemish[] = [
  { found: /\p{Surrogate}/u, words: () => '不完整（半个字），可能在复制或转码时被截断，请重新填写' },
  { found: /\r\n|[\t\n\u2028\u2029]/u, words: () => '是换行或制表符，应写在一行内' },
  { found: /[^\P{Control}\t\n]/u, words: (character) => `是看不见的控制字符（${codeOf(character)}），请删去` },
  {
    found: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
    words: (character) => `会改变文字的显示顺序（${codeOf(character)}），请删去`,
  },
  { found: /\ufffd/u, words: () => '是乱码（“\ufffd”），请核对编码（应为 UTF-8）后重新填写' },
];
/** Unicode's own two lists, and the one blank that stands on neither. */
const nothingToSee = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]+$/u;

/** Why a text can be neither stored nor read as it stands, in Chinese; `undefined` when it can. Whether it may be empty is not asked here. */
export function blemishOf(text: string, form: TextForm): string | undefined {
  if (text.length > longestText) return `不超过 ${longestText} 字`;
  // What may stand in paragraphs is taken out, each by as many characters, so that places stay right.
  const read = form === 'line' ? text : text.replace(/\r\n|[\t\n]/g, (found) => ' '.repeat(found.length));
  for (const { found, words } of blemishes) {
    const match = found.exec(read);
    if (match !== null) return `第 ${[...read.slice(0, match.index)].length + 1} 个字符${words(match[0])}`;
  }
  return nothingToSee.test(text) ? '没有看得见的文字，请填写内容' : undefined;
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text with a mark (U+FFFD) in place of what PostgreSQL does not store: U+0000 and half a surrogate pair. */
export const storableText = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
