import type { CoverageCounted, CoveredObligation } from '@duban/contracts/answers/policy';
import { coverageStates, type CoverageState } from '@duban/contracts/obligations/coverage-states';

export interface ObligationFilter {
  plan: CoveredObligation['plan'] | '';
  way: CoveredObligation['way'] | '';
  state: CoverageState | '';
  search: string;
}

/** Obligations of a plan, way and state whose number, clause, words or remarks hold every word looked for. */
export function matching(
  items: readonly CoveredObligation[],
  { plan, way, state, search }: ObligationFilter,
): CoveredObligation[] {
  const looked = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const { obligation, title, words, by, lacks } = item;
    const text = [obligation, title, words, by, lacks].join(' ').toLowerCase();
    return (
      (plan === '' || item.plan === plan) &&
      (way === '' || item.way === way) &&
      (state === '' || item.state === state) &&
      looked.every((word) => text.includes(word))
    );
  });
}

/** One line for each way, over the plans chosen, and one for all of them. */
export function waysCounted(
  counts: readonly CoverageCounted[],
  plan: ObligationFilter['plan'],
): (Record<CoverageState | 'all', number> & { name: string })[] {
  const own = counts.filter((one) => plan === '' || one.plan === plan);
  const names = [...new Set(own.map(({ wayName }) => wayName))];
  return [
    ...names.map((name) =>
      summed(
        name,
        own.filter(({ wayName }) => wayName === name),
      ),
    ),
    summed('合计', own),
  ];
}

function summed(name: string, counts: readonly CoverageCounted[]) {
  const of = (key: CoverageState | 'all'): number => counts.reduce((sum, one) => sum + one[key], 0);
  return { name, all: of('all'), done: of('done'), partly: of('partly'), open: of('open'), guidance: of('guidance') };
}

/** Filters by state, with how many there are of each. */
export const statesCounted = (items: readonly CoveredObligation[]): { state: CoverageState; label: string }[] =>
  (Object.keys(coverageStates) as CoverageState[]).map((state) => ({
    state,
    label: `${coverageStates[state]} ${items.filter((item) => item.state === state).length}`,
  }));
