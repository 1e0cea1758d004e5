import {
  kindOf,
  levelOf,
  officeAbove,
  officeKindName,
  territoryOf,
  type Line,
  type OfficeId,
  type Territory,
} from '../base/office';
import type { Actor } from './case';
import { condition, type Condition } from './operation';

interface By {
  by: Actor;
}

const not = <S>(reason: Condition<S>['reason']): Condition<S> => condition<S>('NOT_ALLOWED', reason);

/** The office that owes it, and nobody else. `what`: 整改举措应由责任单位. */
export const ownedBy = <S extends By>(what: string, owner: (situation: S) => OfficeId): Condition<S> =>
  not((situation) =>
    situation.by.office === owner(situation)
      ? undefined
      : `${what}（${owner(situation)}），当前单位是${officeKindName(situation.by.office)}。`,
  );

/** Own village: a village acts for itself; offices above it are not concerned. */
export const ofOwnVillage = <S extends By>(village: (situation: S) => Territory): Condition<S> =>
  not((situation) => {
    const own = territoryOf(situation.by.office);
    return levelOf(own) !== 'village' || own === village(situation)
      ? undefined
      : `村级单位只能办理本村的事项：应为${own}，收到的是${village(situation)}。`;
  });

/** Own unit: a dispatching unit acts for whom it sends; other offices are not concerned. */
export const ofOwnUnit = <S extends By>(unit: (situation: S) => OfficeId): Condition<S> =>
  not((situation) =>
    kindOf(situation.by.office) !== 'dispatching-unit' || situation.by.office === unit(situation)
      ? undefined
      : '派出单位只能办理本单位派出的干部的事项。',
  );

/** The office above who owes, on its line. */
export const ofOfficeAbove = <S extends By>(owner: (situation: S) => OfficeId, line: Line): Condition<S> =>
  not((situation) => {
    const above = officeAbove(owner(situation), line);
    return situation.by.office === above
      ? undefined
      : `应由责任单位的上一级（${above}）办理，当前单位是${officeKindName(situation.by.office)}。`;
  });

/** Not who did the work, neither as an office nor as a person. `why`: what is said to whoever did. */
export const notByWhoDid = <S extends By>(why: string, did: (situation: S) => readonly Actor[]): Condition<S> =>
  not((situation) => {
    const { office, person } = situation.by;
    const isWhoDid = (one: Actor): boolean => one.office === office || (person !== undefined && one.person === person);
    return did(situation).some(isWhoDid) ? why : undefined;
  });
