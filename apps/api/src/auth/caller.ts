import type { Grant } from '@duban/contracts/operation';
import {
  kindOf,
  levelOf,
  officeKinds,
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
  if (!(kind in officeKinds) || level === undefined) return undefined;
  return person === undefined ? { office, kind, territory, level } : { office, kind, territory, level, person };
}

export const isGranted = (caller: Caller, grants: readonly Grant[]): boolean =>
  grants.some((grant) => grant.kind === caller.kind && (grant.level === undefined || grant.level === caller.level));

export const levelNames: Record<Level, string> = {
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡镇',
  village: '村级',
};

/** The offices that may, in Chinese: 县级驻村办、乡镇党委、村委会. */
export const grantNames = (grants: readonly Grant[]): string =>
  grants
    .map(
      ({ level, kind }) => `${level === undefined || level === 'village' ? '' : levelNames[level]}${officeKinds[kind]}`,
    )
    .join('、');
