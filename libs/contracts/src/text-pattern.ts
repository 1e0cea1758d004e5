/** Characters that no text holds: control, half pairs, what turns the order of writing, marks of lost encoding. */
const refused =
  '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufffd';
const breaks = '\\t\\n';
/** What Unicode calls white space or ignorable: a text of nothing else says nothing. */
const unseen =
  ' \\u00a0\\u00ad\\u034f\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8' +
  [
    [0x1bca0, 0x1bca3],
    [0x1d173, 0x1d17a],
    [0xe0000, 0xe0fff],
  ]
    .map(([from = 0, to = 0]) => `${String.fromCodePoint(from)}-${String.fromCodePoint(to)}`)
    .join('');

/** The pattern of a text with so many characters to be seen, at least; written in one line or in paragraphs. As `blemishOf` reads it. */
export function textPattern(form: 'line' | 'lines', least: number): string {
  const any = `[^${refused}${form === 'line' ? breaks : ''}]*`;
  const seen = `[^${refused}${breaks}${unseen}]`;
  return least === 0 ? `^(${any}${seen}${any})?$` : `^${`${any}${seen}`.repeat(least)}${any}$`;
}

/** Stripped from both ends before a name is looked at. */
const blank = '[ \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000\\ufeff]*';

/** The pattern of a name or a number of a document, in which nothing hides. */
export const linePattern = (least: number): string => {
  const any = `[^${refused}${breaks}\\u00ad\\u200b-\\u200d\\u2060\\ufeff]*`;
  return `^${blank}${`${any}[^${refused}${breaks}${unseen}]`.repeat(least)}${any}${blank}$`;
};
