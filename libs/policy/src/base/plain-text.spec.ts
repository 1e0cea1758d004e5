import fc from 'fast-check';
import { blemishOf, longestText, storableText } from './plain-text';

describe('a text that can be stored and read', () => {
  it.each(['张三', 'a b', '襄巩固衔接办发〔2026〕11号', '𠮷野家', '葛\u{e0100}城', '👨\u200d👩\u200d👧', '\ue000', ''])(
    '%j is let through',
    (text) => {
      expect(blemishOf(text, 'line')).toBeUndefined();
    },
  );

  it('may have paragraphs where paragraphs are written, and nowhere else', () => {
    for (const text of ['甲\n乙', '甲\r\n乙', '甲\t乙']) {
      expect(blemishOf(text, 'lines')).toBeUndefined();
      expect(blemishOf(text, 'line')).toBe('第 2 个字符是换行或制表符，应写在一行内');
    }
  });
});

describe('a text nobody can store or read is refused with its place', () => {
  it.each([
    ['甲\u0000乙', '第 2 个字符是看不见的控制字符（U+0000），请删去'],
    ['甲\r乙', '第 2 个字符是看不见的控制字符（U+000D），请删去'],
    ['𠮷\u007f', '第 2 个字符是看不见的控制字符（U+007F），请删去'],
    ['甲\u0085', '第 2 个字符是看不见的控制字符（U+0085），请删去'],
    ['\ud800甲', '第 1 个字符不完整（半个字），可能在复制或转码时被截断，请重新填写'],
    ['甲\udc00', '第 2 个字符不完整（半个字），可能在复制或转码时被截断，请重新填写'],
    ['甲\n乙\u202e丙', '第 4 个字符会改变文字的显示顺序（U+202E），请删去'],
    ['甲\r\n乙\u200f', '第 5 个字符会改变文字的显示顺序（U+200F），请删去'],
    ['甲\ufffd', '第 2 个字符是乱码（“\ufffd”），请核对编码（应为 UTF-8）后重新填写'],
    ['\u200b', '没有看得见的文字，请填写内容'],
    [' \u3164\u2060\ufeff', '没有看得见的文字，请填写内容'],
    ['甲'.repeat(longestText + 1), `不超过 ${longestText} 字`],
  ])('%j', (text, words) => {
    expect(blemishOf(text, 'lines')).toBe(words);
  });

  const hostile = fc.constantFrom(
    ...[0x00, 0x08, 0x0b, 0x1b, 0x1f, 0x7f, 0x80, 0x9f, 0x061c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069],
    ...[0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfffd],
  );

  it('wherever in a sound text such a character stands, in either form', () => {
    const sound = fc.string({ unit: fc.constantFrom('甲', 'a', '𠮷', ' ', '。', '\n') });
    fc.assert(
      fc.property(
        sound,
        hostile,
        sound,
        fc.constantFrom('line' as const, 'lines' as const),
        (before, code, after, form) => {
          expect(blemishOf(`${before}${String.fromCharCode(code)}${after}`, form)).toBeDefined();
        },
      ),
    );
  });
});

it('what PostgreSQL does not store is marked, and nothing else is touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const stored = storableText(text);
      expect(stored).toHaveLength(text.length);
      expect(stored).not.toMatch(/\0|\p{Surrogate}/u);
      if (!/\0|\p{Surrogate}/u.test(text)) expect(stored).toBe(text);
    }),
  );
  expect(storableText('a\u0000𠮷\ud800b')).toBe('a\ufffd𠮷\ufffdb');
});
