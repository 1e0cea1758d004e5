import { levelOf, type Territory } from '@duban/policy/base/office';

/** The code of the area of some length a territory lies in; what belongs to a larger area stays under its own code. */
export const areaColumn = (column: string, length: number): string => `left(${column}, ${length})`;

/** How long the codes of a territory's direct parts are. */
export function partLength(territory: Territory): number {
  switch (levelOf(territory)) {
    case 'province':
      return 4;
    case 'city':
      return 6;
    case 'county':
      return 9;
    default:
      return 12;
  }
}
