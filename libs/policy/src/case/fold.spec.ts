import fc from 'fast-check';
import { folded } from './fold';

interface Item {
  add: number;
}
const summing = () => {
  const seen: string[] = [];
  const sum = folded<Item, number, object>(
    {
      whole: (items) => {
        seen.push(`whole ${items.length}`);
        return items.reduce((so, { add }) => so + add, 0);
      },
      step: (so, { add }) => {
        seen.push('step');
        return so + add;
      },
    },
    (one, other) => one === other,
  );
  return { seen, sum };
};
const some = (count: number): Item[] => Array.from({ length: count }, (_, index) => ({ add: index + 1 }));
const context = {};

describe('a fold of a growing list', () => {
  it('reads it once, and then only what is new', () => {
    const { seen, sum } = summing();
    const items = some(1_000);
    expect(sum(items, context)).toBe(500_500);
    expect(sum([...items, { add: 7 }], context)).toBe(500_507);
    expect(seen).toEqual(['whole 1000', 'step']);
  });

  it('goes on from a list that was asked for before a branch of it', () => {
    const { seen, sum } = summing();
    const items = some(10);
    expect([sum(items, context), sum([...items, { add: 1 }], context), sum([...items, { add: 2 }], context)]).toEqual([
      55, 56, 57,
    ]);
    expect(seen).toEqual(['whole 10', 'step', 'step']);
  });

  it('takes no list for another that only ends alike, nor one of another context', () => {
    const { seen, sum } = summing();
    const [a, b, c] = some(3) as [Item, Item, Item];
    expect([sum([a, c], context), sum([b, c], context), sum([b, c], {})]).toEqual([4, 5, 5]);
    expect(seen).toEqual(['whole 2', 'whole 2', 'whole 2']);
  });

  it('is always what the whole list comes to, whatever is asked in what order', () => {
    const lists = fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 12 }), { maxLength: 20 });
    fc.assert(
      fc.property(lists, (asked) => {
        const items = some(6);
        const { sum } = summing();
        for (const indices of asked) {
          const list = indices.map((index) => items[index] as Item);
          expect(sum(list, context)).toBe(list.reduce((so, { add }) => so + add, 0));
        }
      }),
    );
  });
});
