import type { TextOf } from './kind-of-text';

/**
 * Offices and their territories. A territory is a division code of GB/T 2260 and its extensions: province `14`, city `1404`,
 * county `140423`, township `140423100`, village `140423100201`. The code of a part begins with the code of the whole.
 */
export type Territory = TextOf<'territory'>;

/** Every kind of office that owes, does or receives something. The names follow GLOSSARY.md. */
export const officeKinds = {
  'province-group': '省巩固衔接领导小组',
  'leading-group-office': '巩固衔接办',
  'revitalization-bureau': '乡村振兴局',
  'stationing-office': '驻村办',
  'organization-department': '党委组织部',
  'discipline-commission': '纪委监委',
  'inspection-team': '专项巡查组',
  'party-committee': '党委',
  'village-committee': '村委会',
  'village-party-secretary': '村党组织书记',
  'dispatching-unit': '派出单位',
  department: '行业部门',
} as const;
export type OfficeKind = keyof typeof officeKinds;

/**
 * `<kind>:<territory>`, for example `party-committee:140423100` (a township party committee) or `stationing-office:140423`.
 * A dispatching unit is `dispatching-unit:<territory of its level>:<unit>`, for example `dispatching-unit:1404:U07`.
 */
export type OfficeId = TextOf<'office'>;

export type Level = 'province' | 'city' | 'county' | 'township' | 'village';

const levelByLength: Record<number, Level> = { 2: 'province', 4: 'city', 6: 'county', 9: 'township', 12: 'village' };

/** The level of a territory; `undefined` when the code has no such length. */
export const levelOf = (territory: Territory): Level | undefined => levelByLength[territory.length];

/** RULES 9.offices: where there is an office of a kind; of any other place its id names nobody. */
const officeLevels: Readonly<Record<OfficeKind, readonly Level[]>> = {
  'province-group': ['province'],
  'leading-group-office': ['province', 'city', 'county'],
  'revitalization-bureau': ['province', 'city', 'county'],
  'stationing-office': ['province', 'city', 'county'],
  'organization-department': ['province', 'city', 'county'],
  'discipline-commission': ['province', 'city', 'county'],
  'inspection-team': ['province'],
  'party-committee': ['province', 'city', 'county', 'township'],
  'village-committee': ['village'],
  'village-party-secretary': ['village'],
  'dispatching-unit': ['province', 'city', 'county'],
  department: ['province', 'city', 'county'],
};

/** Is there an office of this kind in a place of this level? Asked of whoever comes, so a kind that is none is told from one. */
export const isOfficeKindAt = (kind: string, level: Level): kind is OfficeKind =>
  Object.hasOwn(officeLevels, kind) && officeLevels[kind as OfficeKind].includes(level);

export const officeId = (kind: OfficeKind, territory: Territory, unit?: string): OfficeId =>
  unit === undefined ? `${kind}:${territory}` : `${kind}:${territory}:${unit}`;

export const kindOf = (office: OfficeId): OfficeKind => office.split(':', 1)[0] as OfficeKind;
/** 党委, 驻村办 …: what an office is called where its place is known; `system` is 系统. */
export const officeKindName = (office: OfficeId | 'system'): string =>
  office === 'system' ? '系统' : officeKinds[kindOf(office)];
export const territoryOf = (office: OfficeId): Territory => office.split(':')[1] ?? '';

/** Is it a place, not an office? */
export const isTerritory = (id: Territory | OfficeId): id is Territory => /^\d+$/.test(id);

/** Is `inner` the territory itself or a part of it? */
export const isWithin = (inner: Territory, outer: Territory): boolean => inner.startsWith(outer);

export const provinceOf = (territory: Territory): Territory => territory.slice(0, 2);
export const cityOf = (territory: Territory): Territory => territory.slice(0, 4);
export const countyOf = (territory: Territory): Territory => territory.slice(0, 6);
export const townshipOf = (territory: Territory): Territory => territory.slice(0, 9);

/** Two chains of superiors: leading-group offices (plans A and B) and stationing offices (plan C). RULES 9.offices. */
export type Line = 'leading-group' | 'stationing';

const lineKind: Record<Line, OfficeKind> = { 'leading-group': 'leading-group-office', stationing: 'stationing-office' };

/** The office above: what a village or cadre owes is owed by the township party committee; above it county, city, province. */
export function officeAbove(office: OfficeId, line: Line): OfficeId {
  const territory = territoryOf(office);
  const isOfLine = kindOf(office) === lineKind[line];
  switch (levelOf(territory)) {
    case 'village':
      return officeId('party-committee', townshipOf(territory));
    case 'township':
      return officeId(lineKind[line], countyOf(territory));
    case 'county':
      return officeId(lineKind[line], isOfLine ? cityOf(territory) : territory);
    case 'city':
      return officeId(lineKind[line], isOfLine ? provinceOf(territory) : territory);
    default:
      return officeId('province-group', provinceOf(territory));
  }
}
