import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { PackedSize, utf8Bytes } from './packed-size';

const packed = (text: string): number => deflateRawSync(Buffer.from(text)).length;
const reckoned = (texts: readonly string[]): number => {
  const size = new PackedSize();
  return texts.reduce((sum, text) => sum + size.add(text), 0);
};
const claims = Array.from({ length: 3_000 }, (_, index) =>
  JSON.stringify({
    key: `party-committee:140423100/auto-${(index * 2_654_435_761) % 4_294_967_296}-${(index * 40_503) % 65_536}`,
    operation: 'entitle',
    occurredOn: `2026-03-${10 + (index % 20)}`,
    by: { office: 'party-committee:140423100', person: 'P1' },
    body: { entitled: [{ worker: `W${index}`, kind: 'transport', household: `H${index}`, village: '140423100204' }] },
    sequence: index + 2,
  }),
);
const letters = (length: number): string =>
  fc.sample(fc.string({ minLength: length, maxLength: length, unit: 'grapheme-ascii' }), { numRuns: 1, seed: 7 })[0] ??
  '';

describe('how large texts become once compressed', () => {
  it.each([
    ['acts of a campaign', claims],
    ['one long list', [claims.join(',')]],
    [
      'Chinese words',
      ['已对照清单逐户入户核实，现场查看佐证材料并拍照留存，', '村级公示无异议，'].map((text) => text.repeat(300)),
    ],
    ['words that do not repeat', [letters(60_000)]],
  ])('%s: never much less than they do, and at most three times as much', (_title, texts) => {
    const real = packed(texts.join(''));
    expect(reckoned(texts)).toBeGreaterThan(0.9 * real);
    expect(reckoned(texts)).toBeLessThan(3 * real + 100);
  });

  it('is never more than the text itself, nor told for less than a fair part of what it packs to', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 40 }), (texts) => {
        const sum = reckoned(texts);
        expect(sum).toBeLessThanOrEqual(texts.reduce((all, text) => all + utf8Bytes(text) + 1, 0));
        expect(sum).toBeGreaterThanOrEqual(0.8 * packed(texts.join('')) - 20);
      }),
    );
  });

  it('is the same whatever the pieces it comes in were, to within their edges', () => {
    const whole = reckoned([claims.join('')]);
    expect(Math.abs(reckoned(claims) - whole)).toBeLessThan(0.2 * whole);
  });
});
