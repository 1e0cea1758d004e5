import { lowPlaces } from '@duban/policy/processes/monthly-assessment/ranking';
import type { Settings } from '@duban/policy/settings/policy-set';

type Rule = Pick<Settings, 'lowRankShare' | 'minimumRanked' | 'lowMonthsForInterview'>;

/** A ranked cadre with last month's place. */
export interface RankedLine {
  cadre: string;
  total: number;
  rank: number;
  low: boolean;
  lastRank: number | null;
  lastLow: boolean | null;
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

/** How 靠后 is decided in this ranking, in words (C-3.5, C-3.7 [D low-ranks]). */
export function lowRuleWords(ranked: number, rule: Rule): string {
  if (ranked < rule.minimumRanked)
    return `参加排队 ${ranked} 人，不足 ${rule.minimumRanked} 人，本月不确定靠后人员，也不计入、不中断连续靠后。`;
  const places = lowPlaces(ranked, rule.lowRankShare);
  return `参加排队 ${ranked} 人，按 ${percent(rule.lowRankShare)} 取整为末 ${places} 名（至少 1 名）；总分相同的名次相同，同为靠后；与第一名同分的不算。`;
}

/** Why this cadre is low: what stands below, and whether a tie has a part in it. */
export function whyLow(line: RankedLine, lines: readonly RankedLine[], rule: Rule): string {
  const places = lowPlaces(lines.length, rule.lowRankShare);
  const below = lines.filter(({ total }) => total < line.total).length;
  const same = lines.filter(({ total }) => total === line.total).length;
  const tie = same > 1 ? `，与另 ${same - 1} 人同分` : '';
  return `总分 ${line.total.toFixed(1)}，排第 ${line.rank} 名${tie}；低于其总分的有 ${below} 人，在末 ${places} 名之内。`;
}

/** What follows (C-3.7). An interview comes of consecutive low months only; other months in between are not known here. */
export function whatFollows(line: RankedLine, rule: Rule): string {
  const needed = rule.lowMonthsForInterview;
  if (needed === 2 && line.lastLow === true) return '上月也靠后，已连续 2 次：由县委组织部约谈，并向派出单位反馈。';
  return `连续 ${needed} 次靠后的，由县委组织部约谈，并向派出单位反馈。`;
}

/** 升 3 位, 降 2 位, 持平, 上月未排队. */
export function movementWords({ rank, lastRank }: Pick<RankedLine, 'rank' | 'lastRank'>): string {
  if (lastRank === null) return '上月未排队';
  const by = lastRank - rank;
  return by === 0 ? '持平' : by > 0 ? `升 ${by} 位` : `降 ${-by} 位`;
}
