import { boundaryMap } from './boundaries';

const square = (west: number, south: number) => [
  [
    [west, south],
    [west + 1, south],
    [west + 1, south + 1],
    [west, south + 1],
    [west, south],
  ],
];
const collection = {
  type: 'FeatureCollection',
  features: [
    { properties: { adcode: 140423, name: '襄垣县' }, geometry: { type: 'Polygon', coordinates: square(112, 36) } },
    {
      properties: { gb: '156140425' },
      geometry: { type: 'MultiPolygon', coordinates: [square(113, 36), square(113, 37)] },
    },
    { properties: { code: '140428000000' }, geometry: { type: 'Polygon', coordinates: square(112, 37) } },
    { properties: { adcode: 130102 }, geometry: { type: 'Polygon', coordinates: square(120, 37) } },
    { properties: { adcode: 140429 }, geometry: null },
  ],
};
const counties = ['140423', '140425', '140428', '140429'];

it('draws the counties asked for, north up, east right, in the proportions of their latitude', () => {
  const map = boundaryMap(collection, counties);
  expect(map?.outlines.map(({ code }) => code)).toEqual(['140423', '140425', '140428']);
  expect(map?.width).toBe(1000);
  expect(map?.height).toBe(Math.ceil(1000 / Math.cos((37 * Math.PI) / 180)));
  const [southWest, , northWest] = map?.outlines ?? [];
  expect(southWest?.path).toMatch(/^M0\.0 1252\.1L500\.0 1252\.1L500\.0 626\.1/);
  expect([southWest?.x, northWest?.x]).toEqual([250, 250]);
  expect((southWest?.y ?? 0) > (northWest?.y ?? 0)).toBe(true);
});

it('draws every part of a county', () => {
  expect(boundaryMap(collection, ['140425'])?.outlines[0]?.path.match(/M/g)?.length).toBe(2);
});

it('shows the review number that the file carries', () => {
  expect(boundaryMap({ ...collection, 审图号: '晋S(2024)000号' }, counties)?.reviewNumber).toBe('晋S(2024)000号');
  expect(boundaryMap(collection, counties)?.reviewNumber).toBeNull();
});

it.each([
  [null],
  [{}],
  [{ features: 'x' }],
  [{ features: [] }],
  [{ features: [{ properties: null, geometry: null }] }],
])('is no map: %j', (what) => {
  expect(boundaryMap(what, counties)).toBeUndefined();
});
