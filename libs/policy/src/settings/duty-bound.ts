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

/** What is to be covered, and nothing left out: households of a list, the places directly below or the level's lead departments, both whom a visit is owed to, or all days on post. */
export const coverings = {
  'monitored-households': '监测户',
  'household-roll': '全村农户',
  'cadre-and-family': '驻村干部及其家属',
  'days-on-post': '任职期间每一天',
  places: '下级地区',
  'lead-departments': '牵头部门',
} as const;
export type Covering = keyof typeof coverings;

/** Clause C-2.3: the lists of a village's households that duties are to cover. */
export const coveredLists = {
  'monitored-households': '监测户名单',
  'household-roll': '农户花名册',
} as const satisfies Partial<Record<Covering, string>>;
export type CoveredList = keyof typeof coveredLists;

export const isCoveredList = (covers: Covering | undefined): covers is CoveredList =>
  covers !== undefined && Object.hasOwn(coveredLists, covers);

/** Clause C-3.6: whom a festival's visit is owed to. */
export const visitedOnFestivals = { cadre: '驻村干部本人', family: '家属' } as const;
