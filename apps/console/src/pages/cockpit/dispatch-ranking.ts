import type { DispatchYear } from '@duban/contracts/answers/registers';
/** A place's line in a dispatch's table, as the register keeps it. */
export interface DispatchRow {
  caseId: string;
  territory: string;
  period: string | null;
  state: string;
  stateName: string;
  body: Readonly<Record<string, unknown>>;
}

export interface RankedPlace {
  place: string;
  rank: number | null;
  lastRank: number | null;
  progress: number | null;
  problems: number;
  state: string;
  stateName: string;
  year: DispatchYear | null;
}

const overall = 'overall';

/** Is it a line of the dispatch that ranks the parts of this territory, over all areas of policy, and is that dispatch closed? */
export const isClosedOverall = (row: DispatchRow, territory: string): boolean =>
  row.caseId.startsWith(`dispatch:${territory}:`) && row.body['area'] === overall && row.body['closed'] === true;

/** The latest closed dispatch of a territory, its places with the rank they had in the one before, best first; those without rank last. */
export function dispatchRanking(
  rows: readonly DispatchRow[],
  territory: string,
  year: readonly DispatchYear[],
): { period: string | null; lines: RankedPlace[] } {
  const closed = rows.filter((row) => isClosedOverall(row, territory));
  const periods = [...new Set(closed.map(({ period }) => period ?? ''))].sort().reverse();
  const [latest, before] = periods;
  const linesOf = (period: string | undefined): DispatchRow[] => {
    const own = closed.filter((row) => row.period === period);
    const first = own.map(({ caseId }) => caseId).sort()[0];
    return own.filter(({ caseId }) => caseId === first);
  };
  const earlier = new Map(linesOf(before).map(({ territory: place, body }) => [place, numberOf(body['rank'])]));
  const lines = linesOf(latest).map(({ territory: place, body, state, stateName }) => ({
    place,
    rank: numberOf(body['rank']),
    lastRank: earlier.get(place) ?? null,
    progress: numberOf(body['progress']),
    problems: numberOf(body['problems']) ?? 0,
    state,
    stateName,
    year: year.find((one) => one.place === place && one.area === overall) ?? null,
  }));
  return {
    period: latest ?? null,
    lines: lines.sort((one, other) => (one.rank ?? 9999) - (other.rank ?? 9999) || (one.place < other.place ? -1 : 1)),
  };
}

const numberOf = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** 升 3 位, 降 2 位, 持平; where one of the two has no rank, that. */
export function movementOf(
  rank: number | null,
  lastRank: number | null,
): { words: string; kind: 'up' | 'down' | 'same' | 'none' } {
  if (rank === null) return { words: '本期未排', kind: 'none' };
  if (lastRank === null) return { words: '上期未排', kind: 'none' };
  const by = lastRank - rank;
  if (by === 0) return { words: '持平', kind: 'same' };
  return by > 0 ? { words: `升 ${by} 位`, kind: 'up' } : { words: `降 ${-by} 位`, kind: 'down' };
}
