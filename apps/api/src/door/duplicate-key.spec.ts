import fc from 'fast-check';
import { duplicateKeyIn } from './duplicate-key';

describe('a name that stands twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":{"b":1,"c":[],"b":{}}}', 'b'],
    ['[{"a":1},{"x":"}","a":1,"a":1}]', 'a'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"a\\"":1,"b":"a\\"","a\\"":2}', 'a"'],
  ])('in %s is found', (json, name) => {
    expect(duplicateKeyIn(json)).toBe(name);
  });

  it.each(['{"a":{"a":1},"b":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"a","b":"\\"a\\":"}', '{}', '[]', '"a:a"'])(
    'is not in %s',
    (json) => {
      expect(duplicateKeyIn(json)).toBeUndefined();
    },
  );

  it('is in no text that a value was written as, and in every object that one was added to', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, name) => {
        expect(duplicateKeyIn(JSON.stringify(value, null, 1))).toBeUndefined();
        const twice = `{"before":${JSON.stringify(value)},${JSON.stringify(name)}:0,${JSON.stringify(name)}:${JSON.stringify(value)}}`;
        expect(duplicateKeyIn(twice)).toBe(name);
      }),
    );
  });

  it('is looked for in a megabyte of brackets or of backslashes without exhausting anything', () => {
    expect(duplicateKeyIn(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).toBeUndefined();
    expect(duplicateKeyIn(`{"a":"${'\\\\'.repeat(500_000)}"}`)).toBeUndefined();
  });
});
