import type { Territory } from '../../base/office';
import type { Settings } from '../../settings/policy-set';
import { contestContents, contestMethods, type ContestContent, type ContestMethod } from '../../base/contest-parts';

export type ContestWeights = Pick<Settings, 'contestMethodWeights' | 'contestContentWeights'>;

/** One of the parts a county's total is made of. */
export interface ContestPart {
  method: ContestMethod;
  content: ContestContent;
  /** Share of the total, over the parts that apply to this county. */
  weight: number;
  score: number | null;
}

/** A county's line: ranked when none of its parts is missing. */
export interface ContestLine {
  county: Territory;
  isKey: boolean;
  parts: readonly ContestPart[];
  missing: number;
  /** One decimal. */
  total: number | null;
  rank: number | null;
  chances: readonly Chance[];
}

/** What would have changed the rank: how many points more in one part reach the county ranked next above. */
export interface Chance {
  method: ContestMethod;
  content: ContestContent;
  points: number;
  newRank: number;
}

export type Scores = ReadonlyMap<string, number>;
export const partKey = (county: Territory, method: ContestMethod, content: ContestContent): string =>
  `${county}/${method}/${content}`;

const methods = Object.keys(contestMethods) as ContestMethod[];
const contents = Object.keys(contestContents) as ContestContent[];
/** Weights have up to four decimals, scores one: all sums are done in whole numbers. */
const scale = 10_000;

/** A-3.1 [D contest-weights]: weighed totals, ties sharing a rank; a county with a missing part, or left out, is not ranked. */
export function rankContest(
  counties: readonly Territory[],
  keyCounties: readonly Territory[],
  scores: Scores,
  weights: ContestWeights,
): ContestLine[] {
  const lines = counties.map((county) => unrankedLine(county, keyCounties.includes(county), scores, weights));
  const totals = lines.flatMap(({ total }) => total ?? []);
  const ranked = lines.map((line) =>
    line.total === null ? line : { ...line, rank: rankAmong(totals, line.total), chances: chancesOf(line, totals) },
  );
  return ranked.sort((one, other) => (one.rank ?? 9999) - (other.rank ?? 9999) || (one.county < other.county ? -1 : 1));
}

const rankAmong = (totals: readonly number[], total: number): number =>
  totals.filter((other) => other > total).length + 1;

function unrankedLine(county: Territory, isKey: boolean, scores: Scores, weights: ContestWeights): ContestLine {
  const applying = methods
    .filter((method) => isKey || method !== 'on-site')
    .flatMap((method) => contents.map((content) => ({ method, content, own: weightOf(method, content, weights) })));
  const whole = applying.reduce((sum, { own }) => sum + own, 0);
  const parts = applying.map(({ method, content, own }) => ({
    method,
    content,
    weight: whole === 0 ? 0 : own / whole,
    score: scores.get(partKey(county, method, content)) ?? null,
  }));
  const missing = parts.filter(({ score, weight }) => score === null && weight > 0).length;
  return { county, isKey, parts, missing, total: missing > 0 ? null : totalOf(parts), rank: null, chances: [] };
}

const weightOf = (
  method: ContestMethod,
  content: ContestContent,
  { contestMethodWeights, contestContentWeights }: ContestWeights,
): number => Math.round(contestMethodWeights[method] * scale) * Math.round(contestContentWeights[content] * scale);

/** To one decimal, half away from zero. */
const totalOf = (parts: readonly ContestPart[]): number =>
  Math.round(parts.reduce((sum, { weight, score }) => sum + Math.round((score ?? 0) * 10) * weight, 0) + 1e-9) / 10;

/** For each part the fewest tenths of a point that reach the next better total, where 100 allows it. */
function chancesOf(line: ContestLine, totals: readonly number[]): Chance[] {
  const { total, parts } = line;
  const above = totals.filter((other) => total !== null && other > total).sort((one, other) => one - other)[0];
  if (total === null || above === undefined) return [];
  const others = [...totals];
  others.splice(others.indexOf(total), 1);
  return parts.flatMap((part): Chance[] => {
    const score = part.score ?? 0;
    if (part.weight === 0) return [];
    const withMore = (tenths: number): number =>
      totalOf(parts.map((one) => (one === part ? { ...one, score: score + tenths / 10 } : one)));
    let tenths = Math.max(1, Math.floor(((above - total - 0.1) * 10) / part.weight));
    while (withMore(tenths) < above && Math.round(score * 10) + tenths <= 1000) tenths += 1;
    if (Math.round(score * 10) + tenths > 1000) return [];
    return [
      { method: part.method, content: part.content, points: tenths / 10, newRank: rankAmong(others, withMore(tenths)) },
    ];
  });
}
