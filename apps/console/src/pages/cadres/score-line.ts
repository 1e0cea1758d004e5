/** A month's place of one cadre. */
export interface MonthPlace {
  month: string;
  total: number;
  rank: number;
  of: number;
  low: boolean;
}

export interface Box {
  width: number;
  height: number;
  edge: number;
}

/** Points of a line over months; the scale goes from the lowest ten below the scores to 100, months without a score leave a gap. */
export function lineOf(months: readonly string[], places: readonly MonthPlace[], { width, height, edge }: Box) {
  const lowest = places.reduce((least, { total }) => Math.min(least, total), 100);
  const floor = Math.max(0, Math.floor((lowest - 1) / 10) * 10);
  const step = months.length > 1 ? (width - 2 * edge) / (months.length - 1) : 0;
  const x = (index: number): number => edge + (months.length > 1 ? index * step : (width - 2 * edge) / 2);
  const y = (total: number): number => round(height - edge - ((total - floor) / (100 - floor)) * (height - 2 * edge));
  const points = months.flatMap((month, index) => {
    const place = places.find((one) => one.month === month);
    return place === undefined ? [] : [{ ...place, index, x: round(x(index)), y: y(place.total) }];
  });
  const runs: (typeof points)[] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run?.at(-1)?.index === point.index - 1) run.push(point);
    else runs.push([point]);
  }
  return {
    floor,
    points,
    ticks: months.map((month, index) => ({ month, x: round(x(index)) })),
    paths: runs.map((run) => run.map((point) => `${point.x},${point.y}`).join(' ')),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;
