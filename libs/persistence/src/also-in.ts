import type { Territory } from '@duban/policy/base/office';

/** The territories and all above them (township, county, city, province), each once, so that one index serves offices of every level. */
export const withAncestors = (places: readonly Territory[]): Territory[] => [
  ...new Set(
    places.flatMap((place) =>
      lengths.filter((length) => length <= place.length).map((length) => place.slice(0, length)),
    ),
  ),
];

/** The inverse of `withAncestors`: drops every territory of which another one in the list is a part. */
export const withoutAncestors = (places: readonly Territory[]): Territory[] =>
  places.filter((place) => !places.some((other) => other !== place && other.startsWith(place)));

const lengths = [2, 4, 6, 9, 12];
