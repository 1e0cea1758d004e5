import { divisionsNamed, isKnownDivision } from '@duban/contracts/divisions';
import { isWithin, type Territory } from '@duban/policy/base/office';

const placesAtMost = 20;

/** What somebody types into a search field: the id of a household or cadre, a division's code, or a place's name. */
export function searchFor(q: string, within: Territory): { name?: string; places: Territory[] } {
  if (!/^[\w~-]+$/.test(q)) return { places: divisionsNamed(q, within, placesAtMost) };
  return { name: q, places: isKnownDivision(q) && isWithin(q, within) ? [q] : [] };
}
