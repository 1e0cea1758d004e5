import type { Level, OfficeKind } from '../base/office';

/** Who owes a duty: each cadre, each village's team, each leader responsible for the county, an office, or each dispatching unit with somebody on post. */
export type DutyBound =
  | { who: 'cadre' | 'team' }
  /** OBLIGATIONS D21: who is leader on the last day; while nobody is named, the city's party committee. */
  | { who: 'leader' }
  /** `parts`: each of them owes it for itself. `each`: for every cadre on post on the last day. */
  | { who: 'office'; kind: OfficeKind; parts?: Readonly<Record<string, string>>; each?: 'cadre' }
  /** `each`: for every village it helps, or for every cadre it has sent. */
  | { who: 'unit'; levels: readonly Level[]; parts?: Readonly<Record<string, string>>; each?: 'village' | 'cadre' };

/** What a duty is owed for that follows no natural period. */
export const occasions = { festivals: '每逢重大节日', misfortunes: '每遇重大变故或重大疾病' } as const;
export type Occasion = keyof typeof occasions;

/** What is to be covered, and nothing left out: households of a list, both whom a visit is owed to, all days on post, the places directly below, or the level's lead departments. */
export const coverings = {
  'monitored-households': '监测户',
  'cadre-and-family': '驻村干部及其家属',
  'days-on-post': '任职期间每一天',
  places: '下辖各地',
  'lead-departments': '各牵头部门',
} as const;
export type Covering = keyof typeof coverings;

/** Clause C-3.6: whom a festival's visit is owed to. */
export const visitedOnFestivals = { cadre: '驻村干部本人', family: '家属' } as const;
