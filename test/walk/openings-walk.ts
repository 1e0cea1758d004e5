import type { ActsService } from '@duban/api/acts/acts.service';
import { callerOf, type Caller } from '@duban/api/auth/caller';
import { isKnownDivision } from '@duban/contracts/divisions';
import { divisionsIn } from '@duban/contracts/marks';
import { operationGroups } from '@duban/contracts/operation-groups';
import type { Opening } from '@duban/contracts/operation';
import fc from 'fast-check';
import { existing, heardAt, nobody, type Answered, type Part } from './acts-walk';
import { bodyOf, placesAround } from './bodies';
import { officesAround } from './offices';
import { isGrantedTo, isOwnTerritory, officeOf, ownOpeningOf } from './whose';

const villages = ['140423100204', '140423100205', '140423101200', '140581'];
const units = ['dispatching-unit:1404:U07', 'dispatching-unit:1404:U1'];
const offices = existing([
  ...officesAround('140423100204', units).map(({ office }) => office),
  'department:140423:human-resources',
]);

/** Bodies that the form takes, about each of the places. */
const bodiesOf = ({ body }: Opening): object[] =>
  villages.flatMap((village, index) => {
    const texts = [...placesAround(village), ...units, 'party-committee:1404', '2026-06-01', `WALK${index}`];
    const bodies = fc.sample(bodyOf(body, texts), { numRuns: 8, seed: index + 1 }) as object[];
    return bodies.filter((one) => divisionsIn(body, one).every(({ code }) => isKnownDivision(code)));
  });

/** Every opening, about each of the places: asked by every office around the first of them. */
export async function* walkOpenings(acts: ActsService, only?: Part): AsyncGenerator<Answered> {
  for (const group of operationGroups) {
    const { resource, opening } = group;
    if (opening === undefined || (only !== undefined && only.resource !== resource)) continue;
    for (const body of bodiesOf(opening)) {
      const { territory } = opening.subject(body as never);
      for (const id of offices) {
        const office = officeOf(id);
        const isOwn = ownOpeningOf[`${resource}.${opening.name}`]?.(office, body) ?? true;
        const right = isGrantedTo(opening.by, office) && isOwnTerritory(office, territory) && isOwn;
        const caller = callerOf(id) as Caller;
        const heard = await heardAt(() => acts.open({ group, caller, raw: body }));
        yield { ...{ resource, name: opening.name, office: id, person: nobody, about: territory, right }, ...heard };
      }
    }
  }
}
