import { halfWidth, writtenNumber } from './numbers';

it.each([
  ['1,200', 1200],
  ['８８．５', 88.5],
  ['１，２００', 1200],
  ['450元', 450],
  ['30%', 30],
  [' -2 ', -2],
  ['87。5', 87.5],
])('“%s” is %d', (text, value) => expect(writtenNumber(text)).toBe(value));

it.each([[''], ['　'], ['无'], ['三亩'], ['1e3'], ['0x10'], ['1.2.3'], ['Infinity']])('“%s” is no number', (text) =>
  expect(writtenNumber(text)).toBeUndefined(),
);

it('full-width signs are taken for what is meant', () => expect(halfWidth('　９０．５％\ufeff')).toBe('90.5%'));
