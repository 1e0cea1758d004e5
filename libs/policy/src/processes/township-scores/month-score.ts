import { refuse, type FieldRefusal } from '../../base/verdict';

/** Clause C-3.5: what a cadre reached in a month, task completion and presence on post, each 0–100 with at most one decimal. */
export interface MonthScore {
  cadre: string;
  task: number;
  presence: number;
}

/** Clause C-3.5: the two parts of a score. */
export const scoreParts = { task: '任务完成', presence: '在岗履职' } as const;
export type ScorePart = keyof typeof scoreParts;

/** Clause C-3.5: why a score cannot stand; `path` leads to it in the body, for example `scores.3.`. */
export const faultOf = (score: MonthScore, path = ''): FieldRefusal | undefined =>
  faultOfPart('task', score.task, `${path}task`) ?? faultOfPart('presence', score.presence, `${path}presence`);

/** Clause C-3.5: why one part of a score cannot stand; `field` is where it stands in the body. */
export function faultOfPart(part: ScorePart, value: number, field: string): FieldRefusal | undefined {
  if (!(value >= 0 && value <= 100))
    return refuse('OUT_OF_RANGE', 'C-3.5', `${scoreParts[part]}得分应在0至100之间，收到${value}。`, field);
  if (!hasOneDecimal(value))
    return refuse('OUT_OF_RANGE', 'C-3.5', `${scoreParts[part]}得分最多保留一位小数，收到${value}。`, field);
  return undefined;
}

const hasOneDecimal = (value: number): boolean => Number(value.toFixed(1)) === value;
