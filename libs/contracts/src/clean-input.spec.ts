import fc from 'fast-check';
import { z } from 'zod';
import { blemishesOf, deepestInput, mostValues } from './clean-input';
import { readInput } from './read-input';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

describe('what comes in, whatever its schema', () => {
  it('is let through as it is when nothing is wrong with it', () => {
    const sent = { note: '走访\n入户', list: [{ yuan: 1.5, ok: true, none: null }], 名称: '甲' };
    expect(blemishesOf(sent)).toEqual([]);
    expect(readInput(z.unknown(), sent)).toEqual({ isSound: true, value: sent });
  });

  it('has each fault named by its path, in the order of writing', () => {
    expect(
      blemishesOf({ a: [{ b: 'x\u0000' }, '\u200b'], c: '\ud800', d: 1e300 }).map(({ path }) => path.join('.')),
    ).toEqual(['a.0.b', 'a.1', 'c', 'd']);
  });

  it('has a wrong name reported where it stands, and not repeated', () => {
    const [blemish] = blemishesOf({ a: { 'x\u202ey': 1 } });
    expect(blemish).toEqual({ path: ['a'], detail: expect.stringContaining('其中一项的名称有误') as string });
    expect(JSON.stringify(blemish)).not.toContain('\u202e');
  });

  it.each([deepestInput + 1, 9_000, 400_000])('nested %i deep is refused, and exhausts nobody', (depth) => {
    expect(readInput(z.unknown(), { changes: nested(depth) })).toMatchObject({
      isSound: false,
      faults: [{ field: 'changes', detail: `嵌套过深：应不超过 ${deepestInput} 层` }],
    });
  });

  it('as deep as forms go is let through', () => {
    expect(blemishesOf(nested(deepestInput))).toEqual([]);
  });

  it('in heaps is refused', () => {
    expect(blemishesOf(Array.from({ length: mostValues + 1 }, () => 0))).toEqual([
      { path: [], detail: `内容过多：应不超过 ${mostValues} 项` },
    ]);
  });
});

describe('any value with one hostile text in it', () => {
  const hostile = fc.constantFrom(
    '\u0000',
    'a\u0000',
    '\ud800',
    '\udfff甲',
    '\u202e甲',
    '\u200b\u200b',
    '甲\u001b[0m',
    '\ufffd',
  );
  const plain = fc.oneof(fc.constantFrom('甲', '', 'a b'), fc.integer(), fc.boolean(), fc.constant(null));
  const around = fc.array(fc.oneof(fc.constantFrom('a', 'b', '名称'), fc.nat(3)), { maxLength: 6 });

  it('is refused at its path, however deep it lies', () => {
    fc.assert(
      fc.property(hostile, around, plain, (text, path, beside) => {
        const sent = path.reduceRight<unknown>(
          (inner, step) =>
            typeof step === 'number'
              ? [...Array.from({ length: step }, () => beside), inner]
              : { beside, [step]: inner },
          text,
        );
        const reading = readInput(z.unknown(), sent);
        expect(reading).toMatchObject({ isSound: false, faults: [{ field: path.join('.') }] });
      }),
    );
  });
});
