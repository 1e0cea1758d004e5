const wide = '０１２３４５６７８９．－＋％，';
const narrow = '0123456789.-+%,';

/** What was written, without spaces, and with Chinese full-width digits and signs taken for what is meant. */
export const halfWidth = (text: string): string =>
  [...text]
    .map((sign) => (wide.includes(sign) ? (narrow[wide.indexOf(sign)] ?? sign) : sign === '。' ? '.' : sign))
    .join('')
    .replace(/[\s\u3000\ufeff]+/g, '');

/** A number as officials write or paste it: 1,200, ８８．５, 450元, 30%. Nothing where it is none. */
export function writtenNumber(text: string): number | undefined {
  const plain = halfWidth(text)
    .replaceAll(',', '')
    .replace(/[元%]$/, '');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
