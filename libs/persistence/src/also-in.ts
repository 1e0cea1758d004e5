import type { Territory } from '@duban/policy/base/office';

/** Territories and all they lie in, each once: so an index finds a case for every office above. */
export const withAncestors = (places: readonly Territory[]): Territory[] => [
  ...new Set(
    places.flatMap((place) =>
      lengths.filter((length) => length <= place.length).map((length) => place.slice(0, length)),
    ),
  ),
];

/** The territories that `withAncestors` was made of. */
export const withoutAncestors = (places: readonly Territory[]): Territory[] =>
  places.filter((place) => !places.some((other) => other !== place && other.startsWith(place)));

const lengths = [2, 4, 6, 9, 12];
