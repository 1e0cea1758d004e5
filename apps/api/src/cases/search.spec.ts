import { searchFor } from './search';

describe('what is typed into a search field', () => {
  it.each([
    ['H001', { name: 'H001', places: [] }],
    ['140423100', { name: '140423100', places: ['140423100'] }],
    ['140581100', { name: '140581100', places: [] }],
    ['古韩', { places: ['140423100'] }],
    ['西垴头', { places: ['140423100204'] }],
    ['无此地', { places: [] }],
  ])('%s', (q, expected) => {
    expect(searchFor(q, '1404')).toEqual(expected);
  });
});
