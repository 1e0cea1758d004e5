import type { Territory } from '@duban/policy/base/office';
import type { Caller } from '../auth/caller';
import { scopeOf } from '../cases/visibility';
import type { SheetRow } from './sheet-lines';

/** Of a township's sheet a village sees its own cadres, a unit its own, all others everybody. */
export function lineSeenBy(caller: Caller, township: Territory): (line: SheetRow) => boolean {
  const seen = scopeOf(caller, township);
  return ({ unit, village }) => (seen.unit ?? unit) === unit && (seen.village ?? village) === village;
}
