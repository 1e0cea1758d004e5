import { isWithin, kindOf, levelOf, territoryOf, type OfficeId, type Territory } from '../base/office';

/**
 * Whose a case is, beyond the territory in its id. Offices from the township up act in it and see it where their territory holds one of
 * its territories; a village where it is named, by itself or by its township; a dispatching unit where it is named.
 */
export interface CaseScope {
  /** The territory of the case first, then others that take part (a posting that has moved). */
  territories: readonly Territory[];
  /** Codes of villages, or of a township for all of its villages. */
  villages: readonly Territory[];
  units: readonly OfficeId[];
}

/** Is the case one of the office's: to act in, and to see? */
export function isInScope({ territories, villages, units }: CaseScope, office: OfficeId): boolean {
  const place = territoryOf(office);
  if (kindOf(office) === 'dispatching-unit') return units.includes(office);
  if (levelOf(place) === 'village') return villages.some((village) => isWithin(place, village));
  return territories.some((territory) => isWithin(territory, place));
}

/** A case of one place: a village's is its own, any other place's is nobody's below it. */
export const scopeOfPlace = (place: Territory): CaseScope => ({
  territories: [place],
  villages: levelOf(place) === 'village' ? [place] : [],
  units: [],
});
