import type { Level } from '../../base/office';
import type { Settings } from '../../settings/policy-set';

/** Clause C-3.7: 上级 whose bulletins count against a cadre; never the county's own. */
export const superiorLevels = { city: '市级', province: '省级' } as const;
export type SuperiorLevel = keyof typeof superiorLevels;

export const isSuperiorLevel = (
  level: Level | undefined,
  { superiorLevels: counted }: Pick<Settings, 'superiorLevels'>,
): level is SuperiorLevel => level === 'province' || (level === 'city' && counted === 'city-and-province');
