import type { CoveredClause } from '@duban/contracts/answers/policy';
export const plans = {
  A: '政策落实到位专项行动方案',
  B: '产业就业帮扶专项行动方案',
  C: '干部驻村真帮实扶专项行动方案',
  letter: '转发通知',
} as const;
export type Plan = keyof typeof plans;

export const planOf = (clause: string): Plan => (clause === 'letter' ? 'letter' : (clause.slice(0, 1) as Plan));

export interface ClauseFilter {
  plan: Plan | '';
  state: string;
  search: string;
}

/** Clauses of a plan and state whose number, title or words hold every word looked for. */
export function matching(
  items: readonly CoveredClause[],
  words: ReadonlyMap<string, string>,
  { plan, state, search }: ClauseFilter,
): CoveredClause[] {
  const looked = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = `${item.clause} ${item.title} ${words.get(item.clause) ?? ''} ${item.remark ?? ''}`.toLowerCase();
    return (
      (plan === '' || planOf(item.clause) === plan) &&
      (state === '' || item.state === state) &&
      looked.every((word) => text.includes(word))
    );
  });
}

/** How many clauses stand in each state. */
export function countsOf(items: readonly CoveredClause[]): { state: string; name: string; count: number }[] {
  const names = new Map(items.map(({ state, stateName }) => [state, stateName]));
  return [...names].map(([state, name]) => ({
    state,
    name,
    count: items.filter((item) => item.state === state).length,
  }));
}

/** The words around the first place that holds what is looked for. */
export function excerpt(words: string, search: string, length = 90): string {
  const at = search.trim() === '' ? 0 : Math.max(0, words.toLowerCase().indexOf(search.trim().toLowerCase()) - 20);
  return `${at > 0 ? '……' : ''}${words.slice(at, at + length)}${words.length > at + length ? '……' : ''}`;
}
