import type { ClauseId } from '../base/clauses/clauses';
import type { Level, OfficeKind } from '../base/office';
import type { Cadence } from '../dates/natural-period';
import type { DutyBound } from './duty-bound';
import type { DutyRow, Measure } from './duty-rows';

type OfficeBound = Extract<DutyBound, { who: 'office' }>;
type More = Pick<DutyRow, 'terms'> & Partial<DutyRow>;

export const heads = { 'party-head': '党委主要负责同志', 'government-head': '政府主要负责同志' };
export const visitors = {
  'leader-in-charge': '分管领导',
  'leader-for-village': '包村领导',
  'department-head': '承办部门负责人',
};

export const team: DutyBound = { who: 'team' };
export const cadre: DutyBound = { who: 'cadre' };
export const office = (kind: OfficeKind, more: Partial<OfficeBound> = {}): DutyBound => ({
  who: 'office',
  kind,
  ...more,
});
export const units = (levels: readonly Level[], parts?: Readonly<Record<string, string>>): DutyBound => ({
  who: 'unit',
  levels,
  ...(parts !== undefined && { parts }),
});
export const anyUnit = units(['province', 'city', 'county']);
export const eachSent: DutyBound = { who: 'unit', levels: ['province', 'city', 'county'], each: 'cadre' };
export const leader: DutyBound = { who: 'leader' };

export const each = (cadence: Cadence, amount = 1): More => ({ terms: { cadence, amount } });
export const principle = (cadence: Cadence, amount = 1): More => ({ ...each(cadence, amount), isInPrinciple: true });
export const perCadre: More = { ...each('year'), isPerPerson: true };
export const group = (cadence: Cadence): More => ({ ...each(cadence), line: 'leading-group' });

export const row = (
  clause: ClauseId,
  what: string,
  level: DutyRow['level'],
  bound: DutyBound,
  measure: Measure,
  more: More,
): DutyRow => ({
  clause,
  what,
  level,
  bound,
  measure,
  line: 'stationing',
  ...more,
});

export const salesHelp = (level: Level, yuan: number): DutyRow => {
  const bound: DutyBound = { who: 'unit', levels: [level], each: 'village' };
  return row('C-2.4', '助销帮扶村群众农产品', 'county', bound, 'yuan', principle('year', yuan));
};
