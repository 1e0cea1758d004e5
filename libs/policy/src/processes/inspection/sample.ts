import { sha256 } from './sha256';

/** A village or cadre that may be drawn, and the part of the whole it stands for. */
export type FrameUnit = { id: string; stratum: string };

/** What is fixed and published before the seed is known. */
export interface SamplePlan {
  /** SHA-256 of the seed. */
  seedHash: string;
  frame: readonly FrameUnit[];
  /** Drawn within the chosen number of months before; left out. */
  excluded: readonly string[];
  size: number;
}

/** The whole published record: whoever has it can draw the sample again. */
export interface SampleRecord extends SamplePlan {
  seed: string;
  /** A number that became public after the plan, such as a lottery's; mixed in, so that nobody can have chosen the seed for its sample. */
  publicValue: string;
  drawn: readonly string[];
}

export const shortestSeed = 16;

/** Does the seed belong to the plan? */
export const opensPlan = (seed: string, { seedHash }: Pick<SamplePlan, 'seedHash'>): boolean =>
  sha256(seed) === seedHash.toLowerCase();

/**
 * Every unit gets the number SHA-256(seed | public value | id); in each stratum the smallest numbers are drawn. Strata get their part of
 * the size by the largest remainder, each at least one where the size allows.
 */
export function drawSample({ frame, excluded, size }: SamplePlan, seed: string, publicValue: string): string[] {
  const out = new Set(excluded);
  const strata = strataOf(frame.filter(({ id }) => !out.has(id)));
  const parts = apportion(
    [...strata].map(([stratum, ids]) => ({ stratum, units: ids.length })),
    size,
  );
  return [...strata].flatMap(([stratum, ids]) => {
    const numbered = ids.map((id) => ({ id, number: sha256(`${seed}|${publicValue}|${id}`) }));
    return numbered
      .sort((one, other) => (one.number < other.number ? -1 : 1))
      .slice(0, parts.get(stratum) ?? 0)
      .map(({ id }) => id);
  });
}

/** What an outsider checks: the seed is the one committed to, and the sample the one it gives. */
export function verifySample(record: SampleRecord): { isSound: boolean; faults: string[] } {
  const drawn = drawSample(record, record.seed, record.publicValue);
  const faults = [
    ...(opensPlan(record.seed, record) ? [] : ['种子与事先公布的哈希值不符']),
    ...(sameList(drawn, record.drawn)
      ? []
      : [`按公布的规则重新抽取得到：${drawn.join('、')}；公布的名单是：${record.drawn.join('、')}`]),
  ];
  return { isSound: faults.length === 0, faults };
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

/** Strata in the order of their names, units in the order of their ids: the same whatever order the frame was written in. */
function strataOf(frame: readonly FrameUnit[]): Map<string, string[]> {
  const strata = new Map<string, string[]>();
  for (const { id, stratum } of [...frame].sort((one, other) =>
    `${one.stratum}|${one.id}` < `${other.stratum}|${other.id}` ? -1 : 1,
  )) {
    strata.set(stratum, [...(strata.get(stratum) ?? []), id]);
  }
  return strata;
}

/** Largest remainder; every stratum at least one where the size reaches, none more than it has. */
export function apportion(strata: readonly { stratum: string; units: number }[], size: number): Map<string, number> {
  const total = strata.reduce((sum, { units }) => sum + units, 0);
  const wanted = Math.min(size, total);
  const least = wanted >= strata.length ? 1 : 0;
  const parts = new Map(
    strata.map(({ stratum, units }) => [
      stratum,
      Math.max(least, total === 0 ? 0 : Math.floor((wanted * units) / total)),
    ]),
  );
  const remainder = ({ units }: { units: number }): number => (total === 0 ? 0 : ((wanted * units) / total) % 1);
  const byRemainder = [...strata].sort(
    (one, other) => remainder(other) - remainder(one) || (one.stratum < other.stratum ? -1 : 1),
  );
  const sum = (): number => [...parts.values()].reduce((whole, part) => whole + part, 0);
  while (sum() < wanted) {
    const next = byRemainder.find(
      ({ stratum, units }) => (parts.get(stratum) ?? 0) < units && isBehind(parts, byRemainder, stratum, wanted, total),
    );
    const { stratum } =
      next ?? (byRemainder.find((one) => (parts.get(one.stratum) ?? 0) < one.units) as { stratum: string });
    parts.set(stratum, (parts.get(stratum) ?? 0) + 1);
  }
  while (sum() > wanted) {
    const richest = [...byRemainder]
      .reverse()
      .reduce((most, one) => ((parts.get(one.stratum) ?? 0) > (parts.get(most.stratum) ?? 0) ? one : most));
    parts.set(richest.stratum, (parts.get(richest.stratum) ?? 0) - 1);
  }
  return parts;
}

/** Has a stratum less than its exact part? */
function isBehind(
  parts: ReadonlyMap<string, number>,
  strata: readonly { stratum: string; units: number }[],
  stratum: string,
  wanted: number,
  total: number,
): boolean {
  const units = strata.find((one) => one.stratum === stratum)?.units ?? 0;
  return (parts.get(stratum) ?? 0) < (wanted * units) / total;
}
