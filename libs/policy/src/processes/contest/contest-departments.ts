import { departmentOf, departments, type Department } from '../../base/departments';
import { contestContents, type ContestContent } from '../../base/contest-parts';
import type { OfficeId, Territory } from '../../base/office';
import type { ContestScore } from './contest-acts';
import { partKey, type Scores } from './contest-ranking';

/** Whose score it is: of 省直部门评价 each department's own, side by side with the others'. */
export type ScoreOf = Pick<ContestScore, 'county' | 'method' | 'content' | 'department'>;

/** One score's key; a department's holds which department. */
export const keyOf = ({ county, method, content, department }: ScoreOf): string =>
  method === 'departments' && department !== undefined
    ? `${partKey(county, method, content)}/${department}`
    : partKey(county, method, content);

/** The department a score is of: the office's own, or the one that a correcting office names. */
export const evaluatorOf = (
  { method, department }: Pick<ContestScore, 'method' | 'department'>,
  office: OfficeId | 'system',
): Department | undefined =>
  method !== 'departments' ? undefined : (department ?? (office === 'system' ? undefined : departmentOf(office)));

/** [D contest-departments] Who evaluates: those the province named, or whoever has scored; without those it published without. */
export function evaluatorsAmong(
  named: readonly Department[] | undefined,
  scores: Iterable<ScoreOf>,
  without: readonly Department[],
): Department[] {
  const scored = [...scores].flatMap(({ department }) => department ?? []);
  return [...new Set(named ?? scored)].filter((department) => !without.includes(department));
}

/** One department's evaluation of a part; `null` where it has given none. */
export interface Evaluation {
  department: Department;
  score: number | null;
}

type Given = ReadonlyMap<string, Pick<ContestScore, 'score'>>;

/** All of them side by side. */
export const evaluationsOf = (
  evaluators: readonly Department[],
  scores: Given,
  { county, content }: { county: Territory; content: ContestContent },
): Evaluation[] =>
  evaluators.map((department) => ({
    department,
    score: scores.get(keyOf({ county, method: 'departments', content, department }))?.score ?? null,
  }));

const contents = Object.keys(contestContents) as ContestContent[];

/** What is weighed: of the departments' evaluations the mean to one decimal, and none while one is missing. */
export function pointsOf(counties: readonly Territory[], evaluators: readonly Department[], scores: Given): Scores {
  const points = new Map<string, number>();
  for (const [key, { score }] of scores) if (!key.includes('/departments/')) points.set(key, score);
  for (const county of counties)
    for (const content of contents) {
      const mean = meanOf(evaluationsOf(evaluators, scores, { county, content }));
      if (mean !== undefined) points.set(partKey(county, 'departments', content), mean);
    }
  return points;
}

function meanOf(evaluations: readonly Evaluation[]): number | undefined {
  if (evaluations.length === 0 || evaluations.some(({ score }) => score === null)) return undefined;
  const tenths = evaluations.reduce((sum, { score }) => sum + Math.round((score ?? 0) * 10), 0);
  return Math.round(tenths / evaluations.length) / 10;
}

/** Which departments have not evaluated everything, and how many of its parts each lacks. */
export const lackingEvaluations = (
  counties: readonly Territory[],
  evaluators: readonly Department[],
  scores: Given,
): { department: Department; lacking: number }[] =>
  evaluators.flatMap((department) => {
    const parts = counties.flatMap((county) => contents.map((content) => ({ county, content })));
    const lacking = parts.filter((part) => !scores.has(keyOf({ ...part, method: 'departments', department }))).length;
    return lacking === 0 ? [] : [{ department, lacking }];
  });

/** 教育部门（缺8项）、水利部门（缺4项）. */
export const lackingWords = (lacking: ReturnType<typeof lackingEvaluations>): string =>
  lacking.map((one) => `${departments[one.department]}部门（缺${one.lacking}项）`).join('、');
