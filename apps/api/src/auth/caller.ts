import { isKnownDivision } from '@duban/contracts/divisions';
import {
  countyOf,
  isOfficeKindAt,
  kindOf,
  levelOf,
  territoryOf,
  type Level,
  type OfficeId,
  type OfficeKind,
  type Territory,
} from '@duban/policy/base/office';

/** Who asks: an office, and within it a person by surrogate id. Comes from the signed token alone. */
export interface Caller {
  office: OfficeId;
  kind: OfficeKind;
  territory: Territory;
  level: Level;
  person?: string;
}

/** The caller an office id describes, or `undefined` when it is no office's id. */
export function callerOf(office: OfficeId, person?: string): Caller | undefined {
  const kind = kindOf(office);
  const territory = territoryOf(office);
  const level = levelOf(territory);
  if (level === undefined || !isOfficeKindAt(kind, level) || !isKnownDivision(countyOf(territory))) return undefined;
  return person === undefined ? { office, kind, territory, level } : { office, kind, territory, level, person };
}
