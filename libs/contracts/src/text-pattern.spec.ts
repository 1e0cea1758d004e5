import { blemishOf } from '@duban/policy/base/plain-text';
import fc from 'fast-check';
import { linePattern, textPattern } from './text-pattern';
import { line } from './fields';

const odd = fc.constantFrom(
  ...'\u0000\t\n\u001f\u007f\u0085\u00a0\u00ad\u061c\u200b\u200e\u2028\u2060\u2066\u2800\u3000\ufeff\ufffd',
  '\u{e0001}',
);
const text = fc.array(fc.oneof(odd, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 })), { maxLength: 6 });

it.each(['line', 'lines'] as const)('takes the texts (%s) that are taken in, and no other', (form) => {
  const pattern = new RegExp(textPattern(form, 0), 'u');
  fc.assert(
    fc.property(text, (parts) => {
      const written = parts.join('');
      expect([written, pattern.test(written)]).toEqual([written, blemishOf(written, form) === undefined]);
    }),
    { numRuns: 2_000 },
  );
});

it('a name is taken as its schema takes it', () => {
  const pattern = new RegExp(linePattern(1), 'u');
  fc.assert(
    fc.property(text, (parts) => {
      const written = parts.join('');
      const isTaken = blemishOf(written, 'line') === undefined && line(1, 100).safeParse(written).success;
      expect([written, pattern.test(written)]).toEqual([written, isTaken]);
    }),
    { numRuns: 2_000 },
  );
});

it('so many characters can be seen, at least', () => {
  const pattern = new RegExp(textPattern('lines', 2), 'u');
  expect(['', '甲', ' 甲 ', '甲乙', ' 甲\n乙 '].map((written) => pattern.test(written))).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});
