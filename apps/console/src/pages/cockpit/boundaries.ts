/** A county's outline in the map's own measure, and where its number stands. */
export interface Outline {
  code: string;
  path: string;
  x: number;
  y: number;
}
export interface BoundaryMap {
  width: number;
  height: number;
  outlines: Outline[];
  /** 审图号 that the file carries; a published map must show it. */
  reviewNumber: string | null;
}

type Ring = readonly (readonly number[])[];
interface Feature {
  properties?: Readonly<Record<string, unknown>> | null;
  geometry?: { type: string; coordinates: unknown } | null;
}

const width = 1000;

/** The county a feature is of: 140423, 156140423, 140423000000. */
function codeOf({ properties }: Feature): string | undefined {
  const value = ['code', 'adcode', 'gb']
    .map((name) => properties?.[name])
    .find((one) => one !== undefined && one !== null);
  return /^(?:156)?(\d{6})(?:0{3}|0{6})?$/.exec(String(value))?.[1];
}

const ringsOf = ({ geometry }: Feature): Ring[] =>
  geometry?.type === 'Polygon'
    ? (geometry.coordinates as Ring[])
    : geometry?.type === 'MultiPolygon'
      ? (geometry.coordinates as Ring[][]).flat()
      : [];

/** Counties of a GeoJSON collection drawn on a plane: degrees of longitude shortened by the cosine of the middle latitude. `undefined` where it holds none of them. */
export function boundaryMap(collection: unknown, codes: readonly string[]): BoundaryMap | undefined {
  const wanted = new Set(codes);
  const features = ((collection as { features?: unknown } | null)?.features ?? []) as Feature[];
  if (!Array.isArray(features)) return undefined;
  const found = features.flatMap((feature) => {
    const code = codeOf(feature);
    const rings = ringsOf(feature).filter((ring) => ring.length > 2);
    return code !== undefined && wanted.has(code) && rings.length > 0 ? [{ code, rings }] : [];
  });
  const points = found.flatMap(({ rings }) => rings.flat());
  if (points.length === 0) return undefined;
  const [west, east, south, north] = [least(points, 0), -least(points, 0, -1), least(points, 1), -least(points, 1, -1)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * squeeze);
  const onPlane = ([longitude = 0, latitude = 0]: readonly number[]): [number, number] => [
    (longitude - west) * squeeze * scale,
    (north - latitude) * scale,
  ];
  const outlines = found.map(({ code, rings }) => {
    const drawn = rings.map((ring) => ring.map(onPlane));
    const path = drawn.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('');
    const largest = drawn.reduce((one, other) => (other.length > one.length ? other : one));
    return { code, path, x: middle(largest.map(([x]) => x)), y: middle(largest.map(([, y]) => y)) };
  });
  return { width, height: Math.ceil((north - south) * scale), outlines, reviewNumber: reviewNumberOf(collection) };
}

const reviewNumberOf = (collection: unknown): string | null => {
  const number = (collection as Readonly<Record<string, unknown>>)['审图号'];
  return typeof number === 'string' && number.trim() !== '' ? number.trim() : null;
};
const least = (points: Ring, axis: 0 | 1, sign: 1 | -1 = 1): number =>
  points.reduce((low, point) => Math.min(low, sign * (point[axis] ?? 0)), Infinity);
const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
