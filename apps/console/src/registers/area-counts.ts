import { childrenOf, divisionName } from '@duban/contracts/divisions';

export interface AreaCount {
  territory: string;
  name: string;
  rows: number;
}

/** Counts gathered to the places directly below a territory, those with nothing included; what is kept for the territory itself comes first. */
export function countsBelow(items: readonly { of: string | null; rows: number }[], own: string): AreaCount[] {
  const children = childrenOf(own);
  const sumOf = (isPart: (of: string) => boolean): number =>
    items.filter(({ of }) => isPart(of ?? '')).reduce((sum, { rows }) => sum + rows, 0);
  const self = sumOf((of) => of === own);
  const below = children.map((territory) => ({
    territory,
    name: divisionName(territory),
    rows: sumOf((of) => of.startsWith(territory)),
  }));
  const elsewhere = sumOf(() => true) - self - below.reduce((sum, { rows }) => sum + rows, 0);
  const other = elsewhere > 0 ? [{ territory: '', name: '名录外地区', rows: elsewhere }] : [];
  return [
    ...(self > 0 ? [{ territory: own, name: `${divisionName(own)}（本级）`, rows: self }] : []),
    ...below,
    ...other,
  ];
}
