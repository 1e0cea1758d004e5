import { childrenOf, isKnownDivision } from '@duban/contracts/divisions';
import { isWithin, type Territory } from '@duban/policy/base/office';

const lengths = [2, 4, 6, 9, 12];

/** What of the query is looked at: what was asked where it is this office's, otherwise the office's own; `isForeign` says that something else was asked. */
export function territoryOf(asked: unknown, own: Territory): { territory: Territory; isForeign: boolean } {
  if (asked === undefined || asked === '') return { territory: own, isForeign: false };
  const isOwn = typeof asked === 'string' && isKnownDivision(asked) && isWithin(asked, own) && asked.length < 12;
  return isOwn ? { territory: asked, isForeign: false } : { territory: own, isForeign: true };
}

/** The way from the office's own territory down to this one. */
export const wayTo = (territory: Territory, own: Territory): Territory[] =>
  lengths
    .filter((length) => length >= own.length && length <= territory.length)
    .map((length) => territory.slice(0, length));

/** Where a click leads a level down; villages have no cockpit of their own. */
export const pathDown = (area: Territory, from: Territory): string | null =>
  area.length <= from.length || area.length >= 12 ? null : `/cockpit?territory=${area}`;

/** The parts of a territory. The scenic area among 忻州's counties is no county. */
export const partsOf = (territory: Territory): readonly Territory[] =>
  childrenOf(territory).filter((code) => code.length !== 6 || code[4] !== '7');

/** 各市, 各县: what the parts of a territory are called. */
export const partsName = (territory: Territory): string =>
  ({ 2: '市', 4: '县（市、区）', 6: '乡镇' })[territory.length] ?? '村';
