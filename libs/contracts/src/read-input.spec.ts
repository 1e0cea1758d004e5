import { z } from 'zod';
import { oneOf, text } from './fields';
import { readInput } from './read-input';

const schema = z.strictObject({
  willing: z.boolean(),
  name: text,
  count: z.number().max(10),
  year: z.int('应为年份'),
  list: z.array(z.strictObject({ score: z.number() })).max(2),
  kind: oneOf({ half: '半劳动力', none: '无劳动力' }),
});
const sound = { willing: true, name: '甲', count: 1, year: 2026, list: [{ score: 1 }], kind: 'half' };

const faultsOf = (sent: unknown): [string, string][] => {
  const reading = readInput(schema, sent);
  return reading.isSound ? [] : reading.faults.map(({ field, detail }) => [field, detail]);
};

it('passes on what is as asked', () => {
  expect(readInput(schema, sound)).toEqual({ isSound: true, value: sound });
});

describe('every fault is named at once, in Chinese', () => {
  it.each<[string, object, [string, string]]>([
    ['a missing field', { willing: undefined }, ['willing', '必须填写']],
    ['a missing field whose schema has words of its own', { year: undefined }, ['year', '必须填写']],
    ['a wrong type is not called missing', { willing: '是' }, ['willing', 'true（是）或 false（否）']],
    ['text where a number belongs', { count: '1' }, ['count', '应为数字']],
    ['a number where text belongs', { name: 3 }, ['name', '应为文字']],
    ['the words of the schema come first', { year: 'x' }, ['year', '应为年份']],
    ['a bound without words', { count: 11 }, ['count', '应不大于 10']],
    ['a field within a list', { list: [{ score: 1 }, { score: 'x' }] }, ['list.1.score', '应为数字']],
    ['no such code', { kind: 'strong' }, ['kind', 'half（半劳动力）、none（无劳动力）']],
    ['an unknown field', { village: '1' }, ['village', '没有这一项']],
    ['an unknown field within a list', { list: [{ score: 1, mark: 1 }] }, ['list.0.mark', '没有这一项']],
  ])('%s', (_, change, [field, detail]) => {
    expect(faultsOf({ ...sound, ...change })).toEqual([[field, expect.stringContaining(detail) as string]]);
  });

  it('not even an object', () => {
    expect(faultsOf('x')).toEqual([['', '应为一组内容']]);
  });

  it('leaves no word of English, whatever is wrong', () => {
    const faults = faultsOf({ willing: 1, name: null, count: {}, year: [], list: 'x', kind: 1 });
    expect(faults).toHaveLength(6);
    for (const [, detail] of faults) expect(detail).not.toMatch(/invalid|expected|received|required/i);
  });
});
