/** A bulletin taken apart as an official document is laid out; the text itself is never changed. */
export interface Paper {
  number: string;
  title: string;
  addressee: string;
  body: { text: string; isHeading: boolean }[];
  copies: string;
  signature: string[];
}

/** Number, title, addressee, body, 抄送, signature and date, in the order the bulletin was written. */
export function paperOf(text: string): Paper {
  const [number = '', title = '', addressee = '', ...rest] = text.split('\n');
  const copyAt = rest.findLastIndex((line) => line.startsWith('抄送：'));
  const bodyEnd = copyAt < 0 ? Math.max(0, rest.length - 2) : copyAt;
  return {
    ...{ number, title, addressee },
    body: rest.slice(0, bodyEnd).map((line) => ({ text: line, isHeading: /^[一二三四五六七八九十]+、/.test(line) })),
    copies: copyAt < 0 ? '' : (rest[copyAt] ?? ''),
    signature: rest.slice(copyAt < 0 ? bodyEnd : copyAt + 1),
  };
}
