import type { Level, OfficeKind } from '../base/office';

/** The levels above the township. */
export const uppers: readonly Level[] = ['province', 'city', 'county'];
/** All five levels. */
export const anyLevel: readonly Level[] = [...uppers, 'township', 'village'];
/** The offices that lead the work at province, city and county. */
export const leaders: readonly OfficeKind[] = [
  'leading-group-office',
  'revitalization-bureau',
  'party-committee',
  'department',
  'organization-department',
  'stationing-office',
];
/** The same, with those of the village. */
export const locals: readonly OfficeKind[] = [...leaders, 'village-committee', 'village-party-secretary'];

/** Who keeps what is paid, lent, insured and bought. */
export const moneyOffices: readonly OfficeKind[] = [
  'leading-group-office',
  'revitalization-bureau',
  'department',
  'party-committee',
];
