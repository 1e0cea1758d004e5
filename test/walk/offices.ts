import { childrenOf, isKnownDivision } from '@duban/contracts/divisions';
import { departments } from '@duban/policy/base/departments';
import {
  levelOf,
  officeId,
  officeKinds,
  type OfficeId,
  type OfficeKind,
  type Territory,
} from '@duban/policy/base/office';

/** How an office's place stands to that of a case: it holds it or is it, it is beside it under the same roof, or it is far away. */
export type Standing = 'own' | 'neighbouring' | 'foreign';

export interface StandingOffice {
  office: OfficeId;
  standing: Standing;
}

const levels = [2, 4, 6, 9, 12];

/** Every kind of office at every level, in the case's own places, in those beside them, and in another city. */
export function officesAround(village: Territory, units: readonly OfficeId[]): StandingOffice[] {
  const own = levels.map((length) => village.slice(0, length)).filter(isKnownDivision);
  const beside = own.flatMap((place) => childrenOf(parentOf(place)).find((other) => other !== place) ?? []);
  const foreign = firstBranch(childrenOf('14').find((city) => !village.startsWith(city)) ?? '');
  return [
    ...own.flatMap((place) => officesOf(place).map((office) => ({ office, standing: 'own' as const }))),
    ...beside.flatMap((place) => officesOf(place).map((office) => ({ office, standing: 'neighbouring' as const }))),
    ...foreign.flatMap((place) => officesOf(place).map((office) => ({ office, standing: 'foreign' as const }))),
    ...units.map((office) => ({ office, standing: 'own' as const })),
  ];
}

const parentOf = (place: Territory): Territory => place.slice(0, levels[levels.indexOf(place.length) - 1] ?? 0);

/** A city and the first of its parts at each level. */
function firstBranch(place: Territory): Territory[] {
  const branch: Territory[] = [];
  for (let part: Territory | undefined = place; part !== undefined && part !== ''; part = childrenOf(part)[0])
    branch.push(part);
  return branch;
}

function officesOf(place: Territory): OfficeId[] {
  return (Object.keys(officeKinds) as OfficeKind[]).flatMap((kind) => {
    if (kind === 'department')
      return Object.keys(departments)
        .slice(0, 8)
        .map((name) => officeId(kind, place, name));
    if (kind === 'dispatching-unit') return levelOf(place) === 'village' ? [] : [officeId(kind, place, 'U99')];
    return [officeId(kind, place)];
  });
}
