import { oneByOne } from './one-by-one';

it('what is worked through item by item lets others come in between, and keeps its order', async () => {
  const happened: string[] = [];
  const others = (left: number): void => {
    if (left === 0) return;
    setImmediate(() => {
      happened.push('other');
      others(left - 1);
    });
  };
  others(2);
  const results = await oneByOne([1, 2, 3], (item) => {
    happened.push(`item ${item}`);
    return item * 10;
  });
  expect(results).toEqual([10, 20, 30]);
  expect(happened).toEqual(['item 1', 'other', 'item 2', 'other', 'item 3']);
});
