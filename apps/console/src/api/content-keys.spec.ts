import { contentKeys } from './content-keys';

const numbered = () => {
  let number = 0;
  return contentKeys(() => `key-${(number += 1)}`);
};

it('the same content keeps its key, other content gets its own, and what was done is meant anew', () => {
  const keys = numbered();
  expect(keys.of({ note: '甲' })).toBe('key-1');
  expect(keys.of({ note: '甲' })).toBe('key-1');
  expect(keys.of({ note: '乙' })).toBe('key-2');
  expect(keys.of({ note: '甲' })).toBe('key-3');
  keys.forget();
  expect(keys.of({ note: '甲' })).toBe('key-4');
});
