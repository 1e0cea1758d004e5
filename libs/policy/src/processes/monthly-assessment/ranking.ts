import type { MonthScore } from '../township-scores/month-score';
import type { Settings } from '../../settings/policy-set';

/** Clause C-3.5: a cadre's place in the month's ranking. */
export interface RankedCadre {
  cadre: string;
  total: number;
  /** Equal totals share a rank: 1, 2, 2, 4. */
  rank: number;
  /** 靠后, in the sense of clause C-3.7. */
  low: boolean;
}

/** A month's ranking, best first. When too few are ranked the month is neutral: nobody is low, no run of low months grows or breaks. */
export interface Ranking {
  ranked: readonly RankedCadre[];
  neutral: boolean;
}

type Weights = Pick<Settings, 'taskWeight' | 'presenceWeight'>;
type LowRule = Pick<Settings, 'lowRankShare' | 'minimumRanked'>;

/** Weights and shares are exact decimals of up to four places; all sums are done in whole ten-thousandths. */
const scale = 10_000;

/** Clause C-3.5 [D month-score]: task × weight + presence × weight, to one decimal, half away from zero. */
export function totalOf(score: Omit<MonthScore, 'cadre'>, weights: Weights): number {
  const tenths =
    Math.round(score.task * 10) * scaled(weights.taskWeight) +
    Math.round(score.presence * 10) * scaled(weights.presenceWeight);
  return Math.floor((tenths + scale / 2) / scale) / 10;
}

/** Clauses C-3.5 and C-3.7 [D low-ranks]: ranks with ties, and who is low: fewer than k ranked strictly lower, and below the best. */
export function rankCadres(totals: readonly { cadre: string; total: number }[], rule: LowRule): Ranking {
  const sorted = [...totals].sort((a, b) => b.total - a.total || (a.cadre < b.cadre ? -1 : Number(a.cadre > b.cadre)));
  const neutral = sorted.length < rule.minimumRanked;
  const places = lowPlaces(sorted.length, rule.lowRankShare);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  sorted.forEach(({ total }, index) => {
    if (!first.has(total)) first.set(total, index);
    last.set(total, index);
  });
  const ranked = sorted.map(({ cadre, total }) => {
    const higher = first.get(total) ?? 0;
    const lower = sorted.length - 1 - (last.get(total) ?? 0);
    return { cadre, total, rank: higher + 1, low: !neutral && lower < places && higher > 0 };
  });
  return { ranked, neutral };
}

/** Clause C-3.7 [D low-ranks]: k, the low share of the ranked rounded down, at least 1. */
export const lowPlaces = (ranked: number, share: number): number =>
  Math.max(1, Math.floor((scaled(share) * ranked) / scale));

const scaled = (decimal: number): number => Math.round(decimal * scale);
