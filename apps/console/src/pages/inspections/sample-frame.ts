import { apportion, type FrameUnit } from '@duban/policy/processes/inspection/sample';
import { townshipOf } from '@duban/policy/base/office';
import type { CadreOnPost } from '../../parts/people';

/** Out of what is drawn. */
export const frameKinds = {
  stationed: '有驻村干部在岗的村',
  villages: '范围内的全部村',
  cadres: '在岗的驻村干部',
} as const;
export type FrameKind = keyof typeof frameKinds;

export const largestFrame = 3_000;

/** The frame of a scope, each unit with its township; in the order of the ids. */
export function frameOf(
  kind: FrameKind,
  scope: string,
  cadres: readonly CadreOnPost[],
  childrenOf: (code: string) => readonly string[],
): FrameUnit[] {
  const units =
    kind === 'cadres'
      ? cadres.map(({ cadre, village }) => ({ id: cadre, stratum: townshipOf(village) }))
      : (kind === 'stationed' ? cadres.map(({ village }) => village) : villagesOf(scope, childrenOf)).map((id) => ({
          id,
          stratum: townshipOf(id),
        }));
  const known = new Map(units.map((unit) => [unit.id, unit]));
  return [...known.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function villagesOf(code: string, childrenOf: (code: string) => readonly string[]): string[] {
  return code.length === 12 ? [code] : childrenOf(code).flatMap((child) => villagesOf(child, childrenOf));
}

/** How many units each township has, and how many of them will be drawn. */
export function strataOf(
  frame: readonly FrameUnit[],
  size: number,
): { stratum: string; units: number; drawn: number }[] {
  const counts = new Map<string, number>();
  for (const { stratum } of frame) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  const strata = [...counts]
    .map(([stratum, units]) => ({ stratum, units }))
    .sort((one, other) => (one.stratum < other.stratum ? -1 : 1));
  const parts = apportion(strata, Math.max(0, Math.min(size, frame.length)));
  return strata.map((one) => ({ ...one, drawn: parts.get(one.stratum) ?? 0 }));
}
