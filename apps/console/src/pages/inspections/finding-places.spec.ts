import { findingPlaces } from './finding-places';

it('the drawn places come first, each place stands once', () => {
  const places = findingPlaces('140423', ['140423101200', 'C001']);
  expect(places.slice(0, 3)).toEqual([
    { value: '140423101200', title: '王桥镇王桥村（抽中）' },
    { value: '140423', title: '襄垣县' },
    { value: '140423100', title: '古韩镇' },
  ]);
  expect(places.filter(({ value }) => value === '140423101200')).toHaveLength(1);
  expect(places.length).toBeGreaterThan(200);
});

it('of a city or the province the place is picked level by level', () =>
  expect(findingPlaces('1404', ['140423101200'])).toEqual([]));
