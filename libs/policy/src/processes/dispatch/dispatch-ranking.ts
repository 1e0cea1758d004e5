import type { Territory } from '../../base/office';
import type { PlaceReturn } from './dispatch-acts';

/** a place's line in a ranking (对工作进展情况进行排队); a place nobody reported on stands in it without a rank. */
export interface PlaceLine {
  place: Territory;
  /** Mean of the figures' shares, in per cent with one decimal; `null` where nothing was reported. */
  progress: number | null;
  problems: number;
  /** Ties share a rank: 1, 2, 2, 4. */
  rank: number | null;
  lagging: boolean;
}

export const rankingRule =
  '各项指标完成率（完成数÷应完成数，至多计100%）取平均值，由高到低排队；平均值相同的，存在问题少的在前；都相同的并列。未报的地区列于表末，不排名次。';

/** Rank of the last place counts as lagging only among at least so many. */
export interface LaggingRule {
  dispatchMinimumRanked: number;
}

/** The places of one policy area, ranked over all that departments reported of them; best first, missing ones last. */
export function rankPlaces(
  places: readonly Territory[],
  returns: readonly PlaceReturn[],
  rule: LaggingRule,
): PlaceLine[] {
  const unranked = places.map((place) =>
    lineOf(
      place,
      returns.filter((one) => one.place === place),
    ),
  );
  return ranked(unranked, rule);
}

/** All areas together: the mean of a place's progress over them; a place missing in one of them is not ranked. */
export function rankOverall(
  places: readonly Territory[],
  areas: readonly (readonly PlaceLine[])[],
  rule: LaggingRule,
): PlaceLine[] {
  const unranked = places.map((place) => {
    const lines = areas.flatMap((lines) => lines.find((line) => line.place === place) ?? []);
    const progress = lines.flatMap((line) => line.progress ?? []);
    const isWhole = progress.length === areas.length && areas.length > 0;
    return {
      place,
      progress: isWhole ? mean(progress) : null,
      problems: lines.reduce((sum, line) => sum + line.problems, 0),
      isSaidToLag: false,
    };
  });
  return ranked(unranked, rule);
}

type Unranked = Pick<PlaceLine, 'place' | 'progress' | 'problems'> & { isSaidToLag: boolean };

function lineOf(place: Territory, returns: readonly PlaceReturn[]): Unranked {
  const shares = returns.flatMap(({ figures }) => figures).map(({ done, of }) => Math.min(done / of, 1) * 100);
  return {
    place,
    progress: shares.length === 0 ? null : mean(shares),
    problems: returns.reduce((sum, { problems = [] }) => sum + problems.length, 0),
    isSaidToLag: returns.some(({ state }) => state === 'lagging'),
  };
}

function ranked(lines: readonly Unranked[], { dispatchMinimumRanked }: LaggingRule): PlaceLine[] {
  const counted = lines.filter(({ progress }) => progress !== null).sort(byMerit);
  const last = counted.at(-1);
  const isLast = (line: Unranked): boolean =>
    counted.length >= dispatchMinimumRanked &&
    last !== undefined &&
    isTied(line, last) &&
    !isTied(line, counted[0] as Unranked);
  const shown = counted.map(({ isSaidToLag, ...line }) => ({
    ...line,
    rank: counted.findIndex((other) => isTied(other, line)) + 1,
    lagging: isSaidToLag || isLast({ ...line, isSaidToLag }),
  }));
  const missing = lines
    .filter(({ progress }) => progress === null)
    .map(({ isSaidToLag, ...line }) => ({ ...line, rank: null, lagging: isSaidToLag }));
  return [...shown, ...missing];
}

type Merit = Pick<PlaceLine, 'progress' | 'problems'>;

const byMerit = (one: Unranked, other: Unranked): number =>
  (other.progress ?? 0) - (one.progress ?? 0) || one.problems - other.problems || (one.place < other.place ? -1 : 1);
const isTied = (one: Merit, other: Merit): boolean =>
  one.progress === other.progress && one.problems === other.problems;
const mean = (values: readonly number[]): number =>
  Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
