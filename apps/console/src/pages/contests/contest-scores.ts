import { childrenOf, divisionName } from '@duban/contracts/divisions';
import {
  contestContents,
  contestMethods,
  type ContestContent,
  type ContestMethod,
} from '@duban/policy/base/contest-parts';
import { departments, type Department } from '@duban/policy/base/departments';
import { evaluationsOf } from '@duban/policy/processes/contest/contest-departments';
import type { ContestFacts } from '@duban/policy/processes/contest/contest-facts';
import type { ContestScore } from '@duban/policy/processes/contest/contest-acts';
import { scorers } from '@duban/policy/processes/contest/contest-operations';
import { partKey, type Chance, type ContestPart } from '@duban/policy/processes/contest/contest-ranking';
import type { OfficeKind } from '@duban/policy/base/office';
import { halfWidth } from '../../words/numbers';

export const methods = Object.entries(contestMethods) as [ContestMethod, string][];
export const contents = Object.entries(contestContents) as [ContestContent, string][];

export const partName = ({ method, content }: { method: ContestMethod; content: ContestContent }): string =>
  `${contestMethods[method]}·${contestContents[content]}`;

export const percent = (weight: number): string => `${Math.round(weight * 1000) / 10}%`;

export const partAt = (
  parts: readonly ContestPart[],
  method: ContestMethod,
  content: ContestContent,
): ContestPart | undefined => parts.find((part) => part.method === method && part.content === content);

/** The chances that ask least first. */
export const easiestFirst = (chances: readonly Chance[]): Chance[] =>
  [...chances].sort((one, other) => one.points - other.points);

/** What a score is, or why it is none. */
export function scoreIn(written: string): number | { fault: string } | undefined {
  const text = halfWidth(written);
  if (text === '') return undefined;
  const value = Number(text);
  const isSound = /^\d{1,3}(\.\d)?$/.test(text) && value <= 100;
  return isSound ? value : { fault: '应为0至100、至多一位小数' };
}

/** What was filled in for one method, as the api asks for it; each score rests on the evidence named for all of them. */
export function scoresOf(
  filled: Readonly<Record<string, string>>,
  method: ContestMethod,
  counties: readonly string[],
  evidence: string,
): ContestScore[] {
  return counties.flatMap((county) =>
    contents.flatMap(([content]) => {
      const score = scoreIn(filled[partKey(county, method, content)] ?? '');
      return typeof score === 'number' ? [{ county, method, content, score, evidence }] : [];
    }),
  );
}

/** A block copied from Excel, laid over the grid from a cell on; cells that hold a score already are passed over. */
export function pastedCells(
  block: string,
  counties: readonly string[],
  method: ContestMethod,
  from: { county: number; content: number },
): Record<string, string> {
  const rows = block
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t'));
  return Object.fromEntries(
    rows.flatMap((cells, down) =>
      cells.flatMap((cell, right) => {
        const county = counties[from.county + down];
        const content = contents[from.content + right]?.[0];
        return county === undefined || content === undefined
          ? []
          : [[partKey(county, method, content), cell.trim()] as const];
      }),
    ),
  );
}

/** Which methods an office scores. */
export const methodsOf = (kind: OfficeKind): ContestMethod[] =>
  methods.flatMap(([method]) => (scorers[method].includes(kind) ? [method] : []));
export const scorersOf = (method: ContestMethod): readonly OfficeKind[] => scorers[method];

/** 襄垣县; a district that several cities have by the same name is told with its city: 晋城市城区. */
export const countyName = (county: string): string => {
  const name = divisionName(county);
  return name.length > 2 ? name : `${divisionName(county.slice(0, 4))}${name}`;
};

/** Every county of a province, to choose from. */
export const countyChoices = (province: string): { value: string; title: string }[] =>
  childrenOf(province).flatMap((city) =>
    childrenOf(city).map((county) => ({ value: county, title: countyName(county) })),
  );

type Shown = Pick<ContestScore, 'score' | 'evidence'>;

/** The scores of a grid by county, method and content: of the departments' evaluations an own one to who evaluates, to others all side by side with their mean. */
export function shownScores(
  { scores, lines, evaluators }: Pick<ContestFacts, 'scores' | 'lines' | 'evaluators'>,
  own: Department | undefined,
): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const one of scores.values())
    if (one.method !== 'departments' || one.department === own)
      shown.set(partKey(one.county, one.method, one.content), one);
  if (own !== undefined) return shown;
  for (const { county, parts } of lines)
    for (const { method, content, score } of parts) {
      if (method !== 'departments' || score === null) continue;
      const given = evaluationsOf(evaluators, scores, { county, content });
      const evidence = given.map((one) => `${departments[one.department]}部门${one.score}分`).join('，');
      shown.set(partKey(county, method, content), { score, evidence });
    }
  return shown;
}
